# Der Name dieser Sprache in ihr selbst.
language = Deutsch

settings-name = einstellungen
settings-description = Wie FitCheck sich auf diesem Server verhält

settings-title = ## FitCheck auf diesem Server
settings-hint = Jede Wahl gilt sofort.
settings-above-menu = **{ $setting }**
settings-gone = Gelöscht oder archiviert: { $places }
and-more = … und noch { $count }
settings-line = **{ $setting }**
    { $value }
settings-saved =
    Gespeichert.
    { $line }
settings-changed = { $who } hat **{ $setting }** von { $before } auf { $after } geändert.
settings-log-unreached = { $channel } war nicht zu erreichen: gelöscht, archiviert oder mir verschlossen. Bitte wähl einen anderen Log-Kanal.
settings-on = An
settings-off = Aus
settings-turn-on = Einschalten
settings-turn-off = Ausschalten
settings-nothing = Nichts

# Posts.
settings-answer-posts = Gepostete Bilder beantworten
settings-allowed-channels = Nur in
settings-allowed-channels-none = Jeder Kanal
settings-denied-channels = Nicht in
settings-denied-channels-none = Keine Ausnahmen
settings-ignored-roles = Übergangene Rollen
settings-ignored-roles-none = Niemand wird übergangen
settings-style = Antworten auf Posts
settings-style-card = Eine Karte mit Bild und Balken
settings-style-line = Eine Zeile Text
settings-style-reaction = Eine Reaktion mit dem Emoji der Klasse
settings-silent-below = Schweigen unter
settings-silent-below-none = Antwortet immer
settings-language = Sprache der Antworten auf Posts
settings-language-none = Wie der Server in Discord eingestellt ist

# Was gespeichert wird.
settings-correctors = Wer eine Antwort berichtigen darf
settings-correctors-everyone = Alle, die sie sehen
settings-correctors-poster = Nur, wer das Bild gepostet hat
settings-kept = Was gespeichert wird
settings-keep-counts = Zahlen für die Statistik
settings-keep-corrections = Berichtigungen
settings-keep-index = Index zum Finden von Posts
settings-retention-days = Wie lange Antworten und Stimmen bleiben
settings-days = { $days ->
    [one] Einen Tag
   *[other] { NUMBER($days, useGrouping: 0) } Tage
}
settings-log-channel-id = Log-Kanal
settings-log-channel-id-none = Änderungen werden niemandem gemeldet

error-choice-gone = Diesen Kanal oder diese Rolle gibt es auf dem Server nicht, oder ich sehe sie nicht; bitte wähl etwas anderes.
