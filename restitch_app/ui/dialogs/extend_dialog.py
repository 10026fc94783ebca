"""Generate more segments at the end of the scene, each from the last frame of the one before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from restitch_app.domain.progress import JobContext
from restitch_app.domain.runs import RunWishes
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.frame import cancel_button, confirm_button, foot, line
from restitch_app.ui.dialogs.impact import segments_from
from restitch_app.ui.dialogs.run_fields import RunFields, named
from restitch_app.ui.dialogs.server_picker import ServerPicker
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label
from restitch_app.ui.pieces.wording import about, counted
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M

if TYPE_CHECKING:
    from restitch_app.services.runs.planning import Cost
    from restitch_app.services.workbench import Workbench


class ExtendDialog(QDialog):
    asked = Signal(int, object)  # number of segments, RunWishes

    def __init__(
        self, context: PanelContext, bench: Workbench, count: int, parent: QWidget | None = None
    ) -> None:
        """`count`: segments that the scene has now."""
        super().__init__(parent)
        self._bench, self._count = bench, count
        settings, theme = context.state.settings, context.theme
        self._own_url = settings.server_url if settings is not None else ""
        self.setObjectName("extend_dialog")
        self.setWindowTitle(tr("Extend the scene"))
        self.setModal(True)
        self.fields = RunFields(theme)
        self.server = ServerPicker(
            theme, context.servers, context.runners.desk, bench, self._own_url
        )
        self._cost = Latest(context.runners.desk, self)
        self._estimate = label("", "detail", "2")
        self._estimate.setObjectName("estimate_words")
        self.go = confirm_button(self, theme, "", "plus", "extend")
        inside = QVBoxLayout()
        inside.setContentsMargins(*[DIALOG_PADDING] * 4)
        inside.setSpacing(SPACE_M)
        inside.addWidget(self.fields, 1)
        inside.addWidget(named(theme, "Server", self.server))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(line())
        layout.addWidget(foot(self._estimate, -1, cancel_button(self, theme), self.go))
        self.fields.changed.connect(self._refresh)
        self.server.picked.connect(self._refresh)
        self._cost.arrived.connect(self._show_cost)
        self.go.clicked.connect(self._ask)
        self._refresh()
        self.fields.segments.setFocus()
        self.fields.segments.selectAll()

    def _wishes(self) -> RunWishes:
        url = self.server.url
        return self.fields.wishes(self._count, url if url != self._own_url else None)

    @Slot()
    def _ask(self) -> None:
        segments, wishes = self.fields.segments.value(), self._wishes()
        self.accept()
        self.asked.emit(segments, wishes)

    @Slot()
    def _refresh(self) -> None:
        segments = self.fields.segments.value()
        self.go.setText(
            tr("Generate {segments}", segments=segments_from(self._count, self._count + segments))
        )
        self._cost.ask("Estimating", partial(_cost, self._bench, segments, self._wishes()))

    @Slot(object)
    def _show_cost(self, cost: Cost) -> None:
        prompts = tr(counted(cost.prompts, "prompt"))
        known = cost.seconds is not None
        self._estimate.setText(
            f"{prompts}, {tr(about(cost.seconds or 0))}"
            if known
            else tr("{prompts}, no estimate yet", prompts=prompts)
        )

    def done(self, result: int) -> None:
        self._cost.drop()
        self.server.drop()
        super().done(result)


def _cost(bench: Workbench, segments: int, wishes: RunWishes, _ctx: JobContext) -> Cost:
    return bench.runs.cost(segments, wishes)
