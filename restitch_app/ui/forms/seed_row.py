"""The random seed: a new one for each take, or this one; several seeds are one unless unfolded."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from restitch_app.domain.workflows import FormField
from restitch_app.ui.forms.field_row import FormRow
from restitch_app.ui.forms.number_fields import NumberLine
from restitch_app.ui.forms.values import SEED, FormValues
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.pieces.widgets import ElidedLabel, label, row
from restitch_app.ui.pieces.wording import counted
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_XS

LARGEST_ROLLED = 2**53
"""Below it: some nodes and every JavaScript client hold seeds as doubles."""
LARGEST_SEED = 2**64 - 1
SEED_WIDTH = 200
NEW_WORDS, KEPT_WORDS = "New seed for each take", "This seed"


class SeedRow(FormRow):
    """The lock is closed while the seed is kept; typing or rolling one closes it."""

    def __init__(self, theme: Theme, field: FormField, values: FormValues) -> None:
        super().__init__(theme, field.label or "Seed", tip=field.tooltip)
        self._field, self._values = field, values
        self._is_typing = False
        self.line = _seed_line("Seed")
        self.line.setObjectName("field_seed")
        self.line.setPlaceholderText(tr("New"))
        self.dice = _tool("dice", "Pick a new random seed")
        self.lock = _tool("lock", "Keep this seed")
        self.lock.setCheckable(True)
        self._told = label("", "detail", "2")
        self._told.setObjectName("seed_words")
        self.unfold = QPushButton(tr(counted(len(field.parts), "seed")))
        self.unfold.setObjectName("unfold_seeds")
        self.unfold.setProperty("kind", "link")
        self.unfold.setCheckable(True)
        self.unfold.setToolTip(tr("Give each of them a value of its own"))
        self.put(row(self.line, self.dice, self.lock, self._told, -1, self.unfold))
        self.unfold.setHidden(len(field.parts) < 2)  # a widget shown before it is put is a window
        self._parts: QWidget | None = None
        self._connect()
        self._follow(SEED)

    def _connect(self) -> None:
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(lambda: self._follow(SEED))
        self.dice.clicked.connect(self._roll)
        self.lock.clicked.connect(self._lock)
        self.unfold.toggled.connect(self._show_parts)
        self._values.changed.connect(self._follow)
        self._theme.changed.connect(self._tint)

    @property
    def is_complete(self) -> bool:
        """False while the lock is closed on no number."""
        return not self.lock.isChecked() or self.line.number is not None

    # what the hands do

    @Slot()
    def _typed(self) -> None:
        self._is_typing = True
        number = self.line.number
        if number is None:
            self._values.leave(SEED)
            self.lock.setChecked(True)  # something is being typed; it is just no number yet
        else:
            self._values.keep(SEED, int(number))
        self._is_typing = False

    @Slot()
    def _roll(self) -> None:
        self._values.keep(SEED, secrets.randbelow(LARGEST_ROLLED))

    @Slot()
    def _lock(self) -> None:
        if not self.lock.isChecked():
            self._values.leave(SEED)
            self._follow(SEED)
        elif self.line.number is None:
            self._roll()
        else:
            self._values.keep(SEED, int(self.line.number))

    # what is shown

    @Slot(str)
    def _follow(self, name: str) -> None:
        if name != SEED:
            return
        is_kept = self._values.is_kept(SEED)
        if not self._is_typing:
            value = self._values.value(SEED)
            self.line.show_number(value if isinstance(value, int) else None)
            self.lock.setChecked(is_kept)
        self._told.setText(tr(KEPT_WORDS if self.lock.isChecked() else NEW_WORDS))
        self.dot.set_on(self._values.is_changed(SEED))
        self._tint()

    def _tint(self) -> None:
        self.dice.setIcon(self._theme.icon("dices"))
        self.lock.setIcon(self._theme.icon("lock" if self.lock.isChecked() else "lock-open"))

    # several of them

    @Slot(bool)
    def _show_parts(self, is_on: bool) -> None:
        if self._parts is None and is_on:
            self._parts = self._made_parts()
            self.under(self._parts)
        if self._parts is not None:
            self._parts.setVisible(is_on)

    def _made_parts(self) -> QWidget:
        parts = QWidget()
        parts.setObjectName("seed_parts")
        column = QVBoxLayout(parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        told = label(tr("Left empty, a seed follows the one above."), "detail", "3")
        column.addWidget(told)
        for name in self._field.parts:
            column.addWidget(SeedPart(name, self._title_of(name), self._values))
        return parts

    def _title_of(self, name: str) -> str:
        field = self._values.field(name)
        return field.node_title if field is not None else name


def _seed_line(name: str) -> NumberLine:
    line = NumberLine(is_whole=True, least=0, most=LARGEST_SEED)
    line.setAccessibleName(tr(name))
    line.setFixedWidth(SEED_WIDTH)
    return line


def _tool(name: str, tip: str) -> QToolButton:
    tool = QToolButton()
    tool.setObjectName(name)
    tool.setToolTip(tr(tip))
    tool.setAccessibleName(tr(tip))
    return tool


class SeedPart(QWidget):
    """One of several seeds: its node, and its own value where it has one."""

    def __init__(self, name: str, node_title: str, values: FormValues) -> None:
        super().__init__()
        self._name, self._values = name, values
        self.line = _seed_line(tr("Seed of {node}", node=Verbatim(node_title)))
        self.line.setObjectName(f"field_{name}")
        self.line.setPlaceholderText(tr("As above"))
        self.line.textEdited.connect(self._typed)
        values.changed.connect(self._follow)
        layout = row(self.line, ElidedLabel(node_title, "detail", "2"))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._follow(name)

    @Slot()
    def _typed(self) -> None:
        if self.line.number is None:
            self._values.leave(self._name)
        else:
            self._values.keep(self._name, int(self.line.number))

    @Slot(str)
    def _follow(self, name: str) -> None:
        if name == self._name:
            value = self._values.value(name) if self._values.is_kept(name) else None
            self.line.show_number(value if isinstance(value, int) else None)
