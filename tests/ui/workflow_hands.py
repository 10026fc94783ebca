"""Hands on the dialogs about workflows, for tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QWidget,
)

from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.dialogs.regenerate_dialog import RegenerateDialog
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.workflows.workflows_dialog import WorkflowsDialog
from tests.ui.hands import Hands
from tests.ui.windows import bench_on

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SAMPLER = "no_such_sampler"


def regenerate_dialog(hands: Hands) -> RegenerateDialog:
    hands.press(Key.Key_R)
    dialog = hands.dialog()
    assert isinstance(dialog, RegenerateDialog)
    hands.wait(lambda: not dialog.preflight.is_checking)
    return dialog


def workflows_dialog(hands: Hands, window: MainWindow) -> WorkflowsDialog:
    window.actions_[Act.WORKFLOWS].trigger()
    dialog = hands.dialog()
    assert isinstance(dialog, WorkflowsDialog)
    hands.wait(lambda: dialog.list.count() > 0)
    return dialog


def drop_on(dialog: QDialog, path: Path, x: float = 600) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button = Qt.DropAction.CopyAction, LEFT
    none = Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(x, 200), action, data, button, none))


def choose_at_once(hands: Hands, dialog: QWidget, name: str, text: str) -> None:
    """From the open list, in one go: each step of it would be a choice."""
    box = hands.find(name, dialog)
    assert isinstance(box, QComboBox)
    number = next(n for n in range(box.count()) if text in box.itemText(n))
    box.setFocus()
    box.showPopup()
    view = box.view()
    hands.wait(view.isVisible)
    view.setCurrentIndex(box.model().index(number, 0))
    hands.press_on(view, Key.Key_Return)
    hands.wait(lambda: not view.isVisible())
    dialog.activateWindow()  # the offscreen platform leaves that to us
    hands.wait(dialog.isActiveWindow)


def words(dialog: QWidget, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def kept(folder: Path, look: Callable[[Workbench], object]) -> object:
    """What the project's file says, read afresh."""
    with open_project(folder, read_only=True) as project:
        return look(bench_on(project))


def trigger(menu: QMenu, text: str) -> None:
    next(one for one in menu.actions() if one.text() == text).trigger()
