"""What commands take on their command line."""

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

SEEDS: Final = 2**32
"""How many there are: NumPy takes whole numbers below this."""


Choice = TypeVar("Choice", bound=str)


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


def among(choices: Sequence[Choice]) -> Callable[[str], Choice]:
    """Make what reads one of several words, for argparse, and names them to who gives another."""

    def read(text: str) -> Choice:
        for choice in choices:
            if choice == text:
                return choice
        raise argparse.ArgumentTypeError(f"{text!r} is none; choose from {', '.join(choices)}")

    return read


def output(text: str) -> Path:
    """Read the folder that results go into, for argparse; it is made later, if need be.

    Told now, a folder that can't be written costs no hours of work.

    Raises
    ------
    argparse.ArgumentTypeError
        If it is no folder and none can be made there, or nothing may be written into it.
    """
    folder = Path(text)
    obstacle = _obstacle(folder)
    if obstacle:
        raise argparse.ArgumentTypeError(f"{obstacle}; name another folder")
    return folder


def refuse_unwritable(parser: argparse.ArgumentParser, folder: Path) -> None:
    """End with a sentence if nothing can be written into a folder that no option names."""
    obstacle = _obstacle(folder)
    if obstacle:
        parser.error(
            f"{folder} is written into, and {obstacle}; give the command in another folder"
        )


def _obstacle(folder: Path) -> str | None:
    """Say what keeps results from being written into a folder, which is made if need be."""
    try:
        there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    except OSError as error:
        return f"{folder}: {error.strerror}"
    if not there.is_dir():
        return f"{there} is no folder"
    if not os.access(there, os.W_OK | os.X_OK):
        return f"{there} may not be written into"
    return None
