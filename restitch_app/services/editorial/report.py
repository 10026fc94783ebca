"""The review as one page that opens anywhere: boundaries with both frames, renders, decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template

from restitch_app.domain.progress import JobContext
from restitch_app.domain.timecode import timecode
from restitch_app.domain.versions import Scene, Version
from restitch_app.media.atomic import atomic_file
from restitch_app.services.editorial.boundary_frames import FramePair, boundary_frames
from restitch_app.services.editorial.render_history import Rendered, render_history
from restitch_app.services.editorial.scene_cut import SceneCut
from restitch_app.services.project.gpu_time import gpu_time
from restitch_app.services.project.project import Project

SHAPES = {"smooth": "●", "borderline": "▲", "visible": "✕", "cut": "◆", "not checked": "□"}
"""Told apart without colour, as in the window."""


@dataclass(frozen=True, slots=True)
class SegmentRow:
    segment: int
    version: str
    frames: int
    quality: str
    stands: str
    judged: str


def write_report(project: Project, scene: Scene, cut: SceneCut, out: Path, ctx: JobContext) -> None:
    """One HTML file without any address outside of it; `out` appears whole.

    Decodes two frames for each boundary. Raises StorageError, JobCancelled.
    """
    pairs = boundary_frames(project, cut.spans, [mark.scene_frame for mark in cut.marks], ctx)
    page = report_page(project, scene, cut, pairs)
    with atomic_file(out) as unfinished:
        unfinished.write_text(page, encoding="utf-8")


def report_page(project: Project, scene: Scene, cut: SceneCut, pairs: Sequence[FramePair]) -> str:
    """`pairs` in the order of the marks. Everything people wrote is escaped."""
    renders = render_history(project, scene)
    return _template().render(
        cut=cut,
        program=_program(),
        rate=f"{float(cut.rate):.5g}",
        length=_clock(float(cut.frames / cut.rate)),
        written=f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        facts=_facts(project, scene, cut),
        boundaries=[
            (mark, pair, SHAPES[mark.seen_as], timecode(mark.scene_frame, cut.rate))
            for mark, pair in zip(cut.marks, pairs, strict=True)
        ],
        segments=[_segment_row(one) for one in project.store.versions.current(scene.id)],
        renders=[_render_row(one) for one in renders],
    )


def _facts(project: Project, scene: Scene, cut: SceneCut) -> list[tuple[str, str]]:
    seen = Counter(mark.seen_as for mark in cut.marks)
    open_marks = sum(mark.seen_as == "visible" and not mark.decision for mark in cut.marks)
    gpu = gpu_time(project, scene)
    return [
        ("Segments", str(len({clip.segment for clip in cut.clips}))),
        ("Boundaries", ", ".join(f"{count} {name}" for name, count in seen.most_common()) or "–"),
        ("Visible and undecided", str(open_marks)),
        ("Stale segments", str(len(project.store.versions.stale_indices(scene.id)))),
        ("GPU time used", _clock(gpu.used_s)),
        ("GPU time saved", _clock(gpu.saved_s)),
    ]


def _segment_row(current: Version) -> SegmentRow:
    quality = current.verdict.value if current.verdict else "not checked"
    if current.score is not None:
        quality += f", {current.score:.0f} of 100"
    stands = "needs work" if current.needs_work else "approved" if current.is_approved else "open"
    if current.is_stale:
        stands += ", stale"
    if current.work_reason:
        stands += f": {current.work_reason}"
    return SegmentRow(
        current.sequence_index + 1,
        f"v{current.number}",
        current.facts.frame_count,
        quality,
        stands,
        current.judged_by,
    )


@dataclass(frozen=True, slots=True)
class RenderRow:
    what: str
    at: str
    by: str
    takes: int
    changed: tuple[tuple[str, str, str], ...]
    workflow: str
    gpu: str
    became: str


def _render_row(one: Rendered) -> RenderRow:
    gpu = _clock(one.gpu_s) if one.gpu_s else "–"
    return RenderRow(
        one.what, one.at, one.by, one.takes, one.changed, one.workflow, gpu, one.became
    )


def _clock(seconds: float) -> str:
    """ "2:04", or "1:02:04" from an hour on; below ten seconds with a tenth."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@cache
def _template() -> Template:
    text = files("restitch_app").joinpath("resources/report/report.html").read_text("utf-8")
    surroundings = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False)
    return surroundings.from_string(text)


def _program() -> str:
    try:
        return f"Restitch {version('restitch')}"
    except PackageNotFoundError:
        return "Restitch"
