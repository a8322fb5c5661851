"""Fixtures for the whole suite."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from matplotlib import font_manager
from selenium import webdriver

from model import artifact
from model.artifact import Artifact
from model.engine import Engine

# How long an example takes says nothing on a busy machine.
hypothesis.settings.register_profile("fitcheck", deadline=None)
hypothesis.settings.load_profile("fitcheck")

ROOT = Path(__file__).parents[1]
CHROMIUM_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def trained() -> Artifact:
    """The shipped networks."""
    return artifact.load()


@pytest.fixture(scope="session")
def engine(trained: Artifact) -> Iterator[Engine]:
    """The real engine; loading it takes seconds, so there is one."""
    engine = Engine(trained)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def boot() -> bytes:
    """Fashion-MNIST's test image 0 as a picture file."""
    return (ROOT / "examples" / "ankle-boot.png").read_bytes()


@pytest.fixture(scope="session")
def workshop() -> Path:
    """Where the makers keep what isn't part of the project; it may not be there."""
    return Path(os.environ.get("FITCHECK_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def shared(workshop: Path) -> Path:
    """The same, for tests that need it."""
    if not workshop.is_dir():
        pytest.skip(f"{workshop} isn't there; FITCHECK_SHARED names another place")
    return workshop


@pytest.fixture(scope="session")
def chrome() -> Iterator[webdriver.Chrome]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("Chromium isn't on this machine: install Debian's chromium and chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in CHROMIUM_FLAGS:
        options.add_argument(flag)
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield started
    started.quit()


@pytest.fixture
def browser(chrome: webdriver.Chrome) -> Iterator[webdriver.Chrome]:
    """The one browser, which is no phone and not dark any more when the next test comes."""
    yield chrome
    chrome.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--draw", action="store_true", help="write the pages' pictures and the looks on file anew"
    )


@pytest.fixture
def pictures(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Where pictures for the pages go: with --draw into the project, otherwise nowhere."""
    if not request.config.getoption("--draw"):
        return tmp_path
    emoji = any("Emoji" in font for font in font_manager.findSystemFonts())
    assert emoji, "emoji would be boxes: install Debian's fonts-noto-color-emoji"
    return ROOT / "docs" / "images"
