"""Work on a whole project: check, make one from clips, the demo, another server."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from restitch_app.bridge.job_runner import Job, Work
from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.running import Running
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.notices.notices import Notice, Way, Weight
from restitch_app.ui.pieces.wording import counted

if TYPE_CHECKING:
    from restitch_app.services.imports.importing import Imported
    from restitch_app.services.imports.wishes import ClipPiece, ImportWishes
    from restitch_app.services.workbench import Workbench
    from restitch_app.ui.dialogs.generate_dialog import GenerateRequest


class ProjectWork(QObject):
    """Each call returns at once; long work shows progress in the banner and can be cancelled."""

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._notices = context, context.notices
        self._run = Running(context)
        self._told: dict[Path, Notice] = {}
        """By project folder, what was found while it was made."""
        context.actions.answer(Act.CHECK_ALL, self.check_all)
        context.session.opened.connect(self._tell)
        context.session.opened.connect(self._renew)

    @Slot()
    def check_all(self) -> None:
        """Decoded and measured anew, the selected one first; can be cancelled."""
        first = self._context.state.selected_boundary

        def check(bench: Workbench, scene: Scene, ctx: JobContext) -> object:
            return bench.boundaries.check_all_again(scene, ctx, first)

        job = self._run.submit(self._context.runners.pixels, "Checking all boundaries", check)
        if job is not None:
            self._run.follow(job, "Checking boundaries")
            job.succeeded.connect(self._checked)

    def make_scene(
        self,
        clips: Sequence[Path | ClipPiece],
        folder: Path,
        name: str,
        server_url: str | None = None,
        workflow: Path | None = None,
        ways: tuple[Way, ...] = (),
        wishes: ImportWishes | None = None,
    ) -> None:
        """A new project in `folder` from these clips, in this order; it opens when it is ready.

        `workflow`: a file, for clips that carry none. `ways`: on from what it failed at.
        """
        outside = self._context.session.outside

        def make(ctx: JobContext) -> Imported:
            from restitch_app.services.imports.starting import new_project
            from restitch_app.services.imports.wishes import PLAIN
            from restitch_app.services.project.settings import change_server
            from restitch_app.services.workflows.files import read_workflow_file

            given = read_workflow_file(workflow) if workflow else None
            with new_project(folder) as project:
                if server_url:
                    change_server(project, server_url)
                importing = outside.bench_on(project).importing
                return importing.import_clips(
                    clips, ctx, scene_name=name, workflow=given, wishes=wishes or PLAIN
                )

        job = self._make("Making the scene", make, ways)
        job.succeeded.connect(partial(self._keep_told, folder))
        job.succeeded.connect(self._opener(folder))

    def generate(
        self, request: GenerateRequest, server_url: str = "", ways: tuple[Way, ...] = ()
    ) -> None:
        """A new project whose scene is generated; it opens when the first prompt is queued.

        Nothing is left behind where its server refuses it.
        """
        outside = self._context.session.outside

        def begin(ctx: JobContext) -> object:
            from restitch_app.services.imports.starting import new_project
            from restitch_app.services.project.settings import change_server

            with new_project(request.folder) as project:
                if server_url:
                    change_server(project, server_url)
                bench = outside.bench_on(project)
                record = (
                    bench.workflows.add_file(request.workflow, ctx)
                    if request.workflow is not None
                    else bench.workflows.add_bundled(request.bundled)
                )
                wishes = replace(request.wishes, workflow_id=record.id)
                return bench.runs.generate(
                    request.name, request.picture, request.segments, wishes, ctx
                )

        job = self._make("Beginning the scene", begin, ways)
        job.succeeded.connect(self._opener(request.folder))

    @Slot()
    def make_demo(self) -> None:
        outside = self._context.session.outside
        if outside.make_demo is None:
            return
        job = self._make("Drawing the demo scene", outside.make_demo)
        job.succeeded.connect(self._opener(None))

    def _make(self, doing: str, work: Work, ways: tuple[Way, ...] = ()) -> Job:
        job = self._context.runners.new_projects.submit(doing, work)
        self._run.tell_failure(job, doing, ways, of_project=False)
        self._run.follow(job, doing, of_project=False)
        return job

    # what came of it

    @Slot(object)
    def _checked(self, result: object) -> None:
        boundaries = cast("list[Boundary]", result)
        visible = sum(one.is_open for one in boundaries)
        found = counted(visible, "visible jump") if visible else "no visible jump"
        self._notices.say(
            tr(
                "{boundaries} checked, {found}",
                boundaries=counted(len(boundaries), "boundary", "boundaries"),
                found=found,
            ),
            "activity",
        )

    def _opener(self, folder: Path | None) -> Callable[[object], None]:
        """Opens the project that was made; whoever went to another one meanwhile stays there and is
        told. `folder`: None where the work says it.
        """
        session = self._context.session
        began_in = session.folder

        def take(made: object) -> None:
            project = folder if folder is not None else made
            assert isinstance(project, Path)
            if session.folder in (None, began_in) and not session.is_busy:
                session.open(project)
            else:
                self._offer(project)

        return take

    def _offer(self, folder: Path) -> None:
        way = Way(tr("Open it"), partial(self._context.session.open, folder), "folder-open")
        told = tr("{name} is ready.", name=Verbatim(folder.name))
        self._notices.say(told, "film", way)  # a banner may have worse to tell
        self._notices.show(
            Notice(
                _made_key(folder),
                Weight.INFO,
                told,
                icon="film",
                ways=(way,),
                of_project=False,
            )
        )

    def _keep_told(self, folder: Path, result: object) -> None:
        imported = cast("Imported", result)
        told = (*(f"{one.piece.label}: {one.reason}" for one in imported.refused), *imported.notes)
        if told:
            title = f"{counted(len(imported.versions), 'clip')} imported."
            weight = Weight.WARNING if imported.refused else Weight.INFO
            look = self._context.actions[Act.WORKFLOWS]
            ways = (Way(tr(look.text()), look.trigger),) if imported.notes else ()
            self._told[folder.absolute()] = Notice(
                "import", weight, tr(title), tr(" ".join(told)), "file-warning", ways
            )

    @Slot()
    def _tell(self) -> None:
        """What was found while importing, once the project shows that it is about."""
        folder = self._context.session.folder
        assert folder is not None
        self._notices.solve(_made_key(folder))
        told = self._told.pop(folder, None)
        if told is not None:
            self._notices.show(told)

    @Slot()
    def _renew(self) -> None:
        """A project of an earlier release: its boundaries are measured anew while one looks."""

        def renew(bench: Workbench, _scene: Scene, ctx: JobContext) -> None:
            bench.boundaries.renew(ctx)

        self._run.submit(self._context.runners.pixels, "Measuring boundaries anew", renew)


def _made_key(folder: Path) -> str:
    return f"made {folder.absolute()}"
