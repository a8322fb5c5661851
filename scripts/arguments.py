"""What commands take on their command line."""

import argparse


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
