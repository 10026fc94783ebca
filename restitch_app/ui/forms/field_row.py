"""One line of a form: name, dot, field, and beneath it what stands against its value."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from restitch_app.domain.workflows import FormField
from restitch_app.ui.forms.changed_dot import ChangedDot
from restitch_app.ui.forms.number_fields import NumberLine
from restitch_app.ui.forms.value_field import made_field
from restitch_app.ui.forms.values import FormValues
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.pieces.widgets import ElidedLabel, IconLabel, label, row
from restitch_app.ui.pieces.wording import breakable
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import CONTROL_HEIGHT, SPACE_S, SPACE_XS

LABEL_WIDTH = 96
DOT_ROOM = 10


class FormRow(QWidget):
    """Name and dot on the left, `content` on the right, a problem under it."""

    def __init__(
        self, theme: Theme, name: str, *, label_width: int = LABEL_WIDTH, tip: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self.dot = ChangedDot(theme)
        self._name = ElidedLabel(tr(name), "", "2")
        self._head = QWidget()
        self._head.setToolTip(tr(tip))
        self.set_label_width(label_width)
        heading = row(self._name, self.dot, -1)
        heading.setSpacing(SPACE_XS)
        self._head.setLayout(heading)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_XS)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(self._head, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._column, 1)
        self._problem: QWidget | None = None
        self._words: QLabel | None = None
        self._shown_problem = ""

    def set_label_width(self, width_px: int) -> None:
        self._name.setMaximumWidth(width_px - DOT_ROOM - SPACE_XS)
        self._head.setFixedWidth(width_px)

    def put(self, content: QWidget | QLayout) -> None:
        if isinstance(content, QWidget):
            self._column.addWidget(content)
        else:
            self._column.addLayout(content)
        self._head.setMinimumHeight(CONTROL_HEIGHT)

    def under(self, content: QWidget) -> None:
        self._column.addWidget(content)

    @property
    def problem(self) -> str:
        """What is shown; empty while there is none."""
        return self._shown_problem

    def show_problem(self, text: str) -> None:
        """Empty takes it away. Most rows never have one, so that it is made when it is needed."""
        if self._words is None and text:
            self._words = label("", "detail")
            self._words.setObjectName("field_problem")
            self._words.setWordWrap(True)
            icon = IconLabel(self._theme, "circle-alert", "visible", 14)
            self._problem = QWidget()
            line = row(icon, self._words)
            line.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
            line.setStretch(1, 1)
            self._problem.setLayout(line)
            self._column.addWidget(self._problem)
        if self._words is not None and self._problem is not None:
            self._words.setText(breakable(tr(text)))
            self._shown_problem = text
            self._problem.setVisible(bool(text))


class FieldRow(FormRow):
    """A value of the workflow; it shows and changes what `values` holds under its name."""

    def __init__(
        self,
        theme: Theme,
        field: FormField,
        values: FormValues,
        *,
        label_width: int = LABEL_WIDTH,
    ) -> None:
        name = Verbatim(field.label) if "." in field.name else field.label  # as its node has it
        super().__init__(theme, name, label_width=label_width, tip=field.tooltip)
        self._field, self._values = field, values
        self._is_typing = False
        self.made = made_field(theme, field)
        content: QWidget | QLayout = self.made.widget
        if self.made.is_narrow:
            content = row(self.made.widget, -1)
        self.put(content)
        self.made.edited.connect(self._edited)
        if isinstance(self.made.widget, NumberLine):
            self.made.widget.editingFinished.connect(self._settle)
        values.changed.connect(self._follow)
        if values.is_kept(field.name):
            self._follow(field.name)

    @property
    def name(self) -> str:
        return self._field.name

    @Slot()
    def _edited(self) -> None:
        value = self.made.read()
        self._is_typing = True
        if value is None:
            self._values.leave(self.name)
        else:
            self._values.set(self.name, value)
        self._is_typing = False

    @Slot()
    def _settle(self) -> None:
        """What was typed and is no number goes."""
        if self.made.read() is None:
            self.made.write(self._values.value(self.name))

    @Slot(str)
    def _follow(self, name: str) -> None:
        if name != self.name:
            return
        self.dot.set_on(self._values.is_changed(name))
        value = self._values.value(name)
        if self.made.read() != value and not self._is_typing:
            self.made.write(value)
