"""How a command ends: well, by an error that it explains, or by Ctrl-C."""

import sys
from collections.abc import Callable
from typing import Final

from model.errors import ModelError

STOPPED: Final = "stopped"

RESUMABLE: Final = (
    "stopped; with --resume the same command goes on from its last whole epoch, if any"
)

INTERRUPTED: Final = 130
"""What shells know for Ctrl-C."""


def ended(work: Callable[[], None], stopped: str = STOPPED) -> int:
    """Do a command's work, say what ended it if it wasn't done, and return the exit code.

    Parameters
    ----------
    work : callable
        May raise a `ModelError` that names cause and remedy.
    stopped : str
        What is said of Ctrl-C.
    """
    try:
        work()
    except ModelError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\n{stopped}", file=sys.stderr)  # below the progress bar
        return INTERRUPTED
    return 0
