"""The list of all jobs and the details of one, each there once."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.jobs.all_jobs import AllJobs
from restitch_app.ui.jobs.job_details import JobDetails
from restitch_app.ui.jobs.job_view import view_of

Found = TypeVar("Found", bound=QDialog)


class JobWindows(QObject):
    cancel_asked = Signal(int)  # job id
    retry_asked = Signal(int)  # job id

    def __init__(self, context: PanelContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        context.session.closing.connect(self._close)

    @Slot()
    def show_all(self) -> None:
        shown = self._shown(AllJobs)
        _to_front(shown[0] if shown else self._made_all())

    @Slot(int)
    def show_details(self, job_id: int) -> None:
        shown = [one for one in self._shown(JobDetails) if one.job_id == job_id]
        dialog = shown[0] if shown else self._made_details(job_id)
        if dialog is not None:
            _to_front(dialog)

    def _made_all(self) -> AllJobs:
        dialog = AllJobs(self._context, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.cancel_asked.connect(self.cancel_asked)
        dialog.retry_asked.connect(self.retry_asked)
        dialog.details_asked.connect(self.show_details)
        return dialog

    def _made_details(self, job_id: int) -> JobDetails | None:
        job = next((one for one in self._context.state.jobs if one.id == job_id), None)
        if job is None:
            return None
        server = self._context.servers.name_of(job.server_url)
        view = view_of(job, None, None)
        dialog = JobDetails(self._context.theme, job, view, server, self._window)
        dialog.retry_asked.connect(self.retry_asked)
        if self._context.actions.is_answered(Act.SHOW_LOG):
            dialog.show_log_button()
            dialog.log_asked.connect(self._context.actions[Act.SHOW_LOG].trigger)
        return dialog

    def _shown(self, kind: type[Found]) -> list[Found]:
        return [one for one in self._window.findChildren(kind) if one.isVisible()]

    @Slot()
    def _close(self) -> None:
        """Details of a project that is let go of can be retried nowhere."""
        for dialog in self._shown(JobDetails):
            dialog.close()


def _to_front(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
