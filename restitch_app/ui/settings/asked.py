"""Opens the settings, once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from restitch_app.ui.settings.parts import SettingsParts
from restitch_app.ui.settings.settings_dialog import SettingsDialog


class SettingsAsked(QObject):
    """The dialog stays open beside the window; asked for again it comes to the front."""

    def __init__(self, parts: SettingsParts, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._window = parts, window
        self._shown: SettingsDialog | None = None

    @property
    def shown(self) -> SettingsDialog | None:
        return self._shown

    @Slot()
    def show_servers(self) -> None:
        self.show_server("")

    @Slot(str)
    def show_server(self, url: str) -> None:
        """With the server of that address selected; empty: whichever comes first."""
        self.show()
        if self._shown is not None:
            self._shown.show_item("Servers", url)

    @Slot()
    def show(self) -> None:
        if self._shown is None:
            self._shown = SettingsDialog(self._parts, self._window)
            self._shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._shown.finished.connect(self._gone)
        self._shown.show()
        self._shown.raise_()
        self._shown.activateWindow()

    @Slot()
    def _gone(self) -> None:
        self._shown = None
