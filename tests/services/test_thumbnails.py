from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from restitch_app.domain.errors import MediaError
from restitch_app.domain.versions import Picture
from restitch_app.media.pictures import write_png
from restitch_app.services.playback.thumbnails import THUMBS, Thumbnail, Thumbnails
from restitch_app.services.project.project import PICTURES, Project, create_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "project") as made:
        yield made


def stored(project: Project, width: int, height: int, level: int = 90) -> Picture:
    """Left half of one colour, right half of another."""
    rgb = np.full((height, width, 3), (level, 40, 200), dtype=np.uint8)
    rgb[:, width // 2 :] = (20, 220, 60)
    kept = write_png(rgb, project.path(PICTURES))
    return Picture(kept.hash, project.relative(kept.path))


def pixel(thumbnail: Thumbnail, x: int, y: int) -> tuple[int, ...]:
    start = 3 * (y * thumbnail.width_px + x)
    return tuple(thumbnail.rgb[start : start + 3])


def test_a_thumbnail_shows_the_picture_in_rgb_at_96_lines(project: Project) -> None:
    thumbnail = Thumbnails(project).of(stored(project, 832, 480))
    assert (thumbnail.width_px, thumbnail.height_px) == (166, 96)
    assert len(thumbnail.rgb) == 166 * 96 * 3
    assert pixel(thumbnail, 10, 50) == (90, 40, 200)
    assert pixel(thumbnail, 150, 50) == (20, 220, 60)


def test_fine_detail_is_averaged_instead_of_picked(project: Project) -> None:
    rgb = np.zeros((192, 384, 3), dtype=np.uint8)
    rgb[:, ::2] = 200
    kept = write_png(rgb, project.path(PICTURES))
    thumbnail = Thumbnails(project).of(Picture(kept.hash, project.relative(kept.path)))
    assert set(thumbnail.rgb) == {100}


@pytest.mark.parametrize(
    ("size", "expected"), [((40, 30), (40, 30)), ((3000, 100), (384, 13)), ((480, 832), (55, 96))]
)
def test_small_wide_and_tall_pictures_keep_their_shape(
    project: Project, size: tuple[int, int], expected: tuple[int, int]
) -> None:
    thumbnail = Thumbnails(project).of(stored(project, *size))
    assert (thumbnail.width_px, thumbnail.height_px) == expected


def test_a_later_start_reads_the_small_file_and_not_the_frame(project: Project) -> None:
    picture = stored(project, 832, 480)
    first = Thumbnails(project).of(picture)
    project.path(picture.file).unlink()
    again = Thumbnails(project).of(picture)
    assert (again.width_px, again.height_px) == (first.width_px, first.height_px)
    assert pixel(again, 10, 50) == pytest.approx(pixel(first, 10, 50), abs=6)


@pytest.mark.parametrize("content", [b"", b"not a picture"])
def test_a_damaged_thumbnail_is_made_again(project: Project, content: bytes) -> None:
    picture = stored(project, 832, 480)
    file = project.path(f"{THUMBS}/{picture.hash}.jpg")
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert Thumbnails(project).of(picture).height_px == 96
    assert file.read_bytes().startswith(b"\xff\xd8")


def test_a_missing_frame_is_told_as_such(project: Project) -> None:
    picture = stored(project, 832, 480)
    project.path(picture.file).unlink()
    with pytest.raises(MediaError, match="not there"):
        Thumbnails(project).of(picture)


def test_only_the_latest_thumbnails_stay_in_memory(project: Project) -> None:
    thumbnails = Thumbnails(project, held=2)
    pictures = [stored(project, 64, 48, level) for level in (10, 60, 110)]
    thumbnails.of(pictures[0])
    thumbnails.of(pictures[1])
    assert thumbnails.held(pictures[0]) is not None  # touched: now the newest
    thumbnails.of(pictures[2])
    assert [thumbnails.held(picture) is not None for picture in pictures] == [True, False, True]


def test_a_thumbnail_is_shown_where_the_folder_cannot_be_written(project: Project) -> None:
    picture = stored(project, 832, 480)
    project.path(THUMBS).write_bytes(b"a file in the way")
    assert Thumbnails(project).of(picture).height_px == 96
    assert project.path(THUMBS).read_bytes() == b"a file in the way"
