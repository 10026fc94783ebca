"""Goes to another scene, in a project that has several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from restitch_app.domain.versions import Scene
from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.theme import Theme


class ScenePicker(QToolButton):
    """Hidden where there is nothing to choose."""

    picked = Signal(int)  # scene id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scene_picker")
        self.setProperty("kind", "quiet")
        self.setAccessibleName(tr("Other scenes"))
        self.setToolTip(tr("Other scenes of this project"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self._group = QActionGroup(self.menu())
        self._theme = theme
        theme.changed.connect(self._tint)
        self._tint()
        self.hide()

    def show_scenes(self, scenes: Sequence[Scene], shown_id: int | None) -> None:
        menu = self.menu()
        menu.clear()
        self._group.deleteLater()
        group = self._group = QActionGroup(menu)
        for scene in scenes:
            action = menu.addAction(scene.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(scene.id == shown_id)
            action.setActionGroup(group)
            action.triggered.connect(lambda _on=False, chosen=scene.id: self.picked.emit(chosen))
        self.setVisible(len(scenes) > 1)

    def _tint(self) -> None:
        self.setIcon(self._theme.icon("chevron-down", "text_2"))
