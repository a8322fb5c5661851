# Comandos.
find-name = buscar
find-description = Buscar los mensajes más recientes de este servidor con una prenda
find-class-name = clase
find-class-description = La prenda
find-from-name = de
find-from-description = Solo mensajes de este miembro
find-in-name = en
find-in-description = Solo mensajes de este canal y sus hilos, o de esta categoría
find-since-name = desde
find-since-description = Solo mensajes desde este día, por ejemplo 2026-01-31 (UTC)
find-since-choice = { $days ->
    [0] hoy
   *[other] los últimos { $days } días
}
index-name = índice
index-description = Hacer que se pueda buscar el pasado de un canal, y ver por dónde va
index-channel-name = canal
index-channel-description = El canal, con sus hilos; si no eliges ninguno, ves por dónde van los demás

# Lo encontrado.
find-title = ### { $label }: mensajes más recientes, página { $page }
find-nothing = No conozco ningún mensaje con { $label } que puedas leer. Los mensajes anteriores al índice se encuentran cuando un admin incluye su canal con /{ index-name }.
find-post = { $author } en { $channel }, { $when }
    { $pictures ->
        [one] Una imagen
       *[other] { $pictures } imágenes
    }, { $probability }
find-jump = Ir al mensaje
find-newer = Más nuevos
find-older = Más antiguos

# Por dónde va el índice.
index-title = ### El pasado de los canales
index-title-none =
    ### El pasado de los canales
    Aún no se ha incluido ningún canal; elige uno con la opción del comando.
index-title-off =
    ### El pasado de los canales
    El índice está desactivado, así que no se incluye ni se encuentra nada; /{ settings-name } lo activa.
index-title-unseen =
    ### El pasado de los canales
    { error-content-unseen }
index-waiting = { $channel }: espera su turno
index-reached = { $channel }: hasta el { $reached }; el canal empieza el { $first }. { $messages ->
        [one] Un mensaje leído
       *[other] { $messages } mensajes leídos
    }, { $pictures ->
        [one] una imagen
       *[other] { $pictures } imágenes
    } con prendas
index-unread = { $channel }: en espera, porque no puedo leerlo; dame «Ver canal» y «Leer el historial de mensajes» ahí, y «Conectar» en los canales de voz.
index-finished = { $channel }: terminado. { $messages ->
        [one] Un mensaje leído
       *[other] { $messages } mensajes leídos
    }, { $pictures ->
        [one] una imagen
       *[other] { $pictures } imágenes
    } con prendas
index-more = { $channels ->
    [one] Un canal más
   *[other] { $channels } canales más
}
index-stop = Detener
index-refresh = Actualizar

# Lo que puede fallar.
error-index-off = Este servidor no lleva índice, así que no se puede encontrar nada; quien gestione el servidor puede activarlo con /{ settings-name }.
error-not-a-date = No entiendo ese día; escríbelo como 2026-01-31.
