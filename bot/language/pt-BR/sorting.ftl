# Comandos.
sort-name = organizar
sort-description = Organizar postagens pelas roupas das imagens
sort-show-name = mostrar
sort-show-description = Mostrar como um canal é organizado, testar, ligar ou desligar
sort-tag-name = tag
sort-tag-description = Ligar uma classe a uma tag de fórum
sort-reaction-name = reação
sort-reaction-description = Ligar uma classe a uma reação
sort-copy-name = cópia
sort-copy-description = Ligar uma classe a um link em outro canal
sort-remove-name = remover
sort-remove-description = Desvincular uma classe, ou todas
sort-channel-name = canal
sort-channel-description = O canal ou fórum que é organizado
sort-forum-name = fórum
sort-forum-description = O fórum que é organizado
sort-class-name = classe
sort-class-description = A peça de roupa
sort-class-all-description = A peça de roupa; sem ela, todas
sort-tag-tag-name = tag
sort-tag-tag-description = O nome da tag; sem ele, o da classe
sort-create-name = criar
sort-create-description = Criar as tags que faltam no fórum
sort-emoji-name = emoji
sort-emoji-description = O emoji da reação
sort-target-name = para
sort-target-description = O canal que recebe um link para cada postagem dessas

# A tabela.
sort-title-none =
    ### { $channel }
    Nada é organizado aqui. /{ sort-name } { sort-tag-name }, /{ sort-name } { sort-reaction-name } e /{ sort-name } { sort-copy-name } ligam uma classe ao que ela deve causar.
sort-title-off =
    ### { $channel }
    { "**" }Desligado.** Teste com as dez últimas postagens; depois dá para ligar.
sort-title-on =
    ### { $channel }
    { "**" }Ligado.** Postagens novas são organizadas assim; uma mudança desliga até que seja testada.
sort-column-class = Classe
sort-column-effect = Efeito
sort-effect-tag = tag { $target }
sort-gone-tag = uma tag que não existe mais
sort-effect-reaction = reação { $target }
sort-effect-copy = link em { $target }
sort-gone-copy = um link em um canal que não existe mais
sort-nothing = nada
sort-try = Testar com as dez últimas postagens
sort-switch-on = Ligar
sort-switch-off = Desligar
sort-undo = Desfazer a última mudança
sort-back = Voltar

# O teste.
sort-trial =
    ### { $posts ->
        [one] A última postagem teria sido organizada assim
       *[other] As últimas { $posts } postagens teriam sido organizadas assim
    }
sort-trial-empty =
    ### Não há com o que testar
    Não encontrei ali nenhuma postagem recente com imagem. Você pode ligar mesmo assim.
sort-tried = { $number }. [Postagem]({ $url }): { $garments } → { $effects }
sort-tried-none = { $number }. [Postagem]({ $url }): nenhuma peça pela qual organizar → nada

# No outro canal.
sort-copy = **{ $garments }**: { $url }

# O que pode dar errado.
error-no-such-tag = Esse fórum não tem nenhuma tag com esse nome; use a opção “{ sort-create-name }” para criá-la ou escolha outra.
error-forum-full = O Discord permite 20 tags em um fórum, e seriam mais; apague algumas ou ligue várias classes a uma tag.
error-not-an-emoji = Esse não é um emoji com que eu possa reagir; use um padrão ou um deste servidor.
error-too-many-rules = A organização de um canal tem no máximo 50 regras, e seriam mais; remova algumas antes com /{ sort-name } { sort-remove-name }.
error-plan-changed = Alguém mudou esta organização nesse meio-tempo; veja-a com /{ sort-name } { sort-show-name } e continue a partir daí.
error-cannot-tag = Não posso pôr tags ali: me dê “Ver canal”, “Ver histórico de mensagens” e “Gerenciar tópicos” nesse fórum, e “Gerenciar canais” para criar tags.
error-cannot-react = Não posso reagir ali: me dê “Ver canal”, “Ver histórico de mensagens” e “Adicionar reações” nesse canal.
error-cannot-copy = Não posso postar links ali: me dê “Ver canal”, “Enviar mensagens” e “Ver histórico de mensagens” nesse canal.
