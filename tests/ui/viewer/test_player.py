"""The clock with sources that keep it waiting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from restitch_app.domain.boundaries import PlainSsim
from restitch_app.domain.changes import Changes
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.versions import ProjectSettings
from restitch_app.services.playback.frames import FrameFault, Picture
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.viewer.player import Player
from restitch_app.ui.viewer.shown import Shown, Side
from tests.ui.samples import scene_overview

PICTURE = Picture(np.zeros((4, 4, 4), np.uint8), is_exact=True)


class Slow:
    """Decodes one frame at a time, each in `late_ms`, the first one wanted first."""

    def __init__(self, player: Player, late_ms: int) -> None:
        self._player, self._late_ms = player, late_ms
        self.reach: int | None = None
        """How many of the frames wanted it has memory for; None: all of them."""
        self.there: set[int] = set()
        self._wanted: list[int] = []
        self._is_busy = False

    def want(self, frames: Sequence[int], *, is_still: bool = False) -> None:
        self._wanted = [frame for frame in frames[: self.reach] if frame not in self.there]
        if self._wanted and not self._is_busy:
            self._is_busy = True
            frame = self._wanted[0]
            QTimer.singleShot(self._late_ms, lambda: self._deliver(frame))

    def _deliver(self, frame: int) -> None:
        self.there.add(frame)
        self._is_busy = False
        self._player.notice(frame)
        self.want(self._wanted)

    def picture(self, frame: int) -> Picture | FrameFault | None:
        return PICTURE if frame in self.there else None

    has_ended = False

    def retire(self) -> None: ...

    def close(self) -> None: ...


@pytest.fixture
def state(qtbot: QtBot) -> Iterator[ReviewState]:
    state = ReviewState()
    overview = scene_overview(segments=1, frames_each=60)
    settings = ProjectSettings("Test", boundary_policy=PlainSsim())
    state.set_scene(overview, {0: FrameRange(0, 60)}, settings, Changes(scene=True))
    yield state
    shiboken6.delete(state)  # with the player's timers, which other threads cannot stop


def test_where_one_view_decodes_slowly_no_frame_is_skipped_and_the_rate_is_told(
    qtbot: QtBot, state: ReviewState
) -> None:
    player = Player(state, state)
    quick, slow = Slow(player, 0), Slow(player, 150)
    seen: list[int] = []
    player.shown.connect(lambda shown: seen.append(shown.frame))
    player.set_sources(((Side("A", None), quick), (Side("B", None), slow)))
    player.play_pause()
    qtbot.waitUntil(lambda: player.told_fps is not None)
    told = player.told_fps
    qtbot.waitUntil(lambda: len(seen) > 8)
    player.pause()
    assert list(dict.fromkeys(seen)) == list(range(len(set(seen))))
    assert told is not None
    assert 2 < told < 9  # 150 ms a frame are 6.7 a second; the scene wants 16


def test_play_goes_on_where_there_is_memory_for_one_picture(
    qtbot: QtBot, state: ReviewState
) -> None:
    player = Player(state, state)
    slow = Slow(player, 70)  # 16 frames a second are one in 62 ms: it is always late
    slow.reach = 1
    seen: list[int] = []
    player.shown.connect(lambda shown: seen.append(shown.frame))
    player.set_sources(((Side("", None), slow),))
    player.play_pause()
    qtbot.waitUntil(lambda: 4 in seen)
    assert list(dict.fromkeys(seen))[:5] == [0, 1, 2, 3, 4]


def test_a_pair_is_shown_only_when_both_views_have_the_frame(
    qtbot: QtBot, state: ReviewState
) -> None:
    player = Player(state, state)
    quick, slow = Slow(player, 0), Slow(player, 60)
    shown: list[Shown] = []
    player.shown.connect(shown.append)
    player.set_sources(((Side("A", None), quick), (Side("B", None), slow)))
    for frame in (7, 21, 40):
        state.set_playhead(frame)
        qtbot.waitUntil(lambda: bool(shown) and shown[-1].frame == state.playhead)
    assert all(len(pair.views) == 2 and pair.frame in slow.there for pair in shown)


def test_waiting_is_told_after_300_ms_and_taken_back(qtbot: QtBot, state: ReviewState) -> None:
    player = Player(state, state)
    told: list[bool] = []
    player.waiting_changed.connect(told.append)
    player.set_sources(((Side("", None), Slow(player, 500)),))
    with qtbot.waitSignal(player.shown):
        pass
    assert told == [True, False]
