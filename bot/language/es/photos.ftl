# Comandos.
classify-name = clasificar
classify-description = Nombrar las prendas de unas imágenes, o de la última imagen del canal
classify-image-name = imagen
classify-image-description = Una foto de una prenda; sin ella, la última imagen del canal
classify-image2-name = imagen2
classify-image3-name = imagen3
classify-image4-name = imagen4
classify-another-description = Otra foto de una prenda
classify-private-name = privado
classify-private-description = Mostrar la respuesta solo a ti
classify-menu-name = Clasificar prenda
upload-title = { classify-menu-name }
upload-label = Fotos
upload-description = No encontré ninguna imagen aquí. Sube hasta { $limit }, con una prenda cada una.

# Lo que se dice de una imagen, se pregunte donde se pregunte.
verdict-clothing = { $label }, { $probability }
verdict-unsure = No es seguro: quizá { $label }, { $probability }
verdict-none = No es seguro: probablemente ninguna de mis clases
verdict-not-clothing = Ninguna prenda que yo conozca
why-not-clothing = No veo aquí ninguna prenda de mis clases.
if-of-classes = Si fuera una de mis clases

# La respuesta a una imagen.
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
short-unsure = No es seguro: quizá { short-clothing }
short-none = { verdict-none } (si fuera una: { $others })
short-not-clothing = { verdict-not-clothing }

# La respuesta a varias imágenes: una línea para cada una.
line-clothing = { $number }. { short-clothing }
line-unsure = { $number }. { short-unsure }
line-none = { $number }. { short-none }
line-other = { $label } { $probability }
line-not-clothing = { $number }. { short-not-clothing }
line-failed = { $number }. { $sentence }
left-out = { $count ->
    [one] Quedó fuera una imagen más; respondo a { $limit } cada vez.
   *[other] Quedaron fuera { $count } imágenes más; respondo a { $limit } cada vez.
}

# Textos alternativos.
alt-clothing = La imagen { $number } como la vio la red: recortada y reducida a 28 por 28 píxeles grises. Parece: { $label }, { $probability }.
alt-unsure = La imagen { $number } como la vio la red: recortada y reducida a 28 por 28 píxeles grises. Quizá: { $label }, { $probability }.
alt-none = La imagen { $number } como la vio la red: recortada y reducida a 28 por 28 píxeles grises. Probablemente ninguna de mis clases; si fuera una: { $label }.
alt-not-clothing = La imagen { $number } como la vio la red: recortada y reducida a 28 por 28 píxeles grises. No se reconoció ninguna prenda.
