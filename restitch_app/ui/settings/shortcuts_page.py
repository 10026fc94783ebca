"""Every action and its keys: searched, recorded anew, taken over, reset."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPushButton, QTreeWidget
from PySide6.QtWidgets import QTreeWidgetItem as Item

from restitch_app.ui.commands.action_specs import SPECS, ActionSpec
from restitch_app.ui.commands.acts import Act
from restitch_app.ui.commands.key_bindings import KeyBindings, native
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.memory.preferences import Preferences
from restitch_app.ui.pieces.widgets import row
from restitch_app.ui.settings.key_recorder import KeyRecorder
from restitch_app.ui.settings.page import FieldNote, SettingsPage

ACT = Qt.ItemDataRole.UserRole
KEYS_WIDTH = 200
TEXTS = {spec.id: spec.text for spec in SPECS}


class ShortcutsPage(SettingsPage):
    def __init__(self, context: PanelContext, preferences: Preferences) -> None:
        super().__init__()
        self._actions, self._preferences = context.actions, preferences
        self._wanted = ""
        self._groups: dict[str, Item] = {}
        self._search = QLineEdit()
        self._search.setObjectName("search_actions")
        self._search.setPlaceholderText(tr("Search by action or key"))
        self._search.setAccessibleName(tr("Search actions"))
        self._search.textChanged.connect(self._filter)
        self._table = _made_table()
        self._table.currentItemChanged.connect(self._selected)
        self._table.itemActivated.connect(self._start)
        self.record = KeyRecorder()
        self.record.recorded.connect(self._recorded)
        self.record.refused.connect(self._refused)
        self._take_over = self._button("take_over", "Take over", self._take)
        self._remove = self._button("remove_key", "Remove keys", self._remove_keys)
        self._reset = self._button("reset_key", "Reset", self._reset_one)
        self._reset_all = self._button("reset_keys", "Reset all", self._reset_every)
        self._note = FieldNote("key_conflict")
        self.body.addWidget(self._search)
        self.body.addWidget(self._table, 1)
        self.body.addLayout(row(self._note, self._take_over, -1))
        self.body.addLayout(row(self.record, self._remove, self._reset, -1, self._reset_all))
        self._items = {spec.id: self._add(spec) for spec in self._shown_specs()}
        self._actions.keys_changed.connect(self._write)
        self._write()
        self._table.setCurrentItem(next(iter(self._items.values())))

    def leave(self) -> None:
        self.record.stop()
        self._settle()

    def show_item(self, key: str) -> None:
        """`key`: the name of an action."""
        self._table.setCurrentItem(self._items[Act(key)])

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        made = QPushButton(tr(text))
        made.setObjectName(name)
        made.setAutoDefault(False)
        made.clicked.connect(slot)
        return made

    def _shown_specs(self) -> list[ActionSpec]:
        return [spec for spec in SPECS if self._actions.is_answered(spec.id)]

    def _add(self, spec: ActionSpec) -> Item:
        title = spec.menu.split("/")[0]
        _, _, submenu = spec.menu.partition("/")
        if title not in self._groups:
            group = self._groups[title] = Item(self._table, [tr(title)])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setExpanded(True)
        text = _told(spec.id)
        item = Item(self._groups[title], [f"{tr(submenu)}: {text}" if submenu else text, ""])
        item.setData(0, ACT, spec.id.value)
        return item

    # what is shown

    @property
    def _bindings(self) -> KeyBindings:
        return self._actions.bindings

    @property
    def _act(self) -> Act | None:
        item = self._table.currentItem()
        value = item.data(0, ACT) if item is not None else None
        return Act(value) if value else None

    @Slot()
    def _write(self) -> None:
        bindings = self._bindings
        for act, item in self._items.items():
            item.setText(1, ", ".join(dict.fromkeys(map(native, bindings.keys(act)))))
            font = QFont(self.font())
            font.setBold(act in bindings.changed)
            item.setFont(1, font)
            item.setToolTip(1, tr("Not the usual key") if act in bindings.changed else "")
        self._filter(self._search.text())
        self._show_buttons()

    @Slot(str)
    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for item in self._items.values():
            whole = f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(not all(word in whole for word in words))
        for group in self._groups.values():
            inside = [item for item in self._items.values() if item.parent() is group]
            group.setHidden(all(one.isHidden() for one in inside))

    @Slot()
    def _selected(self) -> None:
        self.record.stop()
        self._settle()

    def _show_buttons(self) -> None:
        act, bindings = self._act, self._bindings
        self.record.setEnabled(act is not None)
        self._remove.setEnabled(act is not None and bool(bindings.keys(act)))
        self._reset.setEnabled(act in bindings.changed)
        self._reset_all.setEnabled(bool(bindings.changed))
        self._take_over.setVisible(bool(self._wanted))

    def _settle(self) -> None:
        """Nothing is asked any more."""
        self._wanted = ""
        self._note.say("")
        self._show_buttons()

    # what is done

    @Slot()
    def _start(self) -> None:
        self.record.click()

    @Slot(str)
    def _recorded(self, key: str) -> None:
        act = self._act
        if act is None:
            return
        user = self._bindings.user_of(key, but=act)
        if user is None:
            self._settle()
            self._preferences.bind(self._bindings.with_key(act, key))
            return
        self._wanted = key
        self._note.refuse(
            tr("{key} is used by {action}. Take it over?", key=native(key), action=_told(user))
        )
        self._show_buttons()
        self._take_over.setFocus()

    @Slot(str)
    def _refused(self, reason: str) -> None:
        self._settle()
        self._note.refuse(reason)

    @Slot()
    def _take(self) -> None:
        act, key = self._act, self._wanted
        self._settle()
        if act is not None and key:
            self._preferences.bind(self._bindings.with_key(act, key))
            self._table.setFocus()

    @Slot()
    def _remove_keys(self) -> None:
        if (act := self._act) is not None:
            self._settle()
            self._preferences.bind(self._bindings.with_keys(act, ()))

    @Slot()
    def _reset_one(self) -> None:
        if (act := self._act) is not None:
            self._settle()
            self._preferences.bind(self._bindings.reset(act))

    @Slot()
    def _reset_every(self) -> None:
        self._settle()
        self._preferences.bind(KeyBindings())


def _made_table() -> QTreeWidget:
    made = QTreeWidget()
    made.setObjectName("shortcut_table")
    made.setAccessibleName(tr("Actions and their keys"))
    made.setColumnCount(2)
    made.setHeaderLabels([tr("Action"), tr("Keys")])
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.header().setStretchLastSection(False)
    made.header().setSectionResizeMode(0, made.header().ResizeMode.Stretch)
    made.header().resizeSection(1, KEYS_WIDTH)
    return made


def _told(act: Act) -> str:
    return tr(TEXTS[act]).rstrip("…")
