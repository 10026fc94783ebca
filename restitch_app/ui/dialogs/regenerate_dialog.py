"""Regenerate a segment: everything is asked here, and nothing later."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.frame import cancel_button, confirm_button, foot, line
from restitch_app.ui.dialogs.impact import ImpactBox, estimate_words
from restitch_app.ui.dialogs.parameter_fields import LABEL_WIDTH, ParameterFields
from restitch_app.ui.dialogs.seed_panel import PICTURE_PX, SeedPanel
from restitch_app.ui.inspector.section import scrolling
from restitch_app.ui.latest import Latest
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M
from restitch_app.ui.widgets import IconLabel, label, row

if TYPE_CHECKING:
    from restitch_app.services.regeneration_plan import Estimate, RegenerationPlan, SeedChoice
    from restitch_app.services.server_status import ServerStatus
    from restitch_app.services.workbench import Workbench

SIZE = (960, 684)
PICTURES = "Pictures (*.png *.jpg *.jpeg *.webp)"


class RegenerateDialog(QDialog):
    """`asked` hands over the whole request; then the dialog is closed."""

    asked = Signal(object)  # RegenerationRequest

    def __init__(
        self,
        context: PanelContext,
        bench: Workbench,
        plan: RegenerationPlan,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._bench, self._plan = context, bench, plan
        self._estimate: Estimate | None = plan.estimate
        self._number = plan.version.sequence_index + 1
        theme = context.theme
        self.setObjectName("regenerate_dialog")
        self.setWindowTitle(f"Regenerate segment {self._number}")
        self.setModal(True)
        self.seed = SeedPanel(theme, context.runners.pixels, bench.project, plan)
        self.seed.setFixedWidth(PICTURE_PX.width())
        self.fields = ParameterFields(theme, plan.parameters, f"v{plan.version.number}")
        self.impact = ImpactBox(theme, plan)
        self._status = Latest(context.runners.network, self)
        self._status.arrived.connect(self._show_status)
        self._picture = Latest(context.runners.desk, self)
        self._picture.arrived.connect(self._take_picture)
        self._picture.failed.connect(self._refuse_picture)
        self._estimates = Latest(context.runners.desk, self)
        self._estimates.arrived.connect(self._take_estimate)
        self._build()
        self.resize(*self._fitting())
        self._refresh()
        self._ask_status()
        prompt = self.fields.findChild(QWidget, "field_prompt")
        (prompt or self.go).setFocus()

    # building

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        middle = row()
        middle.setSpacing(0)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING)
        column.addWidget(self.seed)
        middle.addWidget(left)
        middle.addWidget(line(vertical=True))
        middle.addWidget(scrolling(self._made_right()), 1)
        layout.addLayout(middle, 1)
        layout.addWidget(line())
        layout.addWidget(self._made_foot())
        self.seed.changed.connect(self._refresh)
        self.seed.file_asked.connect(self._ask_file)
        self.fields.changed.connect(self._refresh)

    def _made_right(self) -> QWidget:
        self.server = QLineEdit(self._plan.server_url)
        self.server.setObjectName("server")
        self.server.setAccessibleName("Server")
        self.server.editingFinished.connect(self._ask_status)
        self.server.textChanged.connect(self._refresh)
        self._server_icon = IconLabel(self._context.theme, "server", "text_2")
        self._server_words = label("", "detail", "2")
        self._server_words.setObjectName("server_status")
        name = label("Server", "", "2")
        name.setFixedWidth(LABEL_WIDTH)
        server = row(name, self.server, self._server_icon, self._server_words)
        server.setStretch(1, 1)
        self._problem = label("", "detail")
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING)
        column.setSpacing(SPACE_M)
        column.addLayout(server)
        column.addWidget(line())
        column.addWidget(self.fields)
        column.addWidget(self._problem)
        column.addStretch(1)
        column.addWidget(self.impact)
        return right

    def _made_foot(self) -> QWidget:
        theme = self._context.theme
        self._estimate_words = label("", "detail", "2")
        self._estimate_words.setObjectName("estimate_words")
        self.cancel = cancel_button(self, theme)
        text = f"Regenerate segment {self._number}"
        self.go = confirm_button(self, theme, text, "refresh-cw", "regenerate")
        self.go.clicked.connect(self._ask)
        return foot(self._estimate_words, -1, self.cancel, self.go)

    def _fitting(self) -> tuple[int, int]:
        room = self.screen().availableGeometry()
        return min(SIZE[0], room.width()), min(SIZE[1], room.height())

    # the request

    def request(self) -> RegenerationRequest:
        """As it stands now."""
        seed = self.seed.seed
        assert seed is not None, "the button is off without a seed frame"
        url = self.server.text().strip()
        return RegenerationRequest(
            sequence_index=self._plan.version.sequence_index,
            parameters=self.fields.parameters(),
            takes=self.fields.takes.value(),
            seed_frame=seed.choice,
            server_url=url if url != self._plan.server_url else None,
        )

    @Slot()
    def _ask(self) -> None:
        if self.go.isEnabled():
            request = self.request()
            self.accept()
            self.asked.emit(request)

    @Slot()
    def _refresh(self) -> None:
        takes = self.fields.takes.value()
        self.impact.show_estimate(self._estimate, takes)
        self._estimate_words.setText(estimate_words(self._estimate, self._host()))
        reason = self._reason()
        self.go.setEnabled(not reason)
        self.go.setToolTip(reason)
        self._problem.setText(self._plan.refusal)
        self._problem.setVisible(bool(self._plan.refusal))

    def _reason(self) -> str:
        """Why it cannot be asked for; empty where it can."""
        if self._plan.refusal and not self._plan.parameters:
            return self._plan.refusal
        if self.seed.seed is None:
            return "Choose a seed frame first"
        if not self.fields.is_complete:
            return "Give a seed, or open the lock"
        return "" if self.server.text().strip() else "Give the server's address"

    def _host(self) -> str:
        url = self.server.text().strip()
        return url.partition("://")[2] or url

    # another picture

    @Slot()
    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Seed frame", "", PICTURES)
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Use a picture file as seed frame; one of another size is refused with the reason."""
        overview = self._context.state.overview
        if overview is not None:
            scene, version = overview.scene, self._plan.version
            plans = self._bench.plans
            self._picture.ask("Reading a picture", lambda _ctx: plans.chosen(scene, version, path))

    @Slot(object)
    def _take_picture(self, seed: SeedChoice) -> None:
        self.fields.show_problem("", "")
        self.seed.add(seed)

    @Slot(object)
    def _refuse_picture(self, error: Exception) -> None:
        self.fields.show_problem("", str(error))

    # the server

    @Slot()
    def _ask_status(self) -> None:
        url = self.server.text().strip()
        self._server_icon.set_icon("loader", "text_2")
        self._server_words.setText("")
        self._status.ask("Asking the server", partial(_status, url))
        plans = self._bench.plans
        self._estimates.ask("Estimating", lambda _ctx: plans.estimate(url))

    @Slot(object)
    def _show_status(self, status: ServerStatus) -> None:
        if status.is_answering:
            self._server_icon.set_icon("server", "smooth")
            self._server_words.setText(f"{status.running} running, {status.queued} queued")
        else:
            self._server_icon.set_icon("unplug", "visible")
            self._server_words.setText("Not answering: the job will wait")
            self._server_words.setToolTip(status.problem)

    @Slot(object)
    def _take_estimate(self, estimate: Estimate | None) -> None:
        self._estimate = estimate
        self._refresh()

    def done(self, result: int) -> None:
        for latest in (self._status, self._picture, self._estimates):
            latest.drop()
        self.seed.close_down()
        super().done(result)


def _status(url: str, _ctx: JobContext) -> ServerStatus:
    from restitch_app.services.server_status import ask_server

    return ask_server(url)
