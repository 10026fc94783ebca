"""The page without a project: open one, make one from clips, try the demo, go on with a recent."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QImageReader, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from restitch_app.domain.progress import JobContext
from restitch_app.ui.commands.actions import Act, live_key
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.memory.memory import Recent, WindowMemory
from restitch_app.ui.pieces.there import DATABASE, is_file
from restitch_app.ui.pieces.widgets import IconLabel, label, row, set_word_icon
from restitch_app.ui.welcome.big_button import BigButton
from restitch_app.ui.welcome.drop_area import DropArea
from restitch_app.ui.welcome.recent_row import PICTURE_HEIGHT, PICTURE_WIDTH, RecentRow
from restitch_app.ui.welcome.server_box import ServerBox

LEFT_WIDTH = 500
FOOT = {Act.SHORTCUTS: "keyboard", Act.SETTINGS: "settings", Act.GUIDE: "book-open"}
"""Below everything: what it opens, and its icon."""
SHARPNESS = 2
"""Pictures are loaded this much larger than shown, for dense screens."""


class WelcomePage(QWidget):
    open_asked = Signal(Path)
    locate_asked = Signal(str)  # folder as remembered

    def __init__(
        self, context: PanelContext, memory: WindowMemory, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context, self._memory = context, memory
        self._rows: list[RecentRow] = []
        self._missing: set[str] = set()
        """Folders of recent projects that were not there when their disk was last asked."""
        self._foot = {act: self._foot_button(act) for act in FOOT}
        self.drop_area = DropArea(context.theme)
        self.drop_area.clicked.connect(context.actions[Act.NEW_SCENE].trigger)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._left_side())
        layout.addWidget(self._right_side(), 1)
        context.theme.changed.connect(self._tint)
        self._tint()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.show_recents()

    @property
    def rows(self) -> Sequence[RecentRow]:
        return tuple(self._rows)

    def show_recents(self) -> None:
        """Read them again; call when one was added, found or removed. Their disks are asked in the
        background, and while somebody looks: one that is far away may not answer for long."""
        for old in self._rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [self._made_row(recent) for recent in self._memory.recents]
        for made in self._rows:
            self._list.insertWidget(self._list.count(), made)
        self._recent_part.setVisible(bool(self._rows))
        for room in (self._above, self._below):  # without recents the drop area is in the middle
            room.setVisible(not self._rows)
        self._filter(self._search.text())
        if self.isVisible():
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        for shown in self._rows:
            recent = shown.recent
            look = partial(_looked, recent)
            work = self._context.runners.network.submit(f"Looking for {recent.folder}", look)
            work.succeeded.connect(partial(self._take, recent))

    def _left_side(self) -> QWidget:
        theme, actions = self._context.theme, self._context.actions
        side = QFrame()
        side.setProperty("ground", "panel")
        side.setFixedWidth(LEFT_WIDTH)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(48, 56, 48, 28)
        layout.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(0)
        title = label("Restitch", "large")
        names.addWidget(title)
        names.addWidget(label(tr("Fix one segment. Keep the rest."), tone="2"))
        head = row(IconLabel(theme, "restitch", "accent", 40), 4)
        head.addLayout(names, 1)
        layout.addLayout(head)
        layout.addSpacing(24)
        buttons = (
            (Act.OPEN, "folder-open", "Open project…", "Continue a review", "primary"),
            (Act.NEW_SCENE, "film", "New scene from clips…", "Put clips in order", ""),
            (Act.GENERATE, "plus", "New scene from a picture…", "Segment after segment", ""),
            (Act.DEMO, "play", "Try the demo", "10 segments, one of them bad. No GPU needed", ""),
        )
        for act, icon, text, about, kind in buttons:
            if not actions.is_answered(act):
                continue
            button = BigButton(theme, icon, text, about, kind=kind)
            live_key(actions, act, button)
            button.setObjectName(f"welcome_{act.value}")
            button.clicked.connect(actions[act].trigger)
            layout.addWidget(button)
        note = label(tr("The demo's pictures are drawn, not generated by a model."), "detail", "3")
        note.setVisible(actions.is_answered(Act.DEMO))
        layout.addWidget(note)
        layout.addSpacing(12)
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        layout.addWidget(line)
        layout.addSpacing(12)
        layout.addWidget(ServerBox(self._context, self._memory))
        layout.addStretch(1)
        footer = QHBoxLayout()
        for below in self._foot.values():
            footer.addWidget(below)
        footer.addStretch(1)
        layout.addLayout(footer)
        return side

    def _foot_button(self, act: Act) -> QPushButton:
        action = self._context.actions[act]
        button = QPushButton(action.text().rstrip("…"))
        button.setObjectName(f"welcome_{act.value}")
        button.setProperty("kind", "quiet")
        button.clicked.connect(action.trigger)
        return button

    def _right_side(self) -> QWidget:
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(56, 56, 56, 24)
        layout.setSpacing(8)
        layout.addWidget(self.drop_area)
        self._above, self._below = QWidget(), QWidget()
        layout.insertWidget(0, self._above, 1)
        layout.addWidget(self._below, 1)
        layout.addWidget(self._recents(), 1)
        return side

    def _recents(self) -> QWidget:
        self._recent_part = QWidget()
        layout = QVBoxLayout(self._recent_part)
        layout.setContentsMargins(0, 24, 0, 0)
        self._search = QLineEdit()
        self._search.setObjectName("search_recents")
        self._search.setPlaceholderText(tr("Search"))
        self._search.setClearButtonEnabled(True)
        self._search.setFixedWidth(220)
        self._search.textChanged.connect(self._filter)
        self._search_icon = self._search.addAction(
            QIcon(), QLineEdit.ActionPosition.LeadingPosition
        )
        layout.addLayout(row(label(tr("Recent projects"), "heading"), -1, self._search))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        card = QFrame()
        card.setProperty("kind", "group")
        self._list = QVBoxLayout(card)
        self._list.setContentsMargins(1, 1, 1, 1)
        self._list.setSpacing(0)
        column.addWidget(card)
        clear = QPushButton(tr("Clear list"))
        clear.setObjectName("clear_recents")
        clear.setProperty("kind", "link")
        clear.clicked.connect(self._clear)
        column.addLayout(row(clear, -1))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        layout.addWidget(scroll, 1)
        return self._recent_part

    def _made_row(self, recent: Recent) -> RecentRow:
        made = RecentRow(self._context.theme, recent, recent.folder in self._missing)
        made.open_asked.connect(lambda folder: self.open_asked.emit(Path(folder)))
        made.locate_asked.connect(self.locate_asked)
        made.remove_asked.connect(self._remove)
        return made

    def _take(self, recent: Recent, found: object) -> None:
        """Its pictures; none where it is missing, which another row tells."""
        images = cast("tuple[QImage, ...] | None", found)
        self._missing -= {recent.folder}
        self._missing |= {recent.folder} if images is None else set()
        for number, shown in enumerate(self._rows):
            if shown.recent != recent:
                continue
            if shown.is_missing != (images is None):
                self._rows[number] = self._in_place_of(shown)
            self._rows[number].set_images(images or ())

    def _in_place_of(self, old: RecentRow) -> RecentRow:
        made, had_focus = self._made_row(old.recent), old.hasFocus()
        self._list.replaceWidget(old, made)
        made.setVisible(not old.isHidden())
        old.hide()
        old.deleteLater()
        if had_focus:
            made.setFocus()
        return made

    @Slot()
    def _tint(self) -> None:
        for act, button in self._foot.items():
            set_word_icon(button, self._context.theme, FOOT[act])
        self._search_icon.setIcon(self._context.theme.icon("search", "text_3"))

    @Slot(str)
    def _filter(self, text: str) -> None:
        wanted = text.casefold()
        for shown in self._rows:
            told = f"{shown.recent.name} {shown.recent.folder}".casefold()
            shown.setVisible(wanted in told)

    @Slot(str)
    def _remove(self, folder: str) -> None:
        self._memory.forget_recent(folder)
        self.show_recents()

    @Slot()
    def _clear(self) -> None:
        self._memory.forget_recents()
        self.show_recents()


def _looked(recent: Recent, _ctx: JobContext) -> tuple[QImage, ...] | None:
    """Small pictures; a null one where a file is missing or damaged. None where the project is."""
    if not is_file(Path(recent.folder) / DATABASE):
        return None
    images = []
    for file in (recent.first_frame, recent.last_frame):
        reader = QImageReader(file)
        wanted = QSize(SHARPNESS * PICTURE_WIDTH, SHARPNESS * PICTURE_HEIGHT)
        reader.setScaledSize(wanted)
        images.append(reader.read() if file else QImage())
    return tuple(images)
