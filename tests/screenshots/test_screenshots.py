"""The page of screenshots; the pictures themselves are for eyes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from restitch_app.ui.theme.theme import Theme, ThemeChoice
from tests.screenshots.camera import Camera, Taken, index_page


def test_a_dialog_is_taken_once_in_each_theme(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    label = QLabel("Nothing is smooth yet")
    qtbot.addWidget(label)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    camera = Camera(tmp_path, theme)
    camera.dialog(label, "empty", "A list without entries")
    theme.choose(ThemeChoice.DARK)
    assert camera.taken == [
        Taken("empty", "A list without entries", ("empty-dark.png", "empty-light.png"))
    ]
    dark, light = (QImage(str(tmp_path / file)) for file in camera.taken[0].files)
    assert dark.size() == light.size() == label.size()
    assert dark != light
    page = camera.write_index()
    assert "src='empty-light.png'" in page.read_text(encoding="utf-8")


def test_what_did_not_come_about_is_told_on_the_page() -> None:
    page = index_page([], [("boundary", "Waited in vain until <the fixes> are tried")])
    assert "boundary" in page
    assert "&lt;the fixes&gt;" in page
