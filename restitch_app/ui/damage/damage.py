"""What is known of a clip that cannot be played as it was recorded, and how that is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from restitch_app.domain.versions import Version
from restitch_app.services.playback.frames import FrameFault
from restitch_app.ui.pieces.times import clock, when

TIMES = "\N{MULTIPLICATION SIGN}"


@dataclass(frozen=True, slots=True)
class Damage:
    """A version whose file is gone, or is not the one that was recorded."""

    readable_frames: int = 0
    """0: nothing of it can be read, it is not counted yet, or the file is gone."""
    is_there: bool = False
    """There is a file, which is not the one that was recorded."""
    is_counted: bool = False
    """Its frames were decoded one by one."""
    size_px: tuple[int, int] | None = None
    """Width and height of the frames that can be read."""
    file_bytes: int = 0
    since: str = ""
    """When the file was written last (ISO 8601, UTC); empty where that is not known."""
    noticed: str = ""
    """When Restitch first saw it so."""


def since_when(damage: Damage, now: datetime | None = None) -> str:
    """ "Damaged since 14:05", or "Missing, noticed 14:05" where its time is not known."""
    what = "Damaged" if damage.is_there else "Missing"
    if damage.since:
        return f"{what} since {_moment(damage.since, now)}"
    return f"{what}, noticed {_moment(damage.noticed, now)}" if damage.noticed else what


def expected(version: Version) -> str:
    """ "81 frames, 832×480, 541 KB": what was recorded."""
    facts = version.facts
    return _told(facts.frame_count, (facts.width, facts.height), version.file_bytes)


def found(damage: Damage) -> str:
    """The same of what lies there now."""
    if not damage.is_there:
        return "No file"
    if not damage.is_counted:
        return f"Frames not counted yet, {_size(damage.file_bytes)}"
    if damage.size_px is None:
        return f"No frame can be read, {_size(damage.file_bytes)}"
    return _told(damage.readable_frames, damage.size_px, damage.file_bytes)


def damage_told(version: Version, damage: Damage) -> FrameFault:
    """What a player says in the place of a picture."""
    name = f"Segment {version.sequence_index + 1} v{version.number}"
    if not damage.is_there:
        noticed = f"This was noticed {_at(damage.noticed)}." if damage.noticed else ""
        return FrameFault(f"The clip of {name[0].lower()}{name[1:]} is missing", noticed)
    changed = f"The file was changed {_at(damage.since)}." if damage.since else ""
    if not damage.is_counted:
        return FrameFault(f"{name} can't be played here: its file is damaged", changed)
    count = version.facts.frame_count
    if not damage.readable_frames:
        return FrameFault(f"{name} can't be played", f"{changed} No frame can be read.".strip())
    read = f"Now only {damage.readable_frames} of {count} frames can be read."
    title = f"{name} can't be played past frame {damage.readable_frames}"
    return FrameFault(title, f"{changed} {read}".strip())


def _at(iso: str) -> str:
    moment = _moment(iso, None)
    return f"at {moment}" if moment == clock(iso) else moment


def _told(frames: int, size_px: tuple[int, int], file_bytes: int) -> str:
    word = "frame" if frames == 1 else "frames"
    width, height = size_px
    return f"{frames} {word}, {width}{TIMES}{height}, {_size(file_bytes)}"


def _size(file_bytes: int) -> str:
    """As file managers count: 1 KB is 1000 bytes."""
    if file_bytes < 1_000_000:
        return f"{file_bytes / 1000:.0f} KB"
    return f"{file_bytes / 1_000_000:.1f} MB"


def _moment(iso: str, now: datetime | None) -> str:
    """Today's as the clock alone; words of other days within a sentence."""
    told = when(iso, now)
    if told.startswith("Today"):
        return clock(iso)
    return told.replace("Yesterday", "yesterday")
