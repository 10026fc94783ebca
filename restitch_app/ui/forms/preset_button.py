"""Values under a name: applied, kept and removed from one menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton

from restitch_app.domain.workflows import Preset
from restitch_app.ui.language.translating import tr


class PresetButton(QPushButton):
    applied = Signal(object)  # Preset
    save_asked = Signal(str)  # its name; one of the same name is replaced
    remove_asked = Signal(object)  # Preset

    def __init__(self, presets: Sequence[Preset]) -> None:
        super().__init__(tr("Presets"))
        self.setObjectName("presets")
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self._menu = QMenu(self)
        self._menu.setObjectName("presets_menu")
        self._menu.setToolTipsVisible(True)
        self.setMenu(self._menu)
        self._presets: tuple[Preset, ...] = ()
        self._can_save = False
        self._why = ""
        self.show_presets(presets)

    def show_presets(self, presets: Sequence[Preset]) -> None:
        self._presets = tuple(presets)
        self._fill()

    def set_can_save(self, can: bool, why: str = "") -> None:
        """`why` not, where it cannot."""
        if (can, why) != (self._can_save, self._why):
            self._can_save, self._why = can, why
            self._fill()

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        for preset in self._presets:
            action = menu.addAction(preset.name)
            action.setToolTip(_told(preset))
            action.triggered.connect(partial(self._apply, preset))
        if not self._presets:
            menu.addAction(tr("None for this workflow yet")).setEnabled(False)
        menu.addSeparator()
        save = menu.addAction(tr("Save these values…"))
        save.setEnabled(self._can_save)
        save.setToolTip(tr(self._why))
        save.triggered.connect(self._ask_name)
        if self._presets:
            remove = menu.addMenu(tr("Remove"))
            remove.setObjectName("remove_presets_menu")
            for preset in self._presets:
                remove.addAction(preset.name).triggered.connect(partial(self._remove, preset))

    def _apply(self, preset: Preset, _is_on: bool = False) -> None:
        self.applied.emit(preset)

    def _remove(self, preset: Preset, _is_on: bool = False) -> None:
        self.remove_asked.emit(preset)

    @Slot()
    def _ask_name(self) -> None:
        asked = QInputDialog(self)
        asked.setObjectName("preset_name")
        asked.setWindowTitle(tr("Save values"))
        asked.setLabelText(tr("Name"))
        asked.setOkButtonText(tr("Save"))
        asked.textValueSelected.connect(self._named)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    @Slot(str)
    def _named(self, name: str) -> None:
        if name.strip():
            self.save_asked.emit(name.strip())


def _told(preset: Preset) -> str:
    return "\n".join(f"{name}: {value}" for name, value in preset.values.items())
