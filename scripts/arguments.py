"""What commands take on their command line."""

import argparse
import os
from pathlib import Path
from typing import Final

SEEDS: Final = 2**32
"""How many there are: NumPy takes whole numbers below this."""


def positive(text: str) -> int:
    """Read a whole number above zero, for argparse.

    Raises
    ------
    argparse.ArgumentTypeError
        If it is anything else.
    """
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number above zero")
    return int(text)


def seed(text: str) -> int:
    """Read a seed of random numbers, for argparse.

    Raises
    ------
    argparse.ArgumentTypeError
        If NumPy takes no such seed.
    """
    if not text.isdecimal() or int(text) >= SEEDS:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0 to {SEEDS - 1}")
    return int(text)


def output(text: str) -> Path:
    """Read the folder that results go into, for argparse; it is made later, if need be.

    Told now, a folder that can't be written costs no hours of work.

    Raises
    ------
    argparse.ArgumentTypeError
        If it is no folder and none can be made there, or nothing may be written into it.
    """
    folder = Path(text)
    try:
        there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{folder}: {error.strerror}; name another") from None
    if not there.is_dir():
        raise argparse.ArgumentTypeError(f"{there} is no folder; name another")
    if not os.access(there, os.W_OK | os.X_OK):
        raise argparse.ArgumentTypeError(f"{there} may not be written into; name another folder")
    return folder


def refuse_unwritable(parser: argparse.ArgumentParser, folder: Path) -> None:
    """End with a sentence if nothing can be written into a folder that no option names."""
    try:
        output(str(folder))
    except argparse.ArgumentTypeError as error:
        cause, _, _ = str(error).partition(";")
        parser.error(f"{folder} is written into, and {cause}; give the command in another folder")
