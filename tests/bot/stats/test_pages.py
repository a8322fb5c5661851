"""What a page shows of cards and counts unlike the shipped ones."""

import io

import numpy as np
import pytest
from PIL import Image

from bot.language.language import languages
from bot.stats import bars
from bot.stats.network import network_page
from model.artifact import Artifact
from model.card import Rejection
from tests.bot.stats.figures import scores

ENGLISH = languages().wording("en")


async def test_a_network_that_was_never_measured(trained: Artifact) -> None:
    card = trained.card.model_copy(
        update={"fashion_mnist": None, "photos": None, "rejection": None}
    )
    page = await network_page(card, ENGLISH)
    assert card.version in "".join(page.texts)
    assert not page.plots


async def test_a_network_with_a_class_of_its_own(trained: Artifact) -> None:
    classes = (*trained.card.classes, "Top hat")
    card = trained.card.model_copy(
        update={
            "classes": classes,
            "fashion_mnist": scores(11, list(classes[:10])),
            "photos": scores(11, list(classes)),
            "rejection": Rejection(auroc=0.9, false_clothing=0.123, turned_away=0.1, how="a test"),
        }
    )
    page = await network_page(card, ENGLISH)
    assert "Top hat - · 50.0%" in page.texts[1]
    assert "Bag 50.0% · 50.0%" in page.texts[1]
    assert "12.3% are taken for clothing" in page.texts[0]
    assert [plot.filename for plot in page.plots] == [
        "confusion-1.png",
        "reliability-1.png",
        "confusion-2.png",
        "reliability-2.png",
    ]
    assert "differ by 3.4%" in str(page.plots[1].description)


async def test_more_classes_than_a_message_holds(trained: Artifact) -> None:
    classes = tuple(f"Kind of garment {number}" for number in range(60))
    card = trained.card.model_copy(
        update={"classes": classes, "fashion_mnist": None, "photos": scores(60, list(classes))}
    )
    page = await network_page(card, ENGLISH)
    assert page.texts[1].endswith("… and 20 more")
    assert sum(map(len, page.texts)) < 4000


@pytest.mark.parametrize("name", ["Ankle boot", "アンクルブーツ"])
def test_bars_grow_with_counts_and_have_letters_for_every_name(name: str) -> None:
    """matplotlib warns of letters that no font has, and warnings are errors here."""
    png = bars.by_class({name: 8, "B": 2}, title=name)
    blue = (np.asarray(Image.open(io.BytesIO(png)).convert("RGB")) == (75, 107, 251)).all(axis=2)
    lengths = sorted(set(blue.sum(axis=1)) - {0})
    assert lengths[-1] == pytest.approx(4 * lengths[0], rel=0.02)


def test_every_day_has_its_place() -> None:
    png = bars.by_day({f"day {number}": number for number in range(30)}, title="days")
    blue = (np.asarray(Image.open(io.BytesIO(png)).convert("RGB")) == (75, 107, 251)).all(axis=2)
    heights = blue.sum(axis=0)
    assert np.count_nonzero(np.diff((heights > 0).astype(int)) == 1) == 29  # the first is empty
