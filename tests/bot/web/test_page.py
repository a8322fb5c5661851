"""The page in a real browser, served by a real FitCheck."""

from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.bot.web.conftest import ROOT, Running

BOOT = ROOT / "examples" / "ankle-boot.png"
WINDOW = {"width": 1200, "height": 900, "deviceScaleFactor": 1, "mobile": False}
PHONE = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}


class Page:
    """What a person does with the page and reads off it."""

    def __init__(self, browser: webdriver.Chrome, address: str) -> None:
        self.browser = browser
        self.wait = WebDriverWait(browser, 120)
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", WINDOW)
        browser.get(address)
        self.wait.until(lambda _: self.one("#state").get_attribute("data-state") == "ready")
        self.complaints()  # so far it may have asked a network that was still loading

    def one(self, selector: str) -> WebElement:
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def drop(self, *paths: Path) -> None:
        """Let go of files from the desktop above the patch."""
        files = [str(path) for path in paths]
        self.drag(files=files)
        self.let_go(files=files)

    def drag(self, **data: Any) -> None:
        """Hold something from elsewhere above the patch."""
        for kind in ("dragEnter", "dragOver"):
            self._drag(kind, data)

    def let_go(self, **data: Any) -> None:
        self._drag("drop", data)

    def _drag(self, kind: str, data: dict[str, Any]) -> None:
        whole = {"items": [], "files": [], "dragOperationsMask": 1, **data}
        self.browser.execute_cdp_cmd(
            "Input.dispatchDragEvent", {"type": kind, "x": 600, "y": 200, "data": whole}
        )

    def answers(self, count: int) -> list[WebElement]:
        """Wait until that many answers are there, the newest first."""
        self.wait.until(lambda _: len(self.all(".answer[aria-busy=false]")) == count)
        return self.all(".answer")

    def top(self, element: WebElement) -> float:
        """How far below the window's upper edge it is."""
        top: float = self.browser.execute_script(
            "return arguments[0].getBoundingClientRect().top", element
        )
        return top

    def complaints(self) -> list[dict[str, Any]]:
        """What the browser's console has to say since it was last asked."""
        entries = self.browser.get_log("browser")  # type: ignore[no-untyped-call]  # Selenium's gap
        return [entry for entry in entries if entry["level"] == "SEVERE"]


@pytest.fixture
def page(browser: webdriver.Chrome, running: Running) -> Page:
    return Page(browser, running.address)


def inside(answer: WebElement, selector: str) -> WebElement:
    return answer.find_element(By.CSS_SELECTOR, selector)


def test_a_dropped_photo_is_answered_with_its_class_bars_and_stages(page: Page) -> None:
    page.drop(BOOT)
    (answer,) = page.answers(1)
    assert inside(answer, ".name").text == "ankle-boot.png"
    assert "Ankle boot" in inside(answer, "h3").text
    bars = answer.find_elements(By.CSS_SELECTOR, ".bars:not(.all) li")
    assert len(bars) == 3
    assert bars[0].text.startswith("Ankle boot")
    fills = [inside(bar, ".fill").size["width"] for bar in bars]
    assert fills == sorted(fills, reverse=True)
    assert inside(answer, ".seen img").get_property("naturalWidth") == 280
    inside(answer, "summary").click()
    stages = answer.find_elements(By.CSS_SELECTOR, ".stages img")
    assert [stage.get_property("naturalWidth") for stage in stages] == [280] * 5
    assert all(stage.get_attribute("alt") for stage in stages)
    assert len(answer.find_elements(By.CSS_SELECTOR, ".bars.all li")) == 10
    assert page.complaints() == []


def test_a_pasted_picture_is_answered(page: Page) -> None:
    page.browser.execute_cdp_cmd(
        "Browser.grantPermissions",
        {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]},
    )
    copied = page.browser.execute_async_script(
        """
        const done = arguments[0];
        fetch("/example").then((got) => got.blob())
          .then((blob) => navigator.clipboard.write([new ClipboardItem({"image/png": blob})]))
          .then(() => done("copied"), (error) => done(String(error)));
        """
    )
    assert copied == "copied"
    ActionChains(page.browser).key_down(Keys.CONTROL).send_keys("v").key_up(Keys.CONTROL).perform()
    (answer,) = page.answers(1)
    assert "Ankle boot" in inside(answer, "h3").text


