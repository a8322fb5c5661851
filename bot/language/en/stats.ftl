# Commands.
stats-name = stats
stats-description = FitCheck's figures, for those who manage the server
stats-show-name = show
stats-show-description = The network's figures, this server's and the host's
stats-export-name = export
stats-export-description = What was counted and corrected in this server, as CSV files

# The buttons that turn pages.
stats-page-network = Network
stats-page-server = This server
stats-page-host = Host

# The network.
stats-title = ## FitCheck's figures
stats-network = **Network** { $version }
stats-accuracy = **{ $set }** { $accuracy } of { $pictures } pictures right
stats-false-clothing = **Pictures without clothing** { $share } are taken for clothing
stats-fashion-mnist = Fashion-MNIST test set
stats-photos = Real photos
stats-per-class = **Right answers by class** ({ $sets })
stats-class = { $label } { $accuracy }
share = { NUMBER($share, style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1) }
stats-confusion-title = { $set }: what was answered
stats-confusion-true = true class
stats-confusion-answer = answer
stats-confusion-alt = Confusion matrix, { $set }: true classes in rows, answers in columns. Most often confused: { $true }, answered as { $answer } ({ $count }).
stats-reliability-title = { $set }: is the confidence right?
stats-reliability-confidence = confidence
stats-reliability-accuracy = share of right answers
stats-reliability-alt = Reliability curve, { $set }: share of right answers at each confidence. They differ by { $error } on average.

# This server.
stats-server-title = ## This server
stats-server-answered = **Pictures answered** { $count }
stats-counts-off = Counting is switched off in this server's settings.
stats-no-votes = Nobody has said yet whether an answer was right.
stats-right = **Called right by members** { $share } of { $total ->
    [one] one picture
   *[other] { $total } pictures
} (95% confidence: { $low } to { $high })
stats-corrected = **Corrected most often**
stats-corrected-pair = { $answered } → { $label }: { $count }
stats-by-class-title = Pictures answered by class
stats-by-class-one = { $label } { $count }
stats-by-class-alt = Bars: pictures answered by class. Most frequent: { $classes }.
stats-by-day-title = Pictures answered, last { $days } days
stats-by-day-alt = Bars: pictures answered on each of the last { $days } days, { $total } in all, most on { DATETIME($day, dateStyle: "medium") } ({ $count }).
stats-day = { DATETIME($day, dateStyle: "short") }
stats-exported = What was counted and corrected in this server; days and times are in UTC. Nobody's name or id is in it.

# The host.
stats-host-title = ## Host
stats-answered = **Pictures answered since the start** { $count }
stats-latency = **From question to answer** median { NUMBER($median, maximumFractionDigits: 0) } ms, 95th percentile { NUMBER($p95, maximumFractionDigits: 0) } ms
stats-no-latency = **From question to answer** nothing measured yet
stats-queue = **Being answered right now** { $count }
stats-memory = **Memory** { NUMBER($mebibytes, maximumFractionDigits: 0) } MiB
stats-uptime = **Started** { $since }
stats-shard = **Shard** { $number } of { $count }
stats-versions = **Versions** { $versions }
