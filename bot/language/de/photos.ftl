# Befehle.
classify-name = bestimmen
classify-description = Die Kleidungsstücke in Bildern benennen, oder im letzten Bild des Kanals
classify-image-name = bild
classify-image-description = Foto eines Kleidungsstücks; ohne Angabe das letzte Bild im Kanal
classify-image2-name = bild2
classify-image3-name = bild3
classify-image4-name = bild4
classify-another-description = Noch ein Foto eines Kleidungsstücks
classify-private-name = privat
classify-private-description = Die Antwort nur dir zeigen
classify-menu-name = Kleidung bestimmen

upload-title = { classify-menu-name }
upload-label = Fotos
upload-description = Ich habe hier kein Bild gefunden. Lade bis zu { $limit } hoch, je ein Kleidungsstück.

# Was über ein Bild gesagt wird, wo immer danach gefragt wird.
verdict-clothing = { $label }, { $probability }
verdict-unsure = Nicht sicher: vielleicht { $label }, { $probability }
verdict-none = Nicht sicher: wahrscheinlich keine meiner Klassen
verdict-not-clothing = Keine Kleidung, die ich kenne
why-not-clothing = Ich sehe hier kein Kleidungsstück meiner Klassen.
if-of-classes = Wenn es eine meiner Klassen wäre

# Die Antwort auf ein Bild.
answer-clothing = ### { verdict-clothing }
answer-unsure = ### { verdict-unsure }
answer-none = ### { verdict-none }
answer-not-clothing =
    ### { verdict-not-clothing }
    { why-not-clothing }
answer-if = -# { if-of-classes }
answer-bar = `{ $bar }` { $label } { $probability }
percent = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }

short-clothing = **{ $label }** { $probability } ({ $others })
short-unsure = Nicht sicher: vielleicht { short-clothing }
short-none = { verdict-none } (wenn doch: { $others })
short-not-clothing = { verdict-not-clothing }

# Die Antwort auf mehrere Bilder: eine Zeile für jedes.
line-clothing = { $number }. { short-clothing }
line-unsure = { $number }. { short-unsure }
line-none = { $number }. { short-none }
line-other = { $label } { $probability }
line-not-clothing = { $number }. { short-not-clothing }
line-failed = { $number }. { $sentence }
left-out = { $count ->
    [one] Ein weiteres Bild blieb übrig; ich beantworte { $limit } auf einmal.
   *[other] { $count } weitere Bilder blieben übrig; ich beantworte { $limit } auf einmal.
}

# Alternativtexte.
alt-clothing = Bild { $number }, wie das Netz es gesehen hat: ausgeschnitten und auf 28 mal 28 graue Pixel verkleinert. Es sieht aus wie: { $label }, { $probability }.
alt-unsure = Bild { $number }, wie das Netz es gesehen hat: ausgeschnitten und auf 28 mal 28 graue Pixel verkleinert. Vielleicht: { $label }, { $probability }.
alt-none = Bild { $number }, wie das Netz es gesehen hat: ausgeschnitten und auf 28 mal 28 graue Pixel verkleinert. Wahrscheinlich keine meiner Klassen; wenn doch: { $label }.
alt-not-clothing = Bild { $number }, wie das Netz es gesehen hat: ausgeschnitten und auf 28 mal 28 graue Pixel verkleinert. Kein Kleidungsstück erkannt.
