"""Regenerate what comes after a segment as well; off unless the reviewer says so each time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.progress import JobContext
from restitch_app.domain.runs import RunWishes
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.pieces.wording import about
from restitch_app.ui.theme.tokens import SPACE_L, SPACE_S

if TYPE_CHECKING:
    from restitch_app.services.runs.planning import CascadePlan
    from restitch_app.services.workbench import Workbench

INDENT = 24


class CascadePanel(QWidget):
    """Hidden for a scene's last segment, which nothing comes after."""

    changed = Signal()

    def __init__(
        self,
        runner: JobRunner,
        bench: Workbench,
        scene: Scene,
        sequence_index: int,
        segment_count: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("cascade_panel")
        self._bench, self._scene, self._index = bench, scene, sequence_index
        self._count = segment_count
        later = self.later
        self.box = QCheckBox(tr("Then regenerate {later} too", later=later))
        self.box.setObjectName("cascade")
        self.box.setProperty("type", "strong")
        self.box.toggled.connect(self._toggled)
        self._told = label("", "detail", "2")
        self._told.setObjectName("cascade_told")
        self._told.setWordWrap(True)
        self._plan = Latest(runner, self)
        self._plan.arrived.connect(self._show)
        self._plan.failed.connect(lambda error: self._told.setText(tr(str(error))))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(self.box)
        layout.addLayout(row(self._told, margins=(INDENT, 0, 0, SPACE_L)))
        self.setVisible(bool(later))
        self._write_off()

    @property
    def is_on(self) -> bool:
        return self.box.isChecked()

    @property
    def later(self) -> str:
        """ "6–10", "10", or empty."""
        first, last = self._index + 2, self._count
        return "" if first > last else str(last) if first == last else f"{first}–{last}"

    def allow(self, why_not: str) -> None:
        """`why_not`: why a cascade cannot begin as things are chosen; empty where it can."""
        if why_not:
            self.box.setChecked(False)
        self.box.setEnabled(not why_not)
        self.box.setToolTip(tr(why_not))
        if not self.is_on:
            self._write_off()

    def drop(self) -> None:
        self._plan.drop()

    @Slot(bool)
    def _toggled(self, is_on: bool) -> None:
        if is_on:
            self._told.setText("…")
            self._plan.ask(
                "Planning a cascade",
                partial(_planned, self._bench, self._scene, self._index),
            )
        else:
            self._plan.drop()
            self._write_off()
        self.changed.emit()

    def _write_off(self) -> None:
        reason = self.box.toolTip()
        self._told.setText(reason if reason else tr("Off: later segments stay as they are."))

    @Slot(object)
    def _show(self, plan: CascadePlan) -> None:
        """What it would leave behind; which segments it renders the impact says."""
        each = plan.cost.seconds_each
        told = tr("Adds new versions of {segments}, with their own values.", segments=self.later)
        if each is not None:
            told = tr(
                "Adds {time} and new versions of {segments}, with their own values.",
                time=about(each * (len(plan.indices) - 1)),
                segments=self.later,
            )
        self._told.setText(" ".join((told, *(tr(one) for one in plan.left_behind))))


def _planned(bench: Workbench, scene: Scene, index: int, _ctx: JobContext) -> CascadePlan:
    return bench.runs.plan_cascade(scene, index, RunWishes())
