# O botão sob uma resposta.
sight-button = Como a rede vê

# Como uma imagem é vista.
sight-clothing = **{ $label }, { $probability }.** Primeiro sua foto e o recorte que escolhi, depois os 28 por 28 pixels cinza que eu olho, por fim o que pesou: quanto mais um ponto brilha, menos certeza eu tenho quando ele falta.
sight-unsure = **Sem certeza: talvez { $label }, { $probability }.** Primeiro sua foto e o recorte que escolhi, depois os 28 por 28 pixels cinza que eu olho, por fim o que pesou: quanto mais um ponto brilha, menos certeza eu tenho quando ele falta.
sight-none = **{ verdict-none }.** Primeiro sua foto e o recorte que escolhi, depois os 28 por 28 pixels cinza que eu olho, por fim o que mais parecia, para mim, com { $label }: quanto mais um ponto brilha, mais parecia.
sight-not-clothing = **Nenhuma roupa que eu conheça.** Primeiro sua foto e o recorte que escolhi, depois os 28 por 28 pixels cinza que eu olho, por fim o que mais parecia, para mim, com { $label }: quanto mais um ponto brilha, mais parecia.
sight-photo-alt = A imagem { $number } com uma moldura em volta do recorte.
sight-seen-alt = A mesma imagem em 28 por 28 pixels cinza, recortada do fundo.
sight-heat-alt =
    Os mesmos pixels; eles brilham onde tirar um pedaço muda a resposta, principalmente { $place ->
        [top-left] em cima à esquerda
        [top-middle] em cima
        [top-right] em cima à direita
        [middle-left] à esquerda
        [middle-right] à direita
        [bottom-left] embaixo à esquerda
        [bottom-middle] embaixo
        [bottom-right] embaixo à direita
       *[middle-middle] no meio
    }.
