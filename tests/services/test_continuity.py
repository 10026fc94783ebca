"""The similarity of all pairs: right, decoded once, and only what a fix changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from restitch_app.analysis.scale import to_analysis_size
from restitch_app.analysis.ssim import ssim
from restitch_app.domain.errors import JobCancelled
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.joins import Patch, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.media.luma import luma
from restitch_app.media.metering import counted_decodes
from restitch_app.media.reader import open_reader
from restitch_app.services.continuity import clip_curves
from restitch_app.services.continuity.clip_curves import FOLDER
from restitch_app.services.continuity.scene import Batch
from restitch_app.services.project.project import PATCHES, open_project
from restitch_app.services.workbench import Workbench
from tests.clips import write_clip
from tests.services.scenes import FRAMES, SIZE, bench_on, panned_pictures

CTX = JobContext()


@pytest.fixture
def folder(tmp_path: Path, ten_segments: Path) -> Path:
    made = tmp_path / "ten"
    shutil.copytree(ten_segments, made)
    return made


@pytest.fixture
def ten(folder: Path) -> Iterator[Workbench]:
    made = bench_on(open_project(folder))
    yield made
    made.project.close()


def reopened(bench: Workbench) -> Workbench:
    bench.project.close()
    return bench_on(open_project(bench.project.folder))


def batches(
    bench: Workbench, ctx: JobContext, turn: Callable[[], object]
) -> Generator[Batch, None, None]:
    scene = bench.project.scene()
    return bench.continuity.batches(scene, bench.project.spans(scene), ctx, turn)


def exported_similarity(bench: Workbench) -> list[float]:
    """Of the frames of the list of spans, one after the other."""
    pictures = []
    for span in bench.project.spans(bench.project.scene()):
        with open_reader(bench.project.path(span.file)) as reader:
            shown = reader.frames(span.frames.start, span.frames.stop)
            pictures += [to_analysis_size(luma(frame), SIZE[1]) for frame in shown]
    return [ssim(a, b) for a, b in pairwise(pictures)]


def test_every_pair_of_the_export_is_measured(ten: Workbench) -> None:
    scene = ten.project.scene()
    curve = ten.continuity.measured(scene, CTX)
    wanted = exported_similarity(ten)
    assert len(curve) == len(wanted) == ten.overview.of(scene).frames - 1
    assert curve.similarity.tolist() == pytest.approx(wanted, abs=1e-6)


def test_a_pair_at_a_boundary_is_what_the_boundary_says(ten: Workbench) -> None:
    scene = ten.project.scene()
    boundaries = ten.boundaries.check(scene, CTX)
    curve, ranges = ten.continuity.measured(scene, CTX), ten.project.segment_ranges(scene)
    for boundary in boundaries:
        pair = ranges[boundary.left_index].stop - 1
        assert curve.at(pair) == pytest.approx(boundary.ssim, abs=1e-6)


def test_a_patch_is_part_of_the_curve(ten: Workbench) -> None:
    scene = ten.project.scene()
    ten.continuity.measured(scene, CTX)
    left, right = ten.project.current(scene, 3), ten.project.current(scene, 4)
    file = f"{PATCHES}/one_and_two.mp4"
    write_clip(ten.project.path(file), panned_pictures(63, 3))
    treatment = Treatment("blend", trim_left=1, patch=Patch(file, 1, 2))
    with ten.project.store.transaction():
        ten.boundaries.save(ten.boundaries.with_treatment(left, right, treatment), "test")
    fresh = reopened(ten)  # nothing is held in memory
    with fresh.project:
        with counted_decodes() as meter:
            curve = fresh.continuity.measured(scene, CTX)
        assert any(span.is_patch for span in fresh.project.spans(scene))
        assert curve.similarity.tolist() == pytest.approx(exported_similarity(fresh), abs=1e-6)
    assert meter.total <= 3 + 2 * 8  # and from a key frame to either side of it


def test_nothing_is_decoded_twice_not_even_by_a_later_start(ten: Workbench) -> None:
    with counted_decodes() as meter:
        first = ten.continuity.measured(ten.project.scene(), CTX)
    assert meter.total == 10 * FRAMES
    again = reopened(ten)
    with again.project, counted_decodes() as meter:
        curve = again.continuity.measured(again.project.scene(), CTX)
        assert again.continuity.known(again.project.scene()).known_pairs == len(curve)
    assert meter.total == 0
    assert np.array_equal(curve.similarity, first.similarity)
    assert curve.tones == first.tones


def test_a_fix_costs_its_own_file_and_its_boundaries(bench: Workbench) -> None:
    scene = bench.project.scene()
    bench.continuity.measured(scene, CTX)
    bench.regeneration.request(scene, RegenerationRequest(4, {"seed": 77}))
    bench.engine.run()
    job = bench.jobs.all()[-1]
    assert job.result_segment_id is not None
    fixed = bench.versions.use(bench.overview.version(job.result_segment_id), CTX).version
    with counted_decodes() as meter:
        curve = bench.continuity.measured(scene, CTX)
    assert curve.known_pairs == len(curve)
    path = bench.project.path(fixed.file)
    assert meter.by_path == {path: fixed.facts.frame_count}


def test_a_stopped_pass_goes_on_where_it_was(
    ten: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopping = JobContext()
    seen = 0

    def stop_in_the_third_clip() -> None:
        nonlocal seen
        seen += 1
        if seen == 2 * FRAMES + 9:
            stopping.cancel()

    with pytest.raises(JobCancelled):
        list(batches(ten, stopping, stop_in_the_third_clip))
    again = reopened(ten)
    scene = again.project.scene()
    with again.project, counted_decodes() as meter:
        curve = again.continuity.measured(scene, CTX)
        third = again.project.current(scene, 2)
        # Its last frame that was measured is the left side of the next pair; one key frame back.
        assert meter.by_path[again.project.path(third.file)] <= FRAMES - 9 + 8
        assert meter.total <= 8 * FRAMES + 2 * 8
        assert curve.similarity.tolist() == pytest.approx(exported_similarity(again), abs=1e-6)


def test_a_long_clip_is_kept_now_and_then(
    ten: Workbench, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clip_curves, "SAVE_EVERY_FRAMES", 4)
    files: list[int] = []

    def look() -> None:
        files.append(len(list((folder / FOLDER).glob("*.npy"))))

    with closing(batches(ten, CTX, look)) as found:
        next(found)
        next(found)
    assert files[5:] == [1] * (FRAMES - 5)


@pytest.mark.parametrize("content", [b"", b"not a curve", b"\x93NUMPY\x01\x00v\x00{'descr'"])
def test_damaged_files_are_made_again(ten: Workbench, folder: Path, content: bytes) -> None:
    whole = ten.continuity.measured(ten.project.scene(), CTX)
    for file in (folder / FOLDER).iterdir():
        file.write_bytes(content)
    again = reopened(ten)
    with again.project:
        curve = again.continuity.measured(again.project.scene(), CTX)
    assert np.array_equal(curve.similarity, whole.similarity)


def test_a_missing_clip_is_a_gap(ten: Workbench) -> None:
    scene = ten.project.scene()
    ten.project.path(ten.project.current(scene, 4).file).unlink()
    curve = ten.continuity.measured(scene, CTX)
    frames = ten.project.segment_ranges(scene)[4]
    gap = np.isnan(curve.similarity)
    assert set(np.flatnonzero(gap)) == set(range(frames.start - 1, frames.stop))
    assert 4 not in [one.sequence_index for one in curve.tones]


def test_a_folder_that_refuses_is_measured_all_the_same(ten: Workbench, folder: Path) -> None:
    (folder / FOLDER).write_bytes(b"in the way")
    curve = ten.continuity.measured(ten.project.scene(), CTX)
    assert curve.known_pairs == len(curve)


def test_verifying_knows_nothing_of_the_curves(ten: Workbench) -> None:
    before = ten.verifying.verify(CTX)
    ten.continuity.measured(ten.project.scene(), CTX)
    assert ten.verifying.verify(CTX) == before


def test_the_lowest_of_some_pairs(ten: Workbench) -> None:
    curve = ten.continuity.measured(ten.project.scene(), CTX)
    values = curve.similarity
    assert curve.lowest([0, 5, 60], 100) == pytest.approx(
        [values[0:5].min(), values[5:60].min(), values[60:100].min()]
    )
    lowest = curve.lowest_pair(5, 60)
    assert lowest is not None
    assert curve.at(lowest) == pytest.approx(values[5:60].min())
    assert curve.at(-1) is None
    assert curve.at(len(curve)) is None
    summary = curve.summary
    assert summary is not None
    assert (summary.low, summary.high) == pytest.approx((values.min(), values.max()))
    assert curve.at(summary.lowest_pair) == summary.low
    assert summary.low < summary.band.low < summary.band.high < summary.high
