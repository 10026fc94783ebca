from __future__ import annotations

from pathlib import Path

from restitch_app.domain.progress import JobContext
from restitch_app.services.imports.clip_look import judged_together, look_at_clips
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
