"""What the View, Window and Help menus do with the window itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QActionGroup, QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from restitch_app.ui.about import AboutDialog
from restitch_app.ui.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.memory import WindowMemory
from restitch_app.ui.theme.theme import ThemeChoice
from restitch_app.ui.widgets import key_chip, label, row

_THEMES = {
    Act.THEME_SYSTEM: ThemeChoice.SYSTEM,
    Act.THEME_DARK: ThemeChoice.DARK,
    Act.THEME_LIGHT: ThemeChoice.LIGHT,
}
SHORTCUT_COLUMNS = 2


class WindowActions(QObject):
    def __init__(self, context: PanelContext, window: QMainWindow, memory: WindowMemory) -> None:
        super().__init__(window)
        self._context, self._window, self._memory = context, window, memory
        self._panels: list[QWidget] = []
        actions = context.actions
        group = QActionGroup(self)
        for act, choice in _THEMES.items():
            actions.answer(act, lambda _on=True, choice=choice: self.choose_theme(choice))
            group.addAction(actions[act])
            actions[act].setChecked(context.theme.choice is choice)
        actions.answer(Act.NEXT_PANEL, lambda: self.step_panel(1))
        actions.answer(Act.PREVIOUS_PANEL, lambda: self.step_panel(-1))
        actions.answer(Act.SHORTCUTS, self.show_shortcuts)
        actions.answer(Act.ABOUT, self.show_about)
        if context.session.outside.log_file is not None:
            actions.answer(Act.SHOW_LOG, self.show_log)

    def set_panels(self, panels: list[QWidget]) -> None:
        """The parts that F6 goes through, in order."""
        self._panels = panels

    def choose_theme(self, choice: ThemeChoice) -> None:
        self._memory.theme = choice
        self._context.theme.choose(choice)

    def step_panel(self, step: int) -> None:
        shown = [panel for panel in self._panels if panel.isVisible()]
        if not shown:
            return
        focus = QApplication.focusWidget()
        inside = [
            number
            for number, panel in enumerate(shown)
            if focus is not None and (panel is focus or panel.isAncestorOf(focus))
        ]
        start = inside[0] if inside else (-1 if step > 0 else 0)
        _focus_first(shown[(start + step) % len(shown)])

    @Slot()
    def show_about(self) -> None:
        self._show_once("about_dialog", lambda: AboutDialog(self._context.theme, self._window))

    @Slot()
    def show_shortcuts(self) -> None:
        self._show_once("shortcuts_dialog", self._made_shortcuts)

    def _show_once(self, name: str, make: Callable[[], QDialog]) -> None:
        """Asked for twice, the dialog that is there comes to the front."""
        shown = [one for one in self._window.findChildren(QDialog, name) if one.isVisible()]
        dialog = shown[0] if shown else make()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _made_shortcuts(self) -> QDialog:
        dialog = QDialog(self._window)
        dialog.setObjectName("shortcuts_dialog")
        dialog.setWindowTitle("Shortcuts")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        shortcuts = self._context.actions.shortcuts()
        rows = -(-len(shortcuts) // SHORTCUT_COLUMNS)
        for number, (keys, text) in enumerate(shortcuts):
            column = 2 * (number // rows)
            grid.addWidget(key_chip(keys), number % rows, column, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(text), number % rows, column + 1)
        close = QPushButton("Close")
        close.clicked.connect(dialog.close)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addLayout(grid)
        layout.addLayout(row(-1, close))
        return dialog

    @Slot()
    def show_log(self) -> None:
        """In the program that the system opens text with; its folder while nothing was written."""
        log = self._context.session.outside.log_file
        if log is None:
            return
        shown = log if log.is_file() else log.parent
        if not shown.exists():
            self._context.notices.say("The log is empty: nothing has gone wrong", "check")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown))):
            self._context.notices.say(f"The log is {log}", "info")


def _focus_first(panel: QWidget) -> None:
    """The panel itself where it takes the focus, else the first part of it that does."""
    candidates = [panel, *panel.findChildren(QWidget)]
    for widget in candidates:
        takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or widget.focusProxy()
        if takes_focus and widget.isEnabled() and widget.isVisible():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
