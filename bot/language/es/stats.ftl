# Comandos.
stats-name = estadísticas
stats-description = Las cifras de FitCheck, para quien gestiona el servidor
stats-show-name = mostrar
stats-show-description = Las cifras de la red, de este servidor y del alojamiento
stats-export-name = exportar
stats-export-description = Lo contado y corregido en este servidor, en archivos CSV

# Los botones que pasan las páginas.
stats-page-network = Red
stats-page-server = Este servidor
stats-page-host = Alojamiento

# La red.
stats-title = ## Las cifras de FitCheck
stats-network = **Red** { $version }
stats-accuracy = **{ $set }** { $accuracy } de { $pictures } imágenes acertadas
stats-false-clothing = **Imágenes sin ropa** { $share } se toman por ropa
stats-fashion-mnist = Imágenes de prueba de Fashion-MNIST
stats-photos = Fotos reales
stats-per-class = **Aciertos por clase** ({ $sets })
stats-class = { $label } { $accuracy }
share = { NUMBER($share, style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1) }
stats-confusion-title = { $set }: lo que se respondió
stats-confusion-true = clase verdadera
stats-confusion-answer = respuesta
stats-confusion-alt = Matriz de confusión, { $set }: clases verdaderas en filas, respuestas en columnas. La confusión más frecuente: { $true }, respondida como { $answer } ({ $count }).
stats-reliability-title = { $set }: ¿acierta la confianza?
stats-reliability-confidence = confianza
stats-reliability-accuracy = proporción de aciertos
stats-reliability-alt = Curva de fiabilidad, { $set }: proporción de aciertos con cada confianza. De media difieren en { $error }.

# Este servidor.
stats-server-title = ## Este servidor
stats-server-answered = **Imágenes respondidas** { $count }
stats-counts-off = El recuento está desactivado en los ajustes de este servidor.
stats-no-votes = Nadie ha dicho aún si una respuesta era correcta.
stats-right = **Correctas según los miembros** { $share } de { $total ->
    [one] una imagen
   *[other] { $total } imágenes
} (95 % de confianza: de { $low } a { $high })
stats-corrected = **Correcciones más frecuentes**
stats-corrected-pair = { $answered } → { $label }: { $count }
stats-by-class-title = Imágenes respondidas por clase
stats-by-class-one = { $label } { $count }
stats-by-class-alt = Barras: imágenes respondidas por clase. Las más frecuentes: { $classes }.
stats-by-day-title = Imágenes respondidas, últimos { $days } días
stats-by-day-alt = Barras: imágenes respondidas en cada uno de los últimos { $days } días, { $total } en total, la mayoría el { DATETIME($day, dateStyle: "medium") } ({ $count }).
stats-day = { DATETIME($day, dateStyle: "short") }
stats-exported = Lo contado y corregido en este servidor; días y horas en UTC. No hay nombres ni números de personas.

# El alojamiento.
stats-host-title = ## Alojamiento
stats-answered = **Imágenes respondidas desde el inicio** { $count }
stats-latency = **De la pregunta a la respuesta** mediana { NUMBER($median, maximumFractionDigits: 0) } ms, percentil 95 { NUMBER($p95, maximumFractionDigits: 0) } ms
stats-no-latency = **De la pregunta a la respuesta** aún no se ha medido nada
stats-queue = **Respondiendo ahora mismo** { $count }
stats-memory = **Memoria** { NUMBER($mebibytes, maximumFractionDigits: 0) } MiB
stats-uptime = **Iniciado** { $since }
stats-shard = **Shard** { $number } de { $count }
stats-versions = **Versiones** { $versions }
