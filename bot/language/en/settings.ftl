# This language's own name, as its speakers write it.
language = English

settings-name = settings
settings-description = How FitCheck behaves in this server

settings-title = ## FitCheck in this server
settings-hint = Each choice takes effect at once.
settings-above-menu = **{ $setting }**
settings-gone = Gone or archived: { $places }
and-more = … and { $count } more
settings-line = **{ $setting }**
    { $value }
settings-saved =
    Saved.
    { $line }
settings-changed = { $who } changed **{ $setting }** from { $before } to { $after }.
settings-log-unreached = { $channel } couldn't be told: it is gone, archived or closed to me. Choose another log channel.
settings-on = On
settings-off = Off
settings-turn-on = Turn on
settings-turn-off = Turn off
settings-nothing = Nothing

# Posts.
settings-answer-posts = Answer posted pictures
settings-allowed-channels = Only in
settings-allowed-channels-none = Every channel
settings-denied-channels = Not in
settings-denied-channels-none = No exceptions
settings-ignored-roles = Ignored roles
settings-ignored-roles-none = Nobody is ignored
settings-style = Answers to posts
settings-style-card = A card with picture and bars
settings-style-line = One line of text
settings-style-reaction = A reaction with the class's emoji
settings-silent-below = Silent when less sure than
settings-silent-below-none = Always answers
settings-language = Language of answers to posts
settings-language-none = As the server is set in Discord

# What is kept.
settings-correctors = Who may correct an answer
settings-correctors-everyone = Everyone who sees it
settings-correctors-poster = Only whoever posted the picture
settings-kept = What is kept
settings-keep-counts = Counts for statistics
settings-keep-corrections = Corrections
settings-keep-index = Index for finding posts
settings-retention-days = How long answers and votes are kept
settings-days = { $days ->
    [one] One day
   *[other] { NUMBER($days, useGrouping: 0) } days
}
settings-log-channel-id = Log channel
settings-log-channel-id-none = Nobody is told of changes

error-choice-gone = The server doesn't have that channel or role, or I can't see it; please choose another.
