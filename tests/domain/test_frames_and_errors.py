"""Ranges of frames, and how errors read."""

from __future__ import annotations

import pytest

from restitch_app.domain.errors import NotFound, RestitchError
from restitch_app.domain.frames import FrameRange


def test_a_frame_range_is_half_open() -> None:
    frames = FrameRange(3, 6)
    assert list(frames) == [3, 4, 5]
    assert len(frames) == 3
    assert 3 in frames
    assert 6 not in frames
    assert len(FrameRange(4, 4)) == 0


@pytest.mark.parametrize(("start", "stop"), [(-1, 3), (5, 4)])
def test_what_is_no_range_is_refused(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match="not a frame range"):
        FrameRange(start, stop)


def test_an_error_reads_as_sentences() -> None:
    error = RestitchError("ComfyUI did not answer", "http://gpu:8188: refused", "Start it.")
    assert str(error) == "ComfyUI did not answer. http://gpu:8188: refused. Start it."
    assert str(RestitchError("The disk is full")) == "The disk is full."
    assert NotFound("x").code == "not_found"
