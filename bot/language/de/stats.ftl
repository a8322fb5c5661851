# Befehle.
stats-name = statistik
stats-description = FitChecks Zahlen, für alle, die den Server verwalten
stats-show-name = zeigen
stats-show-description = Die Zahlen des Netzes, dieses Servers und des Betreibers
stats-export-name = export
stats-export-description = Was auf diesem Server gezählt und berichtigt wurde, als CSV-Dateien

# Die Knöpfe zum Blättern.
stats-page-network = Netz
stats-page-server = Dieser Server
stats-page-host = Betrieb

# Das Netz.
stats-title = ## FitChecks Zahlen
stats-network = **Netz** { $version }
stats-accuracy = **{ $set }** { $accuracy } von { $pictures } Bildern richtig
stats-false-clothing = **Bilder ohne Kleidung** { $share } werden für Kleidung gehalten
stats-fashion-mnist = Fashion-MNIST-Testbilder
stats-photos = Echte Fotos
stats-per-class = **Richtige Antworten nach Klassen** ({ $sets })
stats-class = { $label } { $accuracy }
share = { NUMBER($share, style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1) }
stats-confusion-title = { $set }: was geantwortet wurde
stats-confusion-true = wahre Klasse
stats-confusion-answer = Antwort
stats-confusion-alt = Wahrheitsmatrix, { $set }: wahre Klassen in Zeilen, Antworten in Spalten. Am häufigsten verwechselt: { $true }, beantwortet als { $answer } ({ $count }).
stats-reliability-title = { $set }: Stimmt die Zuversicht?
stats-reliability-confidence = Zuversicht
stats-reliability-accuracy = Anteil richtiger Antworten
stats-reliability-alt = Zuverlässigkeitskurve, { $set }: Anteil richtiger Antworten bei jeder Zuversicht. Im Mittel liegen sie { $error } auseinander.

# Dieser Server.
stats-server-title = ## Dieser Server
stats-server-answered = **Beantwortete Bilder** { $count }
stats-counts-off = Das Zählen ist in den Einstellungen dieses Servers ausgeschaltet.
stats-no-votes = Noch hat niemand gesagt, ob eine Antwort stimmt.
stats-right = **Von Mitgliedern für richtig befunden** { $share } von { $total ->
    [one] einem Bild
   *[other] { $total } Bildern
} (95-%-Konfidenzintervall: { $low } bis { $high })
stats-corrected = **Am häufigsten berichtigt**
stats-corrected-pair = { $answered } → { $label }: { $count }
stats-by-class-title = Beantwortete Bilder nach Klassen
stats-by-class-one = { $label } { $count }
stats-by-class-alt = Balken: beantwortete Bilder nach Klassen. Am häufigsten: { $classes }.
stats-by-day-title = Beantwortete Bilder, letzte { $days } Tage
stats-by-day-alt = Balken: beantwortete Bilder an jedem der letzten { $days } Tage, zusammen { $total }, die meisten am { DATETIME($day, dateStyle: "medium") } ({ $count }).
stats-day = { DATETIME($day, dateStyle: "short") }
stats-exported = Was auf diesem Server gezählt und berichtigt wurde; Tage und Zeiten in UTC. Namen und Nummern von Personen stehen nicht darin.

# Der Betrieb.
stats-host-title = ## Betrieb
stats-answered = **Beantwortete Bilder seit dem Start** { $count }
stats-latency = **Von der Frage bis zur Antwort** Median { NUMBER($median, maximumFractionDigits: 0) } ms, 95. Perzentil { NUMBER($p95, maximumFractionDigits: 0) } ms
stats-no-latency = **Von der Frage bis zur Antwort** noch nichts gemessen
stats-queue = **Gerade in Arbeit** { $count }
stats-memory = **Arbeitsspeicher** { NUMBER($mebibytes, maximumFractionDigits: 0) } MiB
stats-uptime = **Gestartet** { $since }
stats-shard = **Shard** { $number } von { $count }
stats-versions = **Versionen** { $versions }
