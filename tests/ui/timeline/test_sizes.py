"""Larger text has the room it needs in the lanes; usual text has what the mock-ups show."""

from __future__ import annotations

import pytest

from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import NARROW_BELOW
from restitch_app.ui.timeline.ink import Ink
from restitch_app.ui.timeline.layout import Layout
from restitch_app.ui.timeline.scale import TimeScale
from restitch_app.ui.timeline.scene import EMPTY
from restitch_app.ui.timeline.sizes import sizes


def test_usual_text_is_as_drawn() -> None:
    usual = sizes(1.0)
    assert (usual.ruler, usual.boundaries, usual.tile, usual.lowest_tile) == (23, 28, 84, 60)
    assert (usual.head, usual.foot, usual.pill, usual.growth) == (24, 20, 20, 0)


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_every_line_has_its_height(theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)
    try:
        ink = Ink(theme, 1.0)
    finally:
        theme.set_text_percent(100)
    room = ink.sizes
    assert ink.height_px(ink.caption) <= min(room.ruler, room.foot + 1)
    assert ink.height_px(ink.number) <= room.head
    assert ink.height_px(ink.strong) <= room.pill
    assert max(room.badge, room.score) <= room.head
    assert room.pill <= room.boundaries
    frames = room.lowest_tile - room.head - room.foot
    assert frames == 60 - 24 - 20, "as high as with usual text"


def test_larger_text_makes_a_window_narrow() -> None:
    def names_px(factor: float) -> int:
        return Layout(EMPTY, TimeScale(0, 1.0), NARROW_BELOW + 200, 150, factor).names_px

    assert names_px(1.0) == 108
    assert names_px(1.5) == 31
