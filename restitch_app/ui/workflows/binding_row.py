"""One meaning and the inputs it goes to: how sure that is, and what else it could be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from restitch_app.domain.bindings import Binding, Candidate, Confidence, InputName
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.inspector.parameters import name_of
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.pieces.section import empty
from restitch_app.ui.pieces.widgets import ElidedLabel, IconLabel, label, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_S, SPACE_XS
from restitch_app.ui.workflows.words import CONFIDENCE, place_words, value_words

NAME_WIDTH = 104
CONFIDENCE_WIDTH = 132
NONE_WORDS = "None: the workflow has no such input"
ASK_WORDS = "Choose…"
SEVERAL_WORDS = "Several…"
_TIP = Qt.ItemDataRole.ToolTipRole

Places = tuple[InputName, ...]


class BindingRow(QWidget):
    chosen = Signal(str, object)  # key, tuple[InputName, ...]
    reset_asked = Signal(str)  # key

    def __init__(self, theme: Theme, binding: Binding) -> None:
        super().__init__()
        self.key = binding.key
        self.setObjectName(f"binding_{self.key}")
        self._binding = binding
        self._options: list[Places | None] = []
        name = label(tr(name_of(self.key)))
        name.setFixedWidth(NAME_WIDTH)
        self.box = ChoiceBox(theme)
        self.box.setObjectName(f"places_{self.key}")
        self.box.activated.connect(self._activated)
        self._icon = IconLabel(theme, "", "text_2", 14)
        self._word = label("", "detail")
        self._word.setObjectName(f"confidence_{self.key}")
        confidence = QWidget()
        confidence.setFixedWidth(CONFIDENCE_WIDTH)
        confidence.setLayout(row(self._icon, self._word, -1))
        self.reset = QPushButton(tr("Reset"))
        self.reset.setObjectName(f"reset_{self.key}")
        self.reset.setProperty("kind", "link")
        self.reset.setAutoDefault(False)
        self.reset.setToolTip(tr("Back to what is found by itself"))
        self.reset.clicked.connect(lambda: self.reset_asked.emit(self.key))
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.value = ElidedLabel("", "detail", "2")
        self.value.setObjectName(f"value_{self.key}")
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(SPACE_XS)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_S)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for column, widget in enumerate((name, self.box, confidence, self.reset)):
            grid.addWidget(widget, 0, column)
        grid.addLayout(self._boxes, 1, 1, 1, 2)
        grid.addWidget(self.value, 2, 1, 1, 2)
        self.show_binding(binding)

    def show_binding(self, binding: Binding) -> None:
        """The same key, read anew."""
        self._binding = binding
        word, icon, role = CONFIDENCE[binding.confidence]
        is_absent = not binding.places and binding.confidence is not Confidence.UNSURE
        if is_absent and binding.confidence is not Confidence.CHOSEN:
            word, icon, role = "Not found", "info", "text_3"
        self._word.setText(tr(word))
        self._word.setProperty(
            "type", "detail-strong" if binding.confidence is Confidence.UNSURE else "detail"
        )
        self._icon.set_icon(icon, role)
        self.reset.setVisible(binding.confidence is Confidence.CHOSEN)
        self._fill()
        told = self._told()
        self.value.setText(told)
        self.box.setAccessibleName(f"{tr(name_of(self.key))}, {tr(word)}")
        self.box.setAccessibleDescription(told)
        if self._boxes.count():
            self._show_boxes()

    def _told(self) -> str:
        binding = self._binding
        shown = [one for one in binding.candidates if one.at in binding.places]
        if not binding.places:
            return ""
        reasons = ", ".join(dict.fromkeys(_reason(one.reason) for one in shown if one.reason))
        value = value_words(self.key, [one.value for one in shown]) if shown else ""
        return " · ".join(part for part in (value, reasons) if part)

    # the drop-down

    def _fill(self) -> None:
        binding, box = self._binding, self.box
        self._options = []
        box.clear()
        if binding.confidence is Confidence.UNSURE:
            self._offer(None, tr(ASK_WORDS))
        elif len(binding.places) > 1:
            self._offer(binding.places, self._several_words())
        listed = [one.at for one in binding.candidates]
        for at in (*(at for at in binding.places if at not in listed), *listed):
            self._offer((at,), place_words(at, binding.candidates), _tip(binding, at))
        self._offer((), tr(NONE_WORDS))
        if len(listed) > 1:
            self._offer(None, tr(SEVERAL_WORDS))
        is_unsure = binding.confidence is Confidence.UNSURE
        box.setCurrentIndex(0 if is_unsure else self._options.index(binding.places))
        box.setToolTip(box.currentText())

    def _several_words(self) -> str:
        names = [place_words(at, self._binding.candidates) for at in self._binding.places]
        return tr("{count} inputs: {names}", count=len(names), names=Verbatim(", ".join(names)))

    def _offer(self, places: Places | None, text: str, tip: str = "") -> None:
        self._options.append(places)
        self.box.addItem(text)
        self.box.setItemData(self.box.count() - 1, tip or text, _TIP)

    @Slot(int)
    def _activated(self, number: int) -> None:
        places = self._options[number]
        if places is not None:
            empty(self._boxes)
            if places != self._binding.places or self._is_open_question:
                self.chosen.emit(self.key, places)
        elif number > 0:  # the first is a question, no choice
            self._show_boxes()
            self._fill()

    @property
    def _is_open_question(self) -> bool:
        return self._binding.confidence is Confidence.UNSURE

    # several of them

    def _show_boxes(self) -> None:
        focus = self._focused_box()
        empty(self._boxes)
        for candidate in self._binding.candidates:
            box = QCheckBox(place_words(candidate.at, self._binding.candidates))
            box.setObjectName(f"takes_{candidate.at}")
            box.setToolTip(_tip(self._binding, candidate.at))
            box.setChecked(candidate.at in self._binding.places and not self._is_open_question)
            box.clicked.connect(self._ticked)
            self._boxes.addWidget(box)
            if box.objectName() == focus:
                box.setFocus()

    def _focused_box(self) -> str:
        for box in self._ticks():
            if box.hasFocus():
                return box.objectName()
        return ""

    def _ticks(self) -> list[QCheckBox]:
        found = [self._boxes.itemAt(number) for number in range(self._boxes.count())]
        widgets = [item.widget() for item in found if item is not None]
        return [one for one in widgets if isinstance(one, QCheckBox)]

    @Slot()
    def _ticked(self) -> None:
        taken = {
            box.objectName().removeprefix("takes_") for box in self._ticks() if box.isChecked()
        }
        places = tuple(one.at for one in self._binding.candidates if str(one.at) in taken)
        self.chosen.emit(self.key, places)


def _class_words(found: Candidate) -> str:
    return tr("{kind}, node {node}", kind=Verbatim(found.node_class), node=found.at.node_id)


def _tip(binding: Binding, at: InputName) -> str:
    found: Candidate | None = next((one for one in binding.candidates if one.at == at), None)
    if found is None:
        return ""
    value = value_words(binding.key, [found.value])
    return "\n".join(part for part in (_class_words(found), _reason(found.reason), value) if part)


def _reason(reason: str) -> str:
    """Also for "cfg of Sampler" which has too few letters of its own to be recognised."""
    shown = tr(reason)
    name, of, title = reason.partition(" of ")
    if shown != reason or not of or " " in name:
        return shown
    return tr("{input} of {node}", input=Verbatim(name), node=Verbatim(title))
