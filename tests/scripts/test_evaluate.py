"""The shipped networks are measured on real files, and the card says what was measured."""

import asyncio
import re
import shutil
import string
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from model import artifact
from model.artifact import Artifact
from model.card import Staged
from model.data import fashion_mnist
from model.data.fashion_mnist import FashionMnist
from model.data.photos import Part, Photo, listed_parts, part_of
from model.engine import Engine
from model.errors import DatasetError
from model.evaluation.photos import PhotoAnswers
from model.evaluation.staged import StagedAnswers
from scripts import evaluate
from tests.model.files import quartered, shirt

COUNT = 200


@pytest.fixture(scope="module")
def fashion() -> FashionMnist:
    if fashion_mnist.installed() is None:
        pytest.skip("Fashion-MNIST isn't on this machine: install Debian's dataset-fashion-mnist")
    return fashion_mnist.load()


@pytest.fixture
def few(fashion: FashionMnist, monkeypatch: pytest.MonkeyPatch) -> FashionMnist:
    """The first test pictures, and the last that are kept: all 15,000 take their time."""
    monkeypatch.setattr(fashion_mnist, "HELD_OUT", COUNT)
    first = FashionMnist(
        fashion.train_images,
        fashion.train_labels,
        fashion.test_images[:COUNT],
        fashion.test_labels[:COUNT],
    )
    monkeypatch.setattr(fashion_mnist, "load", lambda directory=None: directory or first)
    return first


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped artifact whose card may be written."""
    return shutil.copytree(artifact.ARTIFACTS, tmp_path / "artifact")


def of_test(prefix: str, count: int) -> list[str]:
    """Names whose photos belong to the test part."""
    names = (f"{number}.png" for number in range(10_000))
    wanted = [name for name in names if part_of(f"{prefix}/{name}") is Part.TEST]
    return wanted[:count]


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Boots of Fashion-MNIST's test, a shirt that is called a sandal, and a broken file."""
    root = tmp_path / "my-photos"
    (root / "Ankle boot").mkdir(parents=True)
    (root / "Sandal").mkdir()
    boot = Path(__file__).parents[2] / "examples" / "ankle-boot.png"
    for name in of_test("Ankle boot", 3):
        shutil.copy(boot, root / "Ankle boot" / name)
    wrong, broken = of_test("Sandal", 2)
    shirt().save(root / "Sandal" / wrong)
    (root / "Sandal" / broken).write_bytes(boot.read_bytes()[:2_000])
    return root


@pytest.fixture
def negatives(tmp_path: Path) -> Path:
    root = tmp_path / "negatives"
    root.mkdir()
    letters = (f"thing-{a}{b}" for a in "abcdefghij" for b in "abcdefghij")
    wanted = {Part.TEST: 4, Part.TRAIN: 2, Part.VALIDATION: 1}
    for name in letters:
        wanted[part_of(name)] -= 1
        if wanted[part_of(name)] >= 0:
            quartered().save(root / f"{name}.png")
    return root


