"""What is said of files that can't be written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from model.errors import ModelError


@contextmanager
def writing(path: Path, wrong: type[ModelError], remedy: str) -> Iterator[None]:
    """Say of a file that can't be written why, and what to do about it.

    Parameters
    ----------
    path : Path
        The file, or the folder of several.
    wrong : type of ModelError
        What is raised then.
    remedy : str
        What helps.

    Raises
    ------
    ModelError
        `wrong`, if there is no room, for one.
    """
    try:
        yield
    except OSError as error:
        raise wrong(
            f"{error.filename or path} can't be written: {error.strerror or error}; {remedy}"
        ) from error
