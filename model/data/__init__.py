"""Data sets: what the networks learn from and are measured on."""
