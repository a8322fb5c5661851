# Une phrase chacune : la cause, et ce qui aide.
error-empty-picture = Ce fichier est vide ; renvoie l'image, s'il te plaît.
error-not-a-picture = Ce fichier n'est pas une image que je sais lire ; JPEG, PNG, WebP, GIF, AVIF, HEIC, BMP et TIFF conviennent.
error-broken-picture = Cette image est abîmée ou incomplète ; renvoie-la, s'il te plaît.
error-picture-too-large = Cette image fait { NUMBER($megapixels, maximumFractionDigits: 1) } mégapixels et je lis jusqu'à { NUMBER($limit, maximumFractionDigits: 1) } ; envoie une copie plus petite, s'il te plaît.
error-wrong-type = Cette pièce jointe n'est pas une image que je sais lire ; JPEG, PNG, WebP, GIF, AVIF, HEIC, BMP et TIFF conviennent.
error-file-too-large = Ce fichier fait { NUMBER($mebibytes, maximumFractionDigits: 1) } Mio et je lis jusqu'à { NUMBER($limit, maximumFractionDigits: 1) } ; envoie une copie plus petite, s'il te plaît.
error-download-timeout = Récupérer cette image a pris plus de { NUMBER($seconds, maximumFractionDigits: 0) } secondes ; réessaie, s'il te plaît.
error-download-broken = La récupération de cette image depuis Discord s'est interrompue ; réessaie, s'il te plaît.
error-picture-gone = Cette image n'existe plus ; publie-la de nouveau, s'il te plaît.
error-no-picture = Je ne vois pas d'image jointe ici, et les aperçus de liens ne comptent pas ; joins-en une, ou utilise le menu d'un message qui en a une : Applications, puis « { classify-menu-name } ».
error-message-gone = Le message auquel j'allais répondre a disparu ; publie de nouveau l'image, s'il te plaît.
error-not-allowed = Je n'ai pas le droit de répondre ici : donne-moi les permissions « Voir le salon », « Envoyer des messages » (dans les fils : « Envoyer des messages dans les fils »), « Joindre des fichiers » et « Voir les anciens messages » dans ce salon, « Se connecter » dans les salons vocaux, et « Gérer les fils » dans les fils verrouillés.
error-channel-unread = Je n'ai pas le droit de lire le passé de ce salon ; donne-moi « Voir le salon » et « Voir les anciens messages » là-bas, et « Se connecter » dans les salons vocaux.
error-content-unseen = Discord ne me montre pas ce que contiennent les messages ; mon hébergeur doit activer « Message Content Intent » dans le portail développeur de Discord.
error-forbidden = Discord ne me laisse pas faire cela ici ; vérifie, s'il te plaît, ce que mon rôle et ce salon me permettent.
error-store-unavailable = Ma mémoire est injoignable pour l'instant, rien n'a donc été modifié ; réessaie dans une minute, s'il te plaît.
error-answer-forgotten = Je ne garde pas, ou plus, de réponse pour cette image, elle ne peut donc pas être corrigée ; publie l'image de nouveau pour une nouvelle réponse.
error-not-the-poster = Sur ce serveur, seule la personne qui a publié l'image peut corriger la réponse ; demande-lui.
error-vote-unwanted = Tu m'as demandé ensuite de t'oublier, donc ton vote n'est pas gardé ; appuie encore si tu veux qu'il le soit.
error-unknown-class = Ce n'est pas une de mes classes ; choisis-en une dans la liste, s'il te plaît.
error-panel-closed = Je ne réponds plus aux boutons de ce message ; relance sa commande.
error-panel-changed = Ce message était en train de changer ; appuie encore une fois.
error-setting-invalid = Ce réglage n'accepte pas cette valeur ; choisis dans la liste, s'il te plaît.
error-nothing-to-undo = Rien n'a été modifié ici que l'on puisse annuler.
error-missing-permissions = Il te faut la permission « Gérer le serveur » pour cela ; demande à quelqu'un qui l'a.
error-no-private-message = Cela ne marche que sur un serveur ; utilise-le là-bas, s'il te plaît.
error-outdated-command = Cette commande a changé entre-temps ; recharge Discord et relance-la.
error-unknown = Quelque chose s'est mal passé de mon côté ; réessaie, s'il te plaît, et si cela persiste, donne le code { $code } à mon hébergeur.
error-shutting-down = Je suis en train de redémarrer ; réessaie dans une minute, s'il te plaît.
error-cooling-down = C'était beaucoup en peu de temps ; attends { $seconds ->
    [one] { NUMBER($seconds, maximumFractionDigits: 0) } seconde
   *[other] { NUMBER($seconds, maximumFractionDigits: 0) } secondes
}, s'il te plaît.
