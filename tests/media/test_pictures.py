"""Seed frames are kept as they are, once, under a name that says what they show."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from restitch_app.domain.errors import MediaError, StorageError
from restitch_app.media.pictures import picture_hash, read_png, write_png
from tests.clips import numbered_picture


def test_a_picture_comes_back_sample_for_sample(tmp_path: Path) -> None:
    picture = numbered_picture(7, (193, 111))
    stored = write_png(picture, tmp_path / "seeds")
    assert stored.path == tmp_path / "seeds" / f"{stored.hash}.png"
    assert np.array_equal(read_png(stored.path), picture)
    assert picture_hash(read_png(stored.path)) == stored.hash


def test_the_same_picture_is_one_file_and_nothing_else_is_left(tmp_path: Path) -> None:
    first = write_png(numbered_picture(1), tmp_path)
    again = write_png(numbered_picture(1), tmp_path)
    assert first == again
    assert list(tmp_path.iterdir()) == [first.path]


def test_a_damaged_file_of_that_name_is_written_again(tmp_path: Path) -> None:
    stored = write_png(numbered_picture(1), tmp_path)
    stored.path.write_bytes(stored.path.read_bytes()[:300])
    assert np.array_equal(
        read_png(write_png(numbered_picture(1), tmp_path).path), numbered_picture(1)
    )


def test_the_hash_tells_pictures_and_sizes_apart() -> None:
    flat = np.zeros((4, 6, 3), np.uint8)
    nearly = flat.copy()
    nearly[3, 5, 2] = 1
    assert len({picture_hash(flat), picture_hash(flat.reshape(6, 4, 3)), picture_hash(nearly)}) == 3
    assert picture_hash(np.asfortranarray(nearly)) == picture_hash(nearly)


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "seeds"
    blocked.write_text("in the way")
    with pytest.raises(StorageError, match=r"seeds|could not be written"):
        write_png(numbered_picture(1), blocked)


@pytest.mark.parametrize(
    ("name", "options", "tolerance"),
    [
        ("seed.png", {}, 0),
        ("seed.webp", {"lossless": True}, 0),
        ("seed.jpg", {"quality": 100, "subsampling": 0}, 2),
    ],
)
def test_chosen_pictures_of_each_kind_are_read(
    tmp_path: Path, name: str, options: dict[str, object], tolerance: int
) -> None:
    Image.fromarray(numbered_picture(4)).save(tmp_path / name, None, **options)
    off = read_png(tmp_path / name).astype(int) - numbered_picture(4)
    assert np.abs(off).mean() <= tolerance


def test_deep_gray_is_scaled_and_turned_pictures_are_set_upright(tmp_path: Path) -> None:
    Image.fromarray(np.array([[0, 257, 65535]], np.uint16)).save(tmp_path / "deep.png")
    assert read_png(tmp_path / "deep.png")[0, :, 1].tolist() == [0, 1, 255]
    turned = Image.Exif()
    turned[0x0112] = 6  # to be turned 90 degrees clockwise
    Image.fromarray(numbered_picture(4)).save(tmp_path / "turned.jpg", exif=turned)
    assert read_png(tmp_path / "turned.jpg").shape == (192, 112, 3)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "not there"),
        (b"", "not a PNG, JPEG or WebP"),
        (b"some text", "not a PNG, JPEG or WebP"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "damaged|not a PNG"),
    ],
)
def test_what_is_no_picture_is_refused_by_name(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    path = tmp_path / "chosen.png"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(MediaError, match=rf"chosen\.png cannot be used.*({reason})"):
        read_png(path)


def test_a_cut_off_picture_and_an_animation_are_refused(tmp_path: Path) -> None:
    cut = tmp_path / "cut.png"
    Image.fromarray(numbered_picture(4)).save(cut)
    cut.write_bytes(cut.read_bytes()[:2000])
    with pytest.raises(MediaError, match="damaged"):
        read_png(cut)
    frames = [Image.fromarray(numbered_picture(n)) for n in range(3)]
    frames[0].save(tmp_path / "moving.webp", save_all=True, append_images=frames[1:])
    with pytest.raises(MediaError, match="animation"):
        read_png(tmp_path / "moving.webp")
