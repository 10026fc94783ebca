"""The line that says where the playhead is: painted in parts, and never another than the whole."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.viewer.place import Place

COUNT = 1200


def test_what_is_painted_again_is_all_that_changed(qtbot: QtBot, theme: Theme) -> None:
    place = Place(theme)
    qtbot.addWidget(place)
    place.resize(620, 30)
    place.show()
    qtbot.waitUntil(lambda: _on_screen(place) == place.grab().toImage())
    seen = []
    for frame in (7, 8, 9, 99, 999, 1000, 8):
        place.set_pace("12.5 fps" if frame == 999 else "")
        place.set_place(frame, COUNT, Fraction(24), f"Segment 5 · {frame + 1} of 1200")
        QApplication.processEvents()
        seen.append(_on_screen(place))
        assert seen[-1] == place.grab().toImage()
    assert len({bytes(image.constBits()) for image in seen}) == 6  # frame 8 came twice
    place.resize(150, 30)
    place.set_place(9, COUNT, Fraction(24), "")
    QApplication.processEvents()
    assert _on_screen(place) == place.grab().toImage()


def test_larger_text_is_laid_out_anew(qtbot: QtBot, theme: Theme) -> None:
    place = Place(theme)
    qtbot.addWidget(place)
    place.resize(900, 30)
    place.set_place(8, COUNT, Fraction(24), "Segment 5")
    usual, width = place.grab().toImage(), place.sizeHint().width()
    try:
        theme.set_text_percent(150)
        assert place.grab().toImage() != usual
        assert place.sizeHint().width() > width
    finally:
        theme.set_text_percent(100)
    assert place.grab().toImage() == usual


def _on_screen(place: Place) -> QImage:
    whole = place.screen().grabWindow(place.winId()).toImage()
    return whole.convertToFormat(place.grab().toImage().format())
