"""How boundaries are judged in the open project: by which policy, and with which limits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QRadioButton, QVBoxLayout, QWidget

from restitch_app.domain.boundaries import BoundaryPolicy, Continuity, PlainSsim
from restitch_app.domain.policies import CONTINUITY, PLAIN
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.background.running import Running, SceneWork
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.frame import line
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, paragraph, row
from restitch_app.ui.settings.limit_fields import LimitFields, defaults_of
from restitch_app.ui.settings.limit_preview import Counts, counts_under, preview_line
from restitch_app.ui.settings.page import (
    FieldNote,
    SettingsPage,
    heading,
    not_changeable,
)
from restitch_app.ui.settings.proposal_box import UNDER_PLAIN, ProposalBox
from restitch_app.ui.theme.tokens import SPACE_S

if TYPE_CHECKING:
    from restitch_app.domain.progress import JobContext
    from restitch_app.domain.versions import Scene
    from restitch_app.services.boundaries.wrong_calls import LimitProposal
    from restitch_app.services.workbench import Workbench

POLICIES: dict[type[BoundaryPolicy], str] = {
    Continuity: "Continuity: against the motion on both sides",
    PlainSsim: "Plain SSIM: one threshold for every boundary",
}
ABOUT = {
    Continuity: "The verdict V is the largest of the scores below, each divided by its limit. A "
    "lower limit takes a measure more seriously. With too few frames to say what is natural, SSIM "
    "decides.",
    PlainSsim: "Below the threshold a jump is visible, within the band above it borderline.",
}
NO_PROJECT = "Open a project to see what its boundaries are judged by."
CHANGING = "Changing how boundaries are judged"


class BoundariesPage(SettingsPage):
    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context, self._state = context, context.state
        self._run = Running(context)
        self._counting = Latest(context.runners.desk, self)
        self._counting.arrived.connect(self._show_counts)
        self._proposing = Latest(context.runners.desk, self)
        self._proposing.arrived.connect(self._show_proposal)
        self.note = FieldNote("boundaries_note")
        self.problem = FieldNote("limits_problem")
        self.preview = paragraph("", "limits_preview")
        self.proposal = ProposalBox()
        self.proposal.use_asked.connect(self._use_proposal)
        self.reset = QPushButton(tr("Reset to defaults"))
        self.reset.setObjectName("reset_limits")
        self.reset.clicked.connect(self._reset)
        self.fields = LimitFields(context.theme, Continuity())
        self._about = paragraph(ABOUT[Continuity])
        self._policies = QButtonGroup(self)
        self._policies.idClicked.connect(self._choose)
        self._inside = self._built()
        self.body.addWidget(self.note)
        self.body.addWidget(self._inside)
        self.body.addStretch(1)
        self.body.addWidget(label(tr("These are kept in the project."), "detail", "3"))
        self._connect_fields()
        self._state.scene_changed.connect(self._write)
        self._write()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._write()

    def leave(self) -> None:
        """A field that still has the focus is left, too."""
        focus = self.fields.focusWidget()
        if focus is not None:
            focus.clearFocus()
        if self.fields.problem:
            self.fields.reset_numbers()
        self._counting.drop()
        self._proposing.drop()

    def _built(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(heading(tr("How boundaries are judged")))
        for number, words in enumerate(POLICIES.values()):
            button = QRadioButton(tr(words))
            button.setObjectName(f"boundary_policy_{number}")
            self._policies.addButton(button, number)
            column.addWidget(button)
        column.addWidget(self._about)
        column.addSpacing(SPACE_S)
        self._place = QVBoxLayout()
        self._place.addWidget(self.fields)
        column.addLayout(self._place)
        column.addWidget(self.problem)
        below = row(self.preview, self.reset)
        below.setStretch(0, 1)
        column.addLayout(below)
        column.addSpacing(SPACE_S)
        column.addWidget(line())
        column.addSpacing(SPACE_S)
        column.addWidget(self.proposal)
        return inside

    # what is shown

    @Slot()
    def _write(self) -> None:
        if self.is_closed:
            return
        settings, session = self._state.settings, self._context.session
        is_open = settings is not None and session.bench is not None
        why_not = not_changeable(self._context, NO_PROJECT)
        self._inside.setEnabled(not why_not)
        self.note.say(why_not)
        if settings is None or not is_open:
            return
        policy = settings.boundary_policy
        with QSignalBlocker(self._policies):
            self._policies.button(list(POLICIES).index(type(policy))).setChecked(True)
        self._about.setText(tr(ABOUT[type(policy)]))
        if type(policy) is not type(self.fields.policy):
            self._replace_fields(policy)
        self.fields.show_policy(policy)
        self._edited()
        if self.isVisible():
            self._ask_proposal(policy)

    def _replace_fields(self, policy: BoundaryPolicy) -> None:
        old, self.fields = self.fields, LimitFields(self._context.theme, policy)
        self._place.replaceWidget(old, self.fields)
        old.hide()
        old.deleteLater()
        self._connect_fields()

    def _connect_fields(self) -> None:
        self.fields.edited.connect(self._edited)
        self.fields.left.connect(self._keep)

    @Slot()
    def _edited(self) -> None:
        """Say what these numbers would do, before they are kept."""
        policy, problem = self.fields.policy, self.fields.problem
        self.reset.setEnabled(policy != defaults_of(policy))
        self.problem.refuse(problem)
        overview, settings = self._state.overview, self._state.settings
        if problem or overview is None or settings is None:
            self._counting.drop()
            self.preview.setText("")
            return
        if not self.isVisible():
            return
        boundaries, now = overview.boundaries, settings.boundary_policy

        def count(_ctx: JobContext) -> tuple[Counts, Counts]:
            return counts_under(boundaries, policy), counts_under(boundaries, now)

        self._counting.ask("Counting boundaries", count)

    @Slot(object)
    def _show_counts(self, found: tuple[Counts, Counts]) -> None:
        self.preview.setText(preview_line(*found))

    def _ask_proposal(self, policy: BoundaryPolicy) -> None:
        bench = self._context.session.bench
        if isinstance(policy, PlainSsim) or bench is None:
            self._proposing.drop()
            self.proposal.show_none(UNDER_PLAIN)
            return
        self._proposing.ask("Reading wrong calls", partial(_proposed, bench))

    @Slot(object)
    def _show_proposal(self, found: object) -> None:
        self.proposal.show_proposal(cast("LimitProposal", found))

    # what is done

    @Slot(int)
    def _choose(self, number: int) -> None:
        name = CONTINUITY if list(POLICIES)[number] is Continuity else PLAIN

        def choose(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return bench.limits.change({}, name)

        self._run.decide(CHANGING, choose)

    @Slot(str, float)
    def _keep(self, key: str, value: float) -> None:
        self._decide(lambda bench, _scene, _ctx: bench.limits.change({key: value}))

    @Slot()
    def _reset(self) -> None:
        usual = defaults_of(self.fields.policy)
        self.fields.reset_numbers()
        self._edited()
        self._decide(lambda bench, _scene, _ctx: bench.limits.use(usual))

    @Slot()
    def _use_proposal(self) -> None:
        self._decide(lambda bench, _scene, _ctx: bench.wrong_calls.apply())

    def _decide(self, work: SceneWork) -> None:
        self._run.decide(CHANGING, work)


def _proposed(bench: Workbench, _ctx: JobContext) -> object:
    return bench.wrong_calls.proposal()
