"""What is under way when the project is let go of."""

from __future__ import annotations

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from restitch_app.domain.progress import JobContext
from restitch_app.services.project.project import open_project
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.dialogs.export_dialog import ExportDialog
from restitch_app.ui.main_window import MainWindow
from tests.services.scenes import bench_on
from tests.ui.windows import open_in


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

    qtbot.waitUntil(lambda: window.dialogs.shown is None)
    assert not film.exists()


def test_the_regenerate_dialog_leaves_with_its_scene(
    qtbot: QtBot, window: MainWindow, project_folder: Path, small_clips: list[Path]
) -> None:
    with open_project(project_folder) as other:
        clips = bench_on(other).importing
        clips.import_clips(small_clips[:2], JobContext(), scene_name="Another")
    open_in(qtbot, window, project_folder)
    window.dialogs.regenerate(1)
    qtbot.waitUntil(lambda: window.dialogs.shown is not None)

    window.session.choose_scene(window.state.scenes[1].id)

    qtbot.waitUntil(lambda: window.state.segment_count == 2)
    assert window.dialogs.shown is None


def test_closing_the_window_while_a_project_opens_closes_that_too(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    window.open(project_folder)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert window.session.folder is None
    with open_project(project_folder) as project:
        engine = bench_on(project).engine
        engine.start()  # nobody holds it any more
        engine.stop()
