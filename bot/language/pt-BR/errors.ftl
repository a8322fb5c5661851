# Uma frase cada: a causa e o que ajuda.
error-empty-picture = Esse arquivo está vazio; envie a imagem de novo, por favor.
error-not-a-picture = Esse arquivo não é uma imagem que eu consiga ler; JPEG, PNG, WebP, GIF, AVIF, HEIC, BMP e TIFF funcionam.
error-broken-picture = Essa imagem está danificada ou incompleta; envie-a de novo, por favor.
error-picture-too-large = Essa imagem tem { NUMBER($megapixels, maximumFractionDigits: 1) } megapixels e eu leio até { NUMBER($limit, maximumFractionDigits: 1) }; envie uma cópia menor, por favor.
error-wrong-type = Esse anexo não é uma imagem que eu consiga ler; JPEG, PNG, WebP, GIF, AVIF, HEIC, BMP e TIFF funcionam.
error-file-too-large = Esse arquivo tem { NUMBER($mebibytes, maximumFractionDigits: 1) } MiB e eu leio até { NUMBER($limit, maximumFractionDigits: 1) }; envie uma cópia menor, por favor.
error-download-timeout = Baixar essa imagem demorou mais de { NUMBER($seconds, maximumFractionDigits: 0) } segundos; tente de novo, por favor.
error-download-broken = O download dessa imagem do Discord foi interrompido; tente de novo, por favor.
error-picture-gone = Essa imagem não existe mais; poste-a de novo, por favor.
error-no-picture = Não vejo nenhuma imagem enviada ali, e prévias de links não contam; anexe uma ou use o menu de uma mensagem que tenha uma: Aplicativos e depois “{ classify-menu-name }”.
error-message-gone = A mensagem que eu ia responder sumiu; poste a imagem de novo, por favor.
error-not-allowed = Não posso responder ali: me dê as permissões “Ver canal”, “Enviar mensagens” (em tópicos: “Enviar mensagens em tópicos”), “Anexar arquivos” e “Ver histórico de mensagens” nesse canal, “Conectar” em canais de voz e “Gerenciar tópicos” em tópicos trancados.
error-channel-unread = Não posso ler o passado desse canal; me dê “Ver canal” e “Ver histórico de mensagens” lá, e “Conectar” em canais de voz.
error-content-unseen = O Discord não me deixa ver o que as postagens contêm; quem me hospeda precisa ligar “Message Content Intent” no portal de desenvolvedores do Discord.
error-forbidden = O Discord não me deixa fazer isso ali; verifique, por favor, o que o meu cargo e esse canal me permitem.
error-store-unavailable = Não consigo acessar agora o que guardo, então nada mudou; tente de novo em um minuto, por favor.
error-answer-forgotten = Não guardo, ou já não guardo, uma resposta para essa imagem, então ela não pode ser corrigida; poste a imagem de novo para receber outra resposta.
error-not-the-poster = Neste servidor, só quem postou a imagem pode corrigir a resposta; peça a essa pessoa.
error-vote-unwanted = Depois disso você pediu que eu te esquecesse, então seu voto não é guardado; aperte de novo se quiser que seja.
error-unknown-class = Essa não é uma das minhas classes; escolha uma da lista, por favor.
error-panel-closed = Não respondo mais aos botões dessa mensagem; use o comando de novo.
error-panel-changed = Essa mensagem estava mudando; aperte de novo.
error-setting-invalid = Essa configuração não aceita esse valor; escolha um da lista, por favor.
error-nothing-to-undo = Nada foi mudado ali que se possa desfazer.
error-missing-permissions = Para isso você precisa da permissão “Gerenciar servidor”; peça a quem a tem.
error-no-private-message = Isso só funciona em servidores; use lá, por favor.
error-outdated-command = Esse comando mudou nesse meio-tempo; recarregue o Discord e use-o de novo.
error-unknown = Algo deu errado do meu lado; tente de novo, por favor, e, se continuar, passe o código { $code } a quem me hospeda.
error-shutting-down = Estou sendo reiniciado agora; tente de novo em um minuto, por favor.
error-cooling-down = Foi muita coisa em pouco tempo; espere { $seconds ->
    [one] { NUMBER($seconds, maximumFractionDigits: 0) } segundo
   *[other] { NUMBER($seconds, maximumFractionDigits: 0) } segundos
}, por favor.
