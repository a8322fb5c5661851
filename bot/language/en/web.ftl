# The terminal's three lines.
web-where = FitCheck's fitting room is at { $address }: drop, paste or choose a photo there.
web-where-any = FitCheck's fitting room is at { $address }, and at this machine's addresses: drop, paste or choose a photo there.
web-connect = To connect Discord, put DISCORD_TOKEN=<your bot's token> into .env and start again; README.md has the steps.
web-stop = Press Ctrl-C to stop.

# Why it doesn't start.
web-port-taken = WEB_PORT: { $port } is in use on { $host }; set WEB_PORT to another port, in .env or in front of the command.
web-no-address = WEB_HOST and WEB_PORT: can't listen on { $host }, port { $port } ({ $cause }); set others, in .env or in front of the command.

# The page.
web-warming-up = Warming up: the network is being loaded
web-ready = Ready
why-unsure = None of my classes fits well enough; these are the nearest.
web-ranking = Probabilities
web-timing = Answered in { NUMBER($milliseconds, maximumFractionDigits: 0) } ms. Clothing score { $score }. Network { $version }.
web-stage-photo = Photo, cropped to the box
web-stage-photo-alt = The photo with a box around what it was cropped to.
web-stage-mask = Where a garment was found
web-stage-mask-alt = The photo's area, bright where a garment was found.
web-stage-cutout = Cut out
web-stage-cutout-alt = The garment without its background.
web-stage-gray = Colour taken away
web-stage-gray-alt = The garment without its background, in gray.
web-stage-seen = 28×28, negated: what the network saw
web-stage-seen-alt = The photo as the network saw it: cut out and shrunk to 28 by 28 gray pixels.

# Why a request is turned away.
web-foreign-host = This page answers to localhost and to addresses in digits only; open it by the address that the terminal shows, or by the IP address of its machine, or set WEB_HOST to that name.
web-foreign-origin = Another website's page may not send photos here; open this page itself and send the photo there.
web-room-full = I'm busy with other photos; please send this one again in a minute.
web-upload-timeout = That photo wasn't here after { NUMBER($seconds, maximumFractionDigits: 0) } seconds; send it again, or a smaller copy.
