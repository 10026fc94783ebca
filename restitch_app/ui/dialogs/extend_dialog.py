"""Generate more segments at the end of the scene, each from the last frame of the one before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from restitch_app.domain.progress import JobContext
from restitch_app.domain.runs import FailedGate, RunWishes, SeedRule
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.frame import cancel_button, confirm_button, foot, line
from restitch_app.ui.dialogs.impact import segments_from
from restitch_app.ui.dialogs.server_picker import ServerPicker
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.forms.field_row import FormRow
from restitch_app.ui.forms.number_fields import WholeField
from restitch_app.ui.latest import Latest
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M
from restitch_app.ui.widgets import label, row
from restitch_app.ui.wording import about, counted

if TYPE_CHECKING:
    from restitch_app.services.runs.planning import Cost
    from restitch_app.services.workbench import Workbench

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


class ExtendDialog(QDialog):
    asked = Signal(int, object)  # number of segments, RunWishes

    def __init__(
        self, context: PanelContext, bench: Workbench, count: int, parent: QWidget | None = None
    ) -> None:
        """`count`: segments that the scene has now."""
        super().__init__(parent)
        self._context, self._bench, self._count = context, bench, count
        settings = context.state.settings
        self._own_url = settings.server_url if settings is not None else ""
        self.setObjectName("extend_dialog")
        self.setWindowTitle("Extend the scene")
        self.setModal(True)
        self.segments = WholeField(context.theme)
        self.segments.setObjectName("segments")
        self.segments.setRange(1, MOST_SEGMENTS)
        self.prompts = QPlainTextEdit()
        self.prompts.setObjectName("prompts")
        self.prompts.setPlaceholderText("As the segment before")
        self.prompts.setTabChangesFocus(True)
        self.rule = _choice(context.theme, "seed_rule", [text for _, text in SEEDS])
        self.seed = WholeField(context.theme)
        self.seed.setObjectName("first_seed")
        self.seed.setRange(0, LARGEST_SEED)
        self.gate = _choice(context.theme, "failed_gate", [text for _, text in GATES])
        runners = context.runners
        self.server = ServerPicker(
            context.theme, context.servers, runners.desk, bench, self._own_url
        )
        self._cost = Latest(runners.desk, self)
        self._told = label("", "detail", "2")
        self._told.setObjectName("extend_told")
        self._estimate = label("", "detail", "2")
        self._estimate.setObjectName("estimate_words")
        self._cancel = cancel_button(self, context.theme)
        self.go = confirm_button(self, context.theme, "", "plus", "extend")
        self._compose()
        self.segments.valueChanged.connect(self._refresh)
        self.prompts.textChanged.connect(self._refresh)
        self.rule.currentIndexChanged.connect(self._refresh)
        self.server.picked.connect(self._refresh)
        self._cost.arrived.connect(self._show_cost)
        self.go.clicked.connect(self._ask)
        self._refresh()
        self.segments.setFocus()
        self.segments.selectAll()

    def _compose(self) -> None:
        theme = self._context.theme
        form = QVBoxLayout()
        form.setContentsMargins(*[DIALOG_PADDING] * 4)
        form.setSpacing(SPACE_M)
        seeds = QWidget()
        seeds.setLayout(row(self.rule, self.seed))
        for name, content in (
            ("Segments", self.segments),
            ("Prompts", self.prompts),
            ("Seeds", seeds),
            ("Failed checks", self.gate),
            ("Server", self.server),
        ):
            shown = FormRow(theme, name, label_width=LABEL_WIDTH)
            shown.put(content)
            form.addWidget(shown)
        form.addWidget(self._told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(form, 1)
        layout.addWidget(line())
        layout.addWidget(foot(self._estimate, -1, self._cancel, self.go))

    def wishes(self) -> RunWishes:
        """As they stand now."""
        url = self.server.url
        return RunWishes(
            each={
                self._count + number: {"prompt": prompt}
                for number, prompt in enumerate(self._lines()[: self.segments.value()])
                if prompt
            },
            seed_rule=SEEDS[self.rule.currentIndex()][0],
            seed=self.seed.value(),
            server_url=url if url != self._own_url else None,
            on_failed_gate=GATES[self.gate.currentIndex()][0],
        )

    def _lines(self) -> list[str]:
        return [one.strip() for one in self.prompts.toPlainText().splitlines()]

    @Slot()
    def _ask(self) -> None:
        segments, wishes = self.segments.value(), self.wishes()
        self.accept()
        self.asked.emit(segments, wishes)

    @Slot()
    def _refresh(self) -> None:
        segments = self.segments.value()
        self.seed.setVisible(self.rule.currentIndex() > 0)
        made = segments_from(self._count, self._count + segments)
        self.go.setText(f"Generate {made}")
        given = len([one for one in self._lines() if one])
        told = "One prompt a line, for one segment after the other."
        if len(self._lines()) > segments:
            told = f"There are more prompts than segments: {counted(segments, 'segment')} only."
        elif given:
            told = f"{counted(given, 'prompt')} given; where none is, the one before stays."
        self._told.setText(told)
        self._cost.ask("Estimating", partial(_cost, self._bench, segments, self.wishes()))

    @Slot(object)
    def _show_cost(self, cost: Cost) -> None:
        prompts = counted(cost.prompts, "prompt")
        known = cost.seconds is not None
        self._estimate.setText(
            f"{prompts}, {about(cost.seconds or 0)}" if known else f"{prompts}, no estimate yet"
        )

    def done(self, result: int) -> None:
        self._cost.drop()
        self.server.drop()
        super().done(result)


def _choice(theme: Theme, name: str, texts: list[str]) -> ChoiceBox:
    made = ChoiceBox(theme)
    made.setObjectName(name)
    made.addItems(texts)
    return made


def _cost(bench: Workbench, segments: int, wishes: RunWishes, _ctx: JobContext) -> Cost:
    return bench.runs.cost(segments, wishes)
