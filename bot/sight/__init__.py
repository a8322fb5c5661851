"""How FitCheck sees a picture, for whoever wonders."""
