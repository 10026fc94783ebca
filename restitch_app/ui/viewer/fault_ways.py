"""The ways on where a clip cannot be played, below the words in its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.playback.frames import FrameFault
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.timers import single_shot
from restitch_app.ui.pieces.widgets import set_word_icon
from restitch_app.ui.pieces.wording import READ_ONLY
from restitch_app.ui.theme.tokens import FAULT_WAYS_PX, SPACE_S
from restitch_app.ui.viewer.canvas import Canvas

if TYPE_CHECKING:
    from restitch_app.services.review.mending import WaysToMend
    from restitch_app.services.workbench import Workbench

BELOW_WORDS_PX = 64
"""From the middle of the picture; what went wrong is told around it in up to six lines."""
AWAY = "Copying needs ComfyUI, which is not answering"


class FaultWays(QWidget):
    """Hidden while all is well, so that playing costs nothing more. What can be done is read on
    the desk, once for each version that fails.
    """

    use_asked = Signal(int)  # version id
    copy_asked = Signal(object)  # Version
    locate_asked = Signal(object)  # Version

    def __init__(self, context: PanelContext, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._context, self._state, self._canvas = context, context.state, canvas
        self._version: Version | None = None
        self._ways: WaysToMend | None = None
        self._look = Latest(context.runners.desk, self)
        self._look.arrived.connect(self._arrived)
        self._look.failed.connect(lambda error: context.notices.fail(error, "Looking for a way"))
        self.setObjectName("fault_ways")
        self.setAccessibleName(tr("What can be done about the clip"))
        self.use = self._button("fault_use", self._ask_use)
        self.use.setProperty("kind", "primary")
        self.copy = self._button("fault_copy", self._ask_copy)
        self.copy.setText(tr("Copy again from server"))
        self.locate = self._button("fault_locate", self._ask_locate)
        self.locate.setText(tr("Locate file…"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_S)
        for one in (self.use, self.copy, self.locate):
            self._row.addWidget(one)
        # A look is followed once the event is over: while it plays one fault comes after another.
        self._soon = single_shot(self, 0, self._follow)
        canvas.installEventFilter(self)
        canvas.look_changed.connect(self._note)
        context.servers.changed.connect(self._show)
        context.theme.changed.connect(self._tint)
        self._state.scene_changed.connect(self._scene_changed)
        context.session.closing.connect(self._let_go)
        self._tint()
        self.hide()

    def _button(self, name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._note()
        return False

    # what fails

    @Slot()
    def _note(self) -> None:
        has_fault = any(view.image is None for view in self._canvas.look.views)
        if has_fault or self._version is not None:
            self._soon.start()

    @Slot()
    def _follow(self) -> None:
        found = self._failing()
        if found is None:
            self._version = self._ways = None
            self._look.drop()
            self.hide()
            return
        version, _ = found
        if self._version is None or self._version.id != version.id:
            self._version, self._ways = version, None
            self._ask()
        self._show()

    def _failing(self) -> tuple[Version, QRectF] | None:
        """The first that fails of what is seen, and its place; nothing is told of a blind one."""
        look, panels = self._canvas.look, self._canvas.panels()
        if not look.views:
            return None
        places = panels if look.is_split else panels[:1] * len(look.seen)
        for view, panel in zip(look.seen, places, strict=False):
            side = view.side
            is_fault = isinstance(view.result, FrameFault)
            if is_fault and side.version is not None and not side.is_blind:
                return side.version, panel.visible
        return None

    def _ask(self) -> None:
        bench, overview = self._context.session.bench, self._state.overview
        if bench is not None and overview is not None and self._version is not None:
            work = partial(_ways, bench, overview.scene, self._version)
            self._look.ask("Looking for a way", work)

    @Slot(object)
    def _arrived(self, result: object) -> None:
        self._ways = cast("WaysToMend", result)
        self._show()

    @Slot(object)
    def _scene_changed(self, changes: Changes) -> None:
        if self._version is not None and (changes.scene or changes.segments):
            self._ask()

    @Slot()
    def _let_go(self) -> None:
        self._look.drop()
        self._version = self._ways = None
        self.hide()

    # what is shown

    @Slot()
    def _show(self) -> None:
        found, ways = self._failing(), self._ways
        if found is None or ways is None:
            self.hide()
            return
        other = ways.other
        self.use.setVisible(other is not None)
        if other is not None:
            self.use.setText(tr("Use v{number}", number=other.number))
        self.copy.setVisible(bool(ways.server_url))
        state = self._context.servers.state_of(ways.server_url) if ways.server_url else None
        is_away = state is not None and not state.is_answering
        for button in (self.use, self.copy, self.locate):
            button.setDisabled(self._state.is_read_only)
            button.setToolTip(tr(READ_ONLY) if self._state.is_read_only else "")
        if is_away and not self._state.is_read_only:
            self.copy.setEnabled(False)
            self.copy.setToolTip(tr(AWAY))
        self._place(found[1])
        self.show()
        self.raise_()

    def _place(self, picture: QRectF) -> None:
        """Below the words, in the room that is kept for them at the foot of a small picture; one
        below the other where they do not fit beside.
        """
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        size = self._row.sizeHint()
        if size.width() > picture.width():
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
            size = self._row.sizeHint().boundedTo(QSize(round(picture.width()), 1000))
        left = round(picture.center().x() - size.width() / 2)
        lowest = picture.bottom() - max(FAULT_WAYS_PX, size.height() + SPACE_S)
        below = picture.center().y() + BELOW_WORDS_PX * self._context.theme.text.factor
        self.setGeometry(left, round(min(lowest, below)), size.width(), size.height())

    @Slot()
    def _tint(self) -> None:
        theme = self._context.theme
        set_word_icon(self.use, theme, "undo-2", "on_primary")
        set_word_icon(self.copy, theme, "download")
        set_word_icon(self.locate, theme, "folder-open")

    # what is wished

    @Slot()
    def _ask_use(self) -> None:
        if self._ways is not None and self._ways.other is not None:
            self.use_asked.emit(self._ways.other.id)

    @Slot()
    def _ask_copy(self) -> None:
        if self._version is not None:
            self.copy_asked.emit(self._version)

    @Slot()
    def _ask_locate(self) -> None:
        if self._version is not None:
            self.locate_asked.emit(self._version)


def _ways(bench: Workbench, scene: Scene, version: Version, _ctx: JobContext) -> WaysToMend:
    from restitch_app.services.review.mending import ways_to_mend

    return ways_to_mend(bench.project, scene, version)
