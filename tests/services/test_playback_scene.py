"""Players and the export agree on what frame n is; two versions show the same segment frame."""

from __future__ import annotations

import threading
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from restitch_app.domain.joins import Join, Patch, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.media.patch import write_patch
from restitch_app.media.reader import open_reader
from restitch_app.services.playback.decoded_frames import DecodedFrames
from restitch_app.services.playback.frames import FrameFault, Picture
from restitch_app.services.playback.places import Place, VersionPlaces
from restitch_app.services.playback.player import Playback
from restitch_app.services.project.project import Project, create_project
from restitch_app.services.workbench import Workbench
from tests.clips import number_of, numbered_clip
from tests.services.scenes import bench_on, imported

WAIT_S = 120.0


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    """Two segments, 0-19 and 100-119; their boundary replaced by frames 300-303, one trimmed."""
    clips = [
        numbered_clip(tmp_path / "in" / "a.mp4", list(range(0, 20)), gop=8),
        numbered_clip(tmp_path / "in" / "b.mp4", list(range(100, 120)), gop=8),
    ]
    bench = bench_on(create_project(tmp_path / "project"))
    imported(bench, clips)
    treat(bench.project, tmp_path)
    return bench


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()


def treat(project: Project, tmp_path: Path) -> None:
    numbered = numbered_clip(tmp_path / "patch.mkv", list(range(300, 304)), codec="ffv1")
    with open_reader(numbered) as reader:
        write_patch(project.path("media/patches/p.mkv"), list(reader.frames()), Fraction(16))
    left, right = project.store.versions.current(project.scene().id)
    patch = Patch("media/patches/p.mkv", left_frames=2, right_frames=2)
    treatment = Treatment("blend", trim_left=1, trim_right=1, patch=patch)
    known = project.store.joins.get(left.id, right.id) or Join(left.id, right.id, None)
    project.store.joins.save(replace(known, treatment=treatment), "test")


def numbers(source: DecodedFrames, news: threading.Semaphore, frames: range) -> list[int]:
    found = []
    for frame in frames:
        source.want([frame])
        while (picture := source.picture(frame)) is None:
            assert news.acquire(timeout=WAIT_S)
        assert isinstance(picture, Picture)
        found.append(number_of(picture.pixels[..., :3]))
    return found


def test_frame_n_of_the_player_is_frame_n_of_the_export(bench: Workbench, tmp_path: Path) -> None:
    scene = bench.project.scene()
    film = tmp_path / "film.mkv"
    bench.exporting.export(scene, film, JobContext())
    news = threading.Semaphore(0)
    source = Playback(bench.project).scene_frames(
        bench.project.spans(scene), lambda _: news.release()
    )
    with open_reader(film) as reader:
        exported = [number_of(frame) for frame in reader.frames()]
    played = numbers(source, news, range(len(exported)))
    source.close()
    bench.project.close()
    assert played == exported == [*range(17), 300, 301, 302, 303, *range(103, 120)]


def version_like(current: Version, **changes: object) -> Version:
    return replace(current, id=99, number=2, file="media/clips/other.mp4", **changes)  # type: ignore[arg-type]


def test_two_versions_show_the_same_segment_frame_and_the_scene_around_it(bench: Workbench) -> None:
    scene = bench.project.scene()
    spans = bench.project.spans(scene)
    current = bench.project.current(scene, 1)
    other = version_like(current)
    ours, theirs = VersionPlaces(spans, current), VersionPlaces(spans, other)
    bench.project.close()
    for scene_frame in range(19):
        assert ours.at(scene_frame) == theirs.at(scene_frame)
    for scene_frame in range(19, 38):
        own = scene_frame - 19 + 1  # its first frame is trimmed
        assert ours.at(scene_frame) == Place(current.file, own)
        assert theirs.at(scene_frame) == Place(other.file, own)


def test_a_shorter_or_purged_version_says_so_where_it_has_no_frame(bench: Workbench) -> None:
    scene = bench.project.scene()
    spans = bench.project.spans(scene)
    current = bench.project.current(scene, 1)
    bench.project.close()
    short = version_like(current, facts=replace(current.facts, frame_count=10))
    gone = version_like(current, purged_at="2025-01-01T00:00:00Z")
    assert VersionPlaces(spans, short).at(27) == Place(short.file, 9)
    fault = VersionPlaces(spans, short).at(28)
    assert isinstance(fault, FrameFault)
    assert fault.title == "v2 ends before this frame"
    assert VersionPlaces(spans, gone).at(28) == FrameFault("The file of v2 was purged", gone.file)
    assert isinstance(VersionPlaces(spans, gone).at(38), FrameFault)


def test_small_frames_come_in_the_height_asked_for(bench: Workbench) -> None:
    news = threading.Semaphore(0)
    spans = bench.project.spans(bench.project.scene())
    source = Playback(bench.project).small_frames(spans, 48, lambda _: news.release())
    source.want(range(14, 26))
    for _ in range(12):
        assert news.acquire(timeout=WAIT_S)
    shapes = {
        p.pixels.shape[0] for n in range(14, 26) if isinstance(p := source.picture(n), Picture)
    }
    source.close()
    bench.project.close()
    assert shapes == {48}
