"""What the right mouse button offers on the players."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu

from restitch_app.ui.commands.actions import Act, Actions
from restitch_app.ui.language.translating import tr
from restitch_app.ui.viewer.canvas import Canvas

SEPARATOR: tuple[str, tuple[Act, ...]] = ("", ())
PARTS: tuple[tuple[str, tuple[Act, ...]], ...] = (
    ("", (Act.FIT_PICTURE, Act.PICTURE_100, Act.PICTURE_200, Act.PICTURE_400, Act.LINK_PICTURES)),
    ("Copy frame", (Act.COPY_FRAME, Act.COPY_A, Act.COPY_B)),
    ("Save frame", (Act.SAVE_FRAME, Act.SAVE_A, Act.SAVE_B)),
    ("Reference picture", (Act.PIN_PICTURE, Act.PIN_FRAME, Act.UNPIN)),
    SEPARATOR,
    ("", (Act.PIXELS, Act.SCOPES, Act.BLIND)),
    ("", (Act.FULL_SCREEN, Act.SECOND_DISPLAY)),
)


class CanvasMenu(QObject):
    def __init__(self, actions: Actions, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._actions, self._canvas = actions, canvas
        canvas.menu_asked.connect(self.show)

    @Slot(QPoint)
    def show(self, where: QPoint) -> None:
        """`where` on the screen."""
        menu = QMenu(self._canvas)
        menu.setObjectName("canvas_menu")
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for title, acts in PARTS:
            inside = menu.addMenu(tr(title)) if title else menu
            inside.setToolTipsVisible(True)
            for act in acts:
                if self._actions.is_answered(act):
                    inside.addAction(self._actions[act])
            if not title:
                menu.addSeparator()
        menu.popup(where)
