"""The Scene tab: totals, limits, what is open, and who decided what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from restitch_app.domain.boundaries import BoundaryPolicy, PlainSsim
from restitch_app.domain.changes import Changes
from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.joins import Decision
from restitch_app.domain.progress import JobContext
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.context import PanelContext
from restitch_app.ui.inspector.drift_section import DriftSection
from restitch_app.ui.inspector.work_list import WorkList
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import Section, empty, scrolling
from restitch_app.ui.pieces.times import when
from restitch_app.ui.pieces.widgets import ElidedLabel, label, row
from restitch_app.ui.pieces.wording import STAYS, counted, gpu_words, scene_facts
from restitch_app.ui.theme.shapes import Shape, shape_of_class
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_M, SPACE_S, SPACE_XS

if TYPE_CHECKING:
    from restitch_app.services.project.overview import SceneOverview
    from restitch_app.services.project.segment_details import Decided
    from restitch_app.services.review.worklist import Point, Worklist
    from restitch_app.services.workbench import Workbench

BECOMES = {
    BecomesCurrent.WHEN_QA_PASSES: "becomes current when its checks pass",
    BecomesCurrent.ALWAYS: "always becomes current",
    BecomesCurrent.ASK: "waits for your decision",
}


class SceneTab(QWidget):
    segment_picked = Signal(int)
    boundary_picked = Signal(int)
    note_picked = Signal(object)  # Note
    counted = Signal(int)  # how many points are open

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scene_tab")
        self._context, self._state = context, context.state
        self._loader = Latest(context.runners.desk, self)
        self._loader.arrived.connect(self._show_decided)
        self._title = label("", "heading")
        self._facts = label("", "detail", "2")
        self._facts.setWordWrap(True)
        self.work = WorkList(context.theme)
        self.work.picked.connect(self._pick)
        self._work_loader = Latest(context.runners.desk, self)
        self._work_loader.arrived.connect(self._show_work)
        self.drift = DriftSection(context)
        self._totals = Section("Totals")
        self._totals_grid = _grid(self._totals)
        self._limits = Section("Limits")
        self._limits_grid = _grid(self._limits)
        self._decided = Section("Decisions")
        self._decided.setObjectName("decisions")
        self._decided.body.setSpacing(SPACE_XS)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(PANEL_PADDING, SPACE_S, PANEL_PADDING, SPACE_M)
        head.addWidget(self._title)
        head.addWidget(self._facts)
        column.addLayout(head)
        for part in (self.work, self.drift, self._totals, self._limits, self._decided):
            column.addWidget(part)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inside))
        self._state.scene_changed.connect(self._changed)
        context.session.closing.connect(self._let_go)
        self._changed(Changes(scene=True))

    @Slot(object)
    def _changed(self, _changes: Changes) -> None:
        overview, settings = self._state.overview, self._state.settings
        bench = self._context.session.bench
        self.setEnabled(overview is not None)
        if overview is None or settings is None or bench is None:
            return
        self._title.setText(overview.scene.name)
        self._facts.setText(tr(" · ".join(scene_facts(overview))))
        self._show_totals(overview)
        policy = settings.boundary_policy
        lines = [
            *_limits(policy),
            ("A finished take", BECOMES[settings.becomes_current]),
            ("Repeated seed frame", "left out" if settings.trim_repeats else "kept"),
            ("Measured at", tr("{count} lines", count=settings.analysis_height)),
        ]
        _fill(self._limits_grid, lines)
        self._loader.ask("Reading the decisions", lambda ctx: _decided(bench, ctx))
        self._work_loader.ask("Listing open points", partial(_work, bench, overview))

    @Slot()
    def _let_go(self) -> None:
        self._loader.drop()
        self._work_loader.drop()
        self.work.forget()

    @Slot(object)
    def _show_work(self, found: Worklist) -> None:
        self.work.show_list(found)
        self.counted.emit(len(found.open))

    def _show_totals(self, overview: SceneOverview) -> None:
        shapes = [shape_of_class(one.boundary_class) for one in overview.boundaries]
        accepted = sum(one.join.decision is Decision.ACCEPTED for one in overview.boundaries)
        approved = sum(one.is_approved for one in overview.current)
        lines = [
            ("Approved", f"{approved} of {counted(len(overview.current), 'segment')}"),
            ("Stale", counted(len(overview.stale), "segment")),
            *(
                (shape.word, counted(shapes.count(shape), "boundary", "boundaries"))
                for shape in (Shape.VISIBLE, Shape.BORDERLINE, Shape.SMOOTH, Shape.NOT_CHECKED)
                if shapes.count(shape)
            ),
        ]
        if overview.gpu.used_s:
            lines.append(("GPU time", gpu_words(overview.gpu)))
        if accepted:
            lines.append(("Accepted as is", counted(accepted, "boundary", "boundaries")))
        _fill(self._totals_grid, lines)

    @Slot(object)
    def _show_decided(self, found: tuple[Decided, ...]) -> None:
        self._decided.clear()
        if found:
            stays = label(tr("Undo is in the Edit menu. {stays}", stays=STAYS), "caption", "3")
            stays.setWordWrap(True)
            self._decided.body.addWidget(stays)
        for one in found:
            line = label(f"{one.actor} {tr(one.told)}", "detail")
            line.setWordWrap(True)
            shown = row(line, label(tr(when(one.at)), "caption", "3"))
            shown.setStretch(0, 1)
            self._decided.body.addLayout(shown)

    @Slot(object)
    def _pick(self, point: Point) -> None:
        if point.note is not None and point.boundary is None:
            self.note_picked.emit(point.note)
        elif point.boundary is not None:
            self.boundary_picked.emit(point.boundary)
        elif point.segment is not None:
            self.segment_picked.emit(point.segment)


def _grid(section: Section) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_M)
    grid.setVerticalSpacing(SPACE_XS)
    grid.setColumnStretch(1, 1)
    section.body.addLayout(grid)
    return grid


def _fill(grid: QGridLayout, lines: Sequence[tuple[str, str]]) -> None:
    empty(grid)
    for line, (name, value) in enumerate(lines):
        grid.addWidget(ElidedLabel(tr(name), "detail", "3"), line, 0, Qt.AlignmentFlag.AlignTop)
        told = label(tr(value), "detail")
        told.setWordWrap(True)
        grid.addWidget(told, line, 1)


def _work(bench: Workbench, overview: SceneOverview, _ctx: JobContext) -> Worklist:
    from restitch_app.services.review.worklist import worklist

    return worklist(bench.project, overview)


def _decided(bench: Workbench, _ctx: JobContext) -> tuple[Decided, ...]:
    from restitch_app.services.project.segment_details import decisions

    return decisions(bench.project)


def _limits(policy: BoundaryPolicy) -> tuple[tuple[str, str], ...]:
    if isinstance(policy, PlainSsim):
        return (
            ("Visible below", f"SSIM {policy.threshold:.2f}"),
            ("Smooth from", f"SSIM {policy.threshold + policy.band:.2f}"),
        )
    return (("Judged by", "the scene's own motion"),)
