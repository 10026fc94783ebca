"""What a generation can be told: how many segments, their prompts, seeds, what a failure does."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from restitch_app.domain.runs import FailedGate, RunWishes, SeedRule
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.forms.field_row import FormRow
from restitch_app.ui.forms.number_fields import WholeField
from restitch_app.ui.language.translating import tr, tr_n
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_M

LABEL_WIDTH = 120
MOST_SEGMENTS = 1000
LARGEST_SEED = 2**31 - 1
"""Of a spin box; any seed can be given to a single segment."""
SEEDS = (
    (SeedRule.RANDOM, "A new one for each"),
    (SeedRule.FIXED, "The same for each"),
    (SeedRule.INCREMENT, "One more for each"),
)
GATES = (
    (FailedGate.PAUSE, "Pause and ask"),
    (FailedGate.STOP, "Stop"),
    (FailedGate.GO_ON, "Go on all the same"),
)


class RunFields(QWidget):
    changed = Signal()

    def __init__(self, theme: Theme, segments: int = 1) -> None:
        """`segments`: suggested."""
        super().__init__()
        self.segments = WholeField(theme)
        self.segments.setObjectName("segments")
        self.segments.setRange(1, MOST_SEGMENTS)
        self.segments.setValue(segments)
        self.prompts = QPlainTextEdit()
        self.prompts.setObjectName("prompts")
        self.prompts.setAccessibleName(tr("Prompts, one a line"))
        self.prompts.setPlaceholderText(tr("As the workflow, or the segment before"))
        self.prompts.setTabChangesFocus(True)
        self._rule = _choice(theme, "seed_rule", [text for _, text in SEEDS])
        self._seed = WholeField(theme)
        self._seed.setObjectName("first_seed")
        self._seed.setAccessibleName(tr("First seed"))
        self._seed.setRange(0, LARGEST_SEED)
        self._gate = _choice(theme, "failed_gate", [text for _, text in GATES])
        self._told = label("", "detail", "2")
        self._told.setObjectName("prompts_told")
        count = QWidget()
        count.setLayout(row(self.segments, -1))  # as wide as it is, at the left
        seeds = QWidget()
        seeds.setLayout(row(self._rule, self._seed))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        for name, content in (
            ("Segments", count),
            ("Prompts", self.prompts),
            ("", self._told),
            ("Seeds", seeds),
            ("Failed checks", self._gate),
        ):
            column.addWidget(named(theme, name, content))
        self.segments.valueChanged.connect(self._refresh)
        self.prompts.textChanged.connect(self._refresh)
        self._rule.currentIndexChanged.connect(self._refresh)
        self._refresh()

    def wishes(
        self, first_index: int, server_url: str | None = None, workflow_id: int | None = None
    ) -> RunWishes:
        """As they stand now. `first_index`: the segment that the first prompt is for."""
        lines = self._lines()[: self.segments.value()]
        return RunWishes(
            each={
                first_index + number: {"prompt": prompt}
                for number, prompt in enumerate(lines)
                if prompt
            },
            seed_rule=SEEDS[self._rule.currentIndex()][0],
            seed=self._seed.value(),
            server_url=server_url,
            workflow_id=workflow_id,
            on_failed_gate=GATES[self._gate.currentIndex()][0],
        )

    def _lines(self) -> list[str]:
        return [one.strip() for one in self.prompts.toPlainText().splitlines()]

    @Slot()
    def _refresh(self) -> None:
        segments, lines = self.segments.value(), self._lines()
        self._seed.setVisible(self._rule.currentIndex() > 0)
        given = sum(bool(one) for one in lines[:segments])
        told = tr("One prompt a line, for one segment after the other.")
        if len(lines) > segments:
            told = tr_n(
                "There are more lines than segments: {count} line used.",
                "There are more lines than segments: {count} lines used.",
                segments,
            )
        elif given:
            told = tr_n(
                "{count} prompt given; where none is, the one before stays.",
                "{count} prompts given; where none is, the one before stays.",
                given,
            )
        self._told.setText(told)
        self.changed.emit()


def named(theme: Theme, name: str, content: QWidget) -> FormRow:
    shown = FormRow(theme, name, label_width=LABEL_WIDTH)
    shown.put(content)
    return shown


def _choice(theme: Theme, name: str, texts: list[str]) -> ChoiceBox:
    made = ChoiceBox(theme)
    made.setObjectName(name)
    made.addItems([tr(text) for text in texts])
    return made
