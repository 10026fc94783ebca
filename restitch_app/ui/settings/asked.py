"""Opens the settings, once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from restitch_app.ui.context import PanelContext
from restitch_app.ui.file_choice import FileChoice
from restitch_app.ui.settings.settings_dialog import SettingsDialog


class SettingsAsked(QObject):
    """The dialog stays open beside the window; asked for again it comes to the front."""

    def __init__(
        self, context: PanelContext, choice: Callable[[], FileChoice], window: QWidget
    ) -> None:
        super().__init__(window)
        self._context, self._choice, self._window = context, choice, window
        self._shown: SettingsDialog | None = None

    @property
    def shown(self) -> SettingsDialog | None:
        return self._shown

    @Slot()
    def show(self) -> None:
        self.show_server("")

    @Slot(str)
    def show_server(self, url: str) -> None:
        """With the server of that address selected; empty: whichever page and server come first."""
        if self._shown is None:
            self._shown = SettingsDialog(self._context, self._choice(), self._window)
            self._shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._shown.finished.connect(self._gone)
        if url:
            self._shown.show_item("Servers", url)
        self._shown.show()
        self._shown.raise_()
        self._shown.activateWindow()

    @Slot()
    def _gone(self) -> None:
        self._shown = None
