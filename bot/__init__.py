"""FitCheck on Discord."""
