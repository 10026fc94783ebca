"""What a reviewer's hands do to the window, for tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.versions import Version
from restitch_app.services.project.project import open_project
from restitch_app.ui.boundary.comparing import Trying
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.timeline.layout import Segment
from tests.patience import PATIENCE_MS
from tests.ui.windows import PATIENT_MS

Found = TypeVar("Found", bound=QWidget)


class Hands:
    """Mouse and keyboard on a window that is shown; every call waits until it can be done."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window = qtbot, window

    def wait(self, is_so: Callable[[], bool], timeout_ms: int = PATIENCE_MS) -> None:
        self._qtbot.waitUntil(is_so, timeout=timeout_ms)

    def wait_for_fixes(self) -> None:
        """Until every remedy of the selected boundary is tried."""
        comparing = self._window.fixes.comparing
        self.wait(lambda: comparing.state is Trying.DONE, PATIENT_MS)

    # mouse

    def click(self, name: str, inside: QWidget | None = None) -> None:
        """The visible widget of that name, once it is enabled."""
        widget = self.find(name, inside)
        self.wait(widget.isEnabled)
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def find(self, name: str, inside: QWidget | None = None) -> QWidget:
        def shown() -> list[QWidget]:
            all_ = (inside or self._window).findChildren(QWidget, name)
            return [one for one in all_ if one.isVisible()]

        self.wait(lambda: shown() != [])
        return shown()[0]

    def click_tile(self, index: int) -> None:
        view = self._window.timeline.view
        self._click_at(view.layout_now().tile_rect(index).center())

    def click_mark(self, left_index: int) -> None:
        view = self._window.timeline.view
        self._click_at(view.layout_now().mark_rect(left_index).center())

    def _click_at(self, place: QPointF) -> None:
        view = self._window.timeline.view
        self._qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place.toPoint())

    def drop(self, paths: list[Path]) -> None:
        """Files on the middle of the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        middle = QPointF(self._window.rect().center())
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        self._window.dropEvent(QDropEvent(middle, action, data, button, none))

    # keyboard

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """On whatever has the focus."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self._qtbot.keyClick(focus, key, modifiers)

    def press_on(self, widget: QWidget, key: Qt.Key) -> None:
        """For an open list, which has its keys without having the focus."""
        self._qtbot.keyClick(widget, key)

    def control(self, key: Qt.Key, *, shift: bool = False) -> None:
        extra = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        self.press(key, Qt.KeyboardModifier.ControlModifier | extra)

    # dialogs

    def dialog(self) -> QDialog:
        """The one that opens, as the window in front."""
        self.wait(lambda: self._window.dialogs.shown is not None)
        dialog = self._window.dialogs.shown
        assert dialog is not None
        dialog.activateWindow()  # the offscreen platform leaves that to us
        self.wait(dialog.isActiveWindow)
        return dialog

    def back(self) -> None:
        """No dialog any more; the window is in front again."""
        self.wait(lambda: self._window.dialogs.shown is None)
        self._window.activateWindow()
        self.wait(self._window.isActiveWindow)

    # what is on the screen

    def version(self, index: int) -> int:
        shown = self._window.state.current(index)
        return shown.number if shown else 0

    @property
    def stale(self) -> tuple[int, ...]:
        overview = self._window.state.overview
        return overview.stale if overview else ()

    def is_approved(self, index: int) -> bool:
        version = self._window.state.current(index)
        return version is not None and version.is_approved

    def boundary(self, left_index: int) -> Boundary:
        found = self._window.state.boundary(left_index)
        assert found is not None
        return found

    def tile_name(self, index: int) -> str:
        """As a screen reader says it; what is painted comes from the same."""
        return self._window.timeline.view.name_of(Segment(index))

    def players(self) -> bytes:
        """What the players show, once they show the playhead's frame."""
        canvas = self._window.viewer.canvas
        self.wait(lambda: canvas.shown_frame == self._window.state.playhead)
        self.wait(lambda: self._window.viewer.player.is_resting)
        image = canvas.grab().toImage()
        return bytes(image.constBits())


def stored(folder: Path) -> tuple[list[Version], list[Boundary]]:
    """What the project's file says, read afresh: current versions and boundaries."""
    from tests.ui.windows import bench_on

    with open_project(folder, read_only=True) as project:
        overview = bench_on(project).overview.of(project.scene())
        return list(overview.current), list(overview.boundaries)
