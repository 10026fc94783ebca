"""The settings: a list of pages on the left, the page on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.frame import foot, line
from restitch_app.ui.file_choice import FileChoice
from restitch_app.ui.inspector.section import scrolling
from restitch_app.ui.settings.boundaries_page import BoundariesPage
from restitch_app.ui.settings.page import SettingsPage
from restitch_app.ui.settings.project_page import ProjectPage
from restitch_app.ui.settings.servers_page import ServersPage
from restitch_app.ui.theme.tokens import ICON_PX
from restitch_app.ui.widgets import label, row

SIZE = (1000, 680)
PAGES_WIDTH = 160
PAGE_ROW_HEIGHT = 34
PAGES: tuple[Callable[[PanelContext, FileChoice], SettingsPage], ...] = (
    ServersPage,
    ProjectPage,
    BoundariesPage,
)
"""In the order of the list."""


class SettingsDialog(QDialog):
    def __init__(
        self, context: PanelContext, choice: FileChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle("Settings")
        self._context = context
        self.pages = [make(context, choice) for make in PAGES]
        self._list = QListWidget()
        self._list.setObjectName("settings_pages")
        self._list.setAccessibleName("Pages")
        self._list.setProperty("kind", "pages")
        self._list.setFixedWidth(PAGES_WIDTH)
        self._list.setIconSize(QSize(ICON_PX, ICON_PX))
        self._stack = QStackedWidget()
        for page in self.pages:
            item = QListWidgetItem(page.title)
            item.setSizeHint(QSize(PAGES_WIDTH - 20, PAGE_ROW_HEIGHT))
            self._list.addItem(item)
            self._stack.addWidget(scrolling(page))
        self._list.currentRowChanged.connect(self._turn)
        self._build()
        context.theme.changed.connect(self._tint)
        self._tint()
        self._list.setCurrentRow(0)
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
        context.servers.watch("settings")

    def show_item(self, title: str, key: str) -> None:
        """Turn to the page, and bring one thing of it to the front."""
        for number, page in enumerate(self.pages):
            if page.title == title:
                self._list.setCurrentRow(number)
                page.show_item(key)

    def done(self, result: int) -> None:
        for page in self.pages:
            page.leave()
            page.is_closed = True
        self._context.servers.unwatch("settings")
        super().done(result)

    def _build(self) -> None:
        middle = row()
        middle.setSpacing(0)
        middle.addWidget(self._list)
        middle.addWidget(line(vertical=True))
        middle.addWidget(self._stack, 1)
        close = QPushButton("Close")
        close.setObjectName("close_settings")
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(line())
        layout.addWidget(foot(label("Changes are kept at once.", "detail", "3"), -1, close))

    @Slot(int)
    def _turn(self, number: int) -> None:
        self.pages[self._stack.currentIndex()].leave()
        self._stack.setCurrentIndex(number)

    @Slot()
    def _tint(self) -> None:
        for number, page in enumerate(self.pages):
            item = self._list.item(number)
            item.setIcon(self._context.theme.icon(page.icon, "text_2"))
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