def test_several_photos_are_each_answered_and_a_broken_one_says_why(
    page: Page, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(BOOT.read_bytes()[:3000])
    words = tmp_path / "words.png"
    words.write_text("no picture at all", encoding="utf-8")
    page.one("#files").send_keys("\n".join(map(str, (broken, BOOT, words))))
    answers = page.answers(3)
    assert [inside(answer, ".name").text for answer in answers] == [
        "broken.png",
        "ankle-boot.png",
        "words.png",
    ]
    assert [inside(answer, "h3").text == "No answer" for answer in answers] == [True, False, True]
    assert "damaged or cut short" in inside(answers[0], ".sentence").text
    assert "Ankle boot" in inside(answers[1], "h3").text
    assert "isn't a picture" in inside(answers[2], ".sentence").text
    assert not inside(answers[0], "details").is_displayed()
    assert not inside(answers[2], ".photo").is_displayed()  # it would be an empty frame
    assert page.one("#news").get_attribute("role") == "log"
    said = {
        str(news.get_attribute("textContent")).partition(". ")[0] for news in page.all("#news p")
    }
    assert said == {"broken.png", "ankle-boot.png", "words.png"}


def test_the_newest_answer_comes_first_and_its_steps_are_called_by_its_photo(
    page: Page, tmp_path: Path
) -> None:
    later = tmp_path / "later.png"
    later.write_bytes(BOOT.read_bytes())
    for count, path in enumerate((BOOT, later), 1):
        page.one("#files").send_keys(str(path))
        page.answers(count)
        assert page.one("#files").get_property("value") == ""  # it can be chosen again
    assert [inside(answer, ".name").text for answer in page.all(".answer")] == [
        "later.png",
        "ankle-boot.png",
    ]
    assert [summary.accessible_name for summary in page.all("summary")] == [
        "How it sees it: later.png",
        "How it sees it: ankle-boot.png",
    ]


@pytest.mark.parametrize(
    ("told", "bars", "supposed"),
    [
        ({"verdict": "not_clothing"}, 0, ""),
        ({"verdict": "unsure", "supposed": True, "ranking": "If it were"}, 3, "If it were"),
    ],
)
def test_bars_are_shown_only_of_what_may_be_clothing(
    page: Page, told: dict[str, Any], bars: int, supposed: str
) -> None:
    page.browser.execute_script(
        """
        const [told, real] = [arguments[0], window.fetch];
        window.fetch = async (address, ...more) => {
          const answer = await real(address, ...more);
          if (address !== "/classify") return answer;
          return Response.json({ ...(await answer.json()), ...told });
        };
        """,
        told,
    )
    page.drop(BOOT)
    (answer,) = page.answers(1)
    assert len(answer.find_elements(By.CSS_SELECTOR, ".bars:not(.all) li")) == bars
    assert inside(answer, ".supposed").text == supposed


def test_a_dropped_folder_is_not_the_programs_fault(page: Page, tmp_path: Path) -> None:
    page.drop(tmp_path)
    (answer,) = page.answers(1)
    assert "it's a folder" in inside(answer, ".sentence").text


@pytest.mark.parametrize("content", [None, b"another"])
def test_a_photo_that_goes_while_it_is_under_way_is_not_the_programs_fault(
    page: Page, tmp_path: Path, content: bytes | None
) -> None:
    photo = tmp_path / "boot.png"
    photo.write_bytes(BOOT.read_bytes())
    page.browser.execute_script(  # as where it waits for a place
        "const post = fetch; window.fetch = async (...all) => {"
        "  if (all[0] !== '/classify') return post(...all);"
        "  await new Promise((go) => { window.go = go; });"
        "  return post(...all);"
        "};"
    )
    page.drop(photo)
    page.wait.until(lambda _: page.browser.execute_script("return Boolean(window.go)"))
    photo.unlink()
    if content:
        photo.write_bytes(content)
    page.browser.execute_script("window.go()")
    (answer,) = page.answers(1)
    assert "or was moved or changed meanwhile" in inside(answer, ".sentence").text


def test_what_comes_without_a_photo_is_said(page: Page) -> None:
    page.drag(items=[{"mimeType": "text/plain", "data": "words"}])
    assert page.one("#drop").get_attribute("class") != "over"
    page.let_go(items=[{"mimeType": "text/plain", "data": "words"}])
    assert page.one("#hint").text.startswith("No photo came with that")
    page.drag(files=[str(BOOT)])
    assert page.one("#drop").get_attribute("class") == "over"
    page.let_go(files=[str(BOOT)])
    assert page.one("#drop").get_attribute("class") != "over"
    page.answers(1)
    assert page.one("#hint").text == ""
    page.browser.execute_script(
        "document.dispatchEvent(new ClipboardEvent('paste', {clipboardData: new DataTransfer()}))"
    )
    assert page.one("#hint").text.startswith("No photo came with that")


def test_what_comes_of_a_paste_is_in_sight_however_far_down_the_page_is(page: Page) -> None:
    page.one("#files").send_keys("\n".join([str(BOOT)] * 6))
    page.answers(6)
    to_the_end = "scrollTo(0, document.documentElement.scrollHeight); return scrollY"
    assert page.browser.execute_script(to_the_end) > WINDOW["height"]
    page.drop(BOOT)
    answer, *_ = page.answers(7)
    assert 0 <= page.top(answer) < WINDOW["height"]
    page.browser.execute_script(to_the_end)
    page.browser.execute_script(
        "document.dispatchEvent(new ClipboardEvent('paste', {clipboardData: new DataTransfer()}))"
    )
    assert 0 <= page.top(page.one("#hint")) < WINDOW["height"]


def test_the_example_is_answered_by_keyboard_alone_and_announced(page: Page) -> None:
    keys = ActionChains(page.browser)
    keys.send_keys(Keys.TAB, Keys.TAB, Keys.ENTER).perform()
    page.answers(1)
    assert page.one("#news").get_attribute("aria-live") == "polite"
    assert "ankle-boot.png. Ankle boot" in (page.one("#news").get_attribute("textContent") or "")


def test_a_phone_sees_everything_without_scrolling_sideways(page: Page) -> None:
    page.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)
    page.one("#example").click()
    (answer,) = page.answers(1)
    inside(answer, "summary").click()
    assert page.browser.execute_script("return document.documentElement.scrollWidth") == 360
    for selector in ("#choose", "#example", ".answer h3", ".answer .stages li", ".timing"):
        box = page.one(selector).rect
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert box["height"] > 0
    lines = [label.size["height"] for label in page.all(".bars.all .label")]
    assert max(lines) < 1.5 * min(lines)  # no name breaks, not even T-shirt/top


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_the_page_follows_the_systems_light_or_dark(page: Page, scheme: str, *, dark: bool) -> None:
    page.browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"features": [{"name": "prefers-color-scheme", "value": scheme}]},
    )
    colours = page.browser.execute_script(
        "const style = getComputedStyle(document.body); return [style.color, style.backgroundColor]"
    )
    ink, paper = (sum(int(part) for part in colour[4:-1].split(",")) for colour in colours)
    assert (ink > paper) is dark


