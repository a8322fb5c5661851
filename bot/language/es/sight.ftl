# El botón bajo una respuesta.
sight-button = Cómo lo ve la red

# Cómo se ve una imagen.
sight-clothing = **{ $label }, { $probability }.** Primero tu foto y el recorte que elegí, luego los 28 por 28 píxeles grises que miro, al final lo que importó: cuanto más brilla un punto, menos seguridad me queda cuando falta.
sight-unsure = **No es seguro: quizá { $label }, { $probability }.** Primero tu foto y el recorte que elegí, luego los 28 por 28 píxeles grises que miro, al final lo que importó: cuanto más brilla un punto, menos seguridad me queda cuando falta.
sight-none = **{ verdict-none }.** Primero tu foto y el recorte que elegí, luego los 28 por 28 píxeles grises que miro, al final lo que más se parecía, para mí, a { $label }: cuanto más brilla un punto, más se parecía.
sight-not-clothing = **Ninguna prenda que yo conozca.** Primero tu foto y el recorte que elegí, luego los 28 por 28 píxeles grises que miro, al final lo que más se parecía, para mí, a { $label }: cuanto más brilla un punto, más se parecía.
sight-photo-alt = La imagen { $number } con un marco alrededor del recorte.
sight-seen-alt = La misma imagen en 28 por 28 píxeles grises, separada de su fondo.
sight-heat-alt =
    Los mismos píxeles; brillan donde quitar un trozo cambia la respuesta, sobre todo { $place ->
        [top-left] arriba a la izquierda
        [top-middle] arriba
        [top-right] arriba a la derecha
        [middle-left] a la izquierda
        [middle-right] a la derecha
        [bottom-left] abajo a la izquierda
        [bottom-middle] abajo
        [bottom-right] abajo a la derecha
       *[middle-middle] en el centro
    }.
