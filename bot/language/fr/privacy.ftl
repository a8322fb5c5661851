# Commandes.
help-name = aide
help-description = Ce que FitCheck peut faire pour toi ici
privacy-name = confidentialité
privacy-description = Ce que FitCheck garde, et combien de temps
forget-name = oublie-moi
forget-description = Supprimer ce que FitCheck garde sur toi, sur tous les serveurs

# Aide.
help-start =
    ### FitCheck
    Je nomme le vêtement d'une photo, et je le dis quand je ne suis pas sûr. Publie une photo, mentionne-moi en réponse à une photo, envoie-m'en une en privé, ou utilise une commande :
help-command = **/{ $name }** { $description }
help-menu = **Applications → { $name }** dans le menu d'un message : nomme les vêtements de ses images
help-end = Je fais des erreurs. /{ privacy-name } dit ce que je garde ; /{ forget-name } supprime ce qui te concerne.

# Confidentialité.
privacy-always =
    ### Ce que je garde
    - Les images ne sont jamais enregistrées : j'en tiens une le temps d'une réponse, quelques secondes, puis elle disparaît.
    - Rien n'est jamais entraîné avec ce que vous publiez.
    - Je n'enregistre ni le texte des messages ni aucun nom, seulement les numéros que Discord donne aux messages, aux salons et aux personnes.
    - Ce que tu me demandes en privé est tout au plus compté, là où un serveur compte, et ne laisse sinon aucune trace.
privacy-nowhere = Ici, je ne garde rien.
privacy-here = **Sur ce serveur**
privacy-counts-on = - Des totaux sont gardés : combien d'images de chaque classe chaque jour. Ils ne disent rien des personnes.
privacy-counts-off = - Aucun nouveau total n'est gardé ; ceux d'avant restent jusqu'à ce que ce serveur me retire.
privacy-corrections-on = - Les corrections sont gardées : mes réponses, qui a publié les images, et qui a voté pour quoi.
privacy-corrections-off = - Aucune nouvelle correction n'est gardée ; celles d'avant sont supprimées une fois leur durée écoulée.
privacy-index-on = - L'index est gardé : quels messages contiennent quelle classe et qui les a publiés, pour que /{ find-name } les trouve pour ceux qui peuvent les lire.
privacy-index-off = - L'index est désactivé, les messages ne peuvent donc pas être cherchés par classe ; ce qui a été gardé pour lui avant est supprimé une fois sa durée écoulée.
privacy-retention = { $days ->
    [one] Réponses et votes sont supprimés un jour après leur enregistrement ; un message supprimé est oublié aussitôt.
   *[other] Réponses et votes sont supprimés { $days } jours après leur enregistrement ; un message supprimé est oublié aussitôt.
}
privacy-rights = /{ forget-name } supprime aussitôt, sur tous les serveurs, ce qui est gardé sur toi. Pour tout le reste, adresse-toi à la personne qui m'héberge : son nom est sur mon profil.

# Oubli.
forget-done =
    ### Oublié, sur tous les serveurs
    - { $posts ->
        [0] Aucun message de toi n'était enregistré
        [one] Un message de toi
       *[other] { $posts } messages de toi
    }
    - { $answers ->
        [0] Aucune réponse à ceux-ci
        [one] Une réponse à ceux-ci
       *[other] { $answers } réponses à ceux-ci
    }
    - { $votes ->
        [0] Aucun vote
        [one] Un vote, de toi ou sur tes messages
       *[other] { $votes } votes, les tiens et ceux sur tes messages
    }
    Ce que tu publies désormais reçoit une réponse et est gardé comme le dit /{ privacy-name }. Si un admin indexe le passé d'un salon, tes messages de ce salon y reviennent.
forget-nothing = Rien n'était enregistré sur toi.
