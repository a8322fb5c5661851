# Comandos.
help-name = ayuda
help-description = Lo que FitCheck puede hacer por ti aquí
privacy-name = privacidad
privacy-description = Qué guarda FitCheck y durante cuánto tiempo
forget-name = olvídame
forget-description = Borrar lo que FitCheck guarda sobre ti, en todos los servidores

# Ayuda.
help-start =
    ### FitCheck
    Nombro la prenda de una foto y lo digo cuando no es seguro. Publica una foto, mencióname al responder a una, envíame una en privado o usa un comando:
help-command = **/{ $name }** { $description }
help-menu = **Aplicaciones → { $name }** en el menú de un mensaje: nombra las prendas de sus imágenes
help-end = Cometo errores. /{ privacy-name } dice qué guardo; /{ forget-name } borra lo que trata de ti.

# Privacidad.
privacy-always =
    ### Lo que guardo
    - Las imágenes nunca se guardan: tengo cada una los segundos que tarda la respuesta, y luego desaparece.
    - Nunca se entrena nada con lo que se publica.
    - No guardo el texto de los mensajes ni nombres, solo los números que Discord da a mensajes, canales y personas.
    - Lo que me preguntas en privado como mucho se cuenta, donde un servidor lleva recuentos, y por lo demás no deja rastro.
privacy-nowhere = Aquí no guardo nada.
privacy-here = **En este servidor**
privacy-counts-on = - Se guardan recuentos: cuántas imágenes de cada clase cada día. No dicen nada de personas.
privacy-counts-off = - No se guardan recuentos nuevos; los anteriores quedan hasta que este servidor me quite.
privacy-corrections-on = - Se guardan correcciones: mis respuestas, quién publicó las imágenes y quién votó qué.
privacy-corrections-off = - No se guardan correcciones nuevas; las anteriores se borran cuando acaba su plazo.
privacy-index-on = - Se guarda el índice: qué mensajes contienen qué clase y quién los publicó, para que /{ find-name } los encuentre para quienes pueden leerlos.
privacy-index-off = - El índice está desactivado, así que no se pueden buscar mensajes por clase; lo que se guardó antes para él se borra cuando acaba su plazo.
privacy-retention = { $days ->
    [one] Respuestas y votos se borran un día después de guardarse; un mensaje borrado se olvida al instante.
   *[other] Respuestas y votos se borran { $days } días después de guardarse; un mensaje borrado se olvida al instante.
}
privacy-rights = /{ forget-name } borra al instante lo guardado sobre ti, en todos los servidores. Para lo demás, pregunta a quien me aloja: su nombre está en mi perfil.

# Olvido.
forget-done =
    ### Olvidado, en todos los servidores
    - { $posts ->
        [0] No había mensajes tuyos guardados
        [one] Un mensaje tuyo
       *[other] { $posts } mensajes tuyos
    }
    - { $answers ->
        [0] Ninguna respuesta a ellos
        [one] Una respuesta a ellos
       *[other] { $answers } respuestas a ellos
    }
    - { $votes ->
        [0] Ningún voto
        [one] Un voto, tuyo o sobre tus mensajes
       *[other] { $votes } votos, los tuyos y los que hay sobre tus mensajes
    }
    Lo que publiques a partir de ahora se responde y se guarda como dice /{ privacy-name }. Si un admin incluye el pasado de un canal en el índice, tus mensajes de ese canal vuelven a él.
forget-nothing = No había nada guardado sobre ti.
