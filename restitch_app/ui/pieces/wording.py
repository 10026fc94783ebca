"""Numbers and times as the window writes them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from restitch_app.domain.boundaries import BoundaryClass
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.timecode import timecode as timecode

if TYPE_CHECKING:
    from restitch_app.services.project.gpu_time import GpuTime
    from restitch_app.services.project.overview import SceneOverview

SEEN = {
    BoundaryClass.GREEN: "smooth",
    BoundaryClass.YELLOW: "borderline",
    BoundaryClass.RED: "a visible jump",
}
"""How a reviewer sees a boundary, after "as"."""
READ_ONLY = "Another window holds this project: decide there"
STAYS = "Renders stay as versions, and purged files are gone: neither can be undone."


def duration(seconds: float) -> str:
    """2:04, or 1:02:04 from an hour on."""
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def gpu_words(gpu: GpuTime) -> str:
    """2 min used, 18 min saved."""
    used, saved = (about(seconds).removeprefix("≈ ") for seconds in (gpu.used_s, gpu.saved_s))
    return f"{used} used, {saved} saved" if gpu.saved_s else f"{used} used"


def about(seconds: float) -> str:
    """≈ 2 min; below a minute in steps of ten seconds."""
    if seconds < 55:
        return f"≈ {max(10, 10 * round(seconds / 10))} s"
    return f"≈ {max(1, round(seconds / 60))} min"


def rate_text(rate: Fraction) -> str:
    return f"{float(rate):.4g} fps"


def breakable(text: str) -> str:
    """The names of models are longer than a dialog is wide: lines may break inside of them."""
    parts = re.split(r"(\S{25,})", text)
    return "".join(
        re.sub(r"([_\-./\\])", "\\1\u200b", part) if number % 2 else part
        for number, part in enumerate(parts)
    )


def counted(count: int, singular: str, plural: str = "") -> str:
    return f"{count} {singular if count == 1 else plural or singular + 's'}"


def ssim_text(ssim: float | None) -> str:
    return "?" if ssim is None else f"{ssim:.2f}"


def call_words(call: BoundaryCall) -> str:
    """seen as smooth by Ann."""
    by = f" by {call.by}" if call.by else ""
    return f"seen as {SEEN[call.says]}{by}"


def boundary_name(left_index: int) -> str:
    """5 | 6, counted from 1."""
    return f"{left_index + 1} | {left_index + 2}"


def segment_list(indices: tuple[int, ...]) -> str:
    """Sequence indices as people say them: "Segment 6", "Segments 6–10", "Segments 2, 6–10"."""
    runs: list[list[int]] = []
    for number in sorted(index + 1 for index in indices):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return f"{'Segment' if len(indices) == 1 else 'Segments'} {', '.join(parts)}"


def scene_facts(overview: SceneOverview) -> tuple[str, ...]:
    """10 segments, 810 frames, 50.6 s, 16 fps, 832×480."""
    scene = overview.scene
    return (
        counted(len(overview.current), "segment"),
        counted(overview.frames, "frame"),
        f"{float(overview.seconds):.1f} s",
        rate_text(scene.rate),
        f"{scene.width}×{scene.height}",
    )


def points_name(first: int | None, last: int | None) -> str:
    """Like `in point at frame 203, out point at frame 272`; empty without points."""
    parts = [] if first is None else [f"in point at frame {first + 1}"]
    parts += [] if last is None else [f"out point at frame {last + 1}"]
    return ", ".join(parts)
