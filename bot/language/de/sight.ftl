# Der Knopf unter einer Antwort.
sight-button = So sieht es das Netz

# Wie ein Bild gesehen wird.
sight-clothing = **{ $label }, { $probability }.** Zuerst dein Foto und der Ausschnitt, den ich gewählt habe, dann die 28 mal 28 grauen Pixel, die ich ansehe, zuletzt das, worauf es ankam: Je heller eine Stelle leuchtet, desto unsicherer werde ich, wenn sie fehlt.
sight-unsure = **Nicht sicher: vielleicht { $label }, { $probability }.** Zuerst dein Foto und der Ausschnitt, den ich gewählt habe, dann die 28 mal 28 grauen Pixel, die ich ansehe, zuletzt das, worauf es ankam: Je heller eine Stelle leuchtet, desto unsicherer werde ich, wenn sie fehlt.
sight-none = **{ verdict-none }.** Zuerst dein Foto und der Ausschnitt, den ich gewählt habe, dann die 28 mal 28 grauen Pixel, die ich ansehe, zuletzt das, was für mich am ehesten nach { $label } aussah: je heller eine Stelle leuchtet, desto mehr.
sight-not-clothing = **Keine Kleidung, die ich kenne.** Zuerst dein Foto und der Ausschnitt, den ich gewählt habe, dann die 28 mal 28 grauen Pixel, die ich ansehe, zuletzt das, was für mich am ehesten nach { $label } aussah: je heller eine Stelle leuchtet, desto mehr.
sight-photo-alt = Bild { $number } mit einem Rahmen um den gewählten Ausschnitt.
sight-seen-alt = Dasselbe Bild als 28 mal 28 graue Pixel, vom Hintergrund freigestellt.
sight-heat-alt =
    Dieselben Pixel; sie leuchten, wo ein fehlendes Stück die Antwort ändert, am meisten { $place ->
        [top-left] oben links
        [top-middle] oben
        [top-right] oben rechts
        [middle-left] links
        [middle-right] rechts
        [bottom-left] unten links
        [bottom-middle] unten
        [bottom-right] unten rechts
       *[middle-middle] in der Mitte
    }.
