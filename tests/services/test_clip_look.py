from __future__ import annotations

from pathlib import Path

import pytest

from restitch_app.domain.errors import WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.progress import JobContext
from restitch_app.services.imports.clip_look import (
    cut_look,
    judged_together,
    look_at_clips,
    merged_look,
)
from tests.clips import numbered_clip


def test_clips_are_looked_at_and_none_is_copied(tmp_path: Path, ten_clips: list[Path]) -> None:
    torn = tmp_path / "torn.mp4"
    torn.write_bytes(b"no clip")
    first, _, bad = looks = look_at_clips([ten_clips[0], ten_clips[1], torn], JobContext())
    assert first.facts is not None
    assert (first.has_workflow, first.workflow) == (True, "Image to video")
    assert (bad.facts, bad.has_workflow) == (None, False)
    assert "torn.mp4" in bad.problem
    assert [look.path for look in looks] == [ten_clips[0], ten_clips[1], torn]
    assert {path.name for path in tmp_path.iterdir()} == {"torn.mp4"}


def test_the_most_common_kind_decides_and_is_decided_anew(
    tmp_path: Path, ten_clips: list[Path]
) -> None:
    wide = numbered_clip(tmp_path / "wide.mp4", range(8), size=(256, 96))
    looks = judged_together(look_at_clips([*ten_clips[:2], wide], JobContext()))
    assert [bool(look.problem) for look in looks] == [False, False, True]
    assert looks[2].problem.startswith("The others are 160×96 at ")
    assert not looks[2].has_workflow
    assert judged_together(looks[2:])[0].problem == ""
    assert judged_together([]) == ()


def test_a_long_clip_is_cut_and_its_pieces_are_merged_again(tmp_path: Path) -> None:
    long = numbered_clip(tmp_path / "long.mp4", 24)
    (whole,) = look_at_clips([long], JobContext())
    parts = cut_look(whole, "9, 17", JobContext())
    assert [(one.frames, one.facts and one.facts.frame_count) for one in parts] == [
        (FrameRange(0, 8), 8),
        (FrameRange(8, 16), 8),
        (FrameRange(16, 24), 8),
    ]
    pictures = [one.picture for one in parts]
    assert pictures[0] == whole.picture
    assert len({one.rgb for one in pictures if one}) == 3
    assert look_at_clips([one.piece for one in parts], JobContext()) == parts
    halves = cut_look(parts[1], "13", JobContext())
    assert [one.frames for one in halves] == [FrameRange(8, 12), FrameRange(12, 16)]
    assert merged_look(halves) == parts[1]
    assert merged_look([parts[0], parts[2]]) is None
    with pytest.raises(WrongUse, match="No cut"):
        cut_look(parts[0], "13", JobContext())


def test_a_clip_of_another_kind_can_be_converted(tmp_path: Path, ten_clips: list[Path]) -> None:
    wide = numbered_clip(tmp_path / "wide.mp4", range(8), size=(256, 96))
    looks = look_at_clips([*ten_clips[:2], wide], JobContext())
    kept = judged_together(looks, converts=True)
    assert (kept[2].problem, kept[2].note.startswith("It is converted to 160×96")) == ("", True)
    assert judged_together(kept)[2].note == ""
