"""How the networks are trained; nothing here runs while photos are answered."""
