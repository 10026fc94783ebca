"""Zoom and pan by wheel, drag and keys; at 1:1 the painted pixels are the decoder's own."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.media.luma import rgb
from restitch_app.media.reader import open_reader
from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.viewer.layout import Panel, Zoom, panel_of, pixel_at
from tests.ui.viewer.review import FRAMES, Review, pixels_of

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


def press(review: Review, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    review.window.activateWindow()
    review.viewer.canvas.setFocus()
    QTest.keyClick(review.viewer.canvas, key, modifier)


def zoom_word(review: Review) -> str:
    found = review.viewer.bar.findChild(QPushButton, "zoom")
    assert isinstance(found, QPushButton)
    return found.text().strip()


def wheel(review: Review, place: QPoint, notches: int = 1) -> None:
    canvas = review.viewer.canvas
    event = QWheelEvent(
        QPointF(place),
        canvas.mapToGlobal(QPointF(place)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def drag(review: Review, start: QPoint, by: QPoint, button: Qt.MouseButton = LEFT) -> None:
    canvas = review.viewer.canvas
    QTest.mousePress(canvas, button, pos=start)
    QTest.mouseMove(canvas, start + by)
    QTest.mouseRelease(canvas, button, pos=start + by)


def painted(review: Review, panel: Panel) -> NDArray[np.uint8]:
    box = panel.visible.toRect()
    screen = pixels_of(review.viewer.canvas.grab().toImage())
    return screen[box.top() : box.top() + box.height(), box.left() : box.left() + box.width()]


def decoded(review: Review, frame: int) -> list[NDArray[np.uint8]]:
    """RGB of A and B, read from their files."""
    found = []
    project = review.bench.project
    history = review.bench.versions.history(project.scene(), 1)
    for version_id in review.state.compare:
        version = next(one for one in history if one.id == version_id)
        with open_reader(project.path(version.file), project.frame_index(version.file)) as reader:
            found.append(np.asarray(rgb(reader.frame(frame))))
    return found


@pytest.fixture
def at_rest(qtbot: QtBot, comparing: Review) -> Review:
    """Both views have their exact colours."""
    player = comparing.viewer.player

    def is_exact() -> bool:
        views = comparing.viewer.canvas.look.views
        return player.is_resting and all(getattr(v.result, "is_exact", False) for v in views)

    qtbot.waitUntil(is_exact)
    return comparing


def test_at_100_percent_the_screen_has_the_decoders_own_pixels(at_rest: Review) -> None:
    press(at_rest, Qt.Key.Key_1, CONTROL)
    assert zoom_word(at_rest) == "100 %"
    pictures = decoded(at_rest, 0)
    for panel, picture in zip(at_rest.viewer.canvas.panels(), pictures, strict=True):
        assert np.array_equal(painted(at_rest, panel), picture)


def test_beyond_that_every_pixel_is_a_square_of_its_colour(at_rest: Review) -> None:
    canvas = at_rest.viewer.canvas
    press(at_rest, Qt.Key.Key_4, CONTROL)
    assert zoom_word(at_rest) == "400 %"
    for panel, picture in zip(canvas.panels(), decoded(at_rest, 0), strict=True):
        shown = painted(at_rest, panel)
        left = round(panel.visible.left() - panel.picture.left())
        top = round(panel.visible.top() - panel.picture.top())
        large = picture.repeat(4, axis=0).repeat(4, axis=1)
        assert np.array_equal(shown, large[top:, left:][: shown.shape[0], : shown.shape[1]])


def test_the_difference_is_that_of_the_decoded_pixels_times_the_gain(
    qtbot: QtBot, at_rest: Review
) -> None:
    at_rest.viewer.set_mode(CompareMode.DIFFERENCE)
    press(at_rest, Qt.Key.Key_1, CONTROL)
    a, b = (picture.astype(np.int32) for picture in decoded(at_rest, 0))
    gain = at_rest.viewer.bar.findChild(QPushButton, "gain")
    assert isinstance(gain, QPushButton)
    for key, told in ((Qt.Key.Key_Up, 8), (Qt.Key.Key_Up, 8), (Qt.Key.Key_Down, 4)):
        press(at_rest, key, CONTROL)
        assert gain.text().strip() == f"×{told}"
        shown = painted(at_rest, at_rest.viewer.canvas.panels()[0])
        assert np.array_equal(shown, np.minimum(np.abs(a - b) * told, 255))


def test_the_wheel_keeps_the_pixel_under_the_pointer(comparing: Review) -> None:
    canvas = comparing.viewer.canvas
    before = canvas.panels()[1]
    place = QPointF(before.visible.left() + 60, before.visible.center().y() + 20).toPoint()
    size = canvas.picture_size(1)
    for _ in range(3):
        wheel(comparing, place)
    was = pixel_at(canvas.panels()[1], size, QPointF(place))  # now it fills its panel
    assert was is not None
    for _ in range(4):
        wheel(comparing, place)
    now = pixel_at(canvas.panels()[1], size, QPointF(place))
    assert now is not None
    assert (now - was).manhattanLength() <= 1
    a, b = canvas.panels()
    assert a.picture.size() == b.picture.size()  # linked
    assert a.picture.width() > 3 * before.picture.width()


def test_unlinked_only_the_view_under_the_pointer_moves(comparing: Review) -> None:
    canvas = comparing.viewer.canvas
    press(comparing, Qt.Key.Key_L, CONTROL)
    link = comparing.viewer.bar.findChild(QPushButton, "link")
    assert isinstance(link, QPushButton)
    assert not link.isChecked()
    before = canvas.panels()
    wheel(comparing, before[1].visible.center().toPoint(), 4)
    assert canvas.panels()[0] == before[0]
    assert canvas.panels()[1].picture.width() > before[1].picture.width()
    QTest.mouseClick(link, LEFT)
    assert canvas.panels()[0].picture.size() == canvas.panels()[1].picture.size()


@pytest.mark.parametrize("button", [LEFT, MIDDLE])
def test_dragging_pans_to_the_edge_and_back_at_once(
    comparing: Review, button: Qt.MouseButton
) -> None:
    canvas = comparing.viewer.canvas
    press(comparing, Qt.Key.Key_8, CONTROL)
    panel = canvas.panels()[0]
    middle = panel.visible.center().toPoint()
    drag(comparing, middle, QPoint(30, 12), button)
    moved = canvas.panels()[0].picture.topLeft() - panel.picture.topLeft()
    assert moved == QPointF(30, 12)
    assert canvas.panels()[1].picture.size() == panel.picture.size()
    drag(comparing, middle, QPoint(5000, 5000), button)
    at_edge = canvas.panels()[0]
    assert at_edge.picture.topLeft() == at_edge.visible.topLeft()
    drag(comparing, middle, QPoint(-20, -20), button)
    back = canvas.panels()[0].picture.topLeft() - at_edge.picture.topLeft()
    assert back == QPointF(-20, -20)


def test_alt_and_arrows_look_further_in_both_views(comparing: Review) -> None:
    canvas = comparing.viewer.canvas
    press(comparing, Qt.Key.Key_8, CONTROL)
    before = [panel.picture.topLeft() for panel in canvas.panels()]
    press(comparing, Qt.Key.Key_Right, ALT)
    press(comparing, Qt.Key.Key_Down, ALT)
    for was, panel in zip(before, canvas.panels(), strict=True):
        assert panel.picture.topLeft().x() < was.x()
        assert panel.picture.topLeft().y() < was.y()
    assert comparing.state.playhead == FRAMES


def test_a_double_click_goes_to_100_percent_and_back_to_fit(comparing: Review) -> None:
    canvas = comparing.viewer.canvas
    fitted = canvas.panels()
    place = fitted[0].visible.center().toPoint()
    QTest.mouseDClick(canvas, LEFT, pos=place)
    assert zoom_word(comparing) == "100 %"
    QTest.mouseDClick(canvas, LEFT, pos=place)
    assert zoom_word(comparing) == "Fit"
    assert canvas.panels() == fitted


def test_the_wipe_line_moves_by_keys(comparing: Review) -> None:
    comparing.viewer.set_mode(CompareMode.WIPE)
    for _ in range(10):
        press(comparing, Qt.Key.Key_Left, CONTROL)
    assert comparing.viewer.canvas.wipe == pytest.approx(0.3)
    press(comparing, Qt.Key.Key_Right, CONTROL)
    assert comparing.viewer.canvas.wipe == pytest.approx(0.32)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_picture_pixel_is_a_device_pixel_at_every_pixel_ratio(ratio: float) -> None:
    panel = panel_of(QRectF(8, 8, 501, 333), QSizeF(191, 107), Zoom(1.0), ratio)
    for value in (*panel.picture.getRect(), *panel.visible.getRect()):  # type: ignore[misc]
        assert value * ratio == pytest.approx(round(value * ratio))
    assert panel.picture.width() * ratio == pytest.approx(191)


def test_the_button_says_at_which_scale_a_picture_fits(comparing: Review) -> None:
    zoom = comparing.viewer.bar.findChild(QPushButton, "zoom")
    assert isinstance(zoom, QPushButton)
    for mode in (CompareMode.WIPE, CompareMode.SIDE_BY_SIDE):
        comparing.viewer.set_mode(mode)
        panel = comparing.viewer.canvas.panels()[0]
        percent = round(panel.picture.width() / 192 * 100)
        assert zoom.toolTip() == f"Zoom: fits, at {percent} %"
