# Comandos.
sort-name = ordenar
sort-description = Ordenar mensajes según las prendas de sus imágenes
sort-show-name = mostrar
sort-show-description = Mostrar cómo se ordena un canal, probarlo, activarlo o desactivarlo
sort-tag-name = etiqueta
sort-tag-description = Unir una clase a una etiqueta de un foro
sort-reaction-name = reacción
sort-reaction-description = Unir una clase a una reacción
sort-copy-name = copia
sort-copy-description = Unir una clase a un enlace en otro canal
sort-remove-name = quitar
sort-remove-description = Separar una clase, o todas
sort-channel-name = canal
sort-channel-description = El canal o foro que se ordena
sort-forum-name = foro
sort-forum-description = El foro que se ordena
sort-class-name = clase
sort-class-description = La prenda
sort-class-all-description = La prenda; sin ella, todas
sort-tag-tag-name = etiqueta
sort-tag-tag-description = El nombre de la etiqueta; sin él, el de la clase
sort-create-name = crear
sort-create-description = Crear las etiquetas que le falten al foro
sort-emoji-name = emoji
sort-emoji-description = El emoji de la reacción
sort-target-name = destino
sort-target-description = El canal que recibe un enlace a cada uno de esos mensajes

# La tabla.
sort-title-none =
    ### { $channel }
    Aquí no se ordena nada. /{ sort-name } { sort-tag-name }, /{ sort-name } { sort-reaction-name } y /{ sort-name } { sort-copy-name } unen una clase a lo que deba ocurrir.
sort-title-off =
    ### { $channel }
    { "**" }Desactivado.** Pruébalo con los diez últimos mensajes; después se puede activar.
sort-title-on =
    ### { $channel }
    { "**" }Activado.** Los mensajes nuevos se ordenan así; un cambio lo desactiva hasta que se pruebe.
sort-column-class = Clase
sort-column-effect = Efecto
sort-effect-tag = etiqueta { $target }
sort-gone-tag = una etiqueta que ya no existe
sort-effect-reaction = reacción { $target }
sort-effect-copy = enlace en { $target }
sort-gone-copy = un enlace en un canal que ya no existe
sort-nothing = nada
sort-try = Probar con los diez últimos mensajes
sort-switch-on = Activar
sort-switch-off = Desactivar
sort-undo = Deshacer el último cambio
sort-back = Volver

# La prueba.
sort-trial =
    ### { $posts ->
        [one] El último mensaje se habría ordenado así
       *[other] Los últimos { $posts } mensajes se habrían ordenado así
    }
sort-trial-empty =
    ### No hay nada con qué probar
    No encontré ahí ningún mensaje reciente con una imagen. Puedes activarlo de todos modos.
sort-tried = { $number }. [Mensaje]({ $url }): { $garments } → { $effects }
sort-tried-none = { $number }. [Mensaje]({ $url }): ninguna prenda por la que ordenar → nada

# En el otro canal.
sort-copy = **{ $garments }**: { $url }

# Lo que puede fallar.
error-no-such-tag = Ese foro no tiene ninguna etiqueta con ese nombre; usa la opción «{ sort-create-name }» para crearla o elige otra.
error-forum-full = Discord permite 20 etiquetas en un foro, y serían más; borra algunas o une varias clases a una etiqueta.
error-not-an-emoji = Ese no es un emoji con el que pueda reaccionar; usa uno estándar o uno de este servidor.
error-too-many-rules = El orden de un canal admite 50 reglas, y serían más; quita antes algunas con /{ sort-name } { sort-remove-name }.
error-plan-changed = Alguien cambió este orden mientras tanto; míralo con /{ sort-name } { sort-show-name } y sigue desde ahí.
error-cannot-tag = No puedo poner etiquetas ahí: dame «Ver canal», «Leer el historial de mensajes» y «Gestionar hilos» en ese foro, y «Gestionar canales» para crear etiquetas.
error-cannot-react = No puedo reaccionar ahí: dame «Ver canal», «Leer el historial de mensajes» y «Añadir reacciones» en ese canal.
error-cannot-copy = No puedo publicar enlaces ahí: dame «Ver canal», «Enviar mensajes» y «Leer el historial de mensajes» en ese canal.
