"""Drawing the demo's scene; what it looks like is told by the tests of `restitch demo`."""

from __future__ import annotations

from pathlib import Path

import pytest

from restitch_app.demo.scene import draw_demo_clips
from restitch_app.domain.errors import JobCancelled
from restitch_app.domain.progress import JobContext, Progress


def test_drawing_can_be_cancelled(tmp_path: Path) -> None:
    def stop_soon(progress: Progress) -> None:
        if progress.done >= 3:
            ctx.cancel()

    ctx = JobContext(stop_soon)
    with pytest.raises(JobCancelled):
        draw_demo_clips(tmp_path, ctx)
    assert list(tmp_path.glob("*.mp4")) == []
