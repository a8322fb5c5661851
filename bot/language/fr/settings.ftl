# Le nom de cette langue, dans cette langue.
language = Français

settings-name = réglages
settings-description = Comment FitCheck se comporte sur ce serveur

settings-title = ## FitCheck sur ce serveur
settings-hint = Chaque choix prend effet aussitôt.
settings-above-menu = **{ $setting }**
settings-gone = Disparus ou archivés : { $places }
and-more = … et { $count } de plus
settings-line = **{ $setting }**
    { $value }
settings-saved =
    Enregistré.
    { $line }
settings-changed = { $who } a changé **{ $setting }** de { $before } à { $after }.
settings-log-unreached = { $channel } n'a pas pu être prévenu : il a disparu, est archivé ou m'est fermé. Choisis un autre salon de journal.
settings-on = Activé
settings-off = Désactivé
settings-turn-on = Activer
settings-turn-off = Désactiver
settings-nothing = Rien

# Messages.
settings-answer-posts = Répondre aux images publiées
settings-allowed-channels = Seulement dans
settings-allowed-channels-none = Tous les salons
settings-denied-channels = Pas dans
settings-denied-channels-none = Aucune exception
settings-ignored-roles = Rôles ignorés
settings-ignored-roles-none = Personne n'est ignoré
settings-style = Réponses aux messages
settings-style-card = Une carte avec image et barres
settings-style-line = Une ligne de texte
settings-style-reaction = Une réaction avec l'emoji de la classe
settings-silent-below = Silence en dessous de
settings-silent-below-none = Répond toujours
settings-language = Langue des réponses aux messages
settings-language-none = Comme le serveur est réglé dans Discord

# Ce qui est gardé.
settings-correctors = Qui peut corriger une réponse
settings-correctors-everyone = Toute personne qui la voit
settings-correctors-poster = Seulement la personne qui a publié l'image
settings-kept = Ce qui est gardé
settings-keep-counts = Totaux pour les statistiques
settings-keep-corrections = Corrections
settings-keep-index = Index pour trouver des messages
settings-retention-days = Durée de conservation des réponses et des votes
settings-days = { $days ->
    [one] { NUMBER($days, useGrouping: 0) } jour
   *[other] { NUMBER($days, useGrouping: 0) } jours
}
settings-log-channel-id = Salon de journal
settings-log-channel-id-none = Les modifications ne sont signalées à personne

error-choice-gone = Le serveur n'a pas ce salon ou ce rôle, ou je ne le vois pas ; choisis autre chose, s'il te plaît.
