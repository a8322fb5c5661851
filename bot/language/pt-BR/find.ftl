# Comandos.
find-name = buscar
find-description = Buscar as postagens mais recentes deste servidor com uma peça de roupa
find-class-name = classe
find-class-description = A peça de roupa
find-from-name = de
find-from-description = Só postagens deste membro
find-in-name = em
find-in-description = Só postagens deste canal e de seus tópicos, ou desta categoria
find-since-name = desde
find-since-description = Só postagens desde este dia, por exemplo 2026-01-31 (UTC)
find-since-choice = { $days ->
    [0] hoje
   *[other] os últimos { $days } dias
}
index-name = índice
index-description = Tornar o passado de um canal pesquisável e ver até onde chegou
index-channel-name = canal
index-channel-description = O canal, com seus tópicos; sem escolha, você vê até onde os outros chegaram

# O que foi encontrado.
find-title = ### { $label }: postagens mais recentes, página { $page }
find-nothing = Não conheço nenhuma postagem com { $label } que você possa ler. As postagens anteriores ao índice são encontradas assim que um admin inclui o canal delas com /{ index-name }.
find-post = { $author } em { $channel }, { $when }
    { $pictures ->
        [one] Uma imagem
       *[other] { $pictures } imagens
    }, { $probability }
find-jump = Ir para a postagem
find-newer = Mais novas
find-older = Mais antigas

# Até onde o índice chegou.
index-title = ### O passado dos canais
index-title-none =
    ### O passado dos canais
    Nenhum canal foi incluído ainda; escolha um com a opção do comando.
index-title-off =
    ### O passado dos canais
    O índice está desligado, então nada é incluído e nada pode ser encontrado; /{ settings-name } o liga.
index-title-unseen =
    ### O passado dos canais
    { error-content-unseen }
index-waiting = { $channel }: esperando a vez
index-reached = { $channel }: até { $reached }; o canal começa em { $first }. { $messages ->
        [one] { $messages } mensagem lida
       *[other] { $messages } mensagens lidas
    }, { $pictures ->
        [one] { $pictures } imagem
       *[other] { $pictures } imagens
    } com roupas
index-unread = { $channel }: esperando, porque não posso lê-lo; me dê “Ver canal” e “Ver histórico de mensagens” lá, e “Conectar” em canais de voz.
index-finished = { $channel }: pronto. { $messages ->
        [one] { $messages } mensagem lida
       *[other] { $messages } mensagens lidas
    }, { $pictures ->
        [one] { $pictures } imagem
       *[other] { $pictures } imagens
    } com roupas
index-more = { $channels ->
    [one] Mais um canal
   *[other] Mais { $channels } canais
}
index-stop = Parar
index-refresh = Atualizar

# O que pode dar errado.
error-index-off = Este servidor não mantém um índice, então nada pode ser encontrado; quem gerencia o servidor pode ligá-lo com /{ settings-name }.
error-not-a-date = Não entendo esse dia; escreva como 2026-01-31.
