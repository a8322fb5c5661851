# Befehle.
sort-name = sortieren
sort-description = Posts nach den Kleidungsstücken in ihren Bildern sortieren
sort-show-name = zeigen
sort-show-description = Zeigen, wie ein Kanal sortiert wird, es ausprobieren, ein- und ausschalten
sort-tag-name = tag
sort-tag-description = Eine Klasse mit einem Tag eines Forums verbinden
sort-reaction-name = reaktion
sort-reaction-description = Eine Klasse mit einer Reaktion verbinden
sort-copy-name = kopie
sort-copy-description = Eine Klasse mit einem Link in einem anderen Kanal verbinden
sort-remove-name = entfernen
sort-remove-description = Die Verbindung einer Klasse lösen, oder alle
sort-channel-name = kanal
sort-channel-description = Der Kanal oder das Forum, das sortiert wird
sort-forum-name = forum
sort-forum-description = Das Forum, das sortiert wird
sort-class-name = klasse
sort-class-description = Das Kleidungsstück
sort-class-all-description = Das Kleidungsstück; ohne Angabe alle
sort-tag-tag-name = tag
sort-tag-tag-description = Der Name des Tags; ohne Angabe der Name der Klasse
sort-create-name = anlegen
sort-create-description = Tags anlegen, die dem Forum fehlen
sort-emoji-name = emoji
sort-emoji-description = Das Emoji, mit dem reagiert wird
sort-target-name = nach
sort-target-description = Der Kanal, der einen Link zu jedem solchen Post bekommt

# Die Tabelle.
sort-title-none =
    ### { $channel }
    Hier wird nichts sortiert. /{ sort-name } { sort-tag-name }, /{ sort-name } { sort-reaction-name } und /{ sort-name } { sort-copy-name } verbinden eine Klasse mit dem, was sie auslösen soll.
sort-title-off =
    ### { $channel }
    { "**" }Aus.** Probier es an den letzten zehn Posts aus; danach lässt es sich einschalten.
sort-title-on =
    ### { $channel }
    { "**" }An.** Neue Posts werden so sortiert; eine Änderung schaltet es aus, bis sie ausprobiert ist.
sort-column-class = Klasse
sort-column-effect = Wirkung
sort-effect-tag = Tag { $target }
sort-gone-tag = ein Tag, den es nicht mehr gibt
sort-effect-reaction = Reaktion { $target }
sort-effect-copy = Link in { $target }
sort-gone-copy = ein Link in einem Kanal, den es nicht mehr gibt
sort-nothing = nichts
sort-try = An den letzten zehn Posts ausprobieren
sort-switch-on = Einschalten
sort-switch-off = Ausschalten
sort-undo = Letzte Änderung rückgängig machen
sort-back = Zurück

# Der Versuch.
sort-trial =
    ### { $posts ->
        [one] Der letzte Post wäre so sortiert worden
       *[other] Die letzten { $posts } Posts wären so sortiert worden
    }
sort-trial-empty =
    ### Es gibt nichts zum Ausprobieren
    Ich habe dort keinen neueren Post mit einem Bild gefunden. Du kannst es trotzdem einschalten.
sort-tried = { $number }. [Post]({ $url }): { $garments } → { $effects }
sort-tried-none = { $number }. [Post]({ $url }): kein Kleidungsstück zum Sortieren → nichts

# Im anderen Kanal.
sort-copy = **{ $garments }**: { $url }

# Was schiefgehen kann.
error-no-such-tag = Das Forum hat keinen Tag dieses Namens; lass ihn mit „{ sort-create-name }“ anlegen oder wähl einen anderen.
error-forum-full = Discord erlaubt einem Forum 20 Tags, und es würden mehr; lösch einige oder verbinde mehrere Klassen mit einem Tag.
error-not-an-emoji = Das ist kein Emoji, mit dem ich reagieren kann; nimm ein gewöhnliches oder eines dieses Servers.
error-too-many-rules = Für einen Kanal gibt es höchstens 50 Regeln, und es würden mehr; entfern erst einige mit /{ sort-name } { sort-remove-name }.
error-plan-changed = Jemand hat diese Sortierung inzwischen geändert; sieh sie dir mit /{ sort-name } { sort-show-name } an und mach von dort aus weiter.
error-cannot-tag = Ich darf dort keine Tags setzen: Gib mir in dem Forum „Kanal anzeigen“, „Nachrichtenverlauf anzeigen“ und „Threads verwalten“, und „Kanäle verwalten“, damit ich Tags anlegen kann.
error-cannot-react = Ich darf dort nicht reagieren: Gib mir in dem Kanal „Kanal anzeigen“, „Nachrichtenverlauf anzeigen“ und „Reaktionen hinzufügen“.
error-cannot-copy = Ich darf dort keine Links posten: Gib mir in dem Kanal „Kanal anzeigen“, „Nachrichten versenden“ und „Nachrichtenverlauf anzeigen“.
