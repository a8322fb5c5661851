"""From the bytes of a picture to the name of a garment; knows nothing of Discord.

A photo's way is the order to read in: `decode`, `segmenter`, `refinement`, `crop`, `prepare`,
`views`, `network`, `verdict`. `engine` strings them together and gives a `prediction`; `artifact`
and `card` keep what was trained. `data`, `scenes`, `training` and `evaluation` are how it was:
nothing in them runs while photos are answered.

An eleventh class takes no code, only a folder of its pictures (docs/training.md). To make one of a
label of the public photo set, take it out of `NONE_OF_THEM` in `data/photos.py`, and begin from
nothing or from the network before the last run: the shipped one has learned the validation senders.
To have a new class that hangs from the shoulders drawn on people too, name it in `BODY` in
`scenes/wearer.py`.
"""

import os

# TensorFlow reads these when it is imported, and otherwise fills the terminal with what only its
# builders need. Its oneDNN kernels, which announce themselves past any level, win nothing here.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
