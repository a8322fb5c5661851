# Le bouton sous une réponse.
sight-button = Ce que voit le réseau

# Comment une image est vue.
sight-clothing = **{ $label }, { $probability }.** D'abord ta photo et le cadre que j'y ai choisi, puis les 28 sur 28 pixels gris que je regarde, enfin ce qui a compté : plus un endroit brille, moins je suis sûr quand on l'enlève.
sight-unsure = **Pas sûr : peut-être { $label }, { $probability }.** D'abord ta photo et le cadre que j'y ai choisi, puis les 28 sur 28 pixels gris que je regarde, enfin ce qui a compté : plus un endroit brille, moins je suis sûr quand on l'enlève.
sight-none = **{ verdict-none }.** D'abord ta photo et le cadre que j'y ai choisi, puis les 28 sur 28 pixels gris que je regarde, enfin ce qui ressemblait le plus, pour moi, à { $label } : plus un endroit brille, plus il y ressemblait.
sight-not-clothing = **Aucun vêtement que je connaisse.** D'abord ta photo et le cadre que j'y ai choisi, puis les 28 sur 28 pixels gris que je regarde, enfin ce qui ressemblait le plus, pour moi, à { $label } : plus un endroit brille, plus il y ressemblait.
sight-photo-alt = L'image { $number } avec un cadre autour de la partie retenue.
sight-seen-alt = La même image en 28 sur 28 pixels gris, détourée de son fond.
sight-heat-alt =
    Les mêmes pixels ; ils brillent là où enlever un morceau change la réponse, surtout { $place ->
        [top-left] en haut à gauche
        [top-middle] en haut
        [top-right] en haut à droite
        [middle-left] à gauche
        [middle-right] à droite
        [bottom-left] en bas à gauche
        [bottom-middle] en bas
        [bottom-right] en bas à droite
       *[middle-middle] au milieu
    }.
