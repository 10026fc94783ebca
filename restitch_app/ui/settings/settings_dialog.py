"""The settings: a list of pages on the left, the page on the right."""

from __future__ import annotations

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

from restitch_app.ui.dialogs.frame import foot, line
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import scrolling
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.settings.page import SettingsPage
from restitch_app.ui.settings.pages import PAGES
from restitch_app.ui.settings.parts import SettingsParts
from restitch_app.ui.theme.tokens import ICON_PX
from restitch_app.ui.theme.type import TextSize

SIZE = (1000, 680)
PAGES_WIDTH = 184
PAGE_ROW_HEIGHT = 34
TITLE = Qt.ItemDataRole.UserRole
"""As `PAGES` has it."""


class SettingsDialog(QDialog):
    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle(tr("Settings"))
        self._parts = parts
        self._made: dict[str, tuple[SettingsPage, QWidget]] = {}
        self._turned_to = ""
        self._stack = QStackedWidget()
        self._items = {spec.title: _item(spec.title) for spec in PAGES}
        self._list = self._made_list()
        self._build()
        parts.context.theme.changed.connect(self._tint)
        self._tint()
        self._list.currentItemChanged.connect(self._turn)
        self._list.setCurrentItem(self._items[PAGES[0].title])
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
        parts.context.servers.watch("settings")

    def page(self, title: str) -> SettingsPage:
        """The page of that title, which is made if nobody has turned to it yet."""
        if title not in self._made:
            spec = next(one for one in PAGES if one.title == title)
            page = spec.make(self._parts)
            scroll = scrolling(page)
            # Large text can need more than the screen has.
            scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self._made[title] = page, scroll
            self._stack.addWidget(scroll)
        return self._made[title][0]

    def show_item(self, title: str, key: str) -> None:
        """Turn to the page, and bring one thing of it to the front."""
        self._list.setCurrentItem(self._items[title])
        if key:
            self.page(title).show_item(key)

    def done(self, result: int) -> None:
        for page, _ in self._made.values():
            page.leave()
            page.is_closed = True
        self._parts.context.servers.unwatch("settings")
        super().done(result)

    def _made_list(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("settings_pages")
        made.setAccessibleName(tr("Pages"))
        made.setProperty("kind", "pages")
        made.setIconSize(QSize(ICON_PX, ICON_PX))
        group = ""
        for spec in PAGES:
            if spec.group != group:
                group = spec.group
                head = QListWidgetItem(tr(group))
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setFont(self._parts.context.theme.font(TextSize.CAPTION))
                made.addItem(head)
            made.addItem(self._items[spec.title])
        return made

    def _build(self) -> None:
        middle = row()
        middle.setSpacing(0)
        middle.addWidget(self._list)
        middle.addWidget(line(vertical=True))
        middle.addWidget(self._stack, 1)
        close = QPushButton(tr("Close"))
        close.setObjectName("close_settings")
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(line())
        layout.addWidget(foot(label(tr("Changes are kept at once."), "detail", "3"), -1, close))

    @Slot()
    def _turn(self) -> None:
        title = str(self._list.currentItem().data(TITLE))
        if self._turned_to:
            self.page(self._turned_to).leave()
        self._turned_to = title
        self.page(title)
        self._stack.setCurrentWidget(self._made[title][1])

    @Slot()
    def _tint(self) -> None:
        theme = self._parts.context.theme
        factor = theme.text.factor
        self._list.setFixedWidth(round(PAGES_WIDTH * factor))
        for spec in PAGES:
            item = self._items[spec.title]
            item.setIcon(theme.icon(spec.icon, "text_2"))
            item.setSizeHint(QSize(0, round(PAGE_ROW_HEIGHT * factor)))
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _item(title: str) -> QListWidgetItem:
    made = QListWidgetItem(tr(title))
    made.setData(TITLE, title)
    return made
