"""Where clips and projects are dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.there import DATABASE, is_file
from restitch_app.ui.pieces.widgets import IconLabel, label, restyled
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import LARGE_ICON_PX


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """Local files and folders of a drag, in the order given."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def dropped_project(paths: tuple[Path, ...]) -> Path | None:
    """The project among what was dropped: its folder, or its database file."""
    for path in paths:
        if path.name == DATABASE:
            return path.parent
        if is_file(path / DATABASE):
            return path
    return None


class DropArea(QFrame):
    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drop_area")
        self.setProperty("kind", "drop")
        self.setAccessibleName(tr("Drop clips, a long video or a project folder here"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(180)
        self.setMaximumHeight(264)
        layout = QVBoxLayout(self)
        layout.setSpacing(6)
        icon = IconLabel(theme, "clapperboard", "text_2", LARGE_ICON_PX)
        layout.addStretch(1)
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(6)
        for text, kind, tone in (
            ("Drop clips, a long video or a project folder here", "heading", ""),
            (
                "Clips are ordered by name. You can change the order before anything is saved.",
                "",
                "2",
            ),
            (
                "Different sizes or frame rates are pointed out before anything is copied",
                "detail",
                "3",
            ),
        ):
            words = label(tr(text), kind, tone)
            words.setWordWrap(True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(words)
        layout.addStretch(1)

    def set_over(self, is_over: bool) -> None:
        restyled(self, "state", "over" if is_over else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
