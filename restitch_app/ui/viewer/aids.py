"""What helps to look closer, on demand: pixel read-out, histogram and waveform."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from restitch_app.domain.spans import Span
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.viewer.canvas import Canvas
from restitch_app.ui.viewer.read_out import ReadOut
from restitch_app.ui.viewer.scopes_panel import ScopesPanel

if TYPE_CHECKING:
    from restitch_app.services.playback.frames import FrameSource
    from restitch_app.services.playback.looking import Looking
    from restitch_app.services.playback.player import Playback


class Aids(QObject):
    def __init__(self, context: PanelContext, canvas: Canvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._canvas = context, canvas
        self.looking: Looking | None = None
        """The samples behind what is shown; None without a project."""
        self.read_out = ReadOut(context.theme, canvas, lambda: self.looking)
        self.scopes = ScopesPanel(
            context.theme, canvas, lambda: self.looking, context.runners.pixels
        )
        context.actions.answer(Act.PIXELS, self.show_pixels)
        context.actions.answer(Act.SCOPES, self.show_scopes)

    def row(self) -> QLayout:
        """The players with the scopes at their side."""
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._canvas, 1)
        row.addWidget(self.scopes)
        return row

    def set_scene(self, playback: Playback | None, spans: Sequence[Span]) -> None:
        """What is shown comes from there."""
        if playback is None:
            self.looking = None
            self.scopes.forget()
            self.read_out.forget()
            return
        from restitch_app.services.playback.looking import Looking  # loaded by now

        self.looking = Looking(playback, spans)

    def let_go(self) -> Sequence[FrameSource]:
        """What it looks at is decoded by others."""
        return ()

    def show_pixels(self, _is_on: bool) -> None:
        self._context.actions[Act.PIXELS].setChecked(self.read_out.isHidden())
        self.read_out.set_on(self.read_out.isHidden())

    def show_scopes(self, _is_on: bool) -> None:
        self._context.actions[Act.SCOPES].setChecked(self.scopes.isHidden())
        self.scopes.set_on(self.scopes.isHidden())
