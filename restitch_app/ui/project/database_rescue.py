"""The way back from a project database that cannot be read: its newest sound backup."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from restitch_app.domain.errors import RestitchError
from restitch_app.domain.progress import JobContext
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.notices.notices import Notice, Way, Weight
from restitch_app.ui.state.session import WINDOW

if TYPE_CHECKING:
    from restitch_app.services.project.restoring import Restored

DAMAGED = "database_damaged"
"""The code of the error that says so."""
RESTORING = "Going back to the backup"


class DatabaseRescue(QObject):
    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def ways(self, folder: Path, error: Exception) -> tuple[Way, ...]:
        """What can be done about a project that could not be opened; nothing for other errors."""
        if not isinstance(error, RestitchError) or error.code != DAMAGED:
            return ()
        return (Way(tr("Go back to the backup"), partial(self._restore, folder), "rotate-cw"),)

    def _restore(self, folder: Path) -> None:
        job = self._context.runners.desk.submit(RESTORING, partial(_restored, folder))
        job.succeeded.connect(partial(self._open, folder))
        job.failed.connect(self._failed)

    def _open(self, folder: Path, restored: Restored | None) -> None:
        self._context.session.open(folder)
        if restored is None:
            return
        made = f"{restored.backup.made_at:%Y-%m-%d %H:%M}"
        aside = restored.aside.name if restored.aside is not None else ""
        self._context.notices.show(
            Notice(
                RESTORING,
                Weight.WARNING,
                tr("The project is as it was on {when} UTC.", when=made),
                tr(
                    "What was decided since is not in it. The damaged database lies beside it: "
                    "{name}.",
                    name=Verbatim(aside),
                )
                if aside
                else tr("What was decided since is not in it."),
                "rotate-cw",
            )
        )

    def _failed(self, error: Exception) -> None:
        self._context.notices.fail(error, RESTORING)


def _restored(folder: Path, _ctx: JobContext) -> Restored | None:
    from restitch_app.services.project.restoring import restore_if_damaged

    return restore_if_damaged(folder, WINDOW)
