"""Removes files of versions that nobody needs, after telling what that comes to. Never undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.running import Running
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.wording import counted
from restitch_app.ui.project.file_choice import FileChoice

if TYPE_CHECKING:
    from restitch_app.services.review.purging import PurgePlan
    from restitch_app.services.workbench import Workbench

MIB = 2**20
DOING = "Removing files"


class PurgeAnswers(QObject):
    def __init__(
        self, context: PanelContext, choice: Callable[[], FileChoice], parent: QObject
    ) -> None:
        """`choice`: who asks the reviewer."""
        super().__init__(parent)
        self._context, self._choice = context, choice
        self._run = Running(context)

    @Slot(object)
    def ask(self, version_ids: tuple[int, ...]) -> None:
        """Plan first; nothing is removed before the reviewer has agreed."""

        def plan(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return tuple(bench.purging.plan(bench.overview.version(one)) for one in version_ids)

        if self._context.state.is_read_only:
            self._run.decide(DOING, plan)  # tells why not
            return
        job = self._run.submit(self._context.runners.desk, DOING, plan)
        if job is not None:
            job.succeeded.connect(self._asked)

    @Slot(object)
    def _asked(self, found: object) -> None:
        plans = cast("tuple[PurgePlan, ...]", found)
        title = f"Remove {counted(sum(len(plan.files) for plan in plans), 'file')}"
        choice = self._choice()
        if not choice.agrees(tr(title), tr(told(plans)), tr(title)):
            return
        seeding = [plan for plan in plans if plan.asks_twice]
        if seeding and not choice.agrees(tr(title), tr(seeded(seeding)), tr("Remove all the same")):
            return

        def purge(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return tuple(
                bench.purging.purge(plan.version, also_seeding=plan.asks_twice) for plan in plans
            )

        self._run.decide(DOING, purge, partial(self._removed, plans))

    def _removed(self, plans: tuple[PurgePlan, ...], _done: object) -> None:
        freed = size_told(sum(plan.freed_bytes for plan in plans))
        self._context.notices.say(
            tr("{names}: {freed} freed.", names=_names(plans), freed=freed), "trash-2"
        )


def told(plans: tuple[PurgePlan, ...]) -> str:
    freed = size_told(sum(plan.freed_bytes for plan in plans))
    files = [file for plan in plans for file in plan.files]
    lines = [f"{_names(plans)}: {freed} would be freed, for good. What is known of them stays."]
    lines += files
    lines += [
        f"v{plan.version.number} plays the same file as another version: its file stays."
        for plan in plans
        if plan.shared_with
    ]
    return "\n".join(lines)


def seeded(plans: list[PurgePlan]) -> str:
    """The second question."""
    return "\n".join(
        f"v{plan.version.number} was the seed of "
        + ", ".join(f"segment {one.sequence_index + 1} v{one.number}" for one in plan.seeded)
        + ". Their seed frame stays, the clip would be gone."
        for plan in plans
    )


def size_told(size_bytes: int) -> str:
    return f"{size_bytes / MIB:.1f} MiB"


def _names(plans: tuple[PurgePlan, ...]) -> str:
    segment = plans[0].version.sequence_index + 1
    return f"Segment {segment}, " + ", ".join(f"v{plan.version.number}" for plan in plans)
