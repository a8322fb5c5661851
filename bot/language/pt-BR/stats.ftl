# Comandos.
stats-name = estatísticas
stats-description = Os números do FitCheck, para quem gerencia o servidor
stats-show-name = mostrar
stats-show-description = Os números da rede, deste servidor e da hospedagem
stats-export-name = exportar
stats-export-description = O que foi contado e corrigido neste servidor, em arquivos CSV

# Os botões que viram as páginas.
stats-page-network = Rede
stats-page-server = Este servidor
stats-page-host = Hospedagem

# A rede.
stats-title = ## Os números do FitCheck
stats-network = **Rede** { $version }
stats-accuracy = **{ $set }** { $accuracy } de { $pictures } imagens certas
stats-false-clothing = **Imagens sem roupa** { $share } são tomadas por roupa
stats-fashion-mnist = Imagens de teste do Fashion-MNIST
stats-photos = Fotos reais
stats-per-class = **Acertos por classe** ({ $sets })
stats-class = { $label } { $accuracy }
share = { NUMBER($share, style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1) }
stats-confusion-title = { $set }: o que foi respondido
stats-confusion-true = classe verdadeira
stats-confusion-answer = resposta
stats-confusion-alt = Matriz de confusão, { $set }: classes verdadeiras nas linhas, respostas nas colunas. A confusão mais comum: { $true }, respondida como { $answer } ({ $count }).
stats-reliability-title = { $set }: a confiança está certa?
stats-reliability-confidence = confiança
stats-reliability-accuracy = proporção de acertos
stats-reliability-alt = Curva de confiabilidade, { $set }: proporção de acertos em cada confiança. Em média, diferem em { $error }.

# Este servidor.
stats-server-title = ## Este servidor
stats-server-answered = **Imagens respondidas** { $count }
stats-counts-off = A contagem está desligada nas configurações deste servidor.
stats-no-votes = Ninguém disse ainda se uma resposta estava certa.
stats-right = **Certas segundo os membros** { $share } de { $total ->
    [one] { $total } imagem
   *[other] { $total } imagens
} (95% de confiança: de { $low } a { $high })
stats-corrected = **Correções mais comuns**
stats-corrected-pair = { $answered } → { $label }: { $count }
stats-by-class-title = Imagens respondidas por classe
stats-by-class-one = { $label } { $count }
stats-by-class-alt = Barras: imagens respondidas por classe. As mais comuns: { $classes }.
stats-by-day-title = Imagens respondidas, últimos { $days } dias
stats-by-day-alt = Barras: imagens respondidas em cada um dos últimos { $days } dias, { $total } ao todo, a maioria em { DATETIME($day, dateStyle: "medium") } ({ $count }).
stats-day = { DATETIME($day, dateStyle: "short") }
stats-exported = O que foi contado e corrigido neste servidor; dias e horas em UTC. Não há nomes nem números de pessoas.

# A hospedagem.
stats-host-title = ## Hospedagem
stats-answered = **Imagens respondidas desde o início** { $count }
stats-latency = **Da pergunta à resposta** mediana { NUMBER($median, maximumFractionDigits: 0) } ms, percentil 95 { NUMBER($p95, maximumFractionDigits: 0) } ms
stats-no-latency = **Da pergunta à resposta** nada medido ainda
stats-queue = **Sendo respondidas agora** { $count }
stats-memory = **Memória** { NUMBER($mebibytes, maximumFractionDigits: 0) } MiB
stats-uptime = **Iniciado** { $since }
stats-shard = **Shard** { $number } de { $count }
stats-versions = **Versões** { $versions }
