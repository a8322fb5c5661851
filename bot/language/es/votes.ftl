# Los botones bajo una respuesta.
votes-right = Es correcto
votes-otherwise = Es otra cosa

# Cuál de varias imágenes, se pregunte lo que se pregunte.
which-picture = ¿A qué imagen te refieres?
picture-number = Imagen { $number }
choose-picture = Elige una imagen
votes-picture = Imagen { $number }: { $label }

# ¿Qué es entonces?
votes-what = ¿Qué es en realidad? Puedes cambiar de opinión cuando quieras.
votes-choose = Elige qué es
votes-thanks = ¡Gracias! Has dicho: { $said }.
votes-thanks-outvoted = ¡Gracias! Has dicho: { $said }. Según la mayoría, es: { $label }.
votes-unshown = La respuesta de arriba aún muestra la clase antigua: ya no está, su hilo está archivado, no puedo ver este canal o algo falló por el camino. Tu voto cuenta igualmente.

# Lo que muestra una respuesta corregida.
corrected-heading-seen =
    ### { $label }
    -# Corregido por miembros. Yo había dicho: { $answered }, { $probability }
corrected-heading-none =
    ### { $label }
    -# Corregido por miembros. Yo había pensado que no era ninguna de mis clases.
corrected-heading-unseen =
    ### { $label }
    -# Corregido por miembros. Yo no había visto ninguna prenda.
corrected-short-seen = **{ $label }** (corregido; yo había dicho { $answered } { $probability })
corrected-short-none = **{ $label }** (corregido; yo había pensado que no era ninguna de mis clases)
corrected-short-unseen = **{ $label }** (corregido; yo no había visto ninguna prenda)
corrected-line-seen = { $number }. { corrected-short-seen }
corrected-line-none = { $number }. { corrected-short-none }
corrected-line-unseen = { $number }. { corrected-short-unseen }
corrected-alt = La imagen { $number } como la vio la red: recortada y reducida a 28 por 28 píxeles grises. Corregida por miembros: { $label }.

# Lo que puede fallar.
error-unknown-button = Ese botón ya no me dice nada; usa los de una respuesta más reciente.
error-corrections-off = Este servidor no guarda correcciones; quien gestione el servidor puede activarlas con /{ settings-name }.
