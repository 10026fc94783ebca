from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.main_window import MainWindow
from tests.ui.windows import open_in


def test_every_list_to_choose_from_shows_that_it_is_one(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    """The style sheet takes Qt's own arrow away, so a plain box would look like a field."""
    open_in(qtbot, window, project_folder)
    boxes = window.findChildren(QComboBox)
    assert len(boxes) > 2
    assert [box.objectName() for box in boxes if not isinstance(box, ChoiceBox)] == []
