"""The drift meter of the Scene tab, with a way back where the chain wanders off."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from restitch_app.domain.drift import SceneDrift, Wander
from restitch_app.ui.context import PanelContext
from restitch_app.ui.inspector.drift_chart import EMPTY, DriftChart
from restitch_app.ui.inspector.drift_words import target_of, wander_text
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import TIGHT_FROM, Section, empty
from restitch_app.ui.pieces.widgets import ShapeMark, label, row, set_word_icon
from restitch_app.ui.theme.shapes import Shape

ICON = "rotate-cw"


class DriftSection(Section):
    segment_picked = Signal(int)  # sequence index
    reanchor_asked = Signal(int)  # sequence index

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__("Drift", parent=parent)
        self.setObjectName("drift")
        self._state, self._theme = context.state, context.theme
        self._drift = EMPTY
        self._wanders: tuple[Wander, ...] = ()
        self.chart = DriftChart(context.theme)
        self._words = label("", "detail", "2")
        self._words.setObjectName("drift_words")
        self._words.setWordWrap(True)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(0)
        self.reanchor = QPushButton()
        self.reanchor.setObjectName("reanchor")
        self.reanchor.clicked.connect(self._ask)
        self.body.addWidget(self.chart)
        self.body.addWidget(self._words)
        self.body.addLayout(self._findings)
        self.body.addLayout(row(self.reanchor, -1))
        self.chart.segment_picked.connect(self.segment_picked)
        self._state.selection_changed.connect(self._follow_selection)
        context.theme.changed.connect(self._tint)
        self._tint()
        self.show_drift(None)

    @Slot(object)
    def show_drift(self, drift: SceneDrift | None) -> None:
        """None while no project is open."""
        self._drift = drift or EMPTY
        self.chart.show_drift(self._drift)
        known = sum(len(chain.segments) for chain in self._drift.chains)
        is_whole = known >= self._drift.segment_count
        self.count.setText(
            ""
            if is_whole
            else tr(
                "{known} of {segment_count} measured",
                known=known,
                segment_count=self._drift.segment_count,
            )
        )
        self._words.setText(tr(self._summary()))
        if self._drift.wanders != self._wanders:
            self._wanders = self._drift.wanders
            self._show_findings()
        self._follow_selection()

    def _summary(self) -> str:
        if not self._drift.chains:
            return "Not measured yet."
        if not any(chain.courses for chain in self._drift.chains):
            return "Too few segments to tell."
        count = max(chain.reference_count for chain in self._drift.chains if chain.courses)
        first = "the first segment" if count == 1 else f"the first {count} segments"
        if self._drift.wanders:
            return f"Compared with {first}:"
        return f"All segments look like {first}."

    def _show_findings(self) -> None:
        empty(self._findings)
        for number, wander in enumerate(self._wanders):
            button = QPushButton(tr(wander_text(wander)))
            button.setObjectName(f"drift_finding_{number}")
            button.setProperty("kind", "fold")
            pick = partial(self.segment_picked.emit, wander.sequence_index)
            button.clicked.connect(lambda _on=False, pick=pick: pick())
            mark = ShapeMark(self._theme, Shape.BORDERLINE, 10)
            mark.setAccessibleName(tr("Wanders off"))
            self._findings.addLayout(row(mark, button, -1))

    @Slot()
    def _follow_selection(self) -> None:
        self.chart.show_selected(self._state.selected_segment)
        target = self._target
        self.reanchor.setVisible(target is not None)
        if target is not None:
            whole = tr("Re-anchor segment {number}…", number=target + 1)
            is_tight = self._theme.text.factor >= TIGHT_FROM
            self.reanchor.setText(tr("Re-anchor…") if is_tight else whole)
            self.reanchor.setAccessibleName(whole)
            self.reanchor.setToolTip(
                tr("Regenerate it from its seed frame, corrected to the look of the first segments")
            )

    @property
    def _target(self) -> int | None:
        return target_of(self._drift, self._state.selected_segment)

    @Slot()
    def _ask(self) -> None:
        target = self._target
        if target is not None:
            self.reanchor_asked.emit(target)

    @Slot()
    def _tint(self) -> None:
        set_word_icon(self.reanchor, self._theme, ICON)
        self._follow_selection()
