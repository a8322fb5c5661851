# Commandes.
find-name = trouver
find-description = Trouver les messages les plus récents de ce serveur avec un vêtement
find-class-name = classe
find-class-description = Le vêtement
find-from-name = de
find-from-description = Seulement les messages de ce membre
find-in-name = dans
find-in-description = Seulement les messages de ce salon et de ses fils, ou de cette catégorie
find-since-name = depuis
find-since-description = Seulement les messages depuis ce jour, par exemple 2026-01-31 (UTC)
find-since-choice = { $days ->
    [0] aujourd'hui
   *[other] les { $days } derniers jours
}
index-name = index
index-description = Rendre trouvable le passé d'un salon, et voir où cela en est
index-channel-name = salon
index-channel-description = Le salon à indexer, avec ses fils ; sans choix, tu vois où en sont les autres

# Ce qui a été trouvé.
find-title = ### { $label } : messages les plus récents, page { $page }
find-nothing = Je ne connais aucun message avec { $label } que tu puisses lire. Les messages antérieurs à l'index se trouvent dès qu'un admin indexe leur salon avec /{ index-name }.
find-post = { $author } dans { $channel }, { $when }
    { $pictures ->
        [one] Une image
       *[other] { $pictures } images
    }, { $probability }
find-jump = Aller au message
find-newer = Plus récents
find-older = Plus anciens

# Où en est l'index.
index-title = ### Le passé des salons
index-title-none =
    ### Le passé des salons
    Aucun salon n'a encore été indexé ; choisis-en un avec l'option de la commande.
index-title-off =
    ### Le passé des salons
    L'index est désactivé : rien n'est indexé et rien ne peut être trouvé ; /{ settings-name } l'active.
index-title-unseen =
    ### Le passé des salons
    { error-content-unseen }
index-waiting = { $channel } : attend son tour
index-reached = { $channel } : remonté jusqu'au { $reached } ; le salon commence le { $first }. { $messages ->
        [one] { $messages } message lu
       *[other] { $messages } messages lus
    }, { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    } avec des vêtements
index-unread = { $channel } : en attente, car je n'ai pas le droit de le lire ; donne-moi « Voir le salon » et « Voir les anciens messages » là-bas, et « Se connecter » dans les salons vocaux.
index-finished = { $channel } : terminé. { $messages ->
        [one] { $messages } message lu
       *[other] { $messages } messages lus
    }, { $pictures ->
        [one] { $pictures } image
       *[other] { $pictures } images
    } avec des vêtements
index-more = { $channels ->
    [one] Un salon de plus
   *[other] { $channels } salons de plus
}
index-stop = Arrêter
index-refresh = Actualiser

# Ce qui peut échouer.
error-index-off = Ce serveur ne tient pas d'index, rien ne peut donc être trouvé ; quelqu'un qui gère le serveur peut l'activer avec /{ settings-name }.
error-not-a-date = Je ne comprends pas ce jour ; écris-le comme 2026-01-31.
