"""Show how FitCheck sees a picture: `python -m scripts.stages PHOTO [-o PNG]`."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from model.artifact import ARTIFACTS
from model.engine import Engine, Stages
from model.errors import ArtifactError, PictureError
from model.sheet import draw
from scripts.pictures import explain, is_folder, printable


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw one picture's stages into a PNG, print its path, return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.stages", description=__doc__)
    parser.add_argument("photo", type=Path, metavar="PHOTO", help="the picture")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="PNG", help="default: PHOTO's name with -stages.png"
    )
    parser.add_argument(
        "--artifact", type=Path, default=ARTIFACTS, metavar="FOLDER", help="other networks"
    )
    options = parser.parse_args(arguments)
    if is_folder(options.photo):
        sys.exit(f"{printable(options.photo)}: a folder; name one picture in it")
    output: Path = options.output or Path(f"{options.photo.stem}-stages.png")
    try:
        data = options.photo.read_bytes()
        if _same(output, options.photo):
            sys.exit(f"{printable(output)}: the photo itself; name another with -o")
        stages = _examine(data, options.artifact)
    except (OSError, PictureError) as error:
        sys.exit(f"{printable(options.photo)}: {explain(error)}")
    except ArtifactError as error:
        sys.exit(str(error))
    try:
        draw(stages).save(output, "PNG")
    except OSError as error:
        cause = error.strerror or error
        sys.exit(f"{printable(output)}: can't be written: {cause}; name another with -o")
    print(printable(output))
    return 0


def _same(output: Path, photo: Path) -> bool:
    try:
        return output.samefile(photo)
    except OSError:
        return False  # there is no output yet, or writing it tells what is wrong


def _examine(data: bytes, directory: Path) -> Stages:
    engine = Engine.load(directory)
    try:
        return asyncio.run(engine.examine(data))
    finally:
        engine.close()


if __name__ == "__main__":
    sys.exit(main())