def test_a_stopped_fitcheck_is_said_to_be_stopped(page: Page) -> None:
    page.browser.execute_cdp_cmd("Network.enable", {})
    page.browser.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1},
    )
    try:
        page.drop(BOOT)
        page.answers(1)
        page.one("#example").click()
        for answer in page.answers(2):
            assert "can't be reached" in inside(answer, ".sentence").text
        page.wait.until(lambda _: page.one("#state").get_attribute("data-state") == "gone")
        assert page.one("#state").text == "FitCheck can't be reached"
    finally:
        page.browser.execute_cdp_cmd(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1},
        )


def test_a_fitcheck_that_no_longer_answers_is_not_called_ready(page: Page) -> None:
    """As behind a laptop that fell asleep: nothing is refused, and nothing comes."""
    page.browser.execute_cdp_cmd("Fetch.enable", {"patterns": [{"urlPattern": "*/healthz"}]})
    try:
        state = page.one("#state")
        WebDriverWait(page.browser, 20).until(lambda _: state.get_attribute("data-state") == "gone")
    finally:
        page.browser.execute_cdp_cmd("Fetch.disable", {})
    page.wait.until(lambda _: state.get_attribute("data-state") == "ready")


def test_a_photo_that_nothing_comes_of_is_given_up(page: Page) -> None:
    page.browser.execute_script(  # minutes become seconds
        "const timeout = AbortSignal.timeout.bind(AbortSignal);"
        "AbortSignal.timeout = (milliseconds) => timeout(milliseconds / 100);"
    )
    page.browser.execute_cdp_cmd("Fetch.enable", {"patterns": [{"urlPattern": "*/classify"}]})
    try:
        page.drop(BOOT)
        (answer,) = page.answers(1)
    finally:
        page.browser.execute_cdp_cmd("Fetch.disable", {})
    assert "can't be reached" in inside(answer, ".sentence").text


def test_without_javascript_only_what_works_is_shown(page: Page) -> None:
    page.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page.browser.refresh()
        assert "needs JavaScript" in page.one("noscript").text
        assert not page.one("#choose").is_displayed()
        assert not page.one("#state").is_displayed()
    finally:
        page.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
