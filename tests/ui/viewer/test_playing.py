"""In and out points, going somewhere and closing, by hand on a real project."""

from __future__ import annotations

import threading
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.domain.frames import FrameRange
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.memory.memory import LEAST_CACHE_MB, WindowMemory
from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.viewer.transport import Transport
from tests.ui.viewer.review import Review, painted_numbers
from tests.ui.viewer.test_exactness import COUNT, expected, settle

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


def press(
    review: Review, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    review.window.activateWindow()
    review.viewer.canvas.setFocus()
    QTest.keyClick(review.viewer.canvas, key, modifier)


def loop_of(review: Review) -> FrameRange | None:
    return review.viewer.player.loop


def field(review: Review) -> QLineEdit:
    found = review.viewer.findChild(QLineEdit, "go_to_field")
    assert found is not None
    return found


def test_play_between_the_points_never_leaves_them(qtbot: QtBot, review: Review) -> None:
    seen: list[int] = []
    for frame, key in ((30, Qt.Key.Key_I), (35, Qt.Key.Key_O)):
        review.viewer.go_to(frame)
        press(review, key)
    press(review, Qt.Key.Key_I, SHIFT)
    assert review.state.playhead == 30
    press(review, Qt.Key.Key_P, ALT)
    assert loop_of(review) == FrameRange(30, 36)
    assert review.actions[Act.LOOP_MARKED].isChecked()
    assert not review.actions[Act.LOOP].isChecked()
    settle(qtbot, review)
    review.viewer.player.shown.connect(lambda shown: seen.append(shown.frame))
    review.viewer.set_speed(review.viewer.player.speed * 2)
    press(review, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: len(seen) > 14 and seen[-1] < seen[-2])
    press(review, Qt.Key.Key_K)
    assert set(seen) <= set(range(30, 36))
    press(review, Qt.Key.Key_X, ALT)
    assert loop_of(review) is None
    assert not review.actions[Act.LOOP_MARKED].isChecked()
    press(review, Qt.Key.Key_O, SHIFT)
    assert review.state.playhead == COUNT - 1
    press(review, Qt.Key.Key_P)  # around a boundary again
    assert review.actions[Act.LOOP].isChecked()
    assert loop_of(review) == FrameRange(36, 60)


def test_in_a_narrow_window_nothing_is_cut_and_the_sound_is_in_the_speed_menu(
    qtbot: QtBot, comparing: Review
) -> None:
    comparing.window.setMinimumSize(600, 400)  # as the real one has a least size of its own
    comparing.window.resize(800, 600)
    volume = comparing.viewer.findChild(QPushButton, "volume")
    speed = comparing.viewer.findChild(QPushButton, "speed")
    assert volume is not None
    assert speed is not None
    qtbot.waitUntil(volume.isHidden)
    for mode in (CompareMode.DIFFERENCE, CompareMode.SIDE_BY_SIDE):
        comparing.viewer.set_mode(mode)
        QApplication.processEvents()
        shown = [one for one in comparing.viewer.bar.findChildren(QPushButton) if one.isVisible()]
        assert [one.objectName() for one in shown if one.width() < one.sizeHint().width()] == []
    sound = next(one for one in speed.menu().findChildren(QMenu) if one.title() == "Sound")
    next(one for one in sound.actions() if one.text() == "Mute").trigger()
    assert comparing.viewer.sounding.is_muted
    assert not speed.icon().isNull()
    assert speed.accessibleName() == "Speed 1×, Sound muted"


@pytest.mark.parametrize("by", ["keyboard", "mouse"])
def test_a_frame_is_gone_to_and_what_is_no_frame_is_refused(
    qtbot: QtBot, review: Review, by: str
) -> None:
    if by == "keyboard":
        press(review, Qt.Key.Key_G, CONTROL)
    else:
        transport = review.viewer.findChild(Transport)
        assert transport is not None
        place = next(one for one in transport.children() if one.objectName() == "place")
        QTest.mouseClick(place, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]
    writing = field(review)
    assert writing.isVisible()
    QTest.keyClicks(writing, "999")
    QTest.keyClick(writing, Qt.Key.Key_Return)
    refusal = review.viewer.findChild(QLabel, "go_to_refusal")
    assert refusal is not None
    assert refusal.isVisible()
    assert refusal.text() == f"The scene has frames 1 to {COUNT}."
    assert review.state.playhead == 0
    writing.clear()
    QTest.keyClicks(writing, "00:00:02:01")
    QTest.keyClick(writing, Qt.Key.Key_Return)
    assert not writing.isVisible()
    assert review.state.playhead == 33
    settle(qtbot, review)
    assert painted_numbers(review.viewer)[0] == expected(33)[0]


def test_escape_closes_the_field_and_stays(review: Review) -> None:
    press(review, Qt.Key.Key_G, CONTROL)
    QTest.keyClicks(field(review), "40")
    QTest.keyClick(field(review), Qt.Key.Key_Escape)
    assert not field(review).isVisible()
    assert review.state.playhead == 0


def test_closing_does_not_wait_for_what_still_decodes(qtbot: QtBot, comparing: Review) -> None:
    held = threading.Event()
    sources = [source for _, source in comparing.viewer.player._views.sources]
    for source in sources:
        source._decoders.close = held.wait  # type: ignore[attr-defined]
    comparing.session.closing.emit()
    assert not any(source.has_ended for source in sources)
    held.set()
    qtbot.waitUntil(lambda: all(source.has_ended for source in sources))


def test_sound_follows_at_1x_alone_and_mute_and_volume_are_remembered(
    qtbot: QtBot, review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, int]] = []

    class Told:
        has_ended = True

        def follow(self, frame: int, _rate: Fraction, _at_s: float) -> None:
            told.append(("follow", frame))

        def rest(self) -> None:
            told.append(("rest", review.state.playhead))

        def set_scene(self, _load: object) -> None: ...
        def set_volume(self, volume: float) -> None: ...
        def retire(self) -> None: ...
        def close(self) -> None: ...

    sounding = review.viewer.sounding
    for real in sounding.let_go():
        real.close()
    monkeypatch.setattr(sounding, "_sound", Told())
    memory = WindowMemory(tmp_path / "window.ini")
    review.viewer.remember(memory)

    def played(key: Qt.Key) -> set[str]:
        press(review, key)
        with qtbot.waitSignals([review.viewer.player.shown] * 2):
            pass
        told.clear()
        with qtbot.waitSignals([review.viewer.player.shown] * 3):
            pass
        press(review, Qt.Key.Key_K)
        assert told.pop()[0] == "rest"
        return {what for what, _ in told}

    review.viewer.go_to(10)
    assert "follow" in played(Qt.Key.Key_L)
    assert played(Qt.Key.Key_J) == {"rest"}
    review.viewer.set_speed(Fraction(1, 2))
    assert played(Qt.Key.Key_L) == {"rest"}
    review.viewer.set_speed(Fraction(1))
    press(review, Qt.Key.Key_M, SHIFT)
    assert review.actions[Act.MUTE].isChecked()
    assert played(Qt.Key.Key_L) == {"rest"}
    menu = review.viewer.transport.findChild(QPushButton, "volume").menu()  # type: ignore[union-attr]
    next(one for one in menu.actions() if one.text() == "50 %").trigger()
    assert "follow" in played(Qt.Key.Key_L)
    memory.save()
    again = WindowMemory(tmp_path / "window.ini")
    assert (again.volume, again.is_muted) == (0.5, False)


def test_the_cache_limit_is_the_persons_and_kept_at_once(
    qtbot: QtBot, review: Review, tmp_path: Path
) -> None:
    memory = WindowMemory(tmp_path / "window.ini")
    assert memory.frame_cache_bytes == 512 * 1024 * 1024
    memory.frame_cache_bytes = 300 * 1024 * 1024
    review.viewer.remember(memory)
    playback = review.viewer.feed.playback
    assert playback is not None
    assert playback.cache.limit_bytes == 300 * 1024 * 1024
    memory.frame_cache_bytes = 1
    assert memory.frame_cache_bytes == LEAST_CACHE_MB * 1024 * 1024
    review.viewer.set_cache_limit(4 * 1024 * 1024)
    assert playback.cache.held_bytes <= 4 * 1024 * 1024
    review.viewer.go_to(60)
    settle(qtbot, review)
    assert playback.cache.held_bytes <= 4 * 1024 * 1024
