"""Why a job failed or was lost, at length: reasons by node title, facts to copy, the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from restitch_app.domain.jobs import JobRecord
from restitch_app.ui.help.about import versions_text
from restitch_app.ui.jobs.job_view import JobView
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.times import when
from restitch_app.ui.pieces.widgets import IconLabel, label, row, set_word_icon
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M, SPACE_S

WIDTH, REPORT_HEIGHT = 600, 190
BY_NODE = ("prompt_rejected", "node_or_model_missing")
"""Codes of problems whose detail is a list of reasons, each naming its node."""


class JobDetails(QDialog):
    """Deletes itself when it is closed."""

    retry_asked = Signal(int)  # job id
    log_asked = Signal()

    def __init__(
        self, theme: Theme, job: JobRecord, view: JobView, server: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("job_details")
        self.setWindowTitle(tr(view.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._job_id = job.id
        self._report = report(job, view, server)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING)
        layout.setSpacing(SPACE_M)
        layout.addLayout(_head(theme, view, server))
        layout.addLayout(_reasons(job))
        layout.addWidget(_paragraph(_way_on(job), "2"))
        self.text = QPlainTextEdit(self._report)
        self.text.setObjectName("job_report")
        self.text.setAccessibleName(tr("Facts to copy"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(REPORT_HEIGHT)
        layout.addWidget(self.text)
        layout.addLayout(self._foot(theme, view))
        self.setFixedWidth(WIDTH)

    @property
    def job_id(self) -> int:
        return self._job_id

    def show_log_button(self) -> None:
        """There is a log to look at."""
        self._log.show()

    def _foot(self, theme: Theme, view: JobView) -> QVBoxLayout:
        copy = self._button("Copy", "copy_report")
        copy.clicked.connect(self._copy)
        self._copied = label("", "detail", "2")
        self._copied.setObjectName("copied")
        self._log = self._button("Show log", "details_log")
        self._log.clicked.connect(lambda: self.log_asked.emit())
        self._log.hide()
        retry = self._button(
            "Submit again" if view.kind == "lost" else "Retry", "details_retry", "primary"
        )
        set_word_icon(retry, theme, "rotate-cw", "on_primary")
        retry.clicked.connect(self._retry)
        retry.setFocus()
        close = self._button("Close", "close_details")
        close.clicked.connect(self.close)
        column = QVBoxLayout()
        column.addLayout(row(copy, self._log, self._copied, -1, close, retry))
        return column

    def _button(self, text: str, name: str, kind: str = "") -> QPushButton:
        made = QPushButton(tr(text))
        made.setObjectName(name)
        made.setAutoDefault(False)
        if kind:
            made.setProperty("kind", kind)
        return made

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copied.setText(tr("Copied"))

    @Slot()
    def _retry(self) -> None:
        self.retry_asked.emit(self._job_id)
        self.close()


def reasons_of(job: JobRecord) -> tuple[str, ...]:
    """One sentence a reason, each with the title of its node where one is to blame."""
    if job.problem is None or not job.problem.detail:
        return ()
    if job.problem.code not in BY_NODE:
        return (job.problem.detail,)
    return tuple(part for part in job.problem.detail.split("; ") if part)


def report(job: JobRecord, view: JobView, server: str) -> str:
    """Plain text for a message to whoever looks after the server. Holds no key."""
    values = ", ".join(f"{name} {value}" for name, value in sorted(job.parameters.items()))
    problem = job.problem
    facts = {
        "What": f"{tr(view.title)} {tr(view.note)}".strip(),
        "Problem": tr(problem.title) if problem else "",
        "Reasons": "\n  ".join(tr(reason) for reason in reasons_of(job)),
        "Code": problem.code if problem else "",
        "Server": f"{server} ({job.server_url})" if job.server_url else server,
        "Workflow": job.workflow_name,
        "Prompt": job.prompt_id or "",
        "Asked for": tr(when(job.created_at)),
        "Ended": tr(when(job.updated_at)),
        "Last stage": job.stage,
        "Values": values,
        "Restitch": versions_text(),
    }
    return "\n".join(f"{tr(name)}: {text}" for name, text in facts.items() if text)


def _head(theme: Theme, view: JobView, server: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE_S // 2)
    column.addLayout(
        row(IconLabel(theme, view.icon, "visible"), label(tr(view.title), "heading"), -1)
    )
    where = " · ".join(
        part for part in (tr(view.note), tr("on {server}", server=server) if server else "") if part
    )
    column.addWidget(label(where, "detail", "2"))
    return column


def _reasons(job: JobRecord) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE_S)
    title = job.problem.title if job.problem else "The server no longer knows this job"
    column.addWidget(_paragraph(f"{title.rstrip('.')}.", "", "strong"))
    reasons = reasons_of(job)
    for number, reason in enumerate(reasons):
        line = _paragraph(f"• {tr(reason)}" if len(reasons) > 1 else reason, "")
        line.setObjectName(f"reason_{number}")
        column.addWidget(line)
    return column


def _way_on(job: JobRecord) -> str:
    kept = "The old version stays in the scene."
    if job.problem is None or not job.problem.hint:
        return kept
    return f"{job.problem.hint.rstrip('.')}. {kept}"


def _paragraph(text: str, tone: str, type_: str = "detail") -> QLabel:
    made = label(tr(text), type_, tone)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
