"""The full list of jobs, newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from restitch_app.domain.jobs import JobRecord
from restitch_app.ui.context import PanelContext
from restitch_app.ui.jobs.job_view import JobView, view_of
from restitch_app.ui.language.translating import mark, tr
from restitch_app.ui.pieces.times import when
from restitch_app.ui.pieces.widgets import row

COLUMNS = ("Segment", "Take", "State", "Server", "Asked for", "What happened")
STATES = (
    mark("running"), mark("queued"), mark("uploading"), mark("submitted"), mark("waiting"),
    mark("cancelling"), mark("failed"), mark("lost"), mark("unusable"), mark("done"),
    mark("cancelled"),
)  # fmt: skip
"""What `_texts` finds in a job's state or its view's kind."""


class AllJobs(QDialog):
    """Stays open beside the window; follows the jobs."""

    cancel_asked = Signal(int)  # job id
    retry_asked = Signal(int)  # job id
    details_asked = Signal(int)  # job id

    def __init__(self, context: PanelContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("all_jobs_dialog")
        self.setWindowTitle(tr("All jobs"))
        self.resize(900, 420)
        self._context, self._state = context, context.state
        self._views: list[JobView] = []
        self._table = QTableWidget(0, len(COLUMNS))
        self._table.setObjectName("jobs_table")
        self._table.setHorizontalHeaderLabels([tr(name) for name in COLUMNS])
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self._table.itemSelectionChanged.connect(self._enable)
        self._cancel, self._retry = QPushButton(tr("Cancel job")), QPushButton(tr("Submit again"))
        self._details = QPushButton(tr("Details"))
        self._details.clicked.connect(lambda: self._emit(self.details_asked))
        self._cancel.clicked.connect(lambda: self._emit(self.cancel_asked))
        self._retry.clicked.connect(lambda: self._emit(self.retry_asked))
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._table, 1)
        layout.addLayout(row(self._cancel, self._retry, self._details, -1, close))
        self._state.jobs_changed.connect(self._write)
        context.servers.changed.connect(self._write)
        self._write()

    def select(self, job_id: int) -> None:
        for number, view in enumerate(self._views):
            if view.job_id == job_id:
                self._table.selectRow(number)

    def _selected(self) -> JobView | None:
        number = self._table.currentRow()
        is_one = 0 <= number < len(self._views) and bool(self._table.selectedItems())
        return self._views[number] if is_one else None

    @Slot()
    def _write(self) -> None:
        chosen = self._selected()
        jobs = list(reversed(self._state.jobs))
        live, servers = self._context.live, self._context.servers
        self._views = [view_of(live.up_to_date(job), None, None, live.of(job.id)) for job in jobs]
        self._table.setRowCount(len(jobs))
        for number, (job, view) in enumerate(zip(jobs, self._views, strict=True)):
            for column, text in enumerate(_texts(job, view, servers.name_of(job.server_url))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self._table.setItem(number, column, item)
        if chosen is not None:
            self.select(chosen.job_id)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        view = self._selected()
        self._cancel.setEnabled(view is not None and view.can_cancel)
        self._retry.setEnabled(view is not None and view.can_retry)
        self._details.setEnabled(view is not None and view.can_retry)

    def _emit(self, signal: SignalInstance) -> None:
        view = self._selected()
        if view is not None:
            signal.emit(view.job_id)


def _texts(job: JobRecord, view: JobView, server: str) -> tuple[str, ...]:
    word = job.state.value if view.percent is not None else view.kind
    state = tr(word) if word in STATES else word
    if view.percent is not None:
        state = f"{state} {view.percent} %"
    asked = tr(when(job.created_at))
    steps = " · ".join(part for part in (view.node, view.step) if part)
    what = tr(view.detail or steps or view.note)
    take = tr("{take} of {takes}", take=job.take, takes=job.takes)
    return (tr(job.name), take, state, tr(server), asked, what)
