# Commands.
classify-name = classify
classify-description = Name the garments in pictures, or in the channel's last picture
classify-image-name = image
classify-image-description = A photo of one garment; left out, the last picture in the channel
classify-image2-name = image2
classify-image3-name = image3
classify-image4-name = image4
classify-another-description = Another photo of one garment
classify-private-name = private
classify-private-description = Show the answer to you alone
classify-menu-name = Classify clothing

# The form that asks for pictures where there are none.
upload-title = Classify clothing
upload-label = Photos
upload-description = I found no picture here. Upload up to { $limit }, one garment each.

# What is said of one picture, wherever it is asked about.
verdict-clothing = { $label }, { $probability }
verdict-unsure = Not sure: perhaps { $label }, { $probability }
verdict-none = Not sure: probably none of my classes
verdict-not-clothing = No clothing that I know
why-not-clothing = I see no garment of my classes here.
if-of-classes = If it were one of my classes

# The answer to one picture on Discord.
answer-clothing = ### { verdict-clothing }
answer-unsure = ### { verdict-unsure }
answer-none = ### { verdict-none }
answer-not-clothing =
    ### { verdict-not-clothing }
    { why-not-clothing }
answer-if = -# { if-of-classes }
answer-bar = `{ $bar }` { $label } { $probability }
percent = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }

# The answer to one picture in a line.
short-clothing = **{ $label }** { $probability } ({ $others })
short-unsure = Not sure: perhaps { short-clothing }
short-none = { verdict-none } (if one of them: { $others })
short-not-clothing = { verdict-not-clothing }

# The answer to several pictures: one line for each.
line-clothing = { $number }. { short-clothing }
line-unsure = { $number }. { short-unsure }
line-none = { $number }. { short-none }
line-other = { $label } { $probability }
line-not-clothing = { $number }. { short-not-clothing }
line-failed = { $number }. { $sentence }
left-out = { $count ->
    [one] One more picture was left out; I answer { $limit } at a time.
   *[other] { $count } more pictures were left out; I answer { $limit } at a time.
}

# Alt texts.
alt-clothing = Picture { $number } as the network saw it: cut out and shrunk to 28 by 28 gray pixels. It looks like: { $label }, { $probability }.
alt-unsure = Picture { $number } as the network saw it: cut out and shrunk to 28 by 28 gray pixels. Perhaps: { $label }, { $probability }.
alt-none = Picture { $number } as the network saw it: cut out and shrunk to 28 by 28 gray pixels. Probably none of my classes; if one of them: { $label }.
alt-not-clothing = Picture { $number } as the network saw it: cut out and shrunk to 28 by 28 gray pixels. No garment was recognised.
