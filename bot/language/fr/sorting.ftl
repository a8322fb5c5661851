# Commandes.
sort-name = trier
sort-description = Trier les messages selon les vêtements de leurs images
sort-show-name = montrer
sort-show-description = Montrer le tri d'un salon, l'essayer, l'activer ou le désactiver
sort-tag-name = tag
sort-tag-description = Lier une classe à un tag de forum
sort-reaction-name = réaction
sort-reaction-description = Lier une classe à une réaction
sort-copy-name = copie
sort-copy-description = Lier une classe à un lien dans un autre salon
sort-remove-name = retirer
sort-remove-description = Délier une classe, ou toutes
sort-channel-name = salon
sort-channel-description = Le salon ou le forum à trier
sort-forum-name = forum
sort-forum-description = Le forum à trier
sort-class-name = classe
sort-class-description = Le vêtement
sort-class-all-description = Le vêtement ; sans choix, tous
sort-tag-tag-name = tag
sort-tag-tag-description = Le nom du tag ; sans choix, celui de la classe
sort-create-name = créer
sort-create-description = Créer les tags qui manquent au forum
sort-emoji-name = emoji
sort-emoji-description = L'emoji de la réaction
sort-target-name = vers
sort-target-description = Le salon qui reçoit un lien vers chacun de ces messages

# Le tableau.
sort-title-none =
    ### { $channel }
    Rien n'est trié ici. /{ sort-name } { sort-tag-name }, /{ sort-name } { sort-reaction-name } et /{ sort-name } { sort-copy-name } lient une classe à ce qu'elle doit entraîner.
sort-title-off =
    ### { $channel }
    { "**" }Désactivé.** Essaie-le sur les dix derniers messages ; ensuite, il peut être activé.
sort-title-on =
    ### { $channel }
    { "**" }Activé.** Les nouveaux messages sont triés ainsi ; une modification le désactive jusqu'au prochain essai.
sort-column-class = Classe
sort-column-effect = Effet
sort-effect-tag = tag { $target }
sort-gone-tag = un tag qui n'existe plus
sort-effect-reaction = réaction { $target }
sort-effect-copy = lien dans { $target }
sort-gone-copy = un lien dans un salon qui n'existe plus
sort-nothing = rien
sort-try = Essayer sur les dix derniers messages
sort-switch-on = Activer
sort-switch-off = Désactiver
sort-undo = Annuler la dernière modification
sort-back = Retour

# L'essai.
sort-trial =
    ### { $posts ->
        [one] Le dernier message aurait été trié ainsi
       *[other] Les { $posts } derniers messages auraient été triés ainsi
    }
sort-trial-empty =
    ### Il n'y a rien sur quoi essayer
    Je n'ai trouvé ici aucun message récent avec une image. Tu peux l'activer quand même.
sort-tried = { $number }. [Message]({ $url }) : { $garments } → { $effects }
sort-tried-none = { $number }. [Message]({ $url }) : aucun vêtement qui serve au tri → rien

# Dans l'autre salon.
sort-copy = **{ $garments }** : { $url }

# Ce qui peut échouer.
error-no-such-tag = Ce forum n'a pas de tag de ce nom ; utilise l'option « { sort-create-name } » pour le créer, ou choisis-en un autre.
error-forum-full = Discord accorde 20 tags à un forum, et il y en aurait plus ; supprimes-en, ou lie plusieurs classes à un même tag.
error-not-an-emoji = Ce n'est pas un emoji avec lequel je peux réagir ; prends un emoji standard ou un de ce serveur.
error-too-many-rules = Le tri d'un salon compte au plus 50 règles, et il y en aurait plus ; retires-en d'abord avec /{ sort-name } { sort-remove-name }.
error-plan-changed = Quelqu'un a modifié ce tri entre-temps ; regarde-le avec /{ sort-name } { sort-show-name } et continue à partir de là.
error-cannot-tag = Je n'ai pas le droit de mettre des tags ici : donne-moi « Voir le salon », « Voir les anciens messages » et « Gérer les fils » dans ce forum, et « Gérer les salons » pour créer des tags.
error-cannot-react = Je n'ai pas le droit de réagir ici : donne-moi « Voir le salon », « Voir les anciens messages » et « Ajouter des réactions » dans ce salon.
error-cannot-copy = Je n'ai pas le droit de publier des liens ici : donne-moi « Voir le salon », « Envoyer des messages » et « Voir les anciens messages » dans ce salon.
