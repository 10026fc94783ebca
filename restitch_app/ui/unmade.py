"""What the window says where a part of it could not be made: it can still be read, and closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QPushButton, QToolBar, QVBoxLayout, QWidget

from restitch_app.ui.language.translating import Verbatim, tr

if TYPE_CHECKING:
    from restitch_app.ui.main_window import MainWindow

MARGIN_PX, GAP_PX = 48, 12
WIDEST_PX = 720


def show_unmade(window: MainWindow, report: Path | None) -> None:
    """`report`: where the mistake is told; None: in the log alone.

    In place of whatever was made. Nothing of the window's own is used: it may be what failed.
    """
    parts = (*window.findChildren(QToolBar), *window.findChildren(QDockWidget), window.menuBar())
    for part in parts:
        part.hide()
    page = QWidget(window)
    page.setObjectName("unmade")
    column = QVBoxLayout(page)
    column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
    column.setSpacing(GAP_PX)
    if report is None:
        told = tr("What was finished is kept. The log has the details.")
    else:
        told = tr(
            "What was finished is kept. There is a report, which was sent to nobody: {file}",
            file=Verbatim(report),
        )
    column.addWidget(_words(tr("Restitch made a mistake: its window could not be made.")))
    column.addWidget(_words(told))
    column.addWidget(_words(tr("Close it and start Restitch again.")))
    close = QPushButton(tr("Close"), page)
    close.setObjectName("close_unmade")
    close.clicked.connect(window.close)
    column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    window.setCentralWidget(page)
    window.give_up()
    close.setFocus()


def _words(text: str) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setMaximumWidth(WIDEST_PX)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
