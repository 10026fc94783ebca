"""Tells of mistakes of the program itself, and shows their reports."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from restitch_app.domain.progress import JobContext
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.notices.notices import Notice, Way, Weight
from restitch_app.ui.watches.crash_dialog import CrashDialog

if TYPE_CHECKING:
    from restitch_app.services.crash_reports import CrashReports

KEY = "crash report"


class CrashWatch(QObject):
    _written = Signal()  # emitted on the thread that made the mistake

    def __init__(self, context: PanelContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._reports = context.session.outside.crashes
        self._newest: Path | None = None
        if self._reports is not None:
            self._written.connect(self.look)
            self._reports.on_written = self._was_written
            self.destroyed.connect(partial(_forget, self._reports))
            self.look()

    @Slot()
    def look(self) -> None:
        """In the background: is there a report that nobody has seen?"""
        reports = self._reports
        if reports is not None:
            job = self._context.runners.own.submit("Reading reports", lambda _ctx: reports.left())
            job.succeeded.connect(self._tell)

    def _was_written(self, _report: Path) -> None:
        self._written.emit()

    @Slot(object)
    def _tell(self, found: object) -> None:
        assert isinstance(found, tuple)
        if not found:
            self._context.notices.solve(KEY)
            return
        self._newest = found[-1]
        self._context.notices.show(
            Notice(
                KEY,
                Weight.WARNING,
                tr("Restitch made a mistake."),
                tr("What was finished is kept. There is a report, which was sent to nobody."),
                "file-warning",
                ways=(Way(tr("Read the report"), self.read),),
                of_project=False,
            )
        )

    @Slot()
    def read(self) -> None:
        reports, newest = self._reports, self._newest
        if reports is None or newest is None:
            return

        def text(_ctx: JobContext) -> str:
            return reports.text(newest)

        job = self._context.runners.own.submit("Reading the report", text)
        job.succeeded.connect(self._show)
        job.failed.connect(partial(self._context.notices.fail, doing="Reading the report"))

    @Slot(object)
    def _show(self, text: object) -> None:
        dialog = CrashDialog(str(text), self._window)
        dialog.done_with.connect(self._remove)
        dialog.show()

    @Slot()
    def _remove(self) -> None:
        reports, newest = self._reports, self._newest
        if reports is None or newest is None:
            return
        job = self._context.runners.own.submit(
            "Removing the report", lambda _ctx: reports.remove(newest)
        )
        job.failed.connect(partial(self._context.notices.fail, doing="Removing the report"))
        job.ended.connect(self.look)


def _forget(reports: CrashReports, _gone: QObject | None = None) -> None:
    reports.on_written = lambda _path: None
