"""A word on the desktop when renders end while the window is away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from restitch_app.domain.jobs import JobKind, JobRecord, JobState
from restitch_app.ui.answers.navigation import Navigation
from restitch_app.ui.language.translating import Verbatim, tr, tr_n
from restitch_app.ui.memory.preferences import Preferences
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.watches.desktop_notices import Desktop

TOGETHER_MS = 4000
"""Ends that come within this time are told in one message."""
NAMED = 3
"""So many places in one message; the others are counted."""
TRIED = "This is how Restitch tells you that renders are done."


class DoneWatch(QObject):
    """`desktop` is made at the first message; it returns None where there are none."""

    def __init__(
        self,
        state: ReviewState,
        preferences: Preferences,
        navigation: Navigation,
        desktop: Callable[[], Desktop | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._state, self._preferences, self._navigation = state, preferences, navigation
        self._window, self.make_desktop = window, desktop
        self.gather_ms = TOGETHER_MS
        self._desktop: Desktop | None = None
        self._open: set[int] = set()
        self._ended: list[JobRecord] = []
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.timeout.connect(self._tell)
        state.jobs_changed.connect(self._follow)
        preferences.notice_tried.connect(self._try)

    def stop(self) -> None:
        self._gathering.stop()
        if self._desktop is not None:
            self._desktop.stop()

    @property
    def is_away(self) -> bool:
        """The window, and every dialog of it, is behind others or minimised."""
        return QApplication.activeWindow() is None or self._window.isMinimized()

    @Slot()
    def _follow(self) -> None:
        jobs = self._state.jobs
        ended = [job for job in jobs if job.id in self._open and _is_told(job)]
        self._open = {job.id for job in jobs if job.state.is_open}
        if not ended or not self._preferences.memory.notifies or not self.is_away:
            return
        self._ended += ended
        if not self._gathering.isActive():
            self._gathering.start(self.gather_ms)

    @Slot()
    def _tell(self) -> None:
        ended, self._ended = self._ended, []
        if ended and self.is_away:
            first = next((job for job in ended if job.state is not JobState.DONE), ended[0])
            self._show(*words(ended), lambda: self._come_back(first))

    @Slot()
    def _try(self) -> None:
        self._show("Restitch", tr(TRIED), self._raise)

    def _show(self, title: str, text: str, clicked: Callable[[], object]) -> None:
        if self._desktop is None:
            self._desktop = self.make_desktop()
        if self._desktop is not None:
            self._desktop.show(title, text, clicked)

    def _come_back(self, job: JobRecord) -> None:
        self._raise()
        if job.sequence_index not in self._state.ranges:
            return  # another project is open by now
        if job.kind is JobKind.BRIDGE:
            self._navigation.show_boundary(job.sequence_index)
        else:
            self._navigation.show_segment(job.sequence_index)

    def _raise(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()


def _is_told(job: JobRecord) -> bool:
    """Not what somebody cancelled."""
    return job.state in (JobState.DONE, JobState.FAILED, JobState.LOST)


def words(ended: list[JobRecord]) -> tuple[str, str]:
    """(title, text) of one message for all of these, as they are shown."""
    failed = [job for job in ended if job.state is not JobState.DONE]
    done = len(ended) - len(failed)
    if not failed:
        title = tr_n("{count} render done", "{count} renders done", done)
    elif not done:
        title = tr_n("{count} render failed", "{count} renders failed", len(failed))
    else:
        title = tr_n(
            "{count} render done, {failed} failed",
            "{count} renders done, {failed} failed",
            done,
            failed=len(failed),
        )
    places = list(dict.fromkeys(tr(job.name) for job in ended))
    text = ", ".join(places[:NAMED])
    if len(places) > NAMED:
        more = len(places) - NAMED
        text = tr("{places} and {more} more", places=Verbatim(text), more=more)
    return title, text
