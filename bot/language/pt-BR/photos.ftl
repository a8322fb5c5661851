# Comandos.
classify-name = classificar
classify-description = Dizer que roupas há nas imagens, ou na última imagem do canal
classify-image-name = imagem
classify-image-description = Uma foto de uma peça de roupa; sem ela, a última imagem do canal
classify-image2-name = imagem2
classify-image3-name = imagem3
classify-image4-name = imagem4
classify-another-description = Outra foto de uma peça de roupa
classify-private-name = privado
classify-private-description = Mostrar a resposta só para você
classify-menu-name = Classificar roupa
upload-title = { classify-menu-name }
upload-label = Fotos
upload-description = Não encontrei nenhuma imagem aqui. Envie até { $limit }, com uma peça em cada uma.

# O que se diz de uma imagem, onde quer que se pergunte.
verdict-clothing = { $label }, { $probability }
verdict-unsure = Sem certeza: talvez { $label }, { $probability }
verdict-none = Sem certeza: provavelmente nenhuma das minhas classes
verdict-not-clothing = Nenhuma roupa que eu conheça
why-not-clothing = Não vejo aqui nenhuma peça das minhas classes.
if-of-classes = Se fosse uma das minhas classes

# A resposta a uma imagem.
answer-clothing = ### { verdict-clothing }
answer-unsure = ### { verdict-unsure }
answer-none = ### { verdict-none }
answer-not-clothing =
    ### { verdict-not-clothing }
    { why-not-clothing }
answer-if = -# { if-of-classes }
answer-bar = `{ $bar }` { $label } { $probability }
percent = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
short-clothing = **{ $label }** { $probability } ({ $others })
short-unsure = Sem certeza: talvez { short-clothing }
short-none = { verdict-none } (se for uma: { $others })
short-not-clothing = { verdict-not-clothing }

# A resposta a várias imagens: uma linha para cada.
line-clothing = { $number }. { short-clothing }
line-unsure = { $number }. { short-unsure }
line-none = { $number }. { short-none }
line-other = { $label } { $probability }
line-not-clothing = { $number }. { short-not-clothing }
line-failed = { $number }. { $sentence }
left-out = { $count ->
    [one] Mais uma imagem ficou de fora; respondo a { $limit } por vez.
   *[other] Mais { $count } imagens ficaram de fora; respondo a { $limit } por vez.
}

# Textos alternativos.
alt-clothing = A imagem { $number } como a rede a viu: recortada e reduzida a 28 por 28 pixels cinza. Parece: { $label }, { $probability }.
alt-unsure = A imagem { $number } como a rede a viu: recortada e reduzida a 28 por 28 pixels cinza. Talvez: { $label }, { $probability }.
alt-none = A imagem { $number } como a rede a viu: recortada e reduzida a 28 por 28 pixels cinza. Provavelmente nenhuma das minhas classes; se for uma: { $label }.
alt-not-clothing = A imagem { $number } como a rede a viu: recortada e reduzida a 28 por 28 pixels cinza. Nenhuma peça de roupa foi reconhecida.
