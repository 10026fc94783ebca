"""What this program is, which versions it runs on, and under which licences."""

from __future__ import annotations

import platform
import sys
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import IconLabel, label, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M

LICENCES = (
    "Restitch is free software under the GNU General Public License, version 3 or later. "
    "It comes without any warranty.\n\n"
    "Qt and PySide6: LGPL 3. FFmpeg through PyAV: LGPL 2.1 or later, with parts under the GPL. "
    "OpenCV: Apache 2.0. Icons: Lucide, ISC, parts from Feather, MIT."
)
PARTS = ("PySide6-Essentials", "av", "opencv-python-headless", "numpy", "peewee")
ALL_LICENCES = "THIRD-PARTY.txt"
"""Beside the packaged program."""
TEXT_WIDTH = 420


class AboutDialog(QDialog):
    """Deletes itself when it is closed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(tr("About Restitch"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(label(f"Restitch {_version('restitch')}".rstrip(), "heading"))
        names.addWidget(label(tr("Fix one segment. Keep the rest."), tone="2"))
        head = row(IconLabel(theme, "restitch", "accent", 32), 4)
        head.addLayout(names, 1)
        close = QPushButton(tr("Close"))
        close.setObjectName("close_about")
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING)
        layout.setSpacing(SPACE_M)
        layout.addLayout(head)
        layout.addWidget(_paragraph(LICENCES))
        layout.addWidget(_paragraph(versions_text(), "versions"))
        layout.addLayout(row(self._licences(), -1, close))

    def _licences(self) -> QPushButton:
        """Of all that comes with the program; what runs from sources has none of it beside it."""
        shown = QPushButton(tr("All licences"), self)
        shown.setObjectName("all_licences")
        file = Path(sys.executable).parent / ALL_LICENCES
        shown.setHidden(not getattr(sys, "frozen", False))
        shown.clicked.connect(partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(file))))
        return shown


def versions_text() -> str:
    """As a bug report needs it."""
    parts = [f"Python {platform.python_version()}", f"Qt {qVersion()}"]
    parts += [f"{name} {found}" for name in PARTS if (found := _version(name))]
    return " · ".join([*parts, platform.platform(terse=True)])


def _paragraph(text: str, name: str = "") -> QLabel:
    made = label(tr(text), "detail", "2")
    made.setObjectName(name)
    made.setWordWrap(True)
    made.setFixedWidth(TEXT_WIDTH)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""  # frozen, or run from its source
