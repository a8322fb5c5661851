"""The README's picture of the fitting room."""

import base64
from pathlib import Path

from PIL import Image
from selenium import webdriver
from selenium.webdriver.common.by import By

from tests.bot.web.conftest import Running
from tests.bot.web.test_page import Page

WINDOW = {"width": 900, "height": 1000, "deviceScaleFactor": 2, "mobile": False}


def test_the_picture_of_the_fitting_room(
    browser: webdriver.Chrome, running: Running, pictures: Path
) -> None:
    page = Page(browser, running.address)
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", WINDOW)
    browser.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
    page.one("#example").click()
    (answer,) = page.answers(1)
    answer.find_element(By.TAG_NAME, "summary").click()
    shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
    browser.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": False})
    (pictures / "fitting-room.png").write_bytes(base64.b64decode(shot["data"]))
    with Image.open(pictures / "fitting-room.png") as drawn:
        assert drawn.width == 1800
        assert len(drawn.convert("L").getcolors() or []) > 50
