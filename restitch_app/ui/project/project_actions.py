"""What the File menu does: open, make, export and close a project, and remember it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.dialogs import Dialogs
from restitch_app.ui.language.translating import tr
from restitch_app.ui.memory.memory import Recent, WindowMemory
from restitch_app.ui.notices.notices import Notice, Way, Weight
from restitch_app.ui.pieces.wording import scene_facts
from restitch_app.ui.project.database_rescue import DatabaseRescue
from restitch_app.ui.project.file_choice import FileChoice
from restitch_app.ui.project.project_work import ProjectWork
from restitch_app.ui.theme.shapes import Shape, shape_of_class
from restitch_app.ui.welcome.drop_area import dropped_project

if TYPE_CHECKING:
    from restitch_app.ui.dialogs.generate_dialog import GenerateRequest
    from restitch_app.ui.dialogs.new_scene_dialog import NewSceneRequest

DEFAULT_SCENE = "Scene 1"
OPENING = "Opening the project"


class ProjectActions(QObject):
    recents_changed = Signal()

    def __init__(
        self,
        context: PanelContext,
        work: ProjectWork,
        dialogs: Dialogs,
        memory: WindowMemory,
        choice: FileChoice,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._work, self._dialogs = context, work, dialogs
        self.memory, self.choice = memory, choice
        self._rescue = DatabaseRescue(context, self)
        actions = context.actions
        actions.answer(Act.OPEN, self.ask_open)
        actions.answer(Act.NEW_SCENE, self.ask_new_scene)
        actions.answer(Act.GENERATE, self.ask_generate)
        if context.session.outside.make_demo is not None:
            actions.answer(Act.DEMO, work.make_demo)
        actions.answer(Act.EXPORT, self.ask_export)
        actions.answer(Act.CLOSE_PROJECT, context.session.close)
        dialogs.scene_asked.connect(self._make_scene)
        dialogs.generation_asked.connect(self._generate)
        dialogs.exported.connect(self._note_film)
        context.session.opened.connect(self._note_opened)
        context.session.failed.connect(self._not_opened)
        context.session.closing.connect(self._note_recent)

    @Slot()
    def ask_open(self) -> None:
        folder = self.choice.project()
        if folder is not None:
            self.open(folder)

    def open(self, folder: Path) -> None:
        self._context.session.open(folder)

    @Slot()
    def ask_new_scene(self) -> None:
        self.new_scene(self.choice.clips())

    def new_scene(self, clips: list[Path]) -> None:
        """Put the clips in order and choose a folder in the dialog."""
        if clips:
            first = clips[0]
            name = first.name if first.is_dir() else first.parent.name
            folder = Path(self.memory.folder("projects")) / (name or DEFAULT_SCENE)
            self._dialogs.new_scene(clips, folder)

    @Slot()
    def ask_generate(self) -> None:
        picture = self.choice.start_image()
        if picture is not None:
            folder = Path(self.memory.folder("projects")) / (picture.stem or DEFAULT_SCENE)
            self._dialogs.generate(picture, folder)

    @Slot(object)
    def _generate(self, request: GenerateRequest) -> None:
        self.memory.set_folder("projects", request.folder.parent)
        again = partial(self._dialogs.generate, request.picture, request.folder)
        self._work.generate(
            request, self.memory.chosen_server, (Way(tr("Try again…"), again, "rotate-cw"),)
        )

    @Slot(object)
    def _make_scene(self, request: NewSceneRequest) -> None:
        self.memory.set_folder("projects", request.folder.parent)
        clips = list(request.clips)
        again = partial(
            self._dialogs.new_scene, clips, request.folder, request.name, request.wishes
        )
        self._work.make_scene(
            clips,
            request.folder,
            request.name,
            self.memory.chosen_server,
            request.workflow,
            (Way(tr("Choose another folder…"), again, "folder-open"),),
            request.wishes,
        )

    def take_drop(self, paths: tuple[Path, ...]) -> None:
        """A project opens; anything else becomes a new scene."""
        project = dropped_project(paths)
        if project is not None:
            self.open(project)
        else:
            self.new_scene(list(paths))

    @Slot(str)
    def locate(self, folder: str) -> None:
        """A recent project lies elsewhere now."""
        found = self.choice.project()
        if found is not None:
            self.memory.move_recent(folder, str(found))
            self.recents_changed.emit()
            self.open(found)

    @Slot()
    def ask_export(self) -> None:
        overview = self._context.state.overview
        if overview is None:
            return
        self._dialogs.export(Path(self.memory.folder("films")) / f"{overview.scene.name}.mp4")

    @Slot(Path)
    def _note_film(self, film: Path) -> None:
        self.memory.set_folder("films", film.parent)

    @Slot(str)
    def show_file(self, relative: str) -> None:
        """Show the folder that a file of the project lies in, in the system's file browser."""
        folder = self._context.session.folder
        if folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str((folder / relative).parent)))

    @Slot()
    def _note_opened(self) -> None:
        self._note_recent()
        self._context.notices.solve(OPENING)
        overview = self._context.state.overview
        is_coming = any(run.state.is_open for run in self._context.state.runs)
        if (overview is None or not overview.current) and not is_coming:
            make = self._context.actions[Act.NEW_SCENE]
            self._context.notices.show(
                Notice(
                    "empty",
                    Weight.INFO,
                    tr("This project has no segments yet."),
                    tr("Scenes are made from clips, each in a project of its own."),
                    "film",
                    (Way(tr(make.text()), make.trigger),),
                )
            )

    @Slot(object, object)
    def _not_opened(self, folder: Path, error: Exception) -> None:
        look = self._context.actions[Act.OPEN]
        another = Way(tr("Another project…"), look.trigger)
        self._context.notices.fail(error, OPENING, (*self._rescue.ways(folder, error), another))

    @Slot()
    def _note_recent(self) -> None:
        folder, overview = self._context.session.folder, self._context.state.overview
        if folder is None or overview is None or not overview.current:
            return
        shapes = [shape_of_class(one.boundary_class) for one in overview.boundaries]
        first, last = overview.current[0].first_frame, overview.current[-1].last_frame
        self.memory.note_recent(
            Recent(
                folder=str(folder),
                name=overview.scene.name,
                facts=" · ".join(scene_facts(overview)[:3]),
                first_frame=str(folder / first.file) if first else "",
                last_frame=str(folder / last.file) if last else "",
                visible=shapes.count(Shape.VISIBLE),
                borderline=shapes.count(Shape.BORDERLINE),
                smooth=shapes.count(Shape.SMOOTH),
                opened_at=datetime.now().isoformat(timespec="seconds"),
            )
        )
        self.recents_changed.emit()


class HolderNotice(QObject):
    """Tells when another program runs this project's jobs, and when a window holds it."""

    KEY = "holder"

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        context.session.holder_changed.connect(self._write)
        context.session.closed.connect(self._write)

    @Slot()
    def _write(self) -> None:
        session, notices = self._context.session, self._context.notices
        if not session.holder:
            notices.solve(self.KEY)
        elif self._context.state.is_read_only:
            title = "This project is open elsewhere."
            text = f"{session.holder} has it. You can look and compare here, not decide."
            again = Way(tr("Try again"), self._open_again, "rotate-cw")
            notices.show(
                Notice(self.KEY, Weight.WARNING, tr(title), tr(text), "lock", (again,), False)
            )
        else:
            title = "Another program runs this project's jobs."
            text = f"{session.holder} has them. New jobs wait for it, or for its end."
            notices.show(Notice(self.KEY, Weight.INFO, tr(title), tr(text), "clock"))

    def _open_again(self) -> None:
        """Closed there, it can be decided in here."""
        folder = self._context.session.folder
        if folder is not None:
            self._context.session.open(folder)
