"""Pixel read-out, histogram and waveform against what the files hold."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from restitch_app.media.luma import luma, rgb
from restitch_app.media.reader import open_reader
from restitch_app.services.playback.pixels import PixelValue, delta_e
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.viewer.layout import pixel_at
from tests.ui.viewer.review import Review, pixels_of
from tests.ui.viewer.test_zoom import at_rest, press

__all__ = ["at_rest"]

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def samples(review: Review) -> list[tuple[np.ndarray, np.ndarray]]:
    """RGB and Y of A's and B's first frame."""
    project = review.bench.project
    history = review.bench.versions.history(project.scene(), 1)
    found = []
    for version_id in review.state.compare:
        file = next(one for one in history if one.id == version_id).file
        with open_reader(project.path(file), project.frame_index(file)) as reader:
            frame = reader.frame(0)
            found.append((np.asarray(rgb(frame)), np.asarray(luma(frame))))
    return found


def told(rgb_value: np.ndarray, level: int) -> str:
    red, green, blue = rgb_value
    return f"R {red}  G {green}  B {blue}  Y {level}"


@pytest.mark.parametrize("mode", [CompareMode.SIDE_BY_SIDE, CompareMode.WIPE])
def test_the_pixel_under_the_pointer_is_told_of_both(at_rest: Review, mode: CompareMode) -> None:
    viewer, canvas = at_rest.viewer, at_rest.viewer.canvas
    viewer.set_mode(mode)
    press(at_rest, Qt.Key.Key_E, NONE)
    place = canvas.panels()[-1].visible.topLeft().toPoint() + QPoint(70, 50)
    QTest.mouseMove(canvas, place)
    pixel = pixel_at(canvas.panels()[-1], canvas.picture_size(1), place.toPointF())
    assert pixel is not None
    x, y = pixel.x(), pixel.y()
    text = viewer.aids.read_out.text
    assert text.startswith(f"x {x}  y {y}")
    for letter, (colors, levels) in zip("AB", samples(at_rest), strict=True):
        assert f"{letter}  {told(colors[y, x], levels[y, x])}" in text
    assert re.search(r"ΔE \d+\.\d$", text)
    press(at_rest, Qt.Key.Key_E, NONE)
    assert not viewer.aids.read_out.isVisible()


def test_without_a_pointer_the_marked_pixel_in_the_middle_is_told(at_rest: Review) -> None:
    canvas = at_rest.viewer.canvas
    press(at_rest, Qt.Key.Key_8, CONTROL)
    plain = pixels_of(canvas.grab().toImage())
    press(at_rest, Qt.Key.Key_E, NONE)
    middle = canvas.panels()[0].visible.center().toPoint()
    marked = pixels_of(canvas.grab().toImage())
    row = slice(middle.x() - 9, middle.x() + 10)
    assert not np.array_equal(plain[middle.y(), row], marked[middle.y(), row])
    before = at_rest.viewer.aids.read_out.text
    press(at_rest, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert at_rest.viewer.aids.read_out.text != before


def test_delta_e_of_known_colours() -> None:
    white, black = (PixelValue(level, level, level, level, True) for level in (255, 0))
    assert delta_e(white, white) == 0
    assert delta_e(white, black) == pytest.approx(100, abs=0.1)
    red, green = PixelValue(255, 0, 0, 54, True), PixelValue(0, 255, 0, 182, True)
    assert delta_e(red, green) == pytest.approx(170.6, abs=1)


def test_scopes_count_every_pixel_of_both_frames(qtbot: QtBot, at_rest: Review) -> None:
    viewer = at_rest.viewer
    scopes = viewer.aids.scopes
    press(at_rest, Qt.Key.Key_H, NONE)
    qtbot.waitUntil(lambda: [letter for letter, _ in scopes.measured] == ["A", "B"])
    for (_, found), (colors, levels) in zip(scopes.measured, samples(at_rest), strict=True):
        for channel in range(3):
            counted = np.bincount(colors[..., channel].ravel(), minlength=256)
            assert np.allclose(found.histogram[channel], counted / levels.size)
        assert np.allclose(
            found.histogram[3], np.bincount(levels.ravel(), minlength=256) / levels.size
        )
        assert found.waveform.shape == (256, 192)
        assert np.allclose(found.waveform.sum(axis=0), 1)
        column = np.bincount(levels[:, 100], minlength=256) / levels.shape[0]
        assert np.allclose(found.waveform[::-1, 100], column)
    screen = pixels_of(scopes.grab().toImage())
    assert (screen.max(axis=2) > 120).mean() > 0.01
    press(at_rest, Qt.Key.Key_H, NONE)
    assert not scopes.isVisible()


def test_scopes_follow_the_playhead_and_the_mode(qtbot: QtBot, at_rest: Review) -> None:
    viewer = at_rest.viewer
    at_rest.actions[Act.SCOPES].trigger()
    scopes = viewer.aids.scopes
    qtbot.waitUntil(lambda: len(scopes.measured) == 2)
    before = scopes.measured[0][1].histogram
    viewer.step(5)
    qtbot.waitUntil(lambda: not np.array_equal(scopes.measured[0][1].histogram, before))
    viewer.set_mode(CompareMode.SINGLE)
    qtbot.waitUntil(lambda: [letter for letter, _ in scopes.measured] == [""])


def test_names_above_a_small_picture_take_the_room_beside_it(at_rest: Review) -> None:
    canvas = at_rest.viewer.canvas
    at_rest.viewer.set_mode(CompareMode.DIFFERENCE)
    press(at_rest, Qt.Key.Key_1, CONTROL)
    box = canvas.panels()[0].label.toRect()
    assert box.width() == 192  # too narrow for two names and the gain
    label = pixels_of(canvas.grab().toImage())[box.top() : box.bottom()]
    names = label[:, box.center().x() - 230 : box.center().x() + 230]
    lit = (names.max(axis=2) > 90).any(axis=0)
    assert lit[:18].any()  # A at the left end of 460 px
    assert lit[-18:].any()
    assert not (label[:, : box.center().x() - 231].max(axis=2) > 90).any()
