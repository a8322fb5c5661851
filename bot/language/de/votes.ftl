# Die Knöpfe unter einer Antwort.
votes-right = Stimmt
votes-otherwise = Das ist etwas anderes

# Welches von mehreren Bildern, wonach auch immer gefragt wird.
which-picture = Welches Bild meinst du?
picture-number = Bild { $number }
choose-picture = Wähl ein Bild
votes-picture = Bild { $number }: { $label }

# Was ist es stattdessen?
votes-what = Was ist es wirklich? Du kannst deine Meinung jederzeit ändern.
votes-choose = Wähl, was es ist
votes-thanks = Danke! Du sagst: { $said }.
votes-thanks-outvoted = Danke! Du sagst: { $said }. Nach Meinung der meisten ist es: { $label }.
votes-unshown = Die Antwort oben zeigt noch die alte Klasse: Sie ist weg, ihr Thread ist archiviert, ich darf den Kanal nicht sehen, oder unterwegs ging etwas schief. Deine Stimme zählt trotzdem.

# Was eine Antwort zeigt, wenn sie berichtigt wurde.
corrected-heading-seen =
    ### { $label }
    -# Von Mitgliedern berichtigt. Ich hatte gesagt: { $answered }, { $probability }
corrected-heading-none =
    ### { $label }
    -# Von Mitgliedern berichtigt. Ich hatte es für keine meiner Klassen gehalten.
corrected-heading-unseen =
    ### { $label }
    -# Von Mitgliedern berichtigt. Ich hatte keine Kleidung gesehen.
corrected-short-seen = **{ $label }** (berichtigt; ich hatte { $answered } { $probability } gesagt)
corrected-short-none = **{ $label }** (berichtigt; ich hatte es für keine meiner Klassen gehalten)
corrected-short-unseen = **{ $label }** (berichtigt; ich hatte keine Kleidung gesehen)
corrected-line-seen = { $number }. { corrected-short-seen }
corrected-line-none = { $number }. { corrected-short-none }
corrected-line-unseen = { $number }. { corrected-short-unseen }
corrected-alt = Bild { $number }, wie das Netz es gesehen hat: ausgeschnitten und auf 28 mal 28 graue Pixel verkleinert. Von Mitgliedern berichtigt: { $label }.

# Was schiefgehen kann.
error-unknown-button = Dieser Knopf sagt mir nichts mehr; nimm die Knöpfe unter einer neueren Antwort.
error-corrections-off = Dieser Server speichert keine Berichtigungen; wer den Server verwalten darf, kann sie mit /{ settings-name } einschalten.
