"""Chapters of a film: one for each segment, so that a player's next chapter is a boundary."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from av.container import OutputContainer

from restitch_app.domain.spans import Span

if TYPE_CHECKING:  # it is in the types only
    from av.container.core import Chapter


def add_chapters(container: OutputContainer, spans: Sequence[Span], rate: Fraction) -> None:
    """Before anything is written. A film of one segment has none."""
    starts: dict[int, int] = {}
    for span in spans:
        starts.setdefault(span.sequence_index, span.scene_start - spans[0].scene_start)
    if len(starts) < 2:
        return
    ends = [*list(starts.values())[1:], spans[-1].scene_stop - spans[0].scene_start]
    chapters: list[Chapter] = [
        {
            "id": number,
            "start": start,
            "end": end,
            "time_base": 1 / rate,
            "metadata": {"title": f"Segment {index + 1}"},
        }
        for number, ((index, start), end) in enumerate(zip(starts.items(), ends, strict=True), 1)
    ]
    container.set_chapters(chapters)
