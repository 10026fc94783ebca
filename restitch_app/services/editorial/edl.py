"""The scene as a CMX 3600 edit decision list, with boundaries as comments.

Own code: OpenTimelineIO's adapter refuses the rates that video models make (16 frames a second
and the like). The list itself knows no rate; frames are counted within each second of the scene's.
Source: "CMX 3600 EDL format", fixed columns of event, reel, track, transition and four timecodes.
"""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.errors import WrongUse
from restitch_app.domain.timecode import timecode
from restitch_app.media.atomic import atomic_file
from restitch_app.services.editorial.scene_cut import CutClip, SceneCut

MOST_EVENTS = 999
"""Three columns for the event's number; some programs stop reading there."""
REEL_LETTERS = 8
_NO_REEL = re.compile(r"[^A-Z0-9]")


def edl(cut: SceneCut) -> str:
    """Record timecodes begin at 00:00:00:00; rates with a fraction count whole frames, non-drop."""
    lines = [f"TITLE: {_one_line(cut.scene)}", "FCM: NON-DROP FRAME", ""]
    marks = {mark.scene_frame: mark for mark in cut.marks}
    for number, clip in enumerate(cut.clips, start=1):
        lines += _event(number, clip, cut.rate)
        mark = marks.get(clip.scene_start)
        if mark is not None:
            told = " ".join(
                part
                for part in (mark.text, mark.cause, mark.treatment, mark.decision, mark.reason)
                if part
            )
            lines.append(f"* COMMENT: BOUNDARY {mark.label} {_one_line(told)}")
    return "\n".join(lines) + "\n"


def write_edl(cut: SceneCut, out: Path) -> None:
    """`out` appears whole. Raises StorageError, and WrongUse for a list that would be too long."""
    if len(cut.clips) > MOST_EVENTS:
        raise WrongUse(
            "An edit decision list cannot hold this scene",
            f"It has {len(cut.clips)} pieces, a list at most {MOST_EVENTS}",
            "Use an OpenTimelineIO file instead",
        )
    with atomic_file(out) as unfinished:
        unfinished.write_text(edl(cut), encoding="utf-8", newline="\r\n")


def _event(number: int, clip: CutClip, rate: Fraction) -> list[str]:
    source_in, source_out = clip.frames.start, clip.frames.stop
    record_in, record_out = clip.scene_start, clip.scene_start + len(clip.frames)
    codes = " ".join(
        timecode(frame, rate) for frame in (source_in, source_out, record_in, record_out)
    )
    return [
        f"{number:03}  {_reel(clip):<{REEL_LETTERS}} V     C        {codes}",
        f"* FROM CLIP NAME: {clip.name}",
        f"* SOURCE FILE: {_one_line(str(clip.path))}",
    ]


def _reel(clip: CutClip) -> str:
    """By segment and version: file names are longer than the column, and alike at their start."""
    name = (
        f"S{clip.segment:03}{clip.version}P"
        if clip.is_patch
        else f"S{clip.segment:03}{clip.version}"
    )
    return _NO_REEL.sub("", name.upper())[:REEL_LETTERS]


def _one_line(text: str) -> str:
    return " ".join(text.split())
