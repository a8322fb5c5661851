"""The command that draws a photo's way."""

import os
from pathlib import Path

import pytest
from PIL import Image

from scripts import stages


@pytest.fixture
def photo(tmp_path: Path, boot: bytes) -> Path:
    path = tmp_path / "boot.png"
    path.write_bytes(boot)
    return path


def test_the_sheet_lands_where_it_is_told(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "sheet.png"
    assert stages.main([str(photo), "-o", str(output)]) == 0
    assert capsys.readouterr().out.strip() == str(output)
    with Image.open(output) as sheet:
        assert sheet.format == "PNG"
        assert sheet.width > 800


def test_the_sheet_is_named_after_the_photo(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert stages.main([str(photo)]) == 0
    assert (tmp_path / "boot-stages.png").is_file()


def test_a_broken_photo_is_one_clear_line(photo: Path, boot: bytes) -> None:
    photo.write_bytes(boot[:3000])
    with pytest.raises(SystemExit, match=r"boot.png: damaged or cut short .* fetch it again"):
        stages.main([str(photo)])


def test_an_absent_photo_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"absent.png: no such file; check the path"):
        stages.main([str(tmp_path / "absent.png")])


def test_a_folder_is_one_clear_line(photo: Path) -> None:
    with pytest.raises(SystemExit, match=r": a folder; name one picture in it"):
        stages.main([str(photo.parent)])


def test_a_name_that_isnt_utf_8_is_printed_as_far_as_it_goes(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    odd = photo.rename(tmp_path / os.fsdecode(b"b\xf6\xf6t.png"))
    assert stages.main([str(odd)]) == 0
    assert capsys.readouterr().out == "b??t-stages.png\n"


@pytest.mark.parametrize("name", ["absent/sheet.png", "x" * 300])
def test_an_output_that_cant_be_written_is_one_clear_line(
    photo: Path, tmp_path: Path, name: str
) -> None:
    output = tmp_path / name
    with pytest.raises(SystemExit, match=f"{output}: can't be written"):
        stages.main([str(photo), "-o", str(output)])


def test_a_photo_that_may_not_even_be_looked_at_is_one_clear_line() -> None:
    with pytest.raises(SystemExit, match="can't be read"):
        stages.main(["x" * 300])


@pytest.mark.parametrize("output", ["boot.png", "../boot.png", "link.png"])
def test_no_photo_is_replaced_by_its_sheet(
    photo: Path, boot: bytes, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    (photo.parent / "below").mkdir()
    monkeypatch.chdir(photo.parent / ("below" if output.startswith("..") else "."))
    (photo.parent / "link.png").symlink_to(photo)
    with pytest.raises(SystemExit, match="the photo itself; name another with -o"):
        stages.main([str(photo), "-o", output])
    assert photo.read_bytes() == boot
