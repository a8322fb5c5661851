"""Figures as pictures, readable on dark grounds and on light ones."""

import matplotlib as mpl
import matplotlib_fontja  # brings the font named below

# Every plot's letters: the second font has those that the first one lacks. A class may be named
# with dollar signs, and isn't a formula.
mpl.rcParams["font.family"] = ["DejaVu Sans", matplotlib_fontja.matplotlib_fontja.FONT_NAME]
mpl.rcParams["text.parse_math"] = False
