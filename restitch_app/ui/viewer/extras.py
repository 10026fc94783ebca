"""What the players offer beyond playing: pictures of frames, a reference, another display."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from restitch_app.ui.context import PanelContext
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.project.file_choice import FileChoice
from restitch_app.ui.viewer.canvas_menu import CanvasMenu
from restitch_app.ui.viewer.drawings import Drawings
from restitch_app.ui.viewer.fault_ways import FaultWays
from restitch_app.ui.viewer.frame_shots import FrameShots
from restitch_app.ui.viewer.reference import Reference
from restitch_app.ui.viewer.second_display import SecondDisplay
from restitch_app.ui.viewer.viewer import Viewer


class PlayerExtras(QObject):
    def __init__(
        self,
        context: PanelContext,
        viewer: Viewer,
        memory: WindowMemory,
        choice: Callable[[], FileChoice],
    ) -> None:
        super().__init__(viewer)
        self.shots = FrameShots(context, viewer, choice)
        self.reference = Reference(context, viewer, self.shots, memory, choice)
        self.drawings = Drawings(context, viewer)
        self.display = SecondDisplay(context, viewer.canvas, self.drawings)
        self.faults = FaultWays(context, viewer.canvas)
        self.menu = CanvasMenu(context.actions, viewer.canvas)
