# Comandos.
help-name = ajuda
help-description = O que o FitCheck pode fazer por você aqui
privacy-name = privacidade
privacy-description = O que o FitCheck guarda e por quanto tempo
forget-name = me-esqueça
forget-description = Apagar o que o FitCheck guarda sobre você, em todos os servidores

# Ajuda.
help-start =
    ### FitCheck
    Digo qual é a peça de roupa de uma foto e aviso quando não tenho certeza. Poste uma foto, me mencione ao responder a uma, me mande uma em particular ou use um comando:
help-command = **/{ $name }** { $description }
help-menu = **Aplicativos → { $name }** no menu de uma mensagem: diz que roupas há nas imagens dela
help-end = Eu cometo erros. /{ privacy-name } diz o que guardo; /{ forget-name } apaga o que é sobre você.

# Privacidade.
privacy-always =
    ### O que guardo
    - Imagens nunca são guardadas: fico com cada uma pelos segundos que a resposta leva, e depois ela some.
    - Nada jamais é treinado com o que as pessoas postam.
    - Não guardo textos de mensagens nem nomes, só os números que o Discord dá a mensagens, canais e pessoas.
    - O que você me pergunta em particular é no máximo contado, onde um servidor faz contagens, e fora isso não deixa rastro.
privacy-nowhere = Aqui não guardo nada.
privacy-here = **Neste servidor**
privacy-counts-on = - Contagens são guardadas: quantas imagens de cada classe em cada dia. Não dizem nada sobre pessoas.
privacy-counts-off = - Nenhuma contagem nova é guardada; as anteriores ficam até este servidor me remover.
privacy-corrections-on = - Correções são guardadas: minhas respostas, quem postou as imagens e quem votou em quê.
privacy-corrections-off = - Nenhuma correção nova é guardada; as anteriores são apagadas quando o prazo delas termina.
privacy-index-on = - O índice é guardado: quais mensagens contêm qual classe e quem as postou, para que /{ find-name } as encontre para quem pode lê-las.
privacy-index-off = - O índice está desligado, então não dá para buscar postagens por classe; o que foi guardado para ele antes é apagado quando o prazo termina.
privacy-retention = { $days ->
    [one] Respostas e votos são apagados um dia depois de guardados; uma mensagem apagada é esquecida na hora.
   *[other] Respostas e votos são apagados { $days } dias depois de guardados; uma mensagem apagada é esquecida na hora.
}
privacy-rights = /{ forget-name } apaga na hora o que está guardado sobre você, em todos os servidores. Para o resto, fale com quem me hospeda: o nome está no meu perfil.

# Esquecimento.
forget-done =
    ### Esquecido, em todos os servidores
    - { $posts ->
        [0] Nenhuma postagem sua estava guardada
        [one] Uma postagem sua
       *[other] { $posts } postagens suas
    }
    - { $answers ->
        [0] Nenhuma resposta a elas
        [one] Uma resposta a elas
       *[other] { $answers } respostas a elas
    }
    - { $votes ->
        [0] Nenhum voto
        [one] Um voto, seu ou nas suas postagens
       *[other] { $votes } votos, os seus e os das suas postagens
    }
    O que você postar de agora em diante é respondido e guardado como /{ privacy-name } diz. Se um admin incluir o passado de um canal no índice, suas postagens de lá voltam a ele.
forget-nothing = Nada estava guardado sobre você.
