"""The command line, with the real network and real files."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from rich.console import Console

from model.decode import SUFFIXES
from model.engine import Engine
from model.prediction import Prediction, Verdict
from scripts import classify

CLASSES = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat")


@pytest.fixture
def pictures(tmp_path: Path, boot: bytes) -> Path:
    """A folder of pictures in several formats, one of them broken, and other files."""
    folder = tmp_path / "wardrobe"
    (folder / "below").mkdir(parents=True)
    (folder / "a boot.png").write_bytes(boot)
    Image.new("RGB", (64, 48), "navy").save(folder / "b.JPG")
    (folder / "broken.png").write_bytes(boot[:3000])
    (folder / "notes.txt").write_text("no picture")
    Image.new("RGB", (64, 48), "olive").save(folder / "below" / "c.webp")
    return folder


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


async def test_json_has_one_line_a_picture_with_the_promised_keys(
    engine: Engine, pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    boot = pictures / "a boot.png"
    assert await classify.classify(engine, [boot], lines=True)
    (answer,) = lines(capsys)
    assert list(answer) == [
        "path",
        "verdict",
        "label",
        "probability",
        "top3",
        "probabilities",
        "clothing_score",
        "known",
        "milliseconds",
    ]
    assert answer["path"] == str(boot)
    assert answer["verdict"] in {"clothing", "unsure"}
    assert answer["label"] == "Ankle boot"
    assert len(answer["top3"]) == 3
    assert answer["top3"][0] == {"label": answer["label"], "probability": answer["probability"]}
    assert tuple(answer["probabilities"]) == engine.card.classes
    assert sum(answer["probabilities"].values()) == pytest.approx(1, abs=1e-4)
    assert 0 <= answer["clothing_score"] <= 1
    assert 0 <= answer["known"] <= 1
    assert answer["milliseconds"] > 0


def test_what_fails_exits_1_and_the_others_are_answered(
    pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = pictures / "absent.png"
    code = classify.main(["--json", str(pictures), str(absent), str(pictures / "notes.txt")])
    captured = capsys.readouterr()
    answers = {Path(each["path"]).name: each for each in map(json.loads, captured.out.splitlines())}
    assert code == 1
    assert list(answers) == [
        "a boot.png",
        "b.JPG",
        "c.webp",
        "broken.png",
        "absent.png",
        "notes.txt",
    ]
    assert [name for name, each in answers.items() if "error" in each] == [
        "broken.png",
        "absent.png",
        "notes.txt",
    ]
    assert list(answers["broken.png"]) == ["path", "error"]
    assert "damaged or cut short" in answers["broken.png"]["error"]
    assert "no such file" in answers["absent.png"]["error"]
    assert "not a picture" in answers["notes.txt"]["error"]
    assert "6/6" in captured.err


def test_success_exits_0(
    pictures: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "300")  # a narrow table breaks the path anywhere
    assert classify.main([str(pictures / "a boot.png")]) == 0
    captured = capsys.readouterr()
    assert "a boot.png" in captured.out
    assert captured.err == ""


async def test_more_pictures_than_a_batch_come_in_their_order(
    engine: Engine, tmp_path: Path, boot: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / f"{number:02}.png" for number in range(37)]
    for path in paths:
        path.write_bytes(b"" if path.stem == "20" else boot)
    assert not await classify.classify(engine, paths, lines=True)
    answers = lines(capsys)
    assert [each["path"] for each in answers] == [str(path) for path in paths]
    assert [path.stem for path, each in zip(paths, answers, strict=True) if "error" in each] == [
        "20"
    ]


def test_a_folder_without_pictures_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert classify.main(["--json", str(tmp_path)]) == 1
    (answer,) = lines(capsys)
    assert "no pictures in this folder" in answer["error"]


def test_every_kind_of_picture_in_a_folder_is_found(
    tmp_path: Path, boot: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"boot{suffix}" for suffix in sorted(SUFFIXES)]
    for name in names:
        (tmp_path / name).write_bytes(boot)
    assert classify.main(["--json", str(tmp_path)]) == 0
    assert [Path(answer["path"]).name for answer in lines(capsys)] == names


def test_the_table_is_honest_about_each_verdict(tmp_path: Path) -> None:
    answers = [
        classify.Answer(
            tmp_path / verdict.value,
            Prediction(
                verdict,
                CLASSES,
                np.array([0.5, 0.1, 0.2, 0.15, 0.05], np.float32),
                0.9,
                known,
                np.zeros((28, 28), np.float32),
                1.0,
            ),
        )
        for verdict, known in (*((verdict, 0.9) for verdict in Verdict), (Verdict.UNSURE, 0.1))
    ]
    console = Console(width=120, file=io.StringIO())
    with console.capture() as printed:
        console.print(classify.as_table(answers))
    text = printed.get()
    assert "unsure: T-shirt/top?" in text
    assert "no clothing (T-shirt/top)" in text
    assert "unsure, probably none (T-shirt/top)" in text
    rows = [line for line in text.splitlines() if "%" in line]
    assert [line.count("█") for line in rows] == [10, 4, 3] * 4


def test_no_answer_is_certain(tmp_path: Path) -> None:
    certain = np.array([1, 0, 0, 0, 0], np.float32)
    seen = np.zeros((28, 28), np.float32)
    prediction = Prediction(Verdict.CLOTHING, CLASSES, certain, 0.9, 0.9, seen, 1.0)
    console = Console(width=120, file=io.StringIO())
    with console.capture() as printed:
        console.print(classify.as_table([classify.Answer(tmp_path, prediction)]))
    text = printed.get()
    assert "99%" in text
    assert "100%" not in text


def test_whoever_reads_only_the_first_lines_sees_no_traceback(pictures: Path) -> None:
    command = [sys.executable, "-m", "scripts.classify", "--json", str(pictures)]
    with subprocess.Popen(  # noqa: S603 - this very Python
        command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        said = running.stderr.read()
    assert b"Traceback" not in said
    assert b"Broken pipe" not in said
    assert running.returncode == 1


def test_it_runs_as_the_readme_says(pictures: Path) -> None:
    done = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-m", "scripts.classify", "--json", str(pictures / "a boot.png")],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["label"] == "Ankle boot"
    assert done.stderr == ""


def test_a_path_that_may_not_even_be_looked_at_is_told(
    pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So is one below a folder that may not be entered; here, of a name that no disk takes."""
    assert classify.main(["--json", "x" * 300, str(pictures / "a boot.png")]) == 1
    refused, answered = lines(capsys)
    assert "can't be read" in refused["error"]
    assert answered["label"] == "Ankle boot"


def test_what_a_mac_puts_beside_a_picture_is_none(
    tmp_path: Path, boot: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "boot.png").write_bytes(boot)
    (tmp_path / "._boot.png").write_bytes(b"\0\5\x16\7\0\2\0\0Mac OS X")
    assert classify.main(["--json", str(tmp_path)]) == 0
    assert [Path(answer["path"]).name for answer in lines(capsys)] == ["boot.png"]


def test_ctrl_c_ends_it_without_a_traceback(
    pictures: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(classify, "classify", stopped)
    assert classify.main([str(pictures)]) == 130
    assert capsys.readouterr() == ("", "\nstopped\n")
