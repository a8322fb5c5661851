# The button under an answer.
sight-button = How it sees it

# How a picture is seen.
sight-clothing = **{ $label }, { $probability }.** First your photo and what I cropped it to, then the 28 by 28 gray pixels that I look at, last what mattered: the brighter a spot glows, the less sure I become when it is taken away.
sight-unsure = **Not sure: perhaps { $label }, { $probability }.** First your photo and what I cropped it to, then the 28 by 28 gray pixels that I look at, last what mattered: the brighter a spot glows, the less sure I become when it is taken away.
sight-none = **{ verdict-none }.** First your photo and what I cropped it to, then the 28 by 28 gray pixels that I look at, last what looked most like { $label } to me: the brighter a spot glows, the more it did.
sight-not-clothing = **No clothing that I know.** First your photo and what I cropped it to, then the 28 by 28 gray pixels that I look at, last what looked most like { $label } to me: the brighter a spot glows, the more it did.
sight-photo-alt = Picture { $number } with a box around what it was cropped to.
sight-seen-alt = The same picture as 28 by 28 gray pixels, cut out from its background.
sight-heat-alt =
    The same pixels, glowing where taking a piece away changes the answer, most at the { $place ->
        [top-left] top left
        [top-middle] top
        [top-right] top right
        [middle-left] left
        [middle-right] right
        [bottom-left] bottom left
        [bottom-middle] bottom
        [bottom-right] bottom right
       *[middle-middle] middle
    }.
