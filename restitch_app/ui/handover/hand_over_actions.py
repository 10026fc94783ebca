"""Writes what was decided to a file for a colleague, and merges what one wrote."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from restitch_app.domain.progress import JobContext
from restitch_app.ui.commands.acts import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import Verbatim, tr, tr_n
from restitch_app.ui.notices.notices import Way
from restitch_app.ui.project.file_choice import FileChoice

if TYPE_CHECKING:
    from restitch_app.services.handover.handing_over import Merged, MergePlan
    from restitch_app.services.workbench import Workbench
    from restitch_app.ui.handover.merge_dialog import MergeDialog

WRITING, READING, MERGING = "Handing over decisions", "Reading decisions", "Merging decisions"


class HandOverActions(QObject):
    def __init__(
        self, context: PanelContext, choice: Callable[[], FileChoice], window: QWidget
    ) -> None:
        super().__init__(window)
        self._context, self._choice, self._window = context, choice, window
        self.shown: MergeDialog | None = None
        context.actions.answer(Act.HAND_OVER, self.hand_over)
        context.actions.answer(Act.MERGE, self.merge)
        context.session.closing.connect(self._leave)

    @Slot()
    def hand_over(self) -> None:
        bench, settings = self._context.session.bench, self._context.state.settings
        if bench is None or settings is None:
            return
        out = self._choice().hand_over_file(f"{settings.name or 'decisions'}.json")
        if out is not None:
            job = self._context.runners.decisions.submit(WRITING, partial(_written, bench, out))
            job.succeeded.connect(self._say_written)
            job.failed.connect(self._writing_failed)

    @Slot()
    def merge(self) -> None:
        bench = self._context.session.bench
        if bench is None or self.shown is not None:
            return
        path = self._choice().handed_file()
        if path is not None:
            job = self._context.runners.decisions.submit(READING, partial(_planned, bench, path))
            job.succeeded.connect(self._ask)
            job.failed.connect(self._reading_failed)

    @Slot(object)
    def _ask(self, found: object) -> None:
        if self._context.session.bench is None or self.shown is not None:
            return
        from restitch_app.ui.handover.merge_dialog import MergeDialog

        dialog = MergeDialog(self._context.theme, cast("MergePlan", found), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._take_over)
        dialog.finished.connect(self._gone)
        self.shown = dialog
        dialog.open()

    @Slot()
    def _take_over(self) -> None:
        bench, dialog = self._context.session.bench, self.shown
        if bench is not None and dialog is not None:
            work = partial(_merged, bench, dialog.plan, dialog.theirs())
            job = self._context.runners.decisions.submit(MERGING, work)
            job.succeeded.connect(self._say_merged)
            job.failed.connect(self._merging_failed)

    @Slot()
    def _gone(self) -> None:
        self.shown = None

    @Slot()
    def _leave(self) -> None:
        if self.shown is not None:
            self.shown.reject()

    @Slot(object)
    def _say_written(self, out: object) -> None:
        path = cast("Path", out)
        folder = QUrl.fromLocalFile(str(path.parent))
        look = Way(tr("Show in folder"), partial(QDesktopServices.openUrl, folder))
        told = tr("{name} is written", name=Verbatim(path.name))
        self._context.notices.say(told, "check", look)

    @Slot(object)
    def _say_merged(self, done: object) -> None:
        count = len(cast("Merged", done).taken)
        told = tr_n("{count} decision taken over", "{count} decisions taken over", count)
        self._context.notices.say(told, "check")

    @Slot(object)
    def _writing_failed(self, error: Exception) -> None:
        self._context.notices.fail(error, WRITING)

    @Slot(object)
    def _reading_failed(self, error: Exception) -> None:
        self._context.notices.fail(error, READING)

    @Slot(object)
    def _merging_failed(self, error: Exception) -> None:
        self._context.notices.fail(error, MERGING)


def _written(bench: Workbench, out: Path, _ctx: JobContext) -> Path:
    bench.handing_over.write(out)
    return out


def _planned(bench: Workbench, path: Path, _ctx: JobContext) -> MergePlan:
    return bench.handing_over.plan(path)


def _merged(bench: Workbench, plan: MergePlan, theirs: frozenset[str], _ctx: JobContext) -> Merged:
    return bench.handing_over.merge(plan, theirs)
