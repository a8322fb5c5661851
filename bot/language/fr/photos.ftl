# Commandes.
classify-name = identifier
classify-description = Nommer les vêtements dans des images, ou dans la dernière image du salon
classify-image-name = image
classify-image-description = Une photo d'un vêtement ; sans elle, la dernière image du salon
classify-image2-name = image2
classify-image3-name = image3
classify-image4-name = image4
classify-another-description = Une autre photo d'un vêtement
classify-private-name = privé
classify-private-description = Ne montrer la réponse qu'à toi
classify-menu-name = Identifier le vêtement

upload-title = { classify-menu-name }
upload-label = Photos
upload-description = Je n'ai trouvé aucune image ici. Envoies-en jusqu'à { $limit }, un vêtement chacune.

# Ce qui est dit d'une image, où qu'on le demande.
verdict-clothing = { $label }, { $probability }
verdict-unsure = Pas sûr : peut-être { $label }, { $probability }
verdict-none = Pas sûr : probablement aucune de mes classes
verdict-not-clothing = Aucun vêtement que je connaisse
why-not-clothing = Je ne vois ici aucun vêtement de mes classes.
if-of-classes = Si c'était une de mes classes

# La réponse à une image.
answer-clothing = ### { verdict-clothing }
answer-unsure = ### { verdict-unsure }
answer-none = ### { verdict-none }
answer-not-clothing =
    ### { verdict-not-clothing }
    { why-not-clothing }
answer-if = -# { if-of-classes }
answer-bar = `{ $bar }` { $label } { $probability }
percent = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }

short-clothing = **{ $label }** { $probability } ({ $others })
short-unsure = Pas sûr : peut-être { short-clothing }
short-none = { verdict-none } (sinon : { $others })
short-not-clothing = { verdict-not-clothing }

# La réponse à plusieurs images : une ligne pour chacune.
line-clothing = { $number }. { short-clothing }
line-unsure = { $number }. { short-unsure }
line-none = { $number }. { short-none }
line-other = { $label } { $probability }
line-not-clothing = { $number }. { short-not-clothing }
line-failed = { $number }. { $sentence }
left-out = { $count ->
    [one] Une image de plus a été laissée de côté ; je réponds à { $limit } à la fois.
   *[other] { $count } images de plus ont été laissées de côté ; je réponds à { $limit } à la fois.
}

# Textes alternatifs.
alt-clothing = L'image { $number } telle que le réseau l'a vue : détourée et réduite à 28 sur 28 pixels gris. Elle ressemble à : { $label }, { $probability }.
alt-unsure = L'image { $number } telle que le réseau l'a vue : détourée et réduite à 28 sur 28 pixels gris. Peut-être : { $label }, { $probability }.
alt-none = L'image { $number } telle que le réseau l'a vue : détourée et réduite à 28 sur 28 pixels gris. Probablement aucune de mes classes ; sinon : { $label }.
alt-not-clothing = L'image { $number } telle que le réseau l'a vue : détourée et réduite à 28 sur 28 pixels gris. Aucun vêtement n'a été reconnu.
