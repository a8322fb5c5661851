"""Commands for people at a terminal, `python -m scripts.classify` for one."""
