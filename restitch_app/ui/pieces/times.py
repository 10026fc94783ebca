"""Moments as the inspector tells them, in the reviewer's own time zone."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate

from restitch_app.ui.language.translating import locale, mark, tr

DAY, DAY_OF_YEAR = mark("d MMM"), mark("d MMM yyyy")
"""As Qt writes them; a language may put the month before the day."""


def when(iso: str, now: datetime | None = None) -> str:
    """Today 14:32, Yesterday 18:07, or 20 Nov 12:00; another year is told too."""
    at = _local(iso)
    today = (now or datetime.now().astimezone()).date()
    time = f"{at:%H:%M}"
    days = (today - at.date()).days
    if days == 0:
        return f"Today {time}"
    if days == 1:
        return f"Yesterday {time}"
    form = tr(DAY) if at.year == today.year else tr(DAY_OF_YEAR)
    return f"{locale().toString(QDate(at.year, at.month, at.day), form)} {time}"


def clock(iso: str) -> str:
    return f"{_local(iso):%H:%M}"


def _local(iso: str) -> datetime:
    return datetime.fromisoformat(iso).astimezone()
