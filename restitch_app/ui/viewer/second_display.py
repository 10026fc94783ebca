"""The players alone on another display, at the same tick as in the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QCursor, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.viewer.canvas import Canvas
from restitch_app.ui.viewer.draw_layer import DrawLayer
from restitch_app.ui.viewer.drawings import Drawings

ONE_DISPLAY = "Only one display is connected"
NO_PROJECT = "Open a project first"


class PlayersWindow(QWidget):
    """Full screen; Esc closes it. It has the window's keys."""

    closed = Signal()

    def __init__(
        self, context: PanelContext, shown: Canvas, drawings: Drawings, actions: list[QAction]
    ) -> None:
        super().__init__()
        self._shown = shown
        self.setObjectName("second_display")
        self.setWindowTitle("Restitch")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.canvas = Canvas(context.theme, self)
        self.canvas.setObjectName("second_canvas")
        self.canvas.setAcceptDrops(False)
        self.layer = DrawLayer(self.canvas, drawings.strokes_of)
        drawings.changed.connect(self.layer.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)
        self.addActions(actions)
        shown.look_changed.connect(self._follow)
        self.canvas.wipe_moved.connect(shown.set_wipe)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.canvas.set_look(self._shown.look)
        self.canvas.setAccessibleName(tr(self._shown.accessibleName()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._shown.look_changed.disconnect(self._follow)
        self.closed.emit()
        event.accept()


class SecondDisplay(QObject):
    def __init__(
        self,
        context: PanelContext,
        canvas: Canvas,
        drawings: Drawings,
        others: Callable[[], list[QScreen]] | None = None,
    ) -> None:
        """`others`: the displays that the window is not on."""
        super().__init__(canvas)
        self._context, self._canvas, self._drawings = context, canvas, drawings
        self._others = others or self._found
        self._window: PlayersWindow | None = None
        context.actions.answer(Act.SECOND_DISPLAY, lambda _is_on: self.toggle())
        context.session.closing.connect(self.leave)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self.refresh)
        app.screenRemoved.connect(self._screen_gone)
        self.refresh()

    @property
    def window(self) -> PlayersWindow | None:
        """None while it is not shown."""
        return self._window

    def set_others(self, others: Callable[[], list[QScreen]]) -> None:
        self._others = others
        self.refresh()

    def toggle(self) -> None:
        """Leave it, or show the players there; with several displays ask which."""
        if self._window is not None:
            self.leave()
            return
        screens = self._others()
        if len(screens) == 1:
            self.show_on(screens[0])
        elif screens:
            self._ask(screens)
        self._mark()

    def show_on(self, screen: QScreen) -> None:
        actions = [
            action
            for action in self._canvas.window().actions()
            if action is not self._context.actions[Act.BACK]
        ]
        window = PlayersWindow(self._context, self._canvas, self._drawings, actions)
        window.closed.connect(self._gone)
        window.setGeometry(screen.geometry())
        window.showFullScreen()
        self._window = window
        self._mark()

    @Slot()
    def leave(self) -> None:
        if self._window is not None:
            self._window.close()

    @Slot()
    def refresh(self) -> None:
        """Displays came or went."""
        has_other = bool(self._others())
        reasons = {} if has_other or self._window else {Act.SECOND_DISPLAY: ONE_DISPLAY}
        self._context.actions.set_off(reasons, by="display")

    def _ask(self, screens: list[QScreen]) -> None:
        menu = QMenu(self._canvas)
        menu.setObjectName("display_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for screen in screens:
            size = screen.geometry().size() * screen.devicePixelRatio()
            action = menu.addAction(f"{screen.name()} · {size.width()}×{size.height()}")
            action.triggered.connect(lambda _=False, chosen=screen: self.show_on(chosen))
        inside = self._canvas.rect().contains(self._canvas.mapFromGlobal(QCursor.pos()))
        centre = self._canvas.mapToGlobal(QPoint(self._canvas.width() // 2, 40))
        menu.popup(QCursor.pos() if inside else centre)

    def _found(self) -> list[QScreen]:
        here = self._canvas.window().screen()
        return [screen for screen in QGuiApplication.screens() if screen is not here]

    @Slot()
    def _gone(self) -> None:
        self._window = None
        self._mark()
        self.refresh()

    @Slot(QScreen)
    def _screen_gone(self, _screen: QScreen) -> None:
        """Its window would be moved over the reviewer's own."""
        if self._window is not None and not self._others():
            self.leave()
        self.refresh()

    def _mark(self) -> None:
        self._context.actions[Act.SECOND_DISPLAY].setChecked(self._window is not None)
