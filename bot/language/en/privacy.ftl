# Commands.
help-name = help
help-description = What FitCheck can do for you here
privacy-name = privacy
privacy-description = What FitCheck keeps, and for how long
forget-name = forget-me
forget-description = Delete what FitCheck has stored about you, in every server

# Help.
help-start =
    ### FitCheck
    I name the garment in a photo, and say so when I'm not sure. Post a photo, mention me in a reply to one, send me one in private, or use a command:
help-command = **/{ $name }** { $description }
help-menu = **Apps → { $name }** in a message's menu: name the garments in its pictures
help-end = I make mistakes. /privacy says what I keep; /forget-me deletes what is about you.

# Privacy.
privacy-always =
    ### What I keep
    - Pictures are never stored: I hold one for the seconds that an answer takes, then it is gone.
    - Nothing is ever trained on what people post.
    - I store no message's text and no names, only Discord's numbers for messages, channels and people.
    - What you ask me in private is counted at most, where a server counts, and otherwise leaves nothing behind.
privacy-nowhere = Here I keep nothing.
privacy-here = **In this server**
privacy-counts-on = - Counts are kept: how many pictures of each class on each day. They say nothing about persons.
privacy-counts-off = - No new counts are kept; any from before stay until this server removes me.
privacy-corrections-on = - Corrections are kept: my answers, who posted the pictures, and who voted for what.
privacy-corrections-off = - No new corrections are kept; any from before are deleted when their time is over.
privacy-index-on = - The index is kept: which messages hold which class and who posted them, so that /find finds them for those who can read them.
privacy-index-off = - The index is off, so posts can't be searched by class; anything kept for it before is deleted when its time is over.
privacy-retention = { $days ->
    [one] Answers and votes are deleted one day after they were stored; a deleted message is forgotten at once.
   *[other] Answers and votes are deleted { $days } days after they were stored; a deleted message is forgotten at once.
}
privacy-rights = /forget-me deletes what is stored about you, in every server, at once. For anything else, ask whoever runs me: the name is on my profile.

# Forgetting.
forget-done =
    ### Forgotten, in every server
    - { $posts ->
        [0] No posts of yours were stored
        [one] One post of yours
       *[other] { $posts } posts of yours
    }
    - { $answers ->
        [0] No answers to them
        [one] One answer to them
       *[other] { $answers } answers to them
    }
    - { $votes ->
        [0] No votes
        [one] One vote, yours or on your posts
       *[other] { $votes } votes, yours and those on your posts
    }
    What you post from now on is answered, and kept as /privacy says. An admin who takes a channel's past into the index takes your posts there in again.
forget-nothing = Nothing was stored about you.
