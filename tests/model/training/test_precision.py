"""Half the bits while training, and no fewer afterwards."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BFLOAT16 = """
import scripts.train
import keras
import numpy as np
from model.training.precision import bfloat16
layers = [keras.Input((28, 28, 8)), keras.layers.Conv2D(16, 3), keras.layers.Conv2D(16, 3)]
network = keras.Sequential(layers)
pictures = np.random.default_rng(1).random((8, 28, 28, 8), np.float32)
before = network.predict(pictures, verbose=0)
with bfloat16():
    network.predict_function = None
    print(np.abs(network.predict(pictures, verbose=0) - before).max())
network.predict_function = None
print(np.abs(network.predict(pictures, verbose=0) - before).max())
"""


def test_bfloat16_changes_what_training_computes_and_nothing_after_it() -> None:
    processor = Path("/proc/cpuinfo")
    if not processor.is_file() or "avx512_bf16" not in processor.read_text():
        pytest.skip("this processor has no instructions for bfloat16")
    outside = {name: value for name, value in os.environ.items() if not name.startswith("TF_")}
    printed = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", BFLOAT16], check=True, capture_output=True, text=True, env=outside
    ).stdout
    within, after = map(float, printed.split())
    assert 1e-5 < within < 0.1
    assert after == 0
