# Commands.
find-name = find
find-description = Find this server's newest posts with a garment
find-class-name = class
find-class-description = The garment
find-from-name = from
find-from-description = Only posts of this member
find-in-name = in
find-in-description = Only posts in this channel and its threads, or in this category
find-since-name = since
find-since-description = Only posts since this day, such as 2026-01-31 (UTC)
find-since-choice = { $days ->
    [0] today
   *[other] the past { $days } days
}
index-name = index
index-description = Take a channel's past in, so that it can be found, and see how far that is
index-channel-name = channel
index-channel-description = The channel to take in, with its threads; left out, you see how far the others are

# What was found.
find-title = ### { $label }: newest posts, page { $page }
find-nothing = I know of no post with { $label } that you can read. Posts from before the index was turned on are found once an admin takes their channel in with /index.
find-post = { $author } in { $channel }, { $when }
    { $pictures ->
        [one] One picture
       *[other] { $pictures } pictures
    }, { $probability }
find-jump = Go to the post
find-newer = Newer
find-older = Older

# How far the index is.
index-title = ### Channels' pasts
index-title-none =
    ### Channels' pasts
    No channel's past has been taken in yet; choose one with the command's option.
index-title-off =
    ### Channels' pasts
    The index is off, so nothing is taken in and nothing can be found; /settings turns it on.
index-title-unseen =
    ### Channels' pasts
    { error-content-unseen }
index-waiting = { $channel }: waiting for its turn
index-reached = { $channel }: back to { $reached }; the channel begins on { $first }. { $messages ->
        [one] One message
       *[other] { $messages } messages
    } read, { $pictures ->
        [one] one picture
       *[other] { $pictures } pictures
    } with garments
index-unread = { $channel }: waiting, since I may not read it: give me View Channel and Read Message History there, and Connect in voice channels.
index-finished = { $channel }: done. { $messages ->
        [one] One message
       *[other] { $messages } messages
    } read, { $pictures ->
        [one] one picture
       *[other] { $pictures } pictures
    } with garments
index-more = { $channels ->
    [one] One more channel
   *[other] { $channels } more channels
}
index-stop = Stop
index-refresh = Refresh

# What can go wrong.
error-index-off = This server keeps no index, so nothing can be found; somebody who may manage the server can turn it on with /settings.
error-not-a-date = I can't read that day; write it like 2026-01-31.
