"""How a training command ends: well, by an error that it explains, or by Ctrl-C."""

import sys
from collections.abc import Callable
from typing import Final

from model.errors import ModelError

STOPPED: Final = "stopped; with --resume the same command goes on from its last whole epoch, if any"

INTERRUPTED: Final = 130
"""What shells know for Ctrl-C."""


def ended(train: Callable[[], None]) -> int:
    """Train, say what ended it if it wasn't done, and return the command's exit code."""
    try:
        train()
    except ModelError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\n{STOPPED}", file=sys.stderr)  # below the progress bar
        return INTERRUPTED
    return 0
