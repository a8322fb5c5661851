# Commandes.
stats-name = statistiques
stats-description = Les chiffres de FitCheck, pour qui gère le serveur
stats-show-name = montrer
stats-show-description = Les chiffres du réseau, de ce serveur et de l'hébergement
stats-export-name = exporter
stats-export-description = Ce qui a été compté et corrigé sur ce serveur, en fichiers CSV

# Les boutons qui tournent les pages.
stats-page-network = Réseau
stats-page-server = Ce serveur
stats-page-host = Hébergement

# Le réseau.
stats-title = ## Les chiffres de FitCheck
stats-network = **Réseau** { $version }
stats-accuracy = **{ $set }** { $accuracy } de { $pictures } images justes
stats-false-clothing = **Images sans vêtement** { $share } sont prises pour un vêtement
stats-fashion-mnist = Images de test Fashion-MNIST
stats-photos = Vraies photos
stats-per-class = **Réponses justes par classe** ({ $sets })
stats-class = { $label } { $accuracy }
share = { NUMBER($share, style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1) }
stats-confusion-title = { $set } : ce qui a été répondu
stats-confusion-true = vraie classe
stats-confusion-answer = réponse
stats-confusion-alt = Matrice de confusion, { $set } : vraies classes en lignes, réponses en colonnes. Confusion la plus fréquente : { $true }, pris pour { $answer } ({ $count }).
stats-reliability-title = { $set } : la confiance est-elle juste ?
stats-reliability-confidence = confiance
stats-reliability-accuracy = part de réponses justes
stats-reliability-alt = Courbe de fiabilité, { $set } : part de réponses justes pour chaque confiance. L'écart moyen est de { $error }.

# Ce serveur.
stats-server-title = ## Ce serveur
stats-server-answered = **Images traitées** { $count }
stats-counts-off = Le comptage est désactivé dans les réglages de ce serveur.
stats-no-votes = Personne n'a encore dit si une réponse était juste.
stats-right = **Jugées justes par les membres** { $share } de { $total ->
    [one] { $total } image
   *[other] { $total } images
} (intervalle de confiance à 95 % : de { $low } à { $high })
stats-corrected = **Corrections les plus fréquentes**
stats-corrected-pair = { $answered } → { $label } : { $count }
stats-by-class-title = Images traitées par classe
stats-by-class-one = { $label } { $count }
stats-by-class-alt = Barres : images traitées par classe. Les plus fréquentes : { $classes }.
stats-by-day-title = Images traitées, { $days } derniers jours
stats-by-day-alt = Barres : images traitées chacun des { $days } derniers jours, { $total } en tout, le plus le { DATETIME($day, dateStyle: "medium") } ({ $count }).
stats-day = { DATETIME($day, dateStyle: "short") }
stats-exported = Ce qui a été compté et corrigé sur ce serveur ; jours et heures en UTC. Il n'y a ni nom ni numéro de personne.

# L'hébergement.
stats-host-title = ## Hébergement
stats-answered = **Images traitées depuis le démarrage** { $count }
stats-latency = **De la question à la réponse** médiane { NUMBER($median, maximumFractionDigits: 0) } ms, 95e centile { NUMBER($p95, maximumFractionDigits: 0) } ms
stats-no-latency = **De la question à la réponse** rien de mesuré pour l'instant
stats-queue = **En cours de traitement** { $count }
stats-memory = **Mémoire** { NUMBER($mebibytes, maximumFractionDigits: 0) } Mio
stats-uptime = **Démarré** { $since }
stats-shard = **Shard** { $number } sur { $count }
stats-versions = **Versions** { $versions }
