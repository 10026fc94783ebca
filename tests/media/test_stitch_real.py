"""Stitching real clips, where the shared folder of them is at hand."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from restitch_app.media.reader import open_reader
from restitch_app.media.stitch import stitch
from tests.media.stitching import frame_hash, frame_hashes, spans_of, wanted_frames
from tests.shared import SHARED, needs_shared

CLIPS = SHARED / "clips"
BUNNY = CLIPS / "bigbuckbunny_720p.mp4"
SHIP = CLIPS / "cogvideox_ship_720x480.mp4"
MOTORCYCLE = CLIPS / "longcat_motorcycle_2160p.mp4"

pytestmark = needs_shared


@pytest.mark.parametrize(("clip", "count"), [(BUNNY, 132), (SHIP, 49)])
def test_a_real_clip_is_copied_whole(tmp_path: Path, clip: Path, count: int) -> None:
    out = tmp_path / "film.mp4"
    spans = spans_of((clip, 0, count), (clip, 0, count))
    report = stitch(spans, Path, out, Fraction(25))
    assert report.encoded_frames == 0
    assert frame_hashes(out) == frame_hashes(clip) * 2


@pytest.mark.parametrize(("clip", "count"), [(BUNNY, 132), (SHIP, 49)])
def test_a_repeated_seed_frame_costs_a_few_frames(tmp_path: Path, clip: Path, count: int) -> None:
    out = tmp_path / "film.mp4"
    spans = spans_of((clip, 0, count - 1), (clip, 0, count))
    report = stitch(spans, Path, out, Fraction(25))
    assert report.copied[1] != ()
    assert report.encoded_frames <= 8
    with open_reader(out) as reader:  # straight to the boundary
        assert frame_hash(reader.frame(count - 1)) == frame_hash(wanted_frames(spans)[count - 1])


def test_clips_of_two_makers_meet_in_one_film(tmp_path: Path) -> None:
    """Another size, so the second is encoded; the first keeps its sound."""
    out = tmp_path / "film.mp4"
    report = stitch(spans_of((BUNNY, 0, 50), (SHIP, 3, 20)), Path, out, Fraction(25))
    assert report.has_sound
    assert 40 <= report.copied_frames <= 50
    with open_reader(out) as reader:
        assert len(list(reader.frames())) == 67


def test_4k_is_copied(tmp_path: Path) -> None:
    report = stitch(spans_of((MOTORCYCLE, 0, 20)), Path, tmp_path / "film.mp4", Fraction(30))
    assert report.copied_frames >= 16
