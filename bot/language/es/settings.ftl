# El nombre de esta lengua, en ella misma.
language = Español

settings-name = ajustes
settings-description = Cómo se comporta FitCheck en este servidor

settings-title = ## FitCheck en este servidor
settings-hint = Cada elección tiene efecto al instante.
settings-above-menu = **{ $setting }**
settings-gone = Eliminados o archivados: { $places }
and-more = … y { $count } más
settings-line = **{ $setting }**
    { $value }
settings-saved =
    Guardado.
    { $line }
settings-changed = { $who } cambió **{ $setting }** de { $before } a { $after }.
settings-log-unreached = No se pudo avisar a { $channel }: ya no está, está archivado o no puedo entrar. Elige otro canal de registro.
settings-on = Activado
settings-off = Desactivado
settings-turn-on = Activar
settings-turn-off = Desactivar
settings-nothing = Nada

# Mensajes.
settings-answer-posts = Responder a imágenes publicadas
settings-allowed-channels = Solo en
settings-allowed-channels-none = Todos los canales
settings-denied-channels = No en
settings-denied-channels-none = Sin excepciones
settings-ignored-roles = Roles ignorados
settings-ignored-roles-none = No se ignora a nadie
settings-style = Respuestas a mensajes
settings-style-card = Una tarjeta con imagen y barras
settings-style-line = Una línea de texto
settings-style-reaction = Una reacción con el emoji de la clase
settings-silent-below = Silencio por debajo de
settings-silent-below-none = Responde siempre
settings-language = Idioma de las respuestas a mensajes
settings-language-none = El que tenga el servidor en Discord

# Lo que se guarda.
settings-correctors = Quién puede corregir una respuesta
settings-correctors-everyone = Quien la vea
settings-correctors-poster = Solo quien publicó la imagen
settings-kept = Qué se guarda
settings-keep-counts = Recuentos para las estadísticas
settings-keep-corrections = Correcciones
settings-keep-index = Índice para buscar mensajes
settings-retention-days = Cuánto se guardan respuestas y votos
settings-days = { $days ->
    [one] Un día
   *[other] { NUMBER($days, useGrouping: 0) } días
}
settings-log-channel-id = Canal de registro
settings-log-channel-id-none = No se avisa a nadie de los cambios

error-choice-gone = El servidor no tiene ese canal o rol, o no puedo verlo; elige otro, por favor.
