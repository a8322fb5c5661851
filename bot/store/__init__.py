"""What FitCheck keeps: settings, answers, votes, counts, sorting; never a picture."""