@pytest.mark.usefixtures("few")
def test_everything_is_measured_plotted_and_written_into_the_card(
    folder: Path,
    photos: Path,
    negatives: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = artifact.read_card(folder)
    out = tmp_path / "evaluation"
    arguments = ["--artifact", folder, "--photos", photos, "--negatives", negatives, "--out", out]
    assert evaluate.main([*map(str, arguments), "--write"]) == 0
    said = capsys.readouterr().out

    card = artifact.read_card(folder)
    staged = {"studio", "worn", "screens", "shop"}
    changed = {"fashion_mnist", "photos", "footwear", "rejection", *staged, "other_kinds", "crop"}
    assert card.model_dump(exclude=changed) == before.model_dump(exclude=changed)
    assert card.other_kinds is None  # none of these photos shows a hat
    assert card.fashion_mnist is not None
    assert card.fashion_mnist.pictures == COUNT
    assert f"{card.fashion_mnist.accuracy:.2%}" in said

    assert card.photos is not None
    assert card.footwear is not None
    assert card.photos.pictures == card.footwear.pictures == 4  # the broken one is left out
    assert card.photos.per_class == {"Ankle boot": 1.0, "Sandal": 0.0}
    assert card.photos.accuracy == 0.75
    assert card.photos.mean_class_accuracy == 0.5
    assert "4 photos of 4 senders" in card.photos.how
    assert "--photos my-photos" in card.photos.how
    assert str(tmp_path) not in card.model_dump_json()
    assert "left out" in said

    assert card.rejection is not None
    assert 0 <= card.rejection.auroc <= 1
    assert "4 photos of clothing, 4 pictures without" in card.rejection.how
    assert card.studio is not None
    assert card.studio.pictures == 4
    assert f"before a studio's ground: {card.studio.accuracy:.1%} right" in said
    assert "4 pictures: cut out of photos" in card.studio.how
    assert card.worn is None  # no trousers
    assert card.screens is not None
    assert f"computer's screen: {card.screens.accuracy:.1%} right" in said
    assert card.screens.false_clothing is not None
    assert "computer's screen, and 4 without clothing" in card.screens.how
    assert f"without clothing: {card.screens.false_clothing:.1%} answered" in said
    assert card.shop is not None
    assert f"made into product shots: {card.shop.accuracy:.1%} right" in said
    assert card.crop is not None
    assert card.crop.milliseconds > 0

    for kind in ("confusion", "reliability"):
        for name in ("fashion-mnist", "photos"):
            with Image.open(out / f"{kind}-{name}.png") as plot:
                assert min(plot.size) > 100
    with Image.open(out / "worst-errors.png") as sheet:
        assert min(sheet.size) > 100
    assert re.search(r"\.png: .* \d+%, is Sandal", said)


def test_without_photos_the_card_keeps_what_it_knew(
    few: FashionMnist,
    folder: Path,
    tmp_path: Path,
    trained: Artifact,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert trained.card.photos is not None
    (logits,) = trained.classify_small(fashion_mnist.scale(few.test_images))
    right = float((logits.argmax(axis=1) == few.test_labels).mean())
    arguments = ["--artifact", str(folder), "--out", str(tmp_path / "out")]
    assert evaluate.main([*arguments, "--write"]) == 0
    card = artifact.read_card(folder)
    assert card.fashion_mnist is not None
    assert card.fashion_mnist.accuracy == pytest.approx(right, abs=1 / COUNT)
    assert card.photos == trained.card.photos
    assert card.rejection == trained.card.rejection
    said = capsys.readouterr().out
    assert "crop and prepare" not in said
    assert "AUROC" not in said
    assert f"{trained.card.photos.accuracy:.2%}" not in said
    assert [path.name for path in sorted((tmp_path / "out").iterdir())] == [
        "confusion-fashion-mnist.png",
        "reliability-fashion-mnist.png",
        "worst-errors-fashion-mnist.png",
    ]


@pytest.mark.usefixtures("few")
def test_without_negatives_the_card_keeps_what_it_knew_of_them(
    folder: Path, photos: Path, tmp_path: Path, trained: Artifact
) -> None:
    arguments = ["--artifact", folder, "--photos", photos, "--out", tmp_path / "out"]
    assert evaluate.main([*map(str, arguments), "--write"]) == 0
    card = artifact.read_card(folder)
    assert card.photos is not None
    assert card.photos.pictures == 4
    assert card.rejection == trained.card.rejection
    assert card.other_kinds is None  # what others' hats were answered says nothing of these photos


@pytest.mark.usefixtures("few")
def test_without_being_asked_to_it_writes_nothing(folder: Path, tmp_path: Path) -> None:
    before = (folder / artifact.CARD).read_bytes()
    assert evaluate.main(["--artifact", str(folder), "--out", str(tmp_path / "out")]) == 0
    assert (folder / artifact.CARD).read_bytes() == before


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--artifact", "nowhere"], r"card\.json is missing"),
        (["--photos", "nowhere"], "nowhere is no directory"),
        (["--photos", "my-photos", "--part", "validation"], "no readable validation photo"),
        (["--photos", "hats", "--all"], "no readable photo"),
        (["--photos", "my-photos", "--negatives", "nowhere"], "nowhere is no folder"),
    ],
)
def test_what_is_missing_is_one_clear_line(
    photos: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(photos.parent)
    (Path("hats") / "Coat").mkdir(parents=True)
    Path("hats", "Coat", "broken.jpg").touch()
    assert evaluate.main(arguments) == 1
    error = capsys.readouterr().err.strip()
    assert re.search(message, error)
    assert "\n" not in error


@pytest.mark.usefixtures("few")
def test_pictures_without_clothing_that_are_all_of_other_parts_are_told(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    learned = tmp_path / "learned"
    learned.mkdir()
    name = next(name for name in "abcdefghij" if part_of(name) is Part.TRAIN)
    quartered().save(learned / f"{name}.png")
    assert evaluate.main(["--photos", str(photos), "--negatives", str(learned)]) == 1
    error = capsys.readouterr().err.strip()
    assert error.startswith("none of 1 pictures without clothing is for the test part")


@pytest.mark.usefixtures("few")
def test_pictures_without_clothing_that_can_not_be_read_are_told(
    photos: Path, negatives: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / artifact.CARD).read_bytes()
    for path in negatives.iterdir():
        path.write_bytes(path.read_bytes()[:100])
    arguments = ["--artifact", folder, "--photos", photos, "--negatives", negatives, "--write"]
    assert evaluate.main([*map(str, arguments)]) == 1
    error = capsys.readouterr().err.strip()
    assert error.startswith("none of the 4 pictures without clothing to measure can be read")
    assert (folder / artifact.CARD).read_bytes() == before


@pytest.mark.parametrize("part", [*Part, None])
def test_what_belongs_to_the_part_is_measured_and_nothing_else(
    trained: Artifact, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: Part | None
) -> None:
    """Whatever else were measured might have been learned from, unless all is asked for."""
    photos, things = tmp_path / "photos", (tmp_path / "things", tmp_path / "others")
    for folder in (photos / "Coat", *things):
        folder.mkdir(parents=True)
        for one, other in product(string.ascii_lowercase, "abc"):
            Image.new("RGB", (8, 8)).save(folder / f"{one}{other}.png")
    asked: list[Path] = []

    async def answer(_: Artifact, photos: list[Photo], others: list[Path]) -> PhotoAnswers:
        asked.extend([*(photo.path for photo in photos), *others])
        raise DatasetError("that is all")

    monkeypatch.setattr(evaluate, "answer_photos", answer)
    with pytest.raises(DatasetError, match="that is all"):
        evaluate._answer_photos(trained, photos, list(things), part)
    wanted = [p for p in photos.rglob("*.png") if part in {None, part_of(f"Coat/{p.name}")}]
    for folder in things:
        wanted += [path for path in folder.iterdir() if part in {None, part_of(path.stem)}]
    assert {path.parent for path in wanted} == {photos / "Coat", *things}
    assert sorted(asked) == sorted(wanted)


@pytest.mark.parametrize(
    ("asked_for", "part"), [*((["--part", part], part) for part in Part), (["--all"], Part.TEST)]
)
def test_the_part_and_the_folder_of_fashion_mnist_are_those_asked_for(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    asked_for: list[str],
    part: Part,
) -> None:
    """Its training pictures were learned from, however many of somebody's photos weren't."""
    asked: list[tuple[Path | None, Part]] = []

    def answer(_: Artifact, directory: Path | None, part: Part) -> None:
        asked.append((directory, part))
        raise DatasetError("that is all")

    monkeypatch.setattr(evaluate, "answer_fashion", answer)
    assert evaluate.main(["--fashion-mnist", "small", *asked_for]) == 1
    assert capsys.readouterr().err == "that is all\n"
    assert asked == [(Path("small"), part)]


def test_what_holds_no_clothing_counts_among_screens_alone(engine: Engine, boot: bytes) -> None:
    stages = asyncio.run(engine.examine(boot))
    shot, thing = (("Ankle boot",), stages), ((), stages)
    shown = StagedAnswers((shot,), (), (shot,) * 2, (thing,) * 3, (shot,) * 4)
    figures = evaluate._staged_figures(shown, "so")
    assert list(figures) == ["studio", "worn", "screens", "shop"]
    studio, worn, screens, shop = figures.values()
    assert worn is None
    for figure, count, false_clothing in ((studio, 1, None), (screens, 2, 1), (shop, 4, None)):
        assert isinstance(figure, Staged)
        assert (figure.pictures, figure.false_clothing) == (count, false_clothing)
        assert figure.how.startswith(f"so ({count} pictures: ")
        assert ("3 without clothing" in figure.how) == (figure is screens)


@pytest.mark.usefixtures("few")
def test_a_class_that_the_network_does_not_know_is_told(
    photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (photos / "Sandal").rename(photos / "Kilt")
    for name in of_test("Kilt", 1):
        shirt().save(photos / "Kilt" / name)
    assert evaluate.main(["--photos", str(photos)]) == 1
    assert "shows Kilt, which the network doesn't know; --artifact" in capsys.readouterr().err


def test_hats_of_a_table_count_as_hats_where_the_network_knows_them(
    folder: Path, tmp_path: Path
) -> None:
    card = artifact.read_card(folder)
    classes = ("Hat", *card.classes[1:])
    artifact.write_card(folder, card.model_copy(update={"classes": classes}))
    (tmp_path / "table" / "images").mkdir(parents=True)
    shirt().save(tmp_path / "table" / "images" / "abc.jpg")
    (tmp_path / "table" / "images.csv").write_text("image,sender_id,label\nabc,1,Hat\n")
    arguments = ["--artifact", str(folder), "--photos", str(tmp_path / "table"), "--write"]
    assert evaluate.main([*arguments, "--out", str(tmp_path / "out")]) == 0
    measured = artifact.read_card(folder)
    assert measured.photos is not None
    assert list(measured.photos.per_class) == ["Hat"]
    assert measured.other_kinds is None


@pytest.mark.usefixtures("few")
def test_a_network_of_other_classes_isnt_measured_without_photos(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    card = artifact.read_card(folder)
    others = tuple(f"Kilt {number}" for number in range(len(card.classes)))
    artifact.write_card(folder, card.model_copy(update={"classes": others}))
    before = (folder / artifact.CARD).read_bytes()
    out = tmp_path / "out"
    assert evaluate.main(["--artifact", str(folder), "--out", str(out), "--write"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "nothing to measure" in line
    assert "--photos" in line
    assert (folder / artifact.CARD).read_bytes() == before
    assert not out.exists()


@pytest.mark.usefixtures("few")
def test_photos_that_a_final_run_has_learned_measure_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photos = tmp_path / "clothing"
    (photos / "images").mkdir(parents=True)
    lines = ["image,sender_id,label"]
    for sender in ("4", "1"):  # of the validation part and of the test
        shirt().save(photos / "images" / f"{sender}.jpg")
        lines.append(f"{sender},{sender},Shirt")
    (photos / "images.csv").write_text("\n".join(lines), encoding="utf-8")
    arguments = ["--artifact", str(folder), "--photos", str(photos), "--out", str(tmp_path / "out")]

    def learned(*senders: str) -> None:
        card = artifact.read_card(folder)
        training = card.training.model_copy(update={"known_senders": senders})
        artifact.write_card(folder, card.model_copy(update={"training": training}))

    learned("4", "7")
    for measured in (["--part", "validation"], ["--all"]):
        assert evaluate.main([*arguments, *measured]) == 1
        assert "has learned from validation senders of" in capsys.readouterr().err
    assert evaluate.main(arguments) == 0
    learned("7")
    assert evaluate.main([*arguments, "--part", "validation"]) == 0


@pytest.mark.usefixtures("few")
def test_photos_of_ones_own_are_measured_in_whole_when_asked_for(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.png", "b.png"):  # of the training part
        assert part_of(f"Sandal/{name}") is Part.TRAIN
        shirt().save(photos / "Sandal" / name)
    arguments = ["--photos", str(photos), "--out", str(tmp_path / "out")]
    assert evaluate.main(arguments) == 0
    said = capsys.readouterr().out
    assert "2 of 7 photos are for training and validation; --all measures them too" in said
    assert re.search(r"pictures\W+200\W+4\W", said)
    assert evaluate.main([*arguments, "--all"]) == 0
    said = capsys.readouterr().out
    assert "--all measures" not in said
    assert re.search(r"pictures\W+200\W+6\W", said)


@pytest.mark.usefixtures("few")
def test_photos_of_senders_that_networks_learn_from_are_not_measured_with_all_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = listed_parts()
    learned, measured = (
        next(sender for sender in parts if parts[sender] is part)
        for part in (Part.TRAIN, Part.TEST)
    )
    photos = tmp_path / "clothing"
    (photos / "images").mkdir(parents=True)
    lines = ["image,sender_id,label"]
    for sender in (learned, measured):
        shirt().save(photos / "images" / f"{sender}.jpg")
        lines.append(f"{sender},{sender},Shirt")
    (photos / "images.csv").write_text("\n".join(lines), encoding="utf-8")
    assert evaluate.main(["--photos", str(photos), "--all"]) == 1
    assert "senders that networks learn from; leave out --all" in capsys.readouterr().err


@pytest.mark.usefixtures("few")
def test_a_photo_that_may_not_be_read_is_left_out(
    photos: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    photos = photos.rename(photos.with_name("my [photos]"))
    forbidden = next((photos / "Ankle boot").iterdir())
    read = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path == forbidden:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    assert evaluate.main(["--photos", str(photos), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out.replace("\n", "")  # it is broken where the terminal ends
    assert f"left out {forbidden}: " in said
    assert "Permission denied" in said


def test_the_card_is_written_of_the_test_part_only(capsys: pytest.CaptureFixture[str]) -> None:
    for other in (["--part", "train"], ["--all"]):
        with pytest.raises(SystemExit):
            evaluate.main(["--photos", "photos", *other, "--write"])
        assert "--write goes without --part, --all" in capsys.readouterr().err


def test_an_unknown_part_is_told_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        evaluate.main(["--part", "foo"])
    assert "'foo' is none; choose from train, validation, test" in capsys.readouterr().err


def test_ctrl_c_ends_it_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(evaluate, "answer_fashion", stopped)
    assert evaluate.main([]) == 130
    assert capsys.readouterr() == ("", "\nstopped\n")


@pytest.mark.usefixtures("few")
def test_plots_that_cant_be_written_cost_no_figure(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = artifact.read_card(folder)
    out = tmp_path / "evaluation"
    blocked = out / "confusion-photos.png"
    blocked.mkdir(parents=True)
    assert evaluate.main(["--artifact", str(folder), "--out", str(out), "--write"]) == 1
    said, error = capsys.readouterr()
    assert f"{blocked} can't be written: " in error
    assert "name another folder with --out" in error
    card = artifact.read_card(folder)
    assert card.fashion_mnist != before.fashion_mnist
    assert card.fashion_mnist is not None
    assert f"{card.fashion_mnist.accuracy:.2%}" in said
