"""Fields of the regenerate dialog for what a workflow takes; only what it has is shown."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QValidator
from PySide6.QtWidgets import (
    QGridLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from restitch_app.ui.dialogs.number_fields import RealField, WholeField
from restitch_app.ui.inspector.parameters import name_of
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_L, SPACE_S
from restitch_app.ui.widgets import label, row

Value = str | int | float | bool
Parameters = Mapping[str, Value]

MOST_TAKES = 16
LARGEST_SEED = 2**53
"""Below it: some nodes and every JavaScript client hold seeds as doubles."""
NUMBERS: Mapping[str, tuple[float, float, float, int]] = {
    "cfg": (0.0, 100.0, 0.5, 1),
    "steps": (1, 10_000, 1, 0),
    "denoise": (0.0, 1.0, 0.05, 2),
    "length": (1, 100_000, 1, 0),
}
"""Least, most, step, decimals."""
TEXTS = ("prompt", "negative_prompt")
TEXT_HEIGHTS = {"prompt": 72, "negative_prompt": 50}
LABEL_WIDTH = 96
SECOND_LABEL_WIDTH = 56
SEED_WIDTH = 216


class ChangedDot(QWidget):
    """Blue where the field differs from the current version."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.is_on = False
        self.setFixedSize(8, 8)
        theme.changed.connect(self.update)

    def set_on(self, is_on: bool) -> None:
        if is_on != self.is_on:
            self.is_on = is_on
            told = "Changed since the current version" if is_on else ""
            self.setToolTip(told)
            self.setAccessibleName(told)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_on:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.tokens.color("accent"))
            painter.setBrush(self._theme.tokens.color("accent"))
            painter.drawEllipse(1, 1, 5, 5)
            painter.end()


