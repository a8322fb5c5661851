# Os botões sob uma resposta.
votes-right = Está certo
votes-otherwise = É outra coisa

# Qual de várias imagens, seja qual for a pergunta.
which-picture = A qual imagem você se refere?
picture-number = Imagem { $number }
choose-picture = Escolha uma imagem
votes-picture = Imagem { $number }: { $label }

# O que é, então?
votes-what = O que é de verdade? Você pode mudar de ideia quando quiser.
votes-choose = Escolha o que é
votes-thanks = Obrigado! Você disse: { $said }.
votes-thanks-outvoted = Obrigado! Você disse: { $said }. Para a maioria, é: { $label }.
votes-unshown = A resposta acima ainda mostra a classe antiga: ela sumiu, o tópico dela está arquivado, não posso ver este canal, ou algo falhou no caminho. Seu voto conta mesmo assim.

# O que uma resposta corrigida mostra.
corrected-heading-seen =
    ### { $label }
    -# Corrigido por membros. Eu tinha dito: { $answered }, { $probability }
corrected-heading-none =
    ### { $label }
    -# Corrigido por membros. Eu tinha pensado que não era nenhuma das minhas classes.
corrected-heading-unseen =
    ### { $label }
    -# Corrigido por membros. Eu não tinha visto nenhuma roupa.
corrected-short-seen = **{ $label }** (corrigido; eu tinha dito { $answered } { $probability })
corrected-short-none = **{ $label }** (corrigido; eu tinha pensado que não era nenhuma das minhas classes)
corrected-short-unseen = **{ $label }** (corrigido; eu não tinha visto nenhuma roupa)
corrected-line-seen = { $number }. { corrected-short-seen }
corrected-line-none = { $number }. { corrected-short-none }
corrected-line-unseen = { $number }. { corrected-short-unseen }
corrected-alt = A imagem { $number } como a rede a viu: recortada e reduzida a 28 por 28 pixels cinza. Corrigida por membros: { $label }.

# O que pode dar errado.
error-unknown-button = Esse botão não me diz mais nada; use os de uma resposta mais recente.
error-corrections-off = Este servidor não guarda correções; quem gerencia o servidor pode ligá-las com /{ settings-name }.
