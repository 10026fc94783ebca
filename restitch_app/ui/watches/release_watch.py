"""Tells that a newer Restitch is out, where the reviewer allowed to ask for it."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from restitch_app.domain.program import version_text
from restitch_app.domain.progress import JobContext
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.memory.preferences import Preferences
from restitch_app.ui.notices.notices import Notice, Way, Weight

if TYPE_CHECKING:
    from restitch_app.services.releases import Release

KEY = "newer release"
ASK_EVERY_S = 24 * 3600


class ReleaseWatch(QObject):
    """At most one request a day, at the start. None at all unless it is switched on."""

    def __init__(
        self, context: PanelContext, memory: WindowMemory, preferences: Preferences
    ) -> None:
        super().__init__(preferences)
        self._context, self._memory = context, memory
        preferences.release_check_chosen.connect(self._chosen)
        if memory.asks_for_releases and time.time() - memory.asked_for_releases_at > ASK_EVERY_S:
            self.ask()

    def ask(self) -> None:
        self._memory.asked_for_releases_at = time.time()  # whatever comes of it
        job = self._context.runners.network.submit("Asking for the newest release", _newer)
        job.succeeded.connect(self._tell)

    @Slot(bool)
    def _chosen(self, does: bool) -> None:
        if does:
            self.ask()
        else:
            self._context.notices.solve(KEY)

    @Slot(object)
    def _tell(self, found: object) -> None:
        from restitch_app.services import releases  # with what asks: it loads late

        if found is None:
            return
        assert isinstance(found, releases.Release)
        self._context.notices.show(
            Notice(
                KEY,
                Weight.INFO,
                tr("Restitch {version} is out.", version=found.version),
                tr("You have {version}. Nothing was downloaded.", version=version_text()),
                "download",
                ways=(Way(tr("Show it"), partial(QDesktopServices.openUrl, QUrl(found.page))),),
                of_project=False,
            )
        )


def _newer(_ctx: JobContext) -> Release | None:
    """Raises ReleasesUnknown, which the log alone is told: nobody asked just now."""
    from restitch_app.services.releases import home_page, newer_release

    home = home_page()
    return newer_release(home, version_text()) if home else None
