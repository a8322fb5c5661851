"""A picture as a PNG file."""

import io

from PIL import Image


def png(picture: Image.Image) -> bytes:
    """Give the file's bytes."""
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
