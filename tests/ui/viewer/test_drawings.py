"""Drawing on the frame that is shown, in the real window, and seeing it there again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from restitch_app.domain.notes import Ink, Note, Pen, Stroke
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.viewer.strokes import color_of, paint_strokes, point_in
from tests.ui.hands import Hands

Key = Qt.Key
PICTURE = QRectF(10, 20, 200, 100)


@pytest.mark.parametrize("pen", list(Pen))
def test_strokes_lie_on_the_picture_wherever_it_lies(pen: Pen) -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_strokes(painter, [Stroke(pen, Ink.RED, ((0.25, 0.5), (0.75, 0.5)))], PICTURE)
    painter.end()
    assert image.pixelColor(110, 70) == color_of(Ink.RED)
    assert image.pixelColor(230, 70) == QColor(0, 0, 0)


def test_a_point_beside_the_picture_counts_as_its_edge() -> None:
    assert point_in(PICTURE, QPointF(110, 70)) == (0.5, 0.5)
    assert point_in(PICTURE, QPointF(0, 500)) == (0.0, 1.0)


def drag(window: MainWindow, start: tuple[float, float], stop: tuple[float, float]) -> None:
    """From and to these shares of the picture."""
    layer = window.extras.drawings.layer
    sheet = layer.sheets()[0].picture
    places = [
        QPointF(sheet.left() + x * sheet.width(), sheet.top() + y * sheet.height()).toPoint()
        for x, y in (start, stop)
    ]
    QTest.mousePress(layer, Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseMove(layer, places[1])
    QTest.mouseRelease(layer, Qt.MouseButton.LeftButton, pos=places[1])


def count(window: MainWindow) -> int:
    return len(window.extras.drawings.layer.strokes)


def notes_of(window: MainWindow, index: int) -> tuple[Note, ...]:
    bench, overview = window.session.bench, window.state.overview
    assert bench is not None
    assert overview is not None
    return bench.notes.of_segment(overview.scene, index)


def is_seen(window: MainWindow, ink: Ink) -> bool:
    """Whether the middle of the picture has the ink's colour."""
    layer = window.extras.drawings.layer
    middle = layer.sheets()[0].picture.center().toPoint()
    image = window.viewer.canvas.grab().toImage()
    found = image.pixelColor(middle * image.devicePixelRatio())
    wanted = color_of(ink)
    pairs = ((found.red(), wanted.red()), (found.green(), wanted.green()))
    return all(abs(one - other) < 12 for one, other in pairs)


def test_a_drawing_becomes_a_note_and_is_seen_on_its_frame_alone(
    hands: Hands, window: MainWindow
) -> None:
    start = window.state.ranges[1].start
    window.state.set_playhead(start + 3)
    hands.players()
    layer = window.extras.drawings.layer
    window.actions_[Act.DRAW].trigger()
    hands.click("draw_arrow")
    hands.click("draw_red")
    drag(window, (0.2, 0.5), (0.8, 0.5))
    drag(window, (0.1, 0.1), (0.2, 0.2))
    assert count(window) == 2
    hands.press_on(layer, Key.Key_Left)  # no key of the window's meanwhile
    hands.control(Key.Key_Z)
    assert count(window) == 1
    hands.press_on(layer, Key.Key_Return)
    hands.wait(lambda: notes_of(window, 1) != ())
    (note,) = notes_of(window, 1)
    (stroke,) = note.strokes
    assert (stroke.pen, stroke.ink, note.text) == (Pen.ARROW, Ink.RED, "")
    assert stroke.points[0] == pytest.approx((0.2, 0.5), abs=0.01)
    assert window.state.playhead == start + 3
    hands.wait(layer.isVisible)
    assert is_seen(window, Ink.RED)

    window.extras.display.set_others(lambda: [window.screen()])
    window.actions_[Act.SECOND_DISPLAY].trigger()
    second = window.extras.display.window
    assert second is not None
    hands.wait(second.layer.isVisible)

    window.activateWindow()
    hands.wait(window.isActiveWindow)
    window.viewer.setFocus()
    hands.press(Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    assert not layer.isVisible()
    assert not second.layer.isVisible()
    assert not window.actions_[Act.DRAWINGS].isChecked()
    hands.press(Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    assert layer.isVisible()
    assert second.layer.isVisible()
    second.close()
    window.state.set_playhead(start + 4)
    hands.wait(lambda: not layer.isVisible())


def test_escape_lets_go_of_a_drawing(hands: Hands, window: MainWindow) -> None:
    hands.players()
    layer = window.extras.drawings.layer
    window.actions_[Act.DRAW].trigger()
    drag(window, (0.2, 0.5), (0.8, 0.5))
    hands.press_on(layer, Key.Key_Escape)
    assert not layer.is_drawing
    assert notes_of(window, 1) == ()
