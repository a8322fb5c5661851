# One sentence each: the cause, and what to do about it.
error-empty-picture = That file is empty; please send the picture again.
error-not-a-picture = That file isn't a picture that I can read; JPEG, PNG, WebP, GIF, AVIF, HEIC, BMP and TIFF work.
error-broken-picture = That picture is damaged or cut short; please send it again.
error-picture-too-large = That picture has { NUMBER($megapixels, maximumFractionDigits: 1) } megapixels and I read up to { NUMBER($limit, maximumFractionDigits: 1) }; please send a smaller copy.
error-wrong-type = That attachment isn't a picture that I can read; JPEG, PNG, WebP, GIF, AVIF, HEIC, BMP and TIFF work.
error-file-too-large = That file has { NUMBER($mebibytes, maximumFractionDigits: 1) } MiB and I read up to { NUMBER($limit, maximumFractionDigits: 1) }; please send a smaller copy.
error-download-timeout = Fetching that picture took longer than { NUMBER($seconds, maximumFractionDigits: 0) } seconds; please try again.
error-download-broken = Fetching that picture from Discord broke off; please try again.
error-picture-gone = That picture is no longer there; please post it again.
error-no-picture = I see no uploaded picture there, and previews of links don't count; attach one, or use the menu of a message that has one: Apps, then Classify clothing.
error-message-gone = The message that I was about to answer is gone; please post the picture again.
error-not-allowed = I may not answer there: give me the permissions View Channel, Send Messages (in threads: Send Messages in Threads), Attach Files and Read Message History in that channel, Connect in voice channels, and Manage Threads in locked threads.
error-channel-unread = I may not read that channel's past; give me View Channel and Read Message History there, and Connect in voice channels.
error-content-unseen = Discord doesn't let me see what posts hold; my host has to turn on the message-content intent in Discord's developer portal.
error-forbidden = Discord doesn't let me do that there; please check what my role and that channel allow me.
error-store-unavailable = What I keep can't be reached right now, so nothing was changed; please try again in a minute.
error-answer-forgotten = I keep no answer for that picture, or no longer, so it can't be corrected; post the picture again to have it answered anew.
error-not-the-poster = In this server only the one who posted a picture may correct its answer; ask them.
error-vote-unwanted = You asked to be forgotten after that, so your vote isn't kept; press again if it should be.
error-unknown-class = That isn't one of my classes; please choose one from the list.
error-panel-closed = I no longer answer the buttons of that message; use its command again.
error-panel-changed = That message was just changing; press again.
error-setting-invalid = That value isn't one that this setting takes; please choose from the list.
error-nothing-to-undo = Nothing was changed there that could be undone.
error-shutting-down = I'm being restarted just now; please try again in a minute.
error-cooling-down = That was a lot in a short time; please wait { $seconds ->
    [one] one second.
   *[other] { NUMBER($seconds, maximumFractionDigits: 0) } seconds.
}
error-missing-permissions = You need the permission Manage Server for that; ask somebody who has it.
error-no-private-message = That works in servers only; please use it there.
error-outdated-command = That command has changed meanwhile; reload Discord and use it again.
error-unknown = Something went wrong on my side; please try again, and give the host the code { $code } if it keeps happening.
