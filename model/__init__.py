"""From the bytes of a picture to the name of a garment; knows nothing of Discord."""

import os

# TensorFlow reads these when it is imported, and otherwise fills the terminal with what only its
# builders need. Its oneDNN kernels, which announce themselves past any level, win nothing here.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
