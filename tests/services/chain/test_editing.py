"""Taking out, putting in, moving and splitting segments; each undone and redone."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.imports.wishes import ClipPiece, Conform, ImportWishes, Link
from restitch_app.services.workbench import Workbench
from tests.clips import write_clip
from tests.services.chain.frames import decoded
from tests.services.scenes import panned_pictures

CTX = JobContext()


@pytest.fixture
def scene(small: Workbench) -> Scene:
    return small.project.scene()


def order(bench: Workbench) -> list[int]:
    """Current version ids, in order; the places have no gaps."""
    current = bench.project.store.versions.current(bench.project.scene().id)
    assert [version.sequence_index for version in current] == list(range(len(current)))
    return [version.id for version in current]


def stale(bench: Workbench) -> list[int | None]:
    return [v.stale_root_index for v in bench.project.store.versions.current(1)]


def played(bench: Workbench) -> list[str]:
    """A digest of every frame of the scene."""
    return [
        digest
        for span in bench.project.spans(bench.project.scene())
        for digest in list(decoded(bench.project.path(span.file)))[
            span.frames.start : span.frames.stop
        ]
    ]


def test_a_removed_segment_comes_back_by_undo_with_all_its_versions(
    small: Workbench, scene: Scene
) -> None:
    ids, frames = order(small), played(small)
    small.regeneration.request(scene, RegenerationRequest(1, {"seed": 7}))
    small.engine.run()
    newest = order(small)[1]

    small.chain.remove(scene, 1, CTX)

    assert order(small) == [ids[0], ids[2]]
    assert stale(small) == [None, 1]
    boundary = small.boundaries.known(scene)[0]
    assert boundary.join.measures is not None
    assert (boundary.join.left_id, boundary.join.right_id) == (ids[0], ids[2])

    assert small.history.undo(CTX).label == "Remove segment 2"
    assert order(small) == [ids[0], newest, ids[2]]
    history = small.versions.history(scene, 1)
    assert [version.id for version in history] == [newest, ids[1]]
    small.versions.use(history[1], CTX)
    assert stale(small) == [None] * 3
    assert played(small) == frames
    job = small.project.store.jobs.list()[0]
    assert job.sequence_index == 1


def test_the_only_segment_stays(small: Workbench, scene: Scene) -> None:
    for _ in range(2):
        small.chain.remove(scene, 0, CTX)
    with pytest.raises(WrongUse, match="only segment"):
        small.chain.remove(scene, 0, CTX)


def test_moving_and_moving_back_leaves_nothing_stale(small: Workbench, scene: Scene) -> None:
    ids, frames = order(small), played(small)
    small.chain.move(scene, 0, 2, CTX)
    assert order(small) == [ids[1], ids[2], ids[0]]
    assert stale(small) == [None, None, 2]
    assert small.history.undo(CTX).label == "Move segment 1"
    assert order(small) == ids
    assert stale(small) == [None] * 3
    assert played(small) == frames
    small.history.redo(CTX)
    assert order(small) == [ids[1], ids[2], ids[0]]


def test_clips_are_inserted_and_others_refused_by_name(
    small: Workbench, scene: Scene, tmp_path: Path
) -> None:
    ids = order(small)
    good, wide = tmp_path / "good.mp4", tmp_path / "wide.mp4"
    write_clip(good, panned_pictures(40, 9))
    write_clip(wide, panned_pictures(40, 9, (192, 96)))

    done = small.chain.insert(scene, 1, [good, wide, good], CTX)

    assert [clip.path.name for clip in done.refused] == ["wide.mp4"]
    assert done.segments == (1, 2)
    now = order(small)
    assert (now[0], now[3:]) == (ids[0], ids[1:])
    assert stale(small) == [None, None, None, 3, 3]
    assert all(b.join.measures is not None for b in small.boundaries.known(scene))
    assert small.history.undo(CTX).label == "Insert clips at 2"
    assert order(small) == ids
    assert stale(small) == [None] * 3
    small.history.redo(CTX)
    assert order(small) == now
    small.chain.insert(scene, 5, [good], CTX)
    assert len(order(small)) == 6


def test_inserted_clips_stay_where_they_are_and_become_like_the_scene(
    small: Workbench, scene: Scene, tmp_path: Path
) -> None:
    good, wide = tmp_path / "good.mp4", tmp_path / "wide.mp4"
    write_clip(good, panned_pictures(40, 9))
    write_clip(wide, panned_pictures(40, 9, (192, 96)))
    wishes = ImportWishes(Link.REFERENCE, Conform(size=(2, 2), rate=Fraction(1)))
    done = small.chain.insert(scene, 1, [ClipPiece(good), wide], CTX, wishes)
    assert done.refused == ()
    kept, converted = (small.project.current(scene, index) for index in done.segments)
    assert small.project.path(kept.file) == good
    facts = converted.facts
    assert (facts.width, facts.height, facts.rate) == (scene.width, scene.height, scene.rate)
    assert small.project.path(converted.file).is_relative_to(small.project.folder)


@pytest.mark.parametrize("frame", [1, 4, 7])
def test_both_parts_are_the_frames_that_were_there(
    small: Workbench, scene: Scene, frame: int
) -> None:
    ids, frames = order(small), played(small)
    whole = list(decoded(small.project.path(small.project.current(scene, 1).file)))
    small.versions.approve(scene, 1)
    small.versions.approve(scene, 2)
    version = small.project.current(scene, 1)
    notes = [small.notes.add(version, at, f"at {at}") for at in (0, 8)]

    small.chain.split(scene, 1, frame, CTX)

    parts = [small.project.current(scene, index) for index in (1, 2)]
    halves = [list(decoded(small.project.path(part.file))) for part in parts]
    assert halves == [whole[:frame], whole[frame:]]
    assert played(small) == frames
    assert stale(small) == [None] * 4
    assert all(b.join.measures is not None for b in small.boundaries.known(scene))
    head, tail = (small.project.current(scene, index) for index in (1, 2))
    assert None not in (head.boundary_ssim_before, head.boundary_ssim_after)
    assert None not in (tail.boundary_ssim_before, tail.boundary_ssim_after)
    assert (head.number, tail.number) == (2, 1)
    assert tail.seed_from_version_id == head.id
    assert tail.seed_frame == head.last_frame
    assert all(small.project.current(scene, index).is_approved for index in (1, 2, 3))
    assert [note.version_id for note in small.notes.of_segment(scene, 1)] == [head.id]
    moved = small.notes.find(notes[1].id)
    assert moved is not None
    assert (moved.version_id, moved.segment_frame) == (tail.id, 8 - frame)

    assert small.history.undo(CTX).label == "Split segment 2"
    assert order(small) == ids
    assert played(small) == frames
    assert small.notes.find(notes[1].id) == notes[1]
    assert small.project.current(scene, 2).seed_from_version_id == ids[1]
    small.history.redo(CTX)
    assert order(small) == [ids[0], head.id, tail.id, ids[2]]
    assert played(small) == frames


def test_brackets_in_a_name_hide_no_file_that_is_there(
    small: Workbench, scene: Scene, tmp_path: Path
) -> None:
    """As a pattern, `[1]` would mean `1`, and the second split would write over the first one."""
    named = tmp_path / "take [1].mp4"
    write_clip(named, panned_pictures(40, 9))
    small.chain.insert(scene, 1, [named], CTX, ImportWishes(Link.REFERENCE))
    parts = []
    for _ in range(2):
        small.chain.split(scene, 1, 4, CTX)
        parts += [small.project.current(scene, index).file for index in (1, 2)]
        small.history.undo(CTX)
    assert len(set(parts)) == 4
    assert all(small.project.path(file).exists() for file in parts)


def test_a_split_needs_a_frame_inside(small: Workbench, scene: Scene) -> None:
    for frame in (0, 9, 20):
        with pytest.raises(WrongUse, match="cannot be split"):
            small.chain.split(scene, 1, frame, CTX)
    assert len(order(small)) == 3


def test_nothing_moves_while_a_job_counts_on_its_place(small: Workbench, scene: Scene) -> None:
    jobs = small.regeneration.request(scene, RegenerationRequest(1))
    ids = order(small)
    for change in (
        lambda: small.chain.remove(scene, 0, CTX),
        lambda: small.chain.move(scene, 0, 2, CTX),
        lambda: small.chain.split(scene, 1, 4, CTX),
    ):
        with pytest.raises(WrongUse, match="Segment 2 is being rendered"):
            change()
    assert order(small) == ids
    small.chain.remove(scene, 2, CTX)  # behind it
    small.jobs.cancel(jobs[0].id)
    small.engine.run()
    small.chain.remove(scene, 0, CTX)
    assert order(small) == [ids[1]]


def test_a_request_for_a_segment_that_moved_meanwhile_is_not_queued(
    small: Workbench, scene: Scene
) -> None:
    settled = small.regeneration.settle(scene, RegenerationRequest(1))
    small.chain.remove(scene, 0, CTX)
    with pytest.raises(WrongUse, match="another place"):
        small.regeneration.queue(settled)


def test_a_part_is_regenerated_at_its_own_length(small: Workbench, scene: Scene) -> None:
    small.chain.split(scene, 1, 5, CTX)
    small.regeneration.request(scene, RegenerationRequest(1))
    small.engine.run()
    new: Version = small.project.current(scene, 1)
    assert (new.number, new.facts.frame_count) == (3, 5)
