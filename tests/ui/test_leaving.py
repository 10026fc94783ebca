"""What is under way when the project is let go of."""

from __future__ import annotations

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from restitch_app.ui.actions import Act
from restitch_app.ui.dialogs.export_dialog import ExportDialog
from restitch_app.ui.main_window import MainWindow
from tests.ui.windows import LONG_MS, open_in


def test_an_export_ends_with_its_project(
    qtbot: QtBot, window: MainWindow, project_folder: Path, tmp_path: Path
) -> None:
    other, film = tmp_path / "other", tmp_path / "film.mp4"
    shutil.copytree(project_folder, other)
    open_in(qtbot, window, project_folder)
    window.actions_[Act.EXPORT].trigger()
    dialog = window.dialogs.shown
    assert isinstance(dialog, ExportDialog)
    dialog.path.setText(str(film))
    dialog.go.click()

    open_in(qtbot, window, other)

    qtbot.waitUntil(lambda: window.dialogs.shown is None, timeout=LONG_MS)
    assert not film.exists()
