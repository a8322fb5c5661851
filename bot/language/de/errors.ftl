# Je ein Satz: woran es lag und was hilft.
error-empty-picture = Die Datei ist leer; bitte schick das Bild noch einmal.
error-not-a-picture = Die Datei ist kein Bild, das ich lesen kann; JPEG, PNG, WebP, GIF, AVIF, HEIC, BMP und TIFF gehen.
error-broken-picture = Das Bild ist beschädigt oder unvollständig; bitte schick es noch einmal.
error-picture-too-large = Das Bild hat { NUMBER($megapixels, maximumFractionDigits: 1) } Megapixel, ich lese bis zu { NUMBER($limit, maximumFractionDigits: 1) }; bitte schick eine kleinere Fassung.
error-wrong-type = Der Anhang ist kein Bild, das ich lesen kann; JPEG, PNG, WebP, GIF, AVIF, HEIC, BMP und TIFF gehen.
error-file-too-large = Die Datei hat { NUMBER($mebibytes, maximumFractionDigits: 1) } MiB, ich lese bis zu { NUMBER($limit, maximumFractionDigits: 1) }; bitte schick eine kleinere Fassung.
error-download-timeout = Das Bild zu laden hat länger als { NUMBER($seconds, maximumFractionDigits: 0) } Sekunden gedauert; bitte versuch es noch einmal.
error-download-broken = Das Laden des Bildes von Discord ist abgebrochen; bitte versuch es noch einmal.
error-picture-gone = Das Bild gibt es nicht mehr; bitte poste es noch einmal.
error-no-picture = Ich sehe dort kein hochgeladenes Bild, und Vorschauen von Links zählen nicht; häng eines an oder nimm das Menü einer Nachricht, die eines hat: Apps, dann „{ classify-menu-name }“.
error-message-gone = Die Nachricht, auf die ich antworten wollte, ist weg; bitte poste das Bild noch einmal.
error-not-allowed = Ich darf dort nicht antworten: Gib mir in dem Kanal die Rechte „Kanal anzeigen“, „Nachrichten versenden“ (in Threads: „Nachrichten in Threads versenden“), „Dateien anhängen“ und „Nachrichtenverlauf anzeigen“, in Sprachkanälen auch „Verbinden“, in gesperrten Threads auch „Threads verwalten“.
error-channel-unread = Ich darf das Bisherige in diesem Kanal nicht lesen; gib mir dort „Kanal anzeigen“ und „Nachrichtenverlauf anzeigen“, in Sprachkanälen auch „Verbinden“.
error-content-unseen = Discord zeigt mir nicht, was Posts enthalten; mein Betreiber muss im Entwicklerportal von Discord „Message Content Intent“ einschalten.
error-forbidden = Discord lässt mich das dort nicht tun; bitte prüf, was meine Rolle und der Kanal mir erlauben.
error-store-unavailable = Mein Speicher ist gerade nicht erreichbar, deshalb wurde nichts geändert; bitte versuch es in einer Minute noch einmal.
error-answer-forgotten = Zu diesem Bild habe ich keine Antwort (mehr) gespeichert, deshalb lässt sie sich nicht berichtigen; poste das Bild noch einmal für eine neue Antwort.
error-not-the-poster = Auf diesem Server darf nur berichtigen, wer das Bild gepostet hat; bitte frag dort nach.
error-vote-unwanted = Danach wolltest du vergessen werden, also wird deine Stimme nicht gespeichert; drück noch einmal, wenn sie doch zählen soll.
error-unknown-class = Das ist keine meiner Klassen; bitte wähl eine aus der Liste.
error-panel-closed = Auf die Knöpfe dieser Nachricht antworte ich nicht mehr; nimm den Befehl noch einmal.
error-panel-changed = Diese Nachricht hat sich gerade geändert; drück noch einmal.
error-setting-invalid = Diesen Wert nimmt die Einstellung nicht an; bitte wähl einen aus der Liste.
error-nothing-to-undo = Dort wurde nichts geändert, was sich rückgängig machen ließe.
error-missing-permissions = Dafür brauchst du das Recht „Server verwalten“; bitte frag jemanden, der es hat.
error-no-private-message = Das geht nur auf Servern; bitte nutze es dort.
error-outdated-command = Der Befehl hat sich inzwischen geändert; lade Discord neu und ruf ihn noch einmal auf.
error-unknown = Bei mir ist etwas schiefgegangen; bitte versuch es noch einmal, und wenn es dabei bleibt, nenn dem Betreiber den Code { $code }.
error-shutting-down = Ich werde gerade neu gestartet; bitte versuch es in einer Minute noch einmal.
error-cooling-down = Das war viel in kurzer Zeit; bitte warte { $seconds ->
    [one] eine Sekunde.
   *[other] { NUMBER($seconds, maximumFractionDigits: 0) } Sekunden.
}
