"""Commands for people at a terminal, `python -m scripts.classify` for one."""

import logging
import os

# As in `model`, before which commands that train import Keras: they want oneDNN's kernels.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

# Several networks are read one after the other, which TensorFlow takes for one that is slow.
logging.getLogger("tensorflow").setLevel(logging.ERROR)
