# Solo lo que en América Latina se dice de otra manera que en España.
language = Español (Latinoamérica)
class-pullover = Suéter
class-sneaker = Tenis
class-bag = Bolsa
votes-thanks = ¡Gracias! Dijiste: { $said }.
votes-thanks-outvoted = ¡Gracias! Dijiste: { $said }. Según la mayoría, es: { $label }.
error-outdated-command = Ese comando cambió mientras tanto; recarga Discord y úsalo de nuevo.
error-missing-permissions = Para eso necesitas el permiso «Administrar servidor»; pídeselo a alguien que lo tenga.
index-title-none =
    ### El pasado de los canales
    Todavía no se incluyó ningún canal; elige uno con la opción del comando.
stats-no-votes = Nadie dijo todavía si una respuesta era correcta.
stats-no-latency = **De la pregunta a la respuesta** todavía no se midió nada
stats-right = **Correctas según los miembros** { $share } de { $total ->
    [one] una imagen
   *[other] { $total } imágenes
} (95% de confianza: de { $low } a { $high })
error-cannot-tag = No puedo poner etiquetas ahí: dame «Ver canal», «Leer el historial de mensajes» y «Administrar hilos» en ese foro, y «Administrar canales» para crear etiquetas.
error-cannot-react = No puedo reaccionar ahí: dame «Ver canal», «Leer el historial de mensajes» y «Agregar reacciones» en ese canal.
