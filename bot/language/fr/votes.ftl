# Les boutons sous une réponse.
votes-right = C'est juste
votes-otherwise = C'est autre chose

# Laquelle de plusieurs images, quelle que soit la question.
which-picture = De quelle image parles-tu ?
picture-number = Image { $number }
choose-picture = Choisis une image
votes-picture = Image { $number } : { $label }

# Qu'est-ce que c'est, alors ?
votes-what = Qu'est-ce que c'est vraiment ? Tu peux changer d'avis quand tu veux.
votes-choose = Choisis ce que c'est
votes-thanks = Merci ! Tu as dit : { $said }.
votes-thanks-outvoted = Merci ! Tu as dit : { $said }. Selon la plupart, c'est : { $label }.
votes-unshown = La réponse ci-dessus montre encore l'ancienne classe : elle a disparu, son fil est archivé, je n'ai pas le droit de voir ce salon, ou quelque chose a échoué en route. Ton vote compte quand même.

# Ce que montre une réponse corrigée.
corrected-heading-seen =
    ### { $label }
    -# Corrigé par des membres. J'avais dit : { $answered }, { $probability }
corrected-heading-none =
    ### { $label }
    -# Corrigé par des membres. Je pensais que ce n'était aucune de mes classes.
corrected-heading-unseen =
    ### { $label }
    -# Corrigé par des membres. Je n'avais vu aucun vêtement.
corrected-short-seen = **{ $label }** (corrigé ; j'avais dit { $answered } { $probability })
corrected-short-none = **{ $label }** (corrigé ; je pensais que ce n'était aucune de mes classes)
corrected-short-unseen = **{ $label }** (corrigé ; je n'avais vu aucun vêtement)
corrected-line-seen = { $number }. { corrected-short-seen }
corrected-line-none = { $number }. { corrected-short-none }
corrected-line-unseen = { $number }. { corrected-short-unseen }
corrected-alt = L'image { $number } telle que le réseau l'a vue : détourée et réduite à 28 sur 28 pixels gris. Corrigée par des membres : { $label }.

# Ce qui peut échouer.
error-unknown-button = Ce bouton ne me dit plus rien ; utilise ceux d'une réponse plus récente.
error-corrections-off = Ce serveur ne garde pas les corrections ; quelqu'un qui gère le serveur peut les activer avec /{ settings-name }.
