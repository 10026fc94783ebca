"""Decisions handed over and merged in the window."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from restitch_app.services.project.project import open_project
from restitch_app.ui.commands.acts import Act
from restitch_app.ui.main_window import MainWindow
from tests.ui.hands import Hands
from tests.ui.windows import Answers, bench_on, open_in


def test_a_colleague_s_decisions_are_merged(
    qtbot: QtBot, window: MainWindow, project_folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "anna.json"
    with open_project(shutil.copytree(project_folder, tmp_path / "anna")) as project:
        anna = bench_on(project)
        anna.versions.approve(project.scene(), 0)
        anna.versions.approve(project.scene(), 1)
        anna.handing_over.write(file)
    with open_project(project_folder) as project:
        bench_on(project).versions.mark_needs_work(project.scene(), 1, "blurred")
    open_in(qtbot, window, project_folder)
    hands, choice = Hands(qtbot, window), window.choice
    assert isinstance(choice, Answers)
    choice.files, choice.target = [file], tmp_path
    window.actions_[Act.MERGE].trigger()
    hands.wait(lambda: window.handing_over.shown is not None)
    dialog = window.handing_over.shown
    assert dialog is not None
    theirs = dialog.findChild(QRadioButton, "theirs segment 2")
    assert isinstance(theirs, QRadioButton)
    assert dialog.theirs() == frozenset()
    theirs.click()
    dialog.go.click()
    overview = window.state
    hands.wait(
        lambda: (
            overview.overview is not None
            and all(one.is_approved for one in overview.overview.current[:2])
        )
    )
    window.actions_[Act.HAND_OVER].trigger()
    hands.wait(lambda: len(list(tmp_path.glob("*.json"))) == 2)
