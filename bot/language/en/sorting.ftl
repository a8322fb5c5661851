# Commands.
sort-name = sort
sort-description = Sort posts by the garments in their pictures
sort-show-name = show
sort-show-description = Show how a channel is sorted, try it, and switch it on or off
sort-tag-name = tag
sort-tag-description = Tie a class to a forum's tag
sort-reaction-name = reaction
sort-reaction-description = Tie a class to a reaction
sort-copy-name = copy
sort-copy-description = Tie a class to a link in another channel
sort-remove-name = remove
sort-remove-description = Untie a class, or all of them
sort-channel-name = channel
sort-channel-description = The channel or forum that is sorted
sort-forum-name = forum
sort-forum-description = The forum that is sorted
sort-class-name = class
sort-class-description = The garment
sort-class-all-description = The garment; left out, all of them
sort-tag-tag-name = tag
sort-tag-tag-description = The tag's name; left out, the class's own name
sort-create-name = create
sort-create-description = Create tags that the forum lacks
sort-emoji-name = emoji
sort-emoji-description = The emoji to react with
sort-target-name = to
sort-target-description = The channel that gets a link to each such post

# The table.
sort-title-none =
    ### { $channel }
    Nothing is sorted here. /sort tag, /sort reaction and /sort copy tie a class to what it should bring about.
sort-title-off =
    ### { $channel }
    { "**" }Off.** Try it on the last ten posts; then it can be switched on.
sort-title-on =
    ### { $channel }
    { "**" }On.** New posts are sorted like this; a change switches it off until it was tried.
sort-column-class = Class
sort-column-effect = Effect
sort-effect-tag = tag { $target }
sort-gone-tag = a tag that is gone
sort-effect-reaction = reaction { $target }
sort-effect-copy = link in { $target }
sort-gone-copy = a link in a channel that is gone
sort-nothing = nothing
sort-try = Try it on the last ten posts
sort-switch-on = Switch on
sort-switch-off = Switch off
sort-undo = Undo the last change
sort-back = Back

# The trial.
sort-trial =
    ### { $posts ->
        [one] The last post would have been sorted like this
       *[other] The last { $posts } posts would have been sorted like this
    }
sort-trial-empty =
    ### There is nothing to try it on
    I found no recent post with a picture there. You can switch it on all the same.
sort-tried = { $number }. [Post]({ $url }): { $garments } → { $effects }
sort-tried-none = { $number }. [Post]({ $url }): no garment to sort by → nothing

# In the other channel.
sort-copy = **{ $garments }**: { $url }

# What can go wrong.
error-no-such-tag = That forum has no tag of that name; use the command with create to have it created, or choose another.
error-forum-full = Discord allows a forum 20 tags, and these would be more; delete some, or tie several classes to one tag.
error-not-an-emoji = That isn't an emoji that I can react with; use a standard one or one of this server's own.
error-too-many-rules = One channel's sorting holds 50 rules, and these would be more; remove some with /sort remove first.
error-plan-changed = Somebody changed this sorting meanwhile; look at it with /sort show, then go on from there.
error-cannot-tag = I may not set tags there: give me View Channel, Read Message History and Manage Threads in that forum, and Manage Channels to create tags.
error-cannot-react = I may not react there: give me View Channel, Read Message History and Add Reactions in that channel.
error-cannot-copy = I may not post links there: give me View Channel, Send Messages and Read Message History in that channel.
