"""Commands for people at a terminal: classify, train, evaluate, export, and the tutorial."""
