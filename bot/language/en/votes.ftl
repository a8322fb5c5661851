# The buttons under an answer.
votes-right = That's right
votes-otherwise = It's something else

# Which of several pictures, whatever is asked about it.
which-picture = Which picture do you mean?
picture-number = Picture { $number }
choose-picture = Choose a picture
votes-picture = Picture { $number }: { $label }

# What is it instead?
votes-what = What is it really? You can change your mind any time.
votes-choose = Choose what it is
votes-thanks = Thank you! You said: { $said }.
votes-thanks-outvoted = Thank you! You said: { $said }. As most people see it, it is: { $label }.
votes-unshown = The answer above still shows the old class: it is gone, its thread is archived, I may not see this channel, or something failed on the way. Your vote counts all the same.

# What an answer shows once it was corrected.
corrected-heading-seen =
    ### { $label }
    -# Corrected by members. I had said: { $answered }, { $probability }
corrected-heading-none =
    ### { $label }
    -# Corrected by members. I had thought it none of my classes.
corrected-heading-unseen =
    ### { $label }
    -# Corrected by members. I had seen no clothing.
corrected-short-seen = **{ $label }** (corrected; I had said { $answered } { $probability })
corrected-short-none = **{ $label }** (corrected; I had thought it none of my classes)
corrected-short-unseen = **{ $label }** (corrected; I had seen no clothing)
corrected-line-seen = { $number }. { corrected-short-seen }
corrected-line-none = { $number }. { corrected-short-none }
corrected-line-unseen = { $number }. { corrected-short-unseen }
corrected-alt = Picture { $number } as the network saw it: cut out and shrunk to 28 by 28 gray pixels. Corrected by members: { $label }.

# What can go wrong.
error-unknown-button = That button means nothing to me any more; use the buttons under a newer answer.
error-corrections-off = This server doesn't keep corrections; somebody who may manage the server can turn them on with /settings.
