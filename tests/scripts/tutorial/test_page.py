"""docs/tutorial.md does what it says."""

import re

import pytest
from PIL import Image

from scripts.tutorial.steps import STEPS
from tests.scripts.tutorial.conftest import PAGE, Run

TOLERANCE = 0.03
"""For printed fractions: another processor rounds otherwise, and training amplifies it."""


def tokens(text: str) -> list[str]:
    """Split into numbers and the rest, without layout."""
    return re.findall(r"\d+\.\d*|\d+|[^\s\d]+", text)


def test_every_block_prints_what_the_page_promises(run: Run) -> None:
    promises = [block for block in run.blocks if block.promised]
    assert len(promises) >= 9
    for block in promises:
        last = block.printed.splitlines()[-len(block.promised.splitlines()) :]
        printed, promised = tokens("\n".join(last)), tokens(block.promised)
        assert len(printed) == len(promised), block
        for got, wanted in zip(printed, promised, strict=True):
            if "." in wanted and wanted[0].isdigit():
                assert float(got) == pytest.approx(float(wanted), abs=TOLERANCE), block
            else:
                assert got == wanted, block


def test_training_shows_keras_progress(run: Run) -> None:
    (fit,) = [block for block in run.blocks if ".fit(" in block.code]
    assert "Epoch 5/5" in fit.printed
    assert "1875/1875" in fit.printed


def test_accuracy_is_the_tutorials_and_below_the_training_accuracy(run: Run) -> None:
    assert 0.86 < run.names["test_accuracy"] < 0.89
    assert run.names["training_accuracy"] > run.names["test_accuracy"] + 0.005


def test_the_network_is_the_one_described(run: Run) -> None:
    flatten, hidden, output = run.names["network"].layers
    assert flatten.output.shape == (None, 784)
    assert (hidden.units, hidden.activation.__name__) == (128, "relu")
    assert (output.units, output.activation.__name__) == (10, "softmax")


@pytest.mark.parametrize("name", ["boot.png", "classes.png", "answers.png"])
def test_pictures_are_drawn_and_shown_on_the_page(run: Run, name: str) -> None:
    with Image.open(run.folder / name) as drawn:
        assert len(drawn.convert("L").getcolors() or []) > 50
    shown = PAGE.parent / "images" / "tutorial" / name
    assert shown.is_file()
    assert re.search(rf"!\[.{{20,}}\]\(images/tutorial/{name}\)", PAGE.read_text())


@pytest.mark.parametrize("step", STEPS)
def test_every_step_is_a_command_that_the_page_names(step: str) -> None:
    assert f"*As a command: `python -m scripts.tutorial {step}`" in PAGE.read_text()
