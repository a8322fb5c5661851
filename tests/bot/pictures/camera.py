"""Taking pictures of a page."""

import base64
import io
from pathlib import Path

from PIL import Image
from selenium import webdriver
from selenium.webdriver.common.by import By

SCALE = 2
"""Device pixels a pixel: the picture is looked at on phones and sharp screens."""


def shoot(browser: webdriver.Chrome, page: str, path: Path) -> None:
    """Write a picture of a page's `main` element, and look whether there is something on it."""
    browser.get("data:text/html;base64," + base64.b64encode(page.encode()).decode())
    main = browser.find_element(By.TAG_NAME, "main")
    clip = {**main.rect, "scale": SCALE}
    shot = browser.execute_cdp_cmd(
        "Page.captureScreenshot", {"clip": clip, "captureBeyondViewport": True}
    )
    drawn = Image.open(io.BytesIO(base64.b64decode(shot["data"]))).convert("RGB")
    assert drawn.width == main.rect["width"] * SCALE
    assert len(drawn.convert("L").getcolors() or []) > 50
    # A palette is enough for what is drawn, and takes less than half the bytes.
    drawn.quantize(dither=Image.Dither.NONE).save(path, optimize=True)
