"""The README's figures are the card's."""

from pathlib import Path

import pytest

from model.artifact import read_card
from model.card import Card, Rejection, Staged
from model.errors import ArtifactError
from scripts.evaluate import MEASURED
from scripts.numbers import README, PageError, main, numbers, written_into


@pytest.fixture
def card() -> Card:
    return read_card()


def test_the_readme_is_up_to_date(card: Card) -> None:
    text = README.read_text(encoding="utf-8")
    assert written_into(text, card) == text, "run python -m scripts.numbers"


def test_the_accuracy_is_the_measured_one(card: Card) -> None:
    assert card.fashion_mnist is not None
    changed = card.model_copy(
        update={"fashion_mnist": card.fashion_mnist.model_copy(update={"accuracy": 0.12345})}
    )
    assert "| Fashion-MNIST test set | 10,000 | 12.3% |" in numbers(changed)


def test_what_was_not_measured_is_not_listed(card: Card) -> None:
    nothing = dict.fromkeys(("photos", "footwear", "rejection", "screens", "crop"))
    text = numbers(card.model_copy(update=nothing))
    for words in ("hone photos", "told apart", "without clothing", "takes", "Time"):
        assert words not in text


def test_of_a_network_that_was_not_measured_nothing_is_claimed(card: Card) -> None:
    text = numbers(card.model_copy(update=dict.fromkeys(MEASURED)))
    assert card.version in text
    for words in ("%", "By chance:", "Measured by"):
        assert words not in text


def test_a_class_that_a_set_lacks_has_no_figure(card: Card) -> None:
    assert card.fashion_mnist is not None
    few = card.fashion_mnist.model_copy(update={"per_class": {"Bag": 0.5}})
    text = numbers(card.model_copy(update={"fashion_mnist": few, "photos": None}))
    assert "| Bag | 50.0% |" in text
    assert "| Coat | not measured |" in text


def test_a_class_whose_name_holds_a_bar_stays_in_its_column(card: Card) -> None:
    text = numbers(card.model_copy(update={"classes": ("Kilt | long", *card.classes)}))
    assert r"| Kilt \| long | not measured | not measured |" in text


def test_beside_the_calibration_error_stands_that_of_chance(card: Card) -> None:
    assert card.fashion_mnist is not None
    scores = card.fashion_mnist.model_copy(update={"ece": 0.3, "reliability": [(0.5, 0.8, 1)]})
    text = numbers(card.model_copy(update={"fashion_mnist": scores}))
    assert "| 30.0% | 50.0% |" in text  # of one picture at one half, half is wrong either way


def test_rejection_is_told(card: Card) -> None:
    rejection = Rejection(
        auroc=0.987, false_clothing=0.04, turned_away=0.03, how="by hand (on groceries)"
    )
    text = numbers(card.model_copy(update={"rejection": rejection}))
    assert "4.0% are taken for clothing" in text
    assert "AUROC 0.987" in text
    # A paragraph of its own, not a part of the list before it.
    wanted = "\n\nMeasured by `by hand` on:\n\n- Pictures without clothing: on groceries"
    assert wanted in text


@pytest.mark.parametrize(
    ("field", "what", "name"),
    [
        ("studio", "studio's ground, garments are", "A studio's ground"),
        ("worn", "On drawn people, tops, dresses, coats and trousers are", "Drawn people"),
        ("screens", "On screenshots, among text and buttons, garments are", "Screenshots"),
        ("shop", "Fashion-MNIST's shoes and bags are", "Product shots"),
    ],
)
def test_staged_clothing_is_told(card: Card, field: str, what: str, name: str) -> None:
    measured = Staged(
        pictures=9, accuracy=0.876, turned_away=0.054, how="by --photos 'a (2)' (before gray)"
    )
    text = numbers(card.model_copy(update={field: measured}))
    assert what in text
    assert "named rightly 87.6% of the time, and 5.4% are turned away" in text.replace("\n", " ")
    assert f"- {name}: before gray" in text
    assert what not in numbers(card.model_copy(update={field: None}))


def test_what_is_staged_without_clothing_is_told(card: Card) -> None:
    screens = Staged(pictures=9, accuracy=0.9, turned_away=0.1, false_clothing=0.042, how="so (9)")
    text = numbers(card.model_copy(update={"screens": screens}))
    assert "10.0% are turned away; shown so, 4.2% without clothing are taken for some." in text


def test_a_command_that_measured_several_figures_is_named_once(card: Card) -> None:
    text = numbers(card)
    assert card.fashion_mnist is not None
    command, _, pictures = card.fashion_mnist.how.rpartition(" (")
    assert text.count(command) == 1
    assert f"- Fashion-MNIST test set: {pictures[:-1]}\n- Phone photos: " in text


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    page = tmp_path / "README.md"
    page.write_text("A page.\n")
    monkeypatch.setattr("scripts.numbers.README", page)
    return page


def test_the_shipped_cards_figures_replace_those_of_the_page(
    card: Card, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_text("Before.\n<!-- numbers: here -->\nold\n<!-- /numbers -->\nBehind.\n")
    assert main([]) == 0
    written = f"<!-- numbers: here -->\n\n{numbers(card)}\n\n<!-- /numbers -->"
    assert page.read_text() == f"Before.\n{written}\nBehind.\n"
    assert capsys.readouterr().out == f"wrote the numbers of {card.version} into README.md\n"


def test_a_card_that_cant_be_read_is_one_clear_line(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refusing() -> Card:
        raise ArtifactError("card.json is missing")

    monkeypatch.setattr("scripts.numbers.read_card", refusing)
    assert main([]) == 1
    assert capsys.readouterr().err == "card.json is missing\n"
    assert page.read_text() == "A page.\n"


@pytest.mark.parametrize(("argument", "code"), [("--help", 0), ("--nonsense", 2)])
def test_an_option_changes_nothing(page: Path, argument: str, code: int) -> None:
    page.write_text("<!-- numbers: here -->\nold\n<!-- /numbers -->\n")
    with pytest.raises(SystemExit) as ended:
        main([argument])
    assert ended.value.code == code
    assert "old" in page.read_text()


def test_a_page_that_lost_its_comments_is_one_clear_line(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert str(page) in line
    assert "restore the two comments" in line
    assert page.read_text() == "A page.\n"


def test_a_page_without_the_block_is_refused(card: Card) -> None:
    with pytest.raises(PageError, match="restore the two comments"):
        written_into(Path(__file__).read_text(), card)


def test_a_page_that_isnt_there_is_one_clear_line(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page.unlink()
    assert main([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{page} can't be written: No such file")
