"""The row of job cards, running first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.domain.progress import JobContext
from restitch_app.domain.runs import RunRecord
from restitch_app.domain.versions import Version
from restitch_app.ui.context import PanelContext
from restitch_app.ui.jobs.job_card import CardRoom, JobCard
from restitch_app.ui.jobs.job_view import JobView, view_of
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, set_word_icon
from restitch_app.ui.runs.run_card import RunCard
from restitch_app.ui.theme.tokens import JOBS_HEIGHT, SPACE_S

_ORDER = {
    JobState.FAILED: 1,
    JobState.LOST: 1,
    JobState.QUEUED: 2,
    JobState.DONE: 3,
}
"""Everything else runs, and comes first."""
MARGIN = 12


class JobsStrip(QFrame):
    """Done jobs appear when they finish while the window is open; they leave once reviewed."""

    cancel_asked = Signal(int)  # job id
    retry_asked = Signal(int)  # job id
    details_asked = Signal(int)  # job id
    review_asked = Signal(object)  # JobRecord
    dismissed = Signal(int)  # job id
    all_jobs_asked = Signal()
    run_pause_asked = Signal(int)  # run id
    run_continue_asked = Signal(int)  # run id
    run_end_asked = Signal(int)  # run id
    run_show_asked = Signal(int)  # run id

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobs")
        self.setProperty("ground", "panel")
        self.setProperty("edge", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(JOBS_HEIGHT)
        self._context = context
        self._cards: dict[int, JobCard] = {}
        self._run_cards: dict[int, RunCard] = {}
        self._results: dict[int, Version | None] = {}
        self._gone: set[int] = set()
        self._put_away: frozenset[int] = frozenset()
        self._is_fresh = True
        self._title = label(tr("Jobs"), "strong", parent=self)
        self._none = label(tr("None"), "detail", "3", self)
        self._more = QPushButton(self)
        self._more.setObjectName("more_jobs")
        self._more.setProperty("kind", "quiet")
        self._all = QPushButton(tr("All jobs"), self)
        self._all.setObjectName("all_jobs")
        self._all.setProperty("kind", "quiet")
        for button in (self._more, self._all):
            button.clicked.connect(self.all_jobs_asked)
        context.state.jobs_changed.connect(self._write)
        context.state.runs_changed.connect(self._write_runs)
        context.live.changed.connect(self._write_one)
        context.servers.changed.connect(self._write)
        context.session.closed.connect(self._forget)  # the jobs are gone by then
        context.theme.changed.connect(self._tint)
        self._tint()
        self._write()

    @property
    def cards(self) -> list[JobCard]:
        """In the order they are shown, also those that have no room."""
        order = [job.id for job in self._shown_jobs()]
        return [self._cards[job_id] for job_id in order]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @Slot(object)
    def set_put_away(self, job_ids: frozenset[int]) -> None:
        """Jobs whose end the reviewer has seen."""
        self._put_away = job_ids
        self._write()

    def _shown_jobs(self) -> list[JobRecord]:
        jobs = [job for job in self._context.state.jobs if not self._is_gone(job)]
        return sorted(jobs, key=lambda job: (_ORDER.get(job.state, 0), job.id))

    def _is_gone(self, job: JobRecord) -> bool:
        return job.id in self._gone or job.id in self._put_away

    @Slot()
    def _write(self) -> None:
        if self._is_fresh and self._context.state.jobs:
            self._is_fresh = False
            old = (JobState.DONE, JobState.CANCELLED)
            self._gone |= {job.id for job in self._context.state.jobs if job.state in old}
        self._gone |= {
            job.id for job in self._context.state.jobs if job.state is JobState.CANCELLED
        }
        shown = self._shown_jobs()
        left = set(self._cards) - {job.id for job in shown}
        for job_id in left:
            card = self._cards.pop(job_id)
            card.hide()
            card.deleteLater()
        is_other = bool(left)
        for job in shown:
            if job.id in self._cards:
                is_other |= self._cards[job.id].show_view(self._view_of(job))
            else:
                self._cards[job.id] = self._made(self._view_of(job))
                is_other = True
        if is_other or self._none.isVisible() == bool(self._cards):
            self._lay_out()

    @Slot()
    def _write_runs(self) -> None:
        """Runs that are under way come before all jobs."""
        open_runs = {run.id: run for run in self._context.state.runs if run.state.is_open}
        is_other = open_runs.keys() != self._run_cards.keys()
        for run_id in self._run_cards.keys() - open_runs.keys():
            card = self._run_cards.pop(run_id)
            card.hide()
            card.deleteLater()
        for run_id, run in open_runs.items():
            if run_id in self._run_cards:
                is_other |= self._run_cards[run_id].show_run(run)
            else:
                self._run_cards[run_id] = self._made_run(run)
        if is_other:
            self._lay_out()

    def _made_run(self, run: RunRecord) -> RunCard:
        card = RunCard(self._context.theme, run, self)
        card.pause_asked.connect(self.run_pause_asked)
        card.continue_asked.connect(self.run_continue_asked)
        card.end_asked.connect(self.run_end_asked)
        card.show_asked.connect(self.run_show_asked)
        return card

    @Slot(int)
    def _write_one(self, job_id: int) -> None:
        """News of a running job: its card alone, and the others only where they must move."""
        card = self._cards.get(job_id)
        job = next((job for job in self._context.state.jobs if job.id == job_id), None)
        if card is not None and job is not None:
            needed = card.sizeHint().width()
            if card.show_view(self._view_of(job)) and card.sizeHint().width() != needed:
                self._lay_out()

    def _view_of(self, job: JobRecord) -> JobView:
        live, servers = self._context.live, self._context.servers
        result = self._result(job)
        return view_of(
            live.up_to_date(job),
            result.number if result else None,
            live.seconds_left(job),
            live.of(job.id),
            servers.told_name(job.server_url),
            (result.failure or "") if result else "",
        )

    def _made(self, view: JobView) -> JobCard:
        card = JobCard(self._context.theme, view, self)
        card.cancel_asked.connect(self.cancel_asked)
        card.retry_asked.connect(self.retry_asked)
        card.details_asked.connect(self.details_asked)
        card.dismissed.connect(self.dismissed)
        card.review_asked.connect(self._review)
        return card

    @Slot(int)
    def _review(self, job_id: int) -> None:
        job = next((job for job in self._context.state.jobs if job.id == job_id), None)
        if job is not None:
            self.dismissed.emit(job_id)
            self.review_asked.emit(job)

    def _result(self, job: JobRecord) -> Version | None:
        """The version that came of it; read in the background the first time."""
        version_id = job.result_segment_id
        if version_id is None:
            return None
        if version_id not in self._results:
            self._results[version_id] = None
            bench = self._context.session.bench
            if bench is not None:

                def read(_ctx: JobContext) -> Version:
                    return bench.overview.version(version_id)

                work = self._context.runners.desk.submit("Reading a version", read)
                work.succeeded.connect(partial(self._got_result, version_id))
        return self._results[version_id]

    def _got_result(self, version_id: int, version: Version) -> None:
        self._results[version_id] = version
        self._write()

    @Slot()
    def _forget(self) -> None:
        self._results.clear()
        self._gone.clear()
        self._is_fresh = True

    def _lay_out(self) -> None:
        """Cards from the left as long as they fit; the rest is a number."""
        is_narrow = self._context.theme.text.is_narrow(self.window().width())
        self._all.setText(tr("All") if is_narrow else tr("All jobs"))
        self._all.resize(self._all.sizeHint())
        self._title.resize(self._title.sizeHint())
        middle = self.height() // 2
        self._all.move(self.width() - self._all.width() - MARGIN, middle - self._all.height() // 2)
        self._title.move(MARGIN, middle - self._title.height() // 2)
        left = MARGIN + self._title.width() + MARGIN
        right = self._all.x() - SPACE_S
        cards: list[JobCard | RunCard] = [*self._run_cards.values(), *self.cards]
        fitting, widths = self._fit_cards(cards, right - left)
        for card, width in zip(cards[:fitting], widths, strict=False):
            card.setGeometry(
                left, middle - card.height() // 2, min(width, right - left), card.height()
            )
            card.show()
            left += width + SPACE_S
        for card in cards[fitting:]:
            card.hide()
        hidden = len(cards) - fitting
        self._more.setText(tr("+{count} more", count=hidden))
        self._more.setVisible(hidden > 0)
        self._more.resize(self._more.sizeHint())
        self._more.move(left, middle - self._more.height() // 2)
        self._none.setVisible(not cards)
        self._none.resize(self._none.sizeHint())
        self._none.move(left, middle - self._none.height() // 2)

    def _fit_cards(self, cards: list[JobCard | RunCard], room: int) -> tuple[int, list[int]]:
        """How many are shown, and their widths: all of them in fewer words, where that helps."""
        fitting, widths = 0, list[int]()
        for how in sorted(CardRoom, reverse=True):
            for card in cards:
                card.set_room(how)
            widths = [card.sizeHint().width() for card in cards]
            fitting = _fitting(widths, room, self._room_for_more())
            if fitting == len(cards):
                break
        return fitting, widths

    def _room_for_more(self) -> int:
        self._more.setText(tr("+{count} more", count=99))
        return self._more.sizeHint().width() + SPACE_S

    @Slot()
    def _tint(self) -> None:
        set_word_icon(self._all, self._context.theme, "list")


def _fitting(widths: list[int], room: int, room_for_more: int) -> int:
    """How many cards fit; at least one, which is squeezed then."""
    if sum(widths) + SPACE_S * max(0, len(widths) - 1) <= room:
        return len(widths)
    used = 0
    for count, width in enumerate(widths):
        used += width + SPACE_S
        if used > room - room_for_more:
            return max(1, count)
    return len(widths)
