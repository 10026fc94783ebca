"""What the View, Window and Help menus do with the window itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QActionGroup, QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QWidget,
)

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.help.about import AboutDialog
from restitch_app.ui.help.shortcuts_sheet import ShortcutsSheet
from restitch_app.ui.language.translating import tr
from restitch_app.ui.memory.preferences import Preferences
from restitch_app.ui.theme.choice import ThemeChoice

_THEMES = {
    Act.THEME_SYSTEM: ThemeChoice.SYSTEM,
    Act.THEME_DARK: ThemeChoice.DARK,
    Act.THEME_LIGHT: ThemeChoice.LIGHT,
    Act.THEME_CONTRAST: ThemeChoice.HIGH_CONTRAST,
}


class WindowActions(QObject):
    def __init__(
        self, context: PanelContext, window: QMainWindow, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._context, self._window, self._preferences = context, window, preferences
        self._panels: list[QWidget] = []
        actions = context.actions
        group = QActionGroup(self)
        for act, choice in _THEMES.items():
            actions.answer(act, lambda _on=True, choice=choice: self.choose_theme(choice))
            group.addAction(actions[act])
        context.theme.chosen.connect(self._check_theme)
        self._check_theme()
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
        self._preferences.choose_theme(choice)

    @Slot()
    def _check_theme(self) -> None:
        theme = self._context.theme
        for act, choice in _THEMES.items():
            self._context.actions[act].setChecked(theme.choice is choice)

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
        self._show_once(
            "shortcuts_dialog", lambda: ShortcutsSheet(self._context.actions, self._window)
        )

    def _show_once(self, name: str, make: Callable[[], QDialog]) -> None:
        """Asked for twice, the dialog that is there comes to the front."""
        shown = [one for one in self._window.findChildren(QDialog, name) if one.isVisible()]
        dialog = shown[0] if shown else make()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    @Slot()
    def show_log(self) -> None:
        """In the program that the system opens text with; its folder while nothing was written."""
        log = self._context.session.outside.log_file
        if log is None:
            return
        shown = log if log.is_file() else log.parent
        if not shown.exists():
            self._context.notices.say(tr("The log is empty: nothing has gone wrong"), "check")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown))):
            self._context.notices.say(tr("The log is {log}", log=str(log)), "info")


def _focus_first(panel: QWidget) -> None:
    """The panel itself where it takes the focus, else the first part of it that does."""
    candidates = [panel, *panel.findChildren(QWidget)]
    for widget in candidates:
        takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or widget.focusProxy()
        if takes_focus and widget.isEnabled() and widget.isVisible():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
