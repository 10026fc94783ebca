"""The list of spans: every frame that should play, once, in order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.joins import Patch, Treatment
from restitch_app.domain.spans import (
    ChainClip,
    TreatmentsOverlap,
    build_spans,
    scene_frame_count,
    segment_ranges,
    sliced,
)

CHAIN = [ChainClip(number, f"{number}.mp4", 10) for number in (1, 2, 3)]


def frames_of(
    chain: list[ChainClip], treatments: dict[tuple[int, int], Treatment]
) -> list[tuple[str, int]]:
    spans = build_spans(chain, treatments)
    return [(span.file, frame) for span in spans for frame in span.frames]


def test_an_untreated_chain_plays_every_frame_of_every_clip() -> None:
    expected = [(clip.file, frame) for clip in CHAIN for frame in range(10)]
    assert frames_of(CHAIN, {}) == expected


def test_trims_leave_frames_out_on_both_sides() -> None:
    played = frames_of(CHAIN, {(1, 2): Treatment("reextract", trim_left=2, trim_right=3)})
    assert played[:8] == [("1.mp4", frame) for frame in range(8)]
    assert played[8:15] == [("2.mp4", frame) for frame in range(3, 10)]


def test_a_patch_stands_for_frames_of_both_segments() -> None:
    patch = Treatment("blend", trim_left=1, patch=Patch("p.mkv", 2, 3))
    spans = build_spans(CHAIN, {(1, 2): patch})
    shape = [(s.file, s.frames.start, s.frames.stop, s.sequence_index, s.is_patch) for s in spans]
    assert shape == [
        ("1.mp4", 0, 7, 0, False),
        ("p.mkv", 0, 2, 0, True),
        ("p.mkv", 2, 5, 1, True),
        ("2.mp4", 3, 10, 1, False),
        ("3.mp4", 0, 10, 2, False),
    ]
    assert scene_frame_count(spans) == 29
    ranges = segment_ranges(spans)
    assert (ranges[0].start, ranges[0].stop) == (0, 9)
    assert (ranges[1].start, ranges[1].stop) == (9, 19)


def test_treatments_that_claim_the_same_frames_are_refused() -> None:
    both = {
        (1, 2): Treatment("blend", patch=Patch("p.mkv", 1, 6)),
        (2, 3): Treatment("blend", patch=Patch("q.mkv", 5, 1)),
    }
    with pytest.raises(TreatmentsOverlap) as refused:
        build_spans(CHAIN, both)
    assert refused.value.sequence_index == 1


def test_a_segment_trimmed_to_nothing_is_refused() -> None:
    with pytest.raises(TreatmentsOverlap):
        build_spans(CHAIN, {(1, 2): Treatment("reextract", trim_right=10)})


counts = st.integers(0, 4)


@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=6),
    st.lists(st.tuples(counts, counts, counts, counts), min_size=5, max_size=5),
)
def test_spans_tile_the_scene_without_gap_or_overlap(
    lengths: list[int], joins: list[tuple[int, int, int, int]]
) -> None:
    chain = [ChainClip(number, f"{number}.mp4", frames) for number, frames in enumerate(lengths)]
    treatments = {
        (left.version_id, right.version_id): Treatment(
            "any", trim_left, trim_right, Patch(f"{left.version_id}.mkv", k_left, k_right)
        )
        for (left, right), (trim_left, trim_right, k_left, k_right) in zip(
            pairwise(chain), joins, strict=False
        )
    }
    try:
        spans = build_spans(chain, treatments)
    except TreatmentsOverlap:
        assume(False)
    assert spans[0].scene_start == 0
    assert all(left.scene_stop == right.scene_start for left, right in pairwise(spans))
    trimmed = sum(treatment.trim_left + treatment.trim_right for treatment in treatments.values())
    assert scene_frame_count(spans) == sum(lengths) - trimmed
    assert [s.sequence_index for s in spans] == sorted(s.sequence_index for s in spans)
    assert set(segment_ranges(spans)) == set(range(len(lengths)))


@given(st.integers(0, 32), st.integers(0, 32))
def test_a_slice_plays_exactly_its_frames_counted_from_its_first(one: int, other: int) -> None:
    frames = FrameRange(min(one, other), max(one, other))
    patch = Treatment("blend", trim_left=1, patch=Patch("p.mkv", 2, 3))
    spans = build_spans(CHAIN, {(1, 2): patch})
    played = [(span.file, frame) for span in spans for frame in span.frames]
    part = sliced(spans, frames)
    assert [(span.file, frame) for span in part for frame in span.frames] == played[
        frames.start : frames.stop
    ]
    place = 0
    for span in part:
        assert span.scene_start == place
        place = span.scene_stop
