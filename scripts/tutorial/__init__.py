"""The tutorial that FitCheck grew out of: every step a command, told in docs/tutorial.md."""
