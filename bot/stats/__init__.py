"""Figures: how good the network is and what the bot has done."""
