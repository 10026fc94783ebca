"""The scene's boundaries as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from restitch_app.domain.timecode import timecode
from restitch_app.media.atomic import atomic_file
from restitch_app.services.editorial.scene_cut import CutMark, SceneCut

COLUMNS = (
    "boundary",
    "frame",
    "timecode",
    "seen_as",
    "ssim",
    "verdict",
    "cause",
    "decision",
    "decided_by",
    "decided_at",
    "reason",
    "treatment",
    "frames_left_out",
    "frames_replaced",
)


def boundaries_csv(cut: SceneCut) -> str:
    """A line for each boundary; `frame` counts from 1, as people see it."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    lines.writerow(COLUMNS)
    lines.writerows(_line(cut, mark) for mark in cut.marks)
    return text.getvalue()


def write_csv(cut: SceneCut, out: Path) -> None:
    """`out` appears whole. Raises StorageError. With a mark of UTF-8, for Excel's sake."""
    with atomic_file(out) as unfinished:
        unfinished.write_text(boundaries_csv(cut), encoding="utf-8-sig", newline="")


def _line(cut: SceneCut, mark: CutMark) -> list[object]:
    return [
        mark.label,
        mark.scene_frame + 1,
        timecode(mark.scene_frame, cut.rate),
        mark.seen_as,
        "" if mark.ssim is None else round(mark.ssim, 6),
        "" if mark.verdict is None else round(mark.verdict, 3),
        _plain(mark.cause),
        _plain(mark.decision),
        _plain(mark.decided_by),
        mark.decided_at,
        _plain(mark.reason),
        mark.treatment,
        mark.frames_left_out,
        mark.frames_replaced,
    ]


def _plain(text: str) -> str:
    """What somebody typed must not run as a formula when the table is opened."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
