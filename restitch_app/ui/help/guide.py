"""The guide: pages with pictures that come with the program, read beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QPushButton, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M

FOLDER = Path(__file__).parents[2] / "resources" / "guide"
FIRST_PAGE = "index.md"
SIZE = (860, 700)
PICTURE_PX = 760


class _Pages(QTextBrowser):
    """Pictures are shown as wide as a page; on a dense screen with all of their pixels."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        image = QImage.fromData(found) if isinstance(found, QByteArray) else QImage()
        if image.isNull():
            return found
        image.setDevicePixelRatio(max(1.0, image.width() / PICTURE_PX))
        return image


class GuideDialog(QDialog):
    """Deletes itself when it is closed. Alt+Left goes back, as in a browser."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guide_dialog")
        self.setWindowTitle(tr("Guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._theme = theme
        self.pages = _Pages()
        self.pages.setObjectName("guide_pages")
        self.pages.setAccessibleName(tr("Guide"))
        self.pages.setOpenLinks(False)
        self.pages.anchorClicked.connect(self.follow)
        self.pages.sourceChanged.connect(self._give_air)
        self._back = self._button("guide_back", "Back", "skip-back", self.pages.backward)
        self._home = self._button("guide_home", "Contents", "list", self.pages.home)
        self.pages.backwardAvailable.connect(self._back.setEnabled)
        self._back.setEnabled(False)
        close = QPushButton(tr("Close"))
        close.setObjectName("close_guide")
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING)
        layout.setSpacing(SPACE_M)
        layout.addLayout(row(self._back, self._home, -1))
        layout.addWidget(self.pages, 1)
        layout.addLayout(row(-1, close))
        self.pages.setSource(QUrl.fromLocalFile(str(FOLDER / FIRST_PAGE)))
        self.pages.setFocus()
        theme.changed.connect(self._tint)
        self._tint()

    @Slot(QUrl)
    def follow(self, link: QUrl) -> None:
        """Pages open here; an address on the web in the system's browser."""
        if link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
        else:
            self.pages.setSource(self.pages.source().resolved(link))

    @Slot()
    def _give_air(self) -> None:
        """Every page is a new document, which begins at the very edge."""
        self.pages.document().setDocumentMargin(DIALOG_PADDING)

    def _button(self, name: str, text: str, icon: str, slot: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("kind", "quiet")
        button.setProperty("icon_name", icon)
        button.setToolTip(tr(text))
        button.setAccessibleName(tr(text))
        button.clicked.connect(slot)
        return button

    @Slot()
    def _tint(self) -> None:
        for button in (self._back, self._home):
            button.setIcon(self._theme.icon(str(button.property("icon_name"))))
