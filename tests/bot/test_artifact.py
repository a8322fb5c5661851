"""A community's own network: its classes, and not the shipped ones, are what people meet."""

from pathlib import Path

import keras
import numpy as np
import pytest
from PIL import Image

from bot.settings import Settings
from model import artifact
from model.artifact import Artifact
from model.engine import Engine
from scripts import classify, stages
from tests.bot import cards
from tests.bot.conftest import Enter


@pytest.fixture(scope="module")
def own(trained: Artifact, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Networks with an eleventh class, which they see in everything."""
    wider = keras.layers.Dense(11)
    (given,), (seen,) = trained.classifier.inputs, trained.classifier.outputs
    classifier = keras.Model(given, wider(seen))
    wider.set_weights([np.eye(10, 11), 20.0 * np.eye(11)[10]])
    classes = (*trained.card.classes, "Kilt")
    sure = trained.card.calibration.model_copy(
        update={"clothing_threshold": 0.0, "sure_threshold": 0.0}
    )
    card = trained.card.model_copy(
        update={"classes": classes, "calibration": sure, "fashion_mnist": None, "photos": None}
    )
    directory = tmp_path_factory.mktemp("own")
    artifact.save(directory, card, classifier, artifact.ARTIFACTS / artifact.SEGMENTER)
    return directory


@pytest.fixture
def settings(own: Path, tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path, artifact=own, shard_count=1, shard_ids=(0,))


async def test_the_bot_answers_counts_and_offers_it(
    enter: Enter, settings: Settings, boot: bytes
) -> None:
    async with enter(settings=settings, engine=None) as world:
        await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        (answer,) = world.answers
        assert cards.text(cards.tree(answer)).startswith("### Kilt, ")
        assert (await world.store.counts.of(world.guild.id)).by_class == {"Kilt": 1}
        choices = await world.alice.autocomplete(world.channel, "find", "class", "kil")
        assert [choice["name"] for choice in choices] == ["Kilt"]
        figures = await world.admin.slash(world.channel, "stats show")
        assert figures.response is not None
        assert isinstance(world.client.engine, Engine)
        assert world.client.engine.card.version in cards.text(figures.response.components)
        world.client.engine.close()


def test_the_command_line_answers_it(
    own: Path, tmp_path: Path, boot: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(boot)
    assert classify.main([str(photo), "--json", "--artifact", str(own)]) == 0
    assert '"label": "Kilt"' in capsys.readouterr().out
    assert stages.main([str(photo), "-o", str(tmp_path / "s.png"), "--artifact", str(own)]) == 0
    with Image.open(tmp_path / "s.png") as sheet:
        assert sheet.width > 800
