"""The benchmark runs and compares what it says; what it measures is not tested."""

import io
from itertools import groupby

import pytest
from PIL import Image

from model.artifact import Artifact
from scripts import benchmark


def test_every_task_is_done_in_more_than_one_way(trained: Artifact) -> None:
    timings = list(benchmark.timings(trained, repeats=1))
    for task, ways in groupby(timings, key=lambda timing: timing.task):
        assert len({timing.way for timing in ways}) > 1, task
    assert all(timing.milliseconds > 0 for timing in timings)


def test_the_photo_is_a_phones() -> None:
    with Image.open(io.BytesIO(benchmark.phone_photo())) as photo:
        assert (photo.format, photo.size) == ("JPEG", (4000, 3000))


def test_the_table_names_the_repeats(capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmark.main(["--repeats", "1"]) == 0
    out = capsys.readouterr().out
    assert "Medians of 1" in out
    assert "predict_on_batch" in out


@pytest.mark.parametrize("repeats", ["0", "-3"])
def test_no_repeats_are_refused(capsys: pytest.CaptureFixture[str], repeats: str) -> None:
    with pytest.raises(SystemExit):
        benchmark.main([f"--repeats={repeats}"])
    assert "is no whole number above zero" in capsys.readouterr().err


def test_ctrl_c_ends_it_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(benchmark, "timings", stopped)
    assert benchmark.main([]) == 130
    assert capsys.readouterr() == ("", "\nstopped\n")
