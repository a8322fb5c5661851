"""The fitting room: a page on this machine for those who have no Discord bot yet."""
