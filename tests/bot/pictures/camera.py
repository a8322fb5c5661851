"""Taking pictures of a page."""

import base64
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.by import By

SCALE = 2
"""Device pixels a pixel: the picture is looked at on phones and sharp screens."""


def shoot(browser: webdriver.Chrome, page: str, path: Path) -> None:
    """Write a picture of a page's `main` element."""
    browser.get("data:text/html;base64," + base64.b64encode(page.encode()).decode())
    main = browser.find_element(By.TAG_NAME, "main")
    clip = {**main.rect, "scale": SCALE}
    shot = browser.execute_cdp_cmd(
        "Page.captureScreenshot", {"clip": clip, "captureBeyondViewport": True}
    )
    path.write_bytes(base64.b64decode(shot["data"]))
