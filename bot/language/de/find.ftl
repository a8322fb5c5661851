# Befehle.
find-name = finden
find-description = Die neuesten Posts dieses Servers mit einem Kleidungsstück finden
find-class-name = klasse
find-class-description = Das Kleidungsstück
find-from-name = von
find-from-description = Nur Posts dieses Mitglieds
find-in-name = in
find-in-description = Nur Posts in diesem Kanal und seinen Threads oder in dieser Kategorie
find-since-name = seit
find-since-description = Nur Posts seit diesem Tag, etwa 2026-01-31 (UTC)
find-since-choice = { $days ->
    [0] heute
   *[other] die letzten { $days } Tage
}
index-name = index
index-description = Den bisherigen Inhalt eines Kanals auffindbar machen und sehen, wie weit das ist
index-channel-name = kanal
index-channel-description = Der Kanal samt Threads; ohne Angabe siehst du, wie weit die anderen sind

# Was gefunden wurde.
find-title = ### { $label }: neueste Posts, Seite { $page }
find-nothing = Ich kenne keinen Post mit { $label }, den du lesen kannst. Ältere Posts, aus der Zeit vor dem Index, werden gefunden, sobald ein Admin ihren Kanal mit /{ index-name } aufnimmt.
find-post = { $author } in { $channel }, { $when }
    { $pictures ->
        [one] Ein Bild
       *[other] { $pictures } Bilder
    }, { $probability }
find-jump = Zum Post
find-newer = Neuere
find-older = Ältere

# Wie weit der Index ist.
index-title = ### Bisheriges in Kanälen
index-title-none =
    ### Bisheriges in Kanälen
    Noch wurde kein Kanal aufgenommen; wähl einen mit der Option des Befehls.
index-title-off =
    ### Bisheriges in Kanälen
    Der Index ist aus, deshalb wird nichts aufgenommen und nichts gefunden; /{ settings-name } schaltet ihn ein.
index-title-unseen =
    ### Bisheriges in Kanälen
    { error-content-unseen }
index-waiting = { $channel }: wartet, bis er an der Reihe ist
index-reached = { $channel }: zurück bis { $reached }; der Kanal beginnt am { $first }. { $messages ->
        [one] Eine Nachricht
       *[other] { $messages } Nachrichten
    } gelesen, { $pictures ->
        [one] ein Bild
       *[other] { $pictures } Bilder
    } mit Kleidung
index-unread = { $channel }: wartet, weil ich ihn nicht lesen darf; gib mir dort „Kanal anzeigen“ und „Nachrichtenverlauf anzeigen“, in Sprachkanälen auch „Verbinden“.
index-finished = { $channel }: fertig. { $messages ->
        [one] Eine Nachricht
       *[other] { $messages } Nachrichten
    } gelesen, { $pictures ->
        [one] ein Bild
       *[other] { $pictures } Bilder
    } mit Kleidung
index-more = { $channels ->
    [one] Ein weiterer Kanal
   *[other] { $channels } weitere Kanäle
}
index-stop = Anhalten
index-refresh = Aktualisieren

# Was schiefgehen kann.
error-index-off = Dieser Server führt keinen Index, deshalb lässt sich nichts finden; wer den Server verwalten darf, kann ihn mit /{ settings-name } einschalten.
error-not-a-date = Diesen Tag verstehe ich nicht; schreib ihn wie 2026-01-31.
