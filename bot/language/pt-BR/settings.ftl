# O nome desta língua, nela mesma.
language = Português (Brasil)

settings-name = configurações
settings-description = Como o FitCheck se comporta neste servidor

settings-title = ## O FitCheck neste servidor
settings-hint = Cada escolha vale na hora.
settings-above-menu = **{ $setting }**
settings-gone = Excluídos ou arquivados: { $places }
and-more = … e mais { $count }
settings-line = **{ $setting }**
    { $value }
settings-saved =
    Salvo.
    { $line }
settings-changed = { $who } mudou **{ $setting }** de { $before } para { $after }.
settings-log-unreached = Não deu para avisar { $channel }: sumiu, está arquivado ou não posso entrar. Escolha outro canal de registro.
settings-on = Ligado
settings-off = Desligado
settings-turn-on = Ligar
settings-turn-off = Desligar
settings-nothing = Nada

# Postagens.
settings-answer-posts = Responder a imagens postadas
settings-allowed-channels = Só em
settings-allowed-channels-none = Todos os canais
settings-denied-channels = Não em
settings-denied-channels-none = Sem exceções
settings-ignored-roles = Cargos ignorados
settings-ignored-roles-none = Ninguém é ignorado
settings-style = Respostas a postagens
settings-style-card = Um cartão com imagem e barras
settings-style-line = Uma linha de texto
settings-style-reaction = Uma reação com o emoji da classe
settings-silent-below = Silêncio abaixo de
settings-silent-below-none = Sempre responde
settings-language = Idioma das respostas a postagens
settings-language-none = O que o servidor tem no Discord

# O que é guardado.
settings-correctors = Quem pode corrigir uma resposta
settings-correctors-everyone = Qualquer pessoa que a veja
settings-correctors-poster = Só quem postou a imagem
settings-kept = O que é guardado
settings-keep-counts = Contagens para as estatísticas
settings-keep-corrections = Correções
settings-keep-index = Índice para buscar postagens
settings-retention-days = Por quanto tempo respostas e votos ficam
settings-days = { $days ->
    [one] { NUMBER($days, useGrouping: 0) } dia
   *[other] { NUMBER($days, useGrouping: 0) } dias
}
settings-log-channel-id = Canal de registro
settings-log-channel-id-none = Ninguém é avisado das mudanças

error-choice-gone = O servidor não tem esse canal ou cargo, ou não posso vê-lo; escolha outro, por favor.
