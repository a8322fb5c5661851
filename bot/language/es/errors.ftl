# Una frase cada uno: la causa y qué ayuda.
error-empty-picture = Ese archivo está vacío; vuelve a enviar la imagen, por favor.
error-not-a-picture = Ese archivo no es una imagen que yo pueda leer; sirven JPEG, PNG, WebP, GIF, AVIF, HEIC, BMP y TIFF.
error-broken-picture = Esa imagen está dañada o incompleta; vuelve a enviarla, por favor.
error-picture-too-large = Esa imagen tiene { NUMBER($megapixels, maximumFractionDigits: 1) } megapíxeles y leo hasta { NUMBER($limit, maximumFractionDigits: 1) }; envía una copia más pequeña, por favor.
error-wrong-type = Ese adjunto no es una imagen que yo pueda leer; sirven JPEG, PNG, WebP, GIF, AVIF, HEIC, BMP y TIFF.
error-file-too-large = Ese archivo tiene { NUMBER($mebibytes, maximumFractionDigits: 1) } MiB y leo hasta { NUMBER($limit, maximumFractionDigits: 1) }; envía una copia más pequeña, por favor.
error-download-timeout = Descargar esa imagen tardó más de { NUMBER($seconds, maximumFractionDigits: 0) } segundos; inténtalo de nuevo, por favor.
error-download-broken = La descarga de esa imagen desde Discord se interrumpió; inténtalo de nuevo, por favor.
error-picture-gone = Esa imagen ya no está; publícala de nuevo, por favor.
error-no-picture = No veo ninguna imagen subida ahí, y las vistas previas de enlaces no cuentan; adjunta una o usa el menú de un mensaje que tenga una: Aplicaciones y luego «{ classify-menu-name }».
error-message-gone = El mensaje que iba a responder ya no está; publica la imagen de nuevo, por favor.
error-not-allowed = No puedo responder ahí: dame los permisos «Ver canal», «Enviar mensajes» (en hilos: «Enviar mensajes en hilos»), «Adjuntar archivos» y «Leer el historial de mensajes» en ese canal, «Conectar» en los canales de voz y «Gestionar hilos» en los hilos bloqueados.
error-channel-unread = No puedo leer el pasado de ese canal; dame «Ver canal» y «Leer el historial de mensajes» ahí, y «Conectar» en los canales de voz.
error-content-unseen = Discord no me deja ver lo que contienen los mensajes; quien me aloja tiene que activar «Message Content Intent» en el portal de desarrolladores de Discord.
error-forbidden = Discord no me deja hacer eso ahí; revisa, por favor, lo que me permiten mi rol y ese canal.
error-store-unavailable = Ahora mismo no puedo acceder a lo que guardo, así que no se cambió nada; inténtalo de nuevo en un minuto, por favor.
error-answer-forgotten = No guardo, o ya no guardo, una respuesta para esa imagen, así que no se puede corregir; publícala de nuevo para recibir otra respuesta.
error-not-the-poster = En este servidor solo quien publicó la imagen puede corregir su respuesta; pídeselo.
error-vote-unwanted = Después de eso pediste que te olvidara, así que tu voto no se guarda; pulsa otra vez si quieres que se guarde.
error-unknown-class = Esa no es una de mis clases; elige una de la lista, por favor.
error-panel-closed = Ya no respondo a los botones de ese mensaje; usa su comando otra vez.
error-panel-changed = Ese mensaje estaba cambiando; pulsa otra vez.
error-setting-invalid = Este ajuste no admite ese valor; elige uno de la lista, por favor.
error-nothing-to-undo = Ahí no se cambió nada que se pueda deshacer.
error-missing-permissions = Para eso necesitas el permiso «Gestionar servidor»; pídeselo a alguien que lo tenga.
error-no-private-message = Eso solo funciona en servidores; úsalo allí, por favor.
error-outdated-command = Ese comando ha cambiado mientras tanto; recarga Discord y úsalo de nuevo.
error-unknown = Algo salió mal por mi parte; inténtalo de nuevo, por favor, y si sigue igual, dale el código { $code } a quien me aloja.
error-shutting-down = Me están reiniciando; inténtalo de nuevo en un minuto, por favor.
error-cooling-down = Eso fue mucho en poco tiempo; espera { $seconds ->
    [one] un segundo
   *[other] { NUMBER($seconds, maximumFractionDigits: 0) } segundos
}, por favor.
