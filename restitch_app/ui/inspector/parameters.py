"""What a version was generated with; what changed since the other one is bold."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from restitch_app.ui.inspector.workflow_note import WorkflowNote
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import Section, empty
from restitch_app.ui.pieces.widgets import ElidedLabel, label, row
from restitch_app.ui.pieces.wording import breakable
from restitch_app.ui.theme.tokens import SPACE_M, SPACE_XS

Parameters = Mapping[str, str | int | float | bool]

LABELS = {
    "seed": "Seed",
    "cfg": "CFG",
    "steps": "Steps",
    "denoise": "Denoise",
    "length": "Length",
    "prompt": "Prompt",
    "negative_prompt": "Negative",
    "width": "Width",
    "height": "Height",
    "fps": "Frame rate",
    "seed_frame": "Seed frame",
    "end_frame": "End frame",
    "filename_prefix": "File name",
}
RARELY_TOLD = frozenset({"width", "height", "fps", "length", "denoise"})
"""Shown only where they changed."""
LONGEST_OLD = 24
LONGEST_LINE = 26
"""Characters of old and new value that stand side by side in the narrow inspector."""


def value_text(key: str, value: object) -> str:
    """As people read it: seeds in groups of three, whole numbers without decimals."""
    if key == "seed" and isinstance(value, int):
        return f"{value:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
    if isinstance(value, float):
        return f"{value:.4g}" if value != round(value) else f"{value:.1f}"
    return str(value)


def name_of(key: str) -> str:
    return LABELS.get(key, key)


class ParametersView(Section):
    inputs_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._changed = ElidedLabel("", "detail", "3")
        self._longest_line = LONGEST_LINE
        self._inputs = QPushButton(tr("Inputs…"))
        self._inputs.setObjectName("parameters_inputs")
        self._inputs.setProperty("kind", "link")
        self._inputs.setAccessibleName(tr("Workflow inputs…"))
        super().__init__("Parameters", self._changed, self._inputs, parent=parent)
        self._inputs.clicked.connect(self.inputs_asked)
        self.setObjectName("parameters")
        self._shown: object = None
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_M)
        self._grid.setVerticalSpacing(SPACE_XS)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._note = label("", "detail", "2")
        self._note.setObjectName("workflow_note")
        self._note.setWordWrap(True)
        self._note.setVisible(False)
        self.body.addWidget(self._note)

    @Slot(object)
    def show_workflow(self, note: WorkflowNote) -> None:
        """Why its workflow cannot be used, where the reviewer sees what it was made with."""
        self._note.setText(f"{note.name}: {breakable(tr(note.problem))}" if note.problem else "")
        self._note.setVisible(bool(note.problem))
        self._inputs.setToolTip(
            tr("What the inputs of {name} mean", name=note.name) if note.name else ""
        )

    def set_tight(self, is_tight: bool) -> None:
        """With large text old and new stand below each other sooner, and are not counted."""
        self._longest_line = LONGEST_LINE // 2 if is_tight else LONGEST_LINE
        self._changed.setVisible(not is_tight)  # what changed is bold below
        self._shown = None  # shown anew when it is next asked for

    def show_parameters(self, now: Parameters, before: Parameters | None, before_name: str) -> None:
        """`before`: of the version it is compared with; None where there is none."""
        if (dict(now), before, before_name) == self._shown:
            return
        self._shown = (dict(now), before, before_name)
        empty(self._grid)
        changed = {key for key, value in now.items() if before and before.get(key) != value}
        told = [key for key in LABELS if key in now and (key not in RARELY_TOLD or key in changed)]
        told += sorted(key for key in now if key not in LABELS)
        for line, key in enumerate(told):
            name = label(tr(name_of(key)), "detail", "3")
            self._grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            old = before.get(key) if before and key in changed else None
            shown = _value(key, now[key], old, key in changed, self._longest_line)
            self._grid.addWidget(shown, line, 1)
        if not told:
            self._grid.addWidget(
                label(tr("The clip carries no workflow"), "detail", "3"), 0, 0, 1, 2
            )
        self._changed.setText(
            tr("{count} changed from {before_name}", count=len(changed), before_name=before_name)
            if before and changed
            else ""
        )


def _value(key: str, value: object, old: object, is_changed: bool, longest_line: int) -> QWidget:
    text = value_text(key, value)
    shown = _wrapping(text, is_changed)
    if old is None or len(str(old)) > LONGEST_OLD:
        return shown
    both = QWidget()
    before = label(f"{value_text(key, old)} →", "detail", "2")
    if len(before.text()) + len(text) > longest_line:
        below = QVBoxLayout(both)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(before)
        below.addWidget(shown)
        return both
    shown.setWordWrap(False)
    both.setLayout(row(before, shown, -1))
    both.layout().setSpacing(SPACE_XS)  # type: ignore[union-attr] # it was just set
    return both


def _wrapping(text: str, is_strong: bool) -> QLabel:
    made = label(text, "detail-strong" if is_strong else "detail")
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
