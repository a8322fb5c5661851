"""A file that can't be written is told with its name, the cause and what helps."""

from pathlib import Path

import pytest

from model.errors import ArtifactError
from model.writing import writing


def test_the_file_in_question_is_named_even_if_it_is_one_of_several(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with (
        pytest.raises(ArtifactError) as told,
        writing(tmp_path, ArtifactError, "make room"),
    ):
        folder.write_text("taken")
    assert str(told.value) == f"{folder} can't be written: Is a directory; make room"


def test_without_a_name_it_is_what_was_to_be_written(tmp_path: Path) -> None:
    with (
        pytest.raises(ArtifactError) as told,
        writing(tmp_path, ArtifactError, "make room"),
    ):
        raise OSError("disk full")
    assert str(told.value) == f"{tmp_path} can't be written: disk full; make room"


def test_other_errors_are_none_of_its_business(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="odd"), writing(tmp_path, ArtifactError, "make room"):
        raise ValueError("odd")
