"""What was measured is printed by its name, and drawn; nothing of another network stays."""

import re
from pathlib import Path

import pytest

from model.artifact import Artifact
from model.card import Card, OtherKinds, Rejection, Scores, Staged, Timing
from model.data.fashion_mnist import CLASSES
from scripts import report
from scripts.evaluate import MEASURED


def test_each_figure_is_printed_by_its_name(
    trained: Artifact, capsys: pytest.CaptureFixture[str]
) -> None:
    def scores(above: float) -> Scores:
        return Scores(
            pictures=int(above * 10_000),
            accuracy=above + 0.01,
            mean_class_accuracy=above + 0.02,
            top3_accuracy=above + 0.03,
            loss=above + 0.04,
            ece=above + 0.05,
            per_class={"Coat": above + 0.06},
            confusion=[],
            reliability=[(1 - above, 0.5, 1)],
            how="",
        )

    figures = {
        "fashion_mnist": scores(0.1),
        "photos": scores(0.2),
        "footwear": scores(0.3),
        "rejection": Rejection(auroc=0.41, false_clothing=0.42, turned_away=0.43, how=""),
        "screens": Staged(pictures=9, accuracy=0.51, turned_away=0.52, false_clothing=0.53, how=""),
        "other_kinds": OtherKinds(pictures=7, answered=0.61, how=""),
        "crop": Timing(milliseconds=7.1, how="so"),
    }
    nothing = dict.fromkeys(MEASURED)
    report.print_figures(trained.card.model_copy(update=nothing | figures))
    said = capsys.readouterr().out
    rows = [re.split(r"\s*│\s*", line.strip("│ ")) for line in said.splitlines() if "│" in line]
    assert rows[:7] == [
        ["pictures", "1,000", "2,000"],
        ["top-1", "11.00%", "21.00%"],
        ["mean over classes", "12.00%", "22.00%"],
        ["top-3", "13.00%", "23.00%"],
        ["cross-entropy", "0.140", "0.240"],
        ["calibration error (15 bins)", "15.00%", "25.00%"],
        ["to be expected by chance", "18.00%", "32.00%"],  # of one picture: 2p(1 - p)
    ]
    assert ["Coat", "16.00%", "26.00%"] in rows
    assert ["Bag", "-", "-"] in rows
    words = " ".join(said.split())
    assert "sandal, sneaker, ankle boot told apart: 31.0% of 3000" in words
    assert "crop and prepare: 7.1 ms (so)" in words
    assert "AUROC 0.410; 42.0% of pictures without clothing answered" in words
    assert "43.0% of clothing turned away" in words
    assert "computer's screen: 51.0% right, 52.0% turned away" in words
    assert "without clothing: 53.0% answered" in words
    assert "61.0% of 7 answered as one of the classes" in words


def test_a_card_of_a_further_class_prints_it(
    trained: Artifact, capsys: pytest.CaptureFixture[str]
) -> None:
    classes = (*CLASSES, "Kilt [long]")
    card = Card.model_validate(
        trained.card.model_dump()
        | {"classes": classes, "photos": None, "footwear": None, "rejection": None, "crop": None}
    )
    report.print_figures(card)
    assert "Kilt [long]" in capsys.readouterr().out


def test_how_the_crop_was_timed_is_printed_as_it_is(
    trained: Artifact, capsys: pytest.CaptureFixture[str]
) -> None:
    crop = Timing(milliseconds=3, how="python -m scripts.evaluate --photos 'my [photos]'")
    report.print_figures(trained.card.model_copy(update={"crop": crop}))
    assert crop.how in capsys.readouterr().out.replace("\n", " ")


def test_nothing_stays_of_a_network_that_was_measured_before(
    trained: Artifact, tmp_path: Path
) -> None:
    """Its plots and its errors would pass for those of this one."""
    report.draw(trained.card, None, None, tmp_path)
    assert (tmp_path / "confusion-photos.png").is_file()
    (tmp_path / "worst-errors.png").touch()
    (tmp_path / "notes.txt").touch()
    fewer = trained.card.model_copy(update={"photos": None})
    report.draw(fewer, None, None, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "confusion-fashion-mnist.png",
        "notes.txt",
        "reliability-fashion-mnist.png",
    ]
