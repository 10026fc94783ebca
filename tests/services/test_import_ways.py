"""What a clip can be on its way into a project: a piece of a longer one, a link, left in place."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image

from restitch_app.domain.errors import WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import scene_frame_count
from restitch_app.media.reader import open_reader
from restitch_app.services.editorial.handing_over import Wanted
from restitch_app.services.imports.clip_scan import file_sha256
from restitch_app.services.imports.cut_points import given_ranges, listed_ranges
from restitch_app.services.imports.finding_cuts import CutKind, find_cuts, pieces_by
from restitch_app.services.imports.importing import Imported
from restitch_app.services.imports.origins import IMPORTED, Origin
from restitch_app.services.imports.starting import clip_files
from restitch_app.services.imports.wishes import Conform, ImportWishes, Link, cut_ranges
from restitch_app.services.project.verify import FaultKind
from restitch_app.services.workbench import Workbench
from tests.clips import number_of, numbered_clip, numbered_picture, write_clip
from tests.services.faulty import check_sound
from tests.services.scenes import new_workbench

CTX = JobContext()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workbench]:
    bench = new_workbench(tmp_path / "project")
    yield bench
    bench.project.close()


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return numbered_clip(tmp_path_factory.mktemp("long") / "long.mp4", 30, gop=16, bframes=2)


def clips(bench: Workbench) -> list[str]:
    return sorted(path.name for path in bench.project.path("media/clips").iterdir())


def numbers(bench: Workbench, result: Imported, index: int) -> list[int]:
    with open_reader(bench.project.path(result.versions[index].file)) as reader:
        return [number_of(frame) for frame in reader.frames()]


def _origin_of(bench: Workbench, version_id: int) -> Origin:
    """As the history of the project keeps it."""
    events = bench.project.store.events.list(10, kinds=(IMPORTED,))
    kept = [Origin(**entry) for event in events for entry in event.detail["origins"]]  # type: ignore[attr-defined]
    return next(one for one in kept if one.version_id == version_id)


def test_a_long_clip_becomes_segments_with_exactly_its_frames(
    empty: Workbench, long: Path, tmp_path: Path
) -> None:
    pieces = pieces_by("11,00:00:01:05", long, CTX)
    result = empty.importing.import_clips(pieces, CTX)
    assert [numbers(empty, result, index) for index in range(3)] == [
        list(range(10)),
        list(range(10, 21)),
        list(range(21, 30)),
    ]
    origin = _origin_of(empty, result.versions[1].id)
    assert (origin.path, origin.sha256) == (str(long), file_sha256(long))
    assert (origin.frames, origin.how) == (FrameRange(10, 21), "cut")
    film = tmp_path / "film.mp4"
    empty.exporting.export(result.scene, film, CTX)
    with open_reader(film) as reader:
        assert [number_of(frame) for frame in reader.frames()] == list(range(30))
    check_sound(empty)


def test_the_same_clips_are_imported_once(empty: Workbench, long: Path) -> None:
    pieces = pieces_by("16", long, CTX)
    first = empty.importing.import_clips(pieces, CTX)
    before = clips(empty)
    again = empty.importing.import_clips(pieces, CTX)
    assert not again.is_new
    assert [one.id for one in again.versions] == [one.id for one in first.versions]
    assert "nothing was added" in again.notes[0]
    assert clips(empty) == before
    assert not empty.importing.is_there(pieces_by("17", long, CTX), "Scene 1")


def test_a_referenced_clip_stays_where_it_is_and_is_missed_when_it_goes(
    empty: Workbench, tmp_path: Path
) -> None:
    clip = numbered_clip(tmp_path / "here.mp4", 6)
    result = empty.importing.import_clips([clip], CTX, wishes=ImportWishes(link=Link.REFERENCE))
    assert clips(empty) == []
    assert numbers(empty, result, 0) == list(range(6))
    assert empty.verifying.verify(CTX).faults == ()
    clip.write_bytes(clip.read_bytes()[:-1] + b"x")
    assert [one.kind for one in empty.verifying.verify(CTX).faults] == [FaultKind.ALTERED]
    empty.repairing.repair("test", CTX)
    assert clip.exists()  # not ours to set aside
    clip.unlink()
    (fault,) = empty.verifying.verify(CTX).faults
    assert (fault.kind, fault.file) == (FaultKind.MISSING, clip.as_posix())
    assert "where it lay" in fault.detail


def test_a_hard_link_is_the_same_file_or_a_copy_that_says_so(
    empty: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = numbered_clip(tmp_path / "here.mp4", 6)
    hard = ImportWishes(link=Link.HARD)
    linked = empty.importing.import_clips([clip], CTX, wishes=hard)
    assert empty.project.path(linked.versions[0].file).samefile(clip)

    def refuse(*_paths: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(os, "link", refuse)
    copied = empty.importing.import_clips([clip], CTX, scene_name="Other", wishes=hard)
    assert not empty.project.path(copied.versions[0].file).samefile(clip)
    assert any("copied, not hard-linked" in note for note in copied.notes)


@pytest.mark.parametrize("text", ["", "1", "31", "x", "00:00:00:16", "1:2:3:4:5"])
def test_cut_points_that_cut_nothing_are_refused(text: str) -> None:
    with pytest.raises(WrongUse):
        given_ranges(text, Fraction(16), 30)


def test_cuts_are_read_from_an_edit_list_and_a_timeline(
    empty: Workbench, long: Path, tmp_path: Path
) -> None:
    ranges = cut_ranges([8, 20], 30)
    result = empty.importing.import_clips(pieces_by("9,21", long, CTX), CTX)
    otio, edl = tmp_path / "scene.otio", tmp_path / "scene.edl"
    empty.editorial.write(result.scene, Wanted(otio=otio, edl=edl), CTX)
    assert listed_ranges(otio, Fraction(16), 30) == ranges
    assert listed_ranges(edl, Fraction(16), 30) == ranges
    with pytest.raises(WrongUse, match="does not fit"):
        listed_ranges(edl, Fraction(16), 29)


def test_a_list_of_one_reel_is_counted_from_where_the_reel_begins(tmp_path: Path) -> None:
    edl = tmp_path / "reel.edl"
    edl.write_text(
        "TITLE: x\nFCM: NON-DROP FRAME\n\n"
        "001  A001 V     C        01:00:00:00 01:00:01:00 00:00:00:00 00:00:01:00\n"
        "002  A001 A     C        01:00:00:00 01:00:02:00 00:00:00:00 00:00:02:00\n"
        "003  A001 V     C        01:00:01:12 01:00:02:00 00:00:01:00 00:00:01:12\n"
    )
    assert listed_ranges(edl, Fraction(24), 48) == [FrameRange(0, 24), FrameRange(36, 48)]


def test_repeated_frames_and_cuts_are_found(tmp_path: Path) -> None:
    drawn = [*range(20), *range(19, 39), *range(38, 58)]
    chain = numbered_clip(tmp_path / "chain.mp4", drawn)
    assert [(cut.frame, cut.kind) for cut in find_cuts(chain, CTX)] == [
        (20, CutKind.REPEAT),
        (40, CutKind.REPEAT),
    ]
    bright = [255 - numbered_picture(number) // 3 for number in range(20)]
    shots = write_clip(tmp_path / "shots.mp4", [*map(numbered_picture, range(23)), *bright])
    assert [piece.frames for piece in pieces_by("detect", shots, CTX)] == cut_ranges([23], 43)


def test_clips_of_another_kind_are_converted_where_somebody_wants_it(
    empty: Workbench, tmp_path: Path
) -> None:
    usual = [numbered_clip(tmp_path / f"clip_{number}.mp4", 8) for number in range(2)]
    large = numbered_clip(tmp_path / "large.mp4", 16, size=(384, 224), rate=32)
    paths = [usual[0], large, usual[1]]
    without = empty.importing.import_clips(paths, CTX, scene_name="Without")
    assert [one.path for one in without.refused] == [large]
    wishes = ImportWishes(conform=Conform())
    result = empty.importing.import_clips(paths, CTX, wishes=wishes)
    assert (result.refused, len(result.versions)) == ((), 3)
    assert numbers(empty, result, 1) == [*range(0, 16, 2)]
    assert "large.mp4: It was converted to 192×112 at 16 fps" in result.notes
    origin = _origin_of(empty, result.versions[1].id)
    assert (origin.path, origin.sha256) == (str(large), file_sha256(large))
    assert empty.importing.is_there(paths, "Scene 1", wishes)
    assert not empty.importing.is_there(paths, "Scene 1")
    check_sound(empty)


def test_numbered_pictures_are_one_clip(empty: Workbench, tmp_path: Path) -> None:
    folder = tmp_path / "shot"
    folder.mkdir()
    for number in (8, 9, 10, 12):
        Image.fromarray(numbered_picture(number)).save(folder / f"frame_{number:04}.png")
    (pattern,) = clip_files([folder])
    assert pattern == folder / "frame_%04d.png"
    assert clip_files(sorted(folder.iterdir())) == [pattern]
    wishes = ImportWishes(picture_rate=Fraction(12))
    result = empty.importing.import_clips([pattern], CTX, wishes=wishes)
    assert numbers(empty, result, 0) == [8, 9, 10, 12]
    assert result.scene.rate == 12
    assert any("1 of its numbers are missing" in note for note in result.notes)
    assert empty.importing.is_there([pattern], "Scene 1", wishes)
    pieces = pieces_by("3", pattern, CTX)
    cut = empty.importing.import_clips(pieces, CTX, scene_name="Cut", wishes=wishes)
    assert [numbers(empty, cut, index) for index in range(2)] == [[8, 9], [10, 12]]


@pytest.mark.parametrize(("overlap", "frames"), [(None, 15), (0, 16), (3, 13)])
def test_an_overlap_is_measured_or_as_it_is_said(
    empty: Workbench, tmp_path: Path, overlap: int | None, frames: int
) -> None:
    paths = [
        numbered_clip(tmp_path / "a.mp4", range(8)),
        numbered_clip(tmp_path / "b.mp4", range(7, 15)),
    ]
    result = empty.importing.import_clips(paths, CTX, wishes=ImportWishes(overlap=overlap))
    assert scene_frame_count(empty.project.spans(result.scene)) == frames
    check_sound(empty)
