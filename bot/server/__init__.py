"""What a server's admins choose with `/settings`."""
