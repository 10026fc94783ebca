"""What the hints say, in the order they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.language.translating import mark


class Area(StrEnum):
    PLAYERS = "players"
    TIMELINE = "timeline"
    BOUNDARIES = "boundaries"
    INSPECTOR = "inspector"
    JOBS = "jobs"


@dataclass(frozen=True, slots=True)
class Hint:
    area: Area
    title: str
    text: str
    keys: tuple[tuple[Act, str], ...]
    """Actions whose keys are named, and what they do in a few words."""


HINTS = (
    Hint(
        Area.PLAYERS,
        "The players",
        "A is the version before, B the new one. Both always show the same frame. "
        "Compare side by side, with a wipe, by their difference, or flip them in place.",
        ((Act.PLAY, "play or pause"), (Act.WIPE, mark("wipe")), (Act.FLIP, "flip A and B")),
    ),
    Hint(
        Area.TIMELINE,
        "The timeline",
        "Each tile is a segment, with its first and last frame. A dashed edge says stale: the "
        "frame it was made from has been replaced. Work starts at the hatched one.",
        ((Act.REGENERATE, mark("regenerate")), (Act.APPROVE, mark("approve"))),
    ),
    Hint(
        Area.BOUNDARIES,
        "Boundaries",
        "Where two segments meet, a mark says how it looks: ● smooth, ▲ borderline, "
        "✕ a visible jump. Open one to see why, and to smooth it.",
        ((Act.NEXT_OPEN, "next visible jump"), (Act.SMOOTH, "inspect and smooth")),
    ),
    Hint(
        Area.INSPECTOR,
        "The inspector",
        "All versions of a segment, their quality checks and what they were made with. Nothing "
        "is lost: every result is a new version, and you can go back to any of them.",
        ((Act.ADD_NOTE, "note at this frame"), (Act.UNDO, mark("undo"))),
    ),
    Hint(
        Area.JOBS,
        "Jobs",
        "What ComfyUI is working on. You can go on reviewing meanwhile; a finished take waits "
        "here for your look, and a failed one says why.",
        (),
    ),
)
