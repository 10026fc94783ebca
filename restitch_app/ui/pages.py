"""What fills the middle of the window: the welcome page, the players, or one boundary."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from restitch_app.ui.answers.navigation import Navigation
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.boundary.page import BoundaryPage
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.viewer.viewer import Viewer
from restitch_app.ui.welcome.welcome_page import WelcomePage

PLAYERS_ONLY = (
    Act.REVERSE,
    Act.STOP,
    Act.FORWARD,
    Act.FRAME_BACK,
    Act.FRAME_FORWARD,
    Act.TEN_BACK,
    Act.TEN_FORWARD,
    Act.SCENE_START,
    Act.SCENE_END,
    Act.BLIND,
    Act.COPY_FRAME,
    Act.COPY_A,
    Act.COPY_B,
    Act.SAVE_FRAME,
    Act.SAVE_A,
    Act.SAVE_B,
    Act.PIN_FRAME,
    Act.PIXELS,
    Act.SCOPES,
)
"""Off while a boundary's page covers the players: nobody would see what they do."""


class Pages(QStackedWidget):
    boundary_shown = Signal(bool)
    back_asked = Signal()  # from the players
    open_asked = Signal()  # what is selected, from the players

    def __init__(
        self,
        context: PanelContext,
        fixes: BoundaryFixes,
        welcome: WelcomePage,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._context, self._navigation = context, navigation
        self._fixes = fixes
        self.welcome = welcome
        self.viewer = Viewer(context)
        self.boundary = BoundaryPage(context, fixes)
        for page in (self.welcome, self.viewer, self.boundary):
            self.addWidget(page)
        self.boundary.closed.connect(self.close_boundary)
        self.boundary.previous_asked.connect(context.actions[Act.PREVIOUS_BOUNDARY].trigger)
        self.boundary.next_asked.connect(context.actions[Act.NEXT_BOUNDARY].trigger)
        context.state.selection_changed.connect(self._follow_selection)
        context.actions.answer(Act.SMOOTH, self.open_nearest)
        context.actions.answer(Act.APPLY, self.apply_or_open)
        context.actions.answer(Act.BACK, self.back)
        context.actions.answer(Act.LOOP, self.loop)
        context.actions.answer(Act.PLAY, self.play)

    @property
    def is_boundary_open(self) -> bool:
        return self.currentWidget() is self.boundary

    def show_project(self, is_open: bool) -> None:
        """The players, or without a project the welcome page."""
        self._show(self.viewer if is_open else self.welcome)

    @Slot(int)
    def open_boundary(self, left_index: int) -> None:
        self.viewer.player.pause()  # or it would go on out of sight
        self._navigation.show_boundary(left_index)
        self._show(self.boundary)

    @Slot()
    def open_nearest(self) -> None:
        """The selected boundary, or else the one nearest to the playhead."""
        state = self._context.state
        left = state.selected_boundary
        if left is None:
            left = self._nearest()
        if left is not None:
            self.open_boundary(left)

    @Slot()
    def close_boundary(self) -> None:
        if self.is_boundary_open:
            self._show(self.viewer)
            self.viewer.setFocus()

    @Slot()
    def apply_or_open(self) -> None:
        """Apply the chosen fix; in the players open what is selected."""
        if self.is_boundary_open:
            self._fixes.apply()
        else:
            self.open_asked.emit()

    @Slot()
    def back(self) -> None:
        """From a boundary's page to the players; there, out of what they are in."""
        if self.is_boundary_open:
            self.close_boundary()
        else:
            self.back_asked.emit()

    @Slot(bool)
    def loop(self, _is_on: bool) -> None:
        """Play around the boundary again and again: in the players, or in place on its page."""
        if self.is_boundary_open:
            self.boundary.toggle_preview()
            self._context.actions[Act.LOOP].setChecked(self.viewer.player.loop is not None)
        else:
            self.viewer.set_looping(not self.viewer.loops)

    @Slot()
    def play(self) -> None:
        """The scene, or on the boundary's page what is previewed there."""
        if self.is_boundary_open:
            self.boundary.toggle_preview()
        else:
            self.viewer.play_pause()

    def _nearest(self) -> int | None:
        state = self._context.state
        segment = state.segment_at(state.playhead)
        if segment is None or state.segment_count < 2:
            return None
        frames = state.ranges[segment]
        is_before = state.playhead - frames.start < frames.stop - state.playhead
        return max(0, min(segment - 1 if is_before else segment, state.segment_count - 2))

    @Slot()
    def _follow_selection(self) -> None:
        if self._context.state.selected_boundary is None:
            self.close_boundary()

    def _show(self, page: QWidget) -> None:
        was_open = self.is_boundary_open
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            page.setFocus()  # or Qt gives it to whichever button comes next
        self.setCurrentWidget(page)
        if self.is_boundary_open != was_open:
            self._context.actions.set_covered(() if was_open else PLAYERS_ONLY)
            self.boundary_shown.emit(self.is_boundary_open)
