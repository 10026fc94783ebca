"""Checks a request against the servers while the dialog is open, a moment after each change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.preflight import Preflight
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.pieces.timers import single_shot

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

AFTER_MS = 250
"""Typing a number asks once."""


class PreflightWatch(QObject):
    changed = Signal()

    def __init__(
        self,
        runner: JobRunner,
        bench: Workbench,
        scene: Scene,
        request: Callable[[], RegenerationRequest | None],
        parent: QObject,
    ) -> None:
        """`request`: as it stands; None while it is incomplete."""
        super().__init__(parent)
        self._bench, self._scene, self._request = bench, scene, request
        self.checked: tuple[Preflight, ...] = ()
        """Of the newest request that was answered."""
        self.refusal = ""
        """Why nothing could be checked: the request itself is not possible."""
        self._asked: object = None
        self._answers = Latest(runner, self)
        self._answers.arrived.connect(self._take)
        self._answers.failed.connect(self._refuse)
        self._timer = single_shot(self, AFTER_MS, self._ask)

    @property
    def is_checking(self) -> bool:
        return self._timer.isActive() or self._answers.is_waiting

    @Slot()
    def ask(self) -> None:
        """Something may have changed; what is the same as before is not asked again."""
        self._timer.start()

    @Slot()
    def ask_again(self) -> None:
        """The servers may have changed."""
        self._asked = None
        self.ask()

    def drop(self) -> None:
        self._timer.stop()
        self._answers.drop()

    @Slot()
    def _ask(self) -> None:
        request = self._request()
        if request is None or request == self._asked:
            self.changed.emit()
            return
        self._asked = request
        preflight, scene = self._bench.preflight, self._scene
        self._answers.ask(
            "Asking the servers", lambda ctx: preflight.check(scene, request, ctx=ctx)
        )
        self.changed.emit()

    @Slot(object)
    def _take(self, checked: tuple[Preflight, ...]) -> None:
        self.checked, self.refusal = checked, ""
        self.changed.emit()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self.checked, self.refusal = (), str(error)
        self.changed.emit()