class ParameterFields(QWidget):
    changed = Signal()

    def __init__(
        self, theme: Theme, parameters: Parameters, version_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._before = theme, dict(parameters)
        self._version_name = version_name
        self._dots: dict[str, ChangedDot] = {}
        self._read: dict[str, Callable[[], Value]] = {}
        self._write: dict[str, Callable[[Value], None]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_S)
        self._grid.setVerticalSpacing(SPACE_S)
        self._grid.setColumnStretch(1, 1)
        self._line = 0
        self._problem = label("", "detail")
        self._problem.setObjectName("field_problem")
        self._problem.setWordWrap(True)
        self._problem.setVisible(False)
        self.takes = WholeField(theme)
        self._build()

    def _build(self) -> None:
        if "seed" in self._before:
            self._add_seed()
        numbers = [key for key in NUMBERS if key in self._before]
        for first, second in zip(numbers[::2], [*numbers[1::2], None], strict=False):
            self._add_numbers([first] if second is None else [first, second])
        self._add_takes()
        for key in TEXTS:
            if key in self._before:
                self._add_text(key)
        self._grid.addWidget(self._problem, self._line, 1)
        self._line += 1
        self.reset = QPushButton(f"Reset to {self._version_name}")
        self.reset.setObjectName("reset_parameters")
        self.reset.setProperty("kind", "link")
        self.reset.clicked.connect(self.put_back)
        self._told = label(f"Changed since {self._version_name}", "detail", "2")
        dot = ChangedDot(self._theme)
        dot.set_on(True)
        self._legend = QWidget()
        self._legend.setLayout(row(dot, self._told, -1, self.reset))
        self._grid.addWidget(self._legend, self._line, 1)
        self._mark()

    # what is chosen

    def parameters(self) -> dict[str, Value]:
        """What differs from the current version; the random seed only where it is kept fixed."""
        chosen = {key: read() for key, read in self._read.items() if key != "seed"}
        found = {key: value for key, value in chosen.items() if value != self._before[key]}
        if self.is_seed_kept:
            found["seed"] = self._read["seed"]()
        return found

    @property
    def is_seed_kept(self) -> bool:
        """The closed lock: this very seed, for one take."""
        return "seed" in self._read and self.lock.isChecked()

    @property
    def is_complete(self) -> bool:
        return not self.is_seed_kept or self.seed.hasAcceptableInput()

    def show_problem(self, key: str, text: str) -> None:
        """A refusal, told under the fields; the field it is about gets the focus."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        field = self.findChild(QWidget, f"field_{key}")
        if text and field is not None:
            field.setFocus()

    def put_back(self) -> None:
        for key, write in self._write.items():
            write(self._before[key])
        if "seed" in self._read:
            self.lock.setChecked(False)
        self.takes.setValue(1)
        self._mark()

    # building

    def _add_seed(self) -> None:
        self.seed = QLineEdit(_grouped(self._before["seed"]))
        self.seed.setObjectName("field_seed")
        self.seed.setAccessibleName("Seed")
        self.seed.setFixedWidth(SEED_WIDTH)
        self.seed.setValidator(_SeedValidator(self.seed))
        self.dice = self._tool("dice", "Pick a new random seed")
        self.dice.clicked.connect(self._roll)
        self.lock = self._tool("lock", "Keep this seed")
        self.lock.setCheckable(True)
        self.lock.toggled.connect(self._locked)
        self._seed_words = label("New seed for each take", "detail", "2")
        self._seed_words.setObjectName("seed_words")
        self._read["seed"] = self._seed_value
        self._write["seed"] = lambda value: self.seed.setText(_grouped(value))
        self.seed.textEdited.connect(lambda: self.lock.setChecked(True))
        self.seed.textChanged.connect(self._edited)
        self._put("seed", row(self.seed, self.dice, self.lock, self._seed_words, -1))
        self._theme.changed.connect(self._tint)
        self._tint()

    def _seed_value(self) -> int:
        text = self.seed.text().replace(" ", "")
        return int(text) if text.isdecimal() else int(self._before["seed"])

    def _roll(self) -> None:
        self.seed.setText(_grouped(secrets.randbelow(LARGEST_SEED)))
        self.lock.setChecked(True)

    def _locked(self, is_kept: bool) -> None:
        """A seed that is kept gives one take: all others would be the same."""
        self._seed_words.setText("This seed" if is_kept else "New seed for each take")
        self.takes.setMaximum(1 if is_kept else MOST_TAKES)
        tip = "One seed gives one take; open the lock for more" if is_kept else ""
        self.takes.setToolTip(tip)
        self._tint()
        self._edited()

    def _add_numbers(self, keys: list[str]) -> None:
        layout = row()
        for place, key in enumerate(keys):
            if place:
                layout.addSpacing(SPACE_L)
                second = label(name_of(key), "", "2")
                second.setFixedWidth(SECOND_LABEL_WIDTH)
                layout.addWidget(second)
                layout.addWidget(self._dot(key))
            layout.addWidget(self._number(key))
        layout.addStretch(1)
        self._put(keys[0], layout)

    def _number(self, key: str) -> QWidget:
        low, high, step, decimals = NUMBERS[key]
        before = self._before[key]
        field: WholeField | RealField
        if decimals == 0:
            whole = WholeField(self._theme)
            whole.setRange(int(low), int(high))
            whole.setSingleStep(int(step))
            whole.setValue(int(before))
            whole.valueChanged.connect(self._edited)
            self._read[key] = whole.value
            self._write[key] = lambda value: whole.setValue(int(value))
            field = whole
        else:
            real = RealField(self._theme)
            # As many decimals as the workflow has, so that nothing is rounded unasked.
            real.setDecimals(max(decimals, _decimals(float(before))))
            real.setRange(low, high)
            real.setSingleStep(step)
            real.setValue(float(before))
            real.valueChanged.connect(self._edited)
            self._read[key] = lambda: round(real.value(), real.decimals())
            self._write[key] = lambda value: real.setValue(float(value))
            field = real
        field.setObjectName(f"field_{key}")
        field.setAccessibleName(name_of(key))
        return field

    def _add_takes(self) -> None:
        self.takes.setObjectName("takes")
        self.takes.setAccessibleName("Takes")
        self.takes.setMinimum(1)
        self.takes.setMaximum(MOST_TAKES if "seed" in self._before else 1)
        self.takes.valueChanged.connect(lambda _count: self.changed.emit())
        told = label("Each take becomes a version to compare", "detail", "2")
        self._put("takes", row(self.takes, told, -1), "Takes")

    def _add_text(self, key: str) -> None:
        field = QPlainTextEdit(str(self._before[key]))
        field.setObjectName(f"field_{key}")
        field.setAccessibleName(name_of(key))
        field.setTabChangesFocus(True)
        field.setFixedHeight(TEXT_HEIGHTS[key])
        field.textChanged.connect(self._edited)
        self._read[key] = field.toPlainText
        self._write[key] = lambda value: field.setPlainText(str(value))
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._name(key, name_of(key)), self._line, 0, top)
        self._grid.addWidget(field, self._line, 1)
        self._line += 1

    def _put(self, key: str, layout: QLayout, name: str = "") -> None:
        self._grid.addWidget(self._name(key, name or name_of(key)), self._line, 0)
        self._grid.addLayout(layout, self._line, 1)
        self._line += 1

    def _name(self, key: str, text: str) -> QWidget:
        name = QWidget()
        name.setFixedWidth(LABEL_WIDTH)
        name.setLayout(row(label(text, "", "2"), self._dot(key), -1))
        return name

    def _dot(self, key: str) -> ChangedDot:
        return self._dots.setdefault(key, ChangedDot(self._theme))

    def _tool(self, name: str, tip: str) -> QToolButton:
        tool = QToolButton()
        tool.setObjectName(name)
        tool.setToolTip(tip)
        tool.setAccessibleName(tip)
        return tool

    # what changed

    def _edited(self) -> None:
        self.show_problem("", "")
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        for key, read in self._read.items():
            is_sent = key != "seed" or self.is_seed_kept
            self._dots[key].set_on(is_sent and read() != self._before[key])
        self._legend.setVisible(any(dot.is_on for dot in self._dots.values()))

    def _tint(self) -> None:
        self.dice.setIcon(self._theme.icon("dices"))
        self.lock.setIcon(self._theme.icon("lock" if self.lock.isChecked() else "lock-open"))


def _grouped(seed: Value) -> str:
    return f"{int(seed):,}".replace(",", " ")


def _decimals(value: float) -> int:
    text = f"{value:.6f}".rstrip("0")
    return len(text.partition(".")[2])


class _SeedValidator(QValidator):
    """Whole numbers below 2^64; groups may be parted by spaces."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        plain = text.replace(" ", "")
        if not plain:
            return QValidator.State.Intermediate, text, place
        fits = plain.isascii() and plain.isdecimal() and int(plain) < 2**64
        return (QValidator.State.Acceptable if fits else QValidator.State.Invalid), text, place
