# Befehle.
help-name = hilfe
help-description = Was FitCheck hier für dich tun kann
privacy-name = datenschutz
privacy-description = Was FitCheck speichert und wie lange
forget-name = vergiss-mich
forget-description = Löschen, was FitCheck über dich gespeichert hat, auf allen Servern

# Hilfe.
help-start =
    ### FitCheck
    Ich benenne das Kleidungsstück auf einem Foto und sage dazu, wenn ich nicht sicher bin. Poste ein Foto, erwähne mich in einer Antwort auf eines, schick mir eines privat oder nimm einen Befehl:
help-command = **/{ $name }** { $description }
help-menu = **Apps → { $name }** im Menü einer Nachricht: benennt die Kleidungsstücke in ihren Bildern
help-end = Ich mache Fehler. /{ privacy-name } sagt, was ich speichere; /{ forget-name } löscht, was dich betrifft.

# Datenschutz.
privacy-always =
    ### Was ich speichere
    - Bilder werden nie gespeichert: Ich halte eines für die Sekunden, die eine Antwort braucht, dann ist es weg.
    - Mit dem, was ihr postet, wird nie etwas trainiert.
    - Ich speichere weder Texte noch Namen, nur die Nummern, die Discord Nachrichten, Kanälen und Personen gibt.
    - Was du mich privat fragst, wird höchstens mitgezählt und hinterlässt sonst nichts.
privacy-nowhere = Hier speichere ich nichts.
privacy-here = **Auf diesem Server**
privacy-counts-on = - Zahlen werden gespeichert: wie viele Bilder jeder Klasse an jedem Tag. Sie sagen nichts über Personen.
privacy-counts-off = - Neue Zahlen werden nicht gespeichert; frühere bleiben, bis dieser Server mich entfernt.
privacy-corrections-on = - Berichtigungen werden gespeichert: meine Antworten, wer die Bilder gepostet hat und wer wofür gestimmt hat.
privacy-corrections-off = - Neue Berichtigungen werden nicht gespeichert; frühere werden gelöscht, wenn ihre Zeit um ist.
privacy-index-on = - Der Index wird gespeichert: welche Nachrichten welche Klasse enthalten und von wem sie sind, damit /{ find-name } sie für die findet, die sie lesen können.
privacy-index-off = - Der Index ist aus, deshalb lassen sich Posts nicht nach Klassen durchsuchen; was früher für ihn gespeichert wurde, wird gelöscht, wenn seine Zeit um ist.
privacy-retention = { $days ->
    [one] Antworten und Stimmen werden einen Tag nach dem Speichern gelöscht; eine gelöschte Nachricht wird sofort vergessen.
   *[other] Antworten und Stimmen werden { $days } Tage nach dem Speichern gelöscht; eine gelöschte Nachricht wird sofort vergessen.
}
privacy-rights = /{ forget-name } löscht sofort und auf allen Servern, was über dich gespeichert ist. Mit allem anderen wende dich bitte an die, die mich betreiben: Der Name steht in meinem Profil.

# Vergessen.
forget-done =
    ### Vergessen, auf allen Servern
    - { $posts ->
        [0] Von dir waren keine Posts gespeichert
        [one] Ein Post von dir
       *[other] { $posts } Posts von dir
    }
    - { $answers ->
        [0] Keine Antworten darauf
        [one] Eine Antwort darauf
       *[other] { $answers } Antworten darauf
    }
    - { $votes ->
        [0] Keine Stimmen
        [one] Eine Stimme, von dir oder zu deinen Posts
       *[other] { $votes } Stimmen, deine und die zu deinen Posts
    }
    Was du von jetzt an postest, wird beantwortet und so gespeichert, wie /{ privacy-name } es sagt. Nimmt ein Admin das Bisherige eines Kanals in den Index auf, kommen auch deine Posts von dort wieder hinein.
forget-nothing = Über dich war nichts gespeichert.
