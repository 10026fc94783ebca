"""A new scene from clips: their order, what was found in them, and what stands against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.progress import Progress
from restitch_app.services.imports.wishes import PLAIN, ClipPiece, ImportWishes
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.background.place_look import PlaceLook
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.clip_list import ClipList
from restitch_app.ui.dialogs.clip_reading import clips_told, looks_at, pieces_by
from restitch_app.ui.dialogs.cut_row import CutRow
from restitch_app.ui.dialogs.frame import cancel_button, confirm_button, foot, line
from restitch_app.ui.dialogs.import_choices import ImportChoices
from restitch_app.ui.dialogs.workflow_file_row import WORKFLOW_SUFFIXES, WorkflowFileRow
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.project.file_choice import CLIPS_OR_PICTURES
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M
from restitch_app.ui.welcome.drop_area import dropped_paths

if TYPE_CHECKING:
    from restitch_app.services.imports.clip_look import ClipLook
    from restitch_app.services.imports.cut_marks import CutMarks

SIZE = (900, 700)
LABEL_WIDTH = 84


@dataclass(frozen=True, slots=True)
class NewSceneRequest:
    clips: tuple[ClipPiece, ...]
    """In the order of the scene."""
    folder: Path
    """Of the new project; not there yet."""
    name: str
    workflow: Path | None = None
    """For clips that carry none."""
    wishes: ImportWishes = PLAIN


class NewSceneDialog(QDialog):
    """`asked` hands over the whole request; then the dialog is closed."""

    asked = Signal(object)  # NewSceneRequest

    def __init__(
        self,
        context: PanelContext,
        clips: Sequence[Path | ClipPiece],
        folder: Path,
        parent: QWidget | None = None,
        wishes: ImportWishes | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("new_scene_dialog")
        self.setWindowTitle(tr("New scene from clips"))
        self.setModal(True)
        self.setAcceptDrops(True)
        self.resize(*SIZE)
        self.clips = ClipList(context.theme)
        self.clips.changed.connect(self._reordered)
        self.name = QLineEdit(folder.name)
        self.name.setObjectName("scene_name")
        self.name.setAccessibleName(tr("Name of the scene"))
        self.folder = QLineEdit(str(folder))
        self.folder.setObjectName("project_folder")
        self.folder.setAccessibleName(tr("Folder of the project"))
        for field in (self.name, self.folder):
            field.textChanged.connect(self._refresh)
        self.workflow = WorkflowFileRow(context.runners.pixels)
        self.workflow.changed.connect(self._refresh)
        self._told = label("", "detail", "2")
        self._told.setObjectName("clips_told")
        self._told.setWordWrap(True)
        self._looking = Latest(context.runners.pixels, self)
        self._place = PlaceLook(context.runners.network, self)
        self._place.changed.connect(self._refresh)
        self._looking.arrived.connect(self._show_clips)
        self._looking.failed.connect(self._not_read)
        self._looking.progressed.connect(self._show_progress)
        self._cutting = Latest(context.runners.pixels, self)
        self._cutting.arrived.connect(self._show_pieces)
        self._cutting.failed.connect(self._not_cut)
        self._cutting.progressed.connect(self._show_progress)
        self._cut_looks: tuple[ClipLook, ...] = ()
        """What the pieces that are being made take the place of."""
        self.cuts = CutRow()
        self.cuts.cut_asked.connect(self._cut)
        self.cuts.stop_asked.connect(self._stop_cutting)
        self.cuts.merge_asked.connect(self._merge)
        self.cuts.look_asked.connect(self._look_at_cuts)
        self.clips.itemSelectionChanged.connect(self._refresh_cuts)
        self.choices = ImportChoices(context.theme)
        self.choices.take(wishes or PLAIN)
        self.choices.changed.connect(self._reordered)
        self.choices.rate_changed.connect(self._look_again)
        self.cancel = cancel_button(self, context.theme)
        self.go = confirm_button(self, context.theme, "Make scene", "film", "make_scene")
        self.go.clicked.connect(self._ask)
        self._build()
        self._look(clips)

    def _build(self) -> None:
        buttons = [
            self._button("Move up", "move_up", lambda: self.clips.move_chosen(-1), "Alt+Up"),
            self._button("Move down", "move_down", lambda: self.clips.move_chosen(1), "Alt+Down"),
            self._button("Remove", "remove_clip", self.clips.remove_chosen, "Delete"),
            self._button("Add clips…", "add_clips", self._ask_clips, ""),
        ]
        browse = self._button("Browse…", "browse", self._ask_folder, "")
        inside = QVBoxLayout()
        inside.setContentsMargins(DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING)
        inside.setSpacing(SPACE_M)
        inside.addWidget(
            label(tr("Clips become segments, first to last. Drag to reorder."), "", "2")
        )
        inside.addWidget(self.clips, 1)
        inside.addLayout(row(*buttons, -1, self.cuts.look, self.cuts.merge))
        cuts = row(_name("Cut at"), self.cuts)
        cuts.setStretch(1, 1)
        inside.addLayout(cuts)
        inside.addWidget(self._told)
        inside.addLayout(row(_name("Scene"), self.name))
        inside.addLayout(row(_name("Folder"), self.folder, browse))
        workflow = row(_name("Workflow"), self.workflow)
        workflow.setStretch(1, 1)
        inside.addLayout(workflow)
        inside.addWidget(self.choices)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(line())
        layout.addWidget(foot(-1, self.cancel, self.go))

    def _button(self, text: str, name: str, slot: object, keys: str) -> QPushButton:
        made = QPushButton(tr(text))
        made.setObjectName(name)
        made.setAutoDefault(False)
        made.setToolTip(f"{tr(text)} ({keys})" if keys else "")
        made.clicked.connect(lambda _on=False: slot())  # type: ignore[operator] # any callable
        return made

    # the clips

    def add(self, paths: Sequence[Path]) -> None:
        known = self.clips.paths
        kept = [look.piece for look in self.clips.looks]
        self._look((*kept, *(path for path in paths if path not in known)))

    def _look(self, clips: Sequence[Path | ClipPiece]) -> None:
        self._stop_cutting()
        self._told.setText(tr("Reading the clips…"))
        work = partial(looks_at, tuple(clips), self.choices.picture_rate)
        self._looking.ask("Reading clips", work)
        self._refresh()

    @Slot()
    def _look_again(self) -> None:
        self._look([look.piece for look in self.clips.looks])

    @Slot(object)
    def _show_progress(self, progress: Progress) -> None:
        done = f" · {progress.done * 100 // progress.total} %" if progress.total else ""
        self._told.setText(f"{tr(progress.stage)}{done}")

    # one clip into pieces

    @Slot(str)
    def _cut(self, cuts: str) -> None:
        look = self._to_cut()
        if look is not None:
            self._cut_up(look, cuts, (look,))

    def _cut_up(self, look: ClipLook, cuts: str, gone: tuple[ClipLook, ...]) -> None:
        self._cut_looks = gone
        self._told.setText(tr("Reading the clips…"))
        work = partial(pieces_by, look, cuts, self.choices.picture_rate)
        self._cutting.ask("Looking for cuts", work)
        self._refresh()

    @Slot(object)
    def _show_pieces(self, pieces: tuple[ClipLook, ...]) -> None:
        self.cuts.points.clear()
        self.clips.replace_looks(self._cut_looks, pieces)
        self.clips.setFocus()

    @Slot(object)
    def _not_cut(self, error: Exception) -> None:
        self._refresh()
        self._told.setText(tr(str(error)))

    @Slot()
    def _stop_cutting(self) -> None:
        self._cutting.drop()
        self._refresh()

    @Slot()
    def _merge(self) -> None:
        from restitch_app.services.imports.clip_look import merged_look

        merged = merged_look(self.clips.chosen)
        if merged is not None:
            self.clips.replace_looks(self.clips.chosen, [merged])

    @Slot()
    def _look_at_cuts(self) -> None:
        """All pieces of one clip, or what is to be cut, with the frames beside each cut."""
        from restitch_app.services.imports.cut_marks import CutMarks
        from restitch_app.ui.dialogs.cut_dialog import CutDialog

        looks, whole = self._in_pieces()
        if whole is None or whole.facts is None:
            return
        own = whole.frames or FrameRange(0, whole.facts.frame_count)
        starts = tuple(look.frames.start for look in looks[1:] if look.frames is not None)
        rate = self.choices.picture_rate
        dialog = CutDialog(self._context, whole.path, CutMarks(own, starts), rate, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.asked.connect(partial(self._cut_so, looks, whole))
        dialog.open()

    def _cut_so(self, looks: tuple[ClipLook, ...], whole: ClipLook, marks: CutMarks) -> None:
        if marks.starts:
            points = ", ".join(str(start + 1) for start in marks.starts)
            self._cut_up(whole, points, looks)
        else:
            self.clips.replace_looks(looks, [whole])

    def _in_pieces(self) -> tuple[tuple[ClipLook, ...], ClipLook | None]:
        """What is selected, or all there is, and the one clip that it is together."""
        from restitch_app.services.imports.clip_look import merged_look

        looks = self.clips.chosen or self.clips.looks
        return looks, self._to_cut() or merged_look(looks)

    def _to_cut(self) -> ClipLook | None:
        """What is selected, or the only clip there is."""
        looks = self.clips.chosen or self.clips.looks
        return looks[0] if len(looks) == 1 and looks[0].facts is not None else None

    @Slot()
    def _refresh_cuts(self) -> None:
        from restitch_app.services.imports.clip_look import merged_look

        look, can_merge = self._to_cut(), merged_look(self.clips.chosen) is not None
        clip = look.path if look is not None and not self._looking.is_waiting else None
        can_look = not self._looking.is_waiting and self._in_pieces()[1] is not None
        self.cuts.show_state(
            clip, can_look=can_look, can_merge=can_merge, is_busy=self._cutting.is_waiting
        )

    @Slot(object)
    def _show_clips(self, looks: tuple[ClipLook, ...]) -> None:
        self.choices.show_sequence(is_there=any(look.is_sequence for look in looks))
        self.clips.show_clips(self._judged(looks))
        self._refresh()

    @Slot(object)
    def _not_read(self, error: Exception) -> None:
        self._told.setText(tr(str(error)))

    @Slot()
    def _reordered(self) -> None:
        """Taking one out can change which size and rate the scene has."""
        judged = self._judged(self.clips.looks)
        if judged != self.clips.looks:
            self.clips.show_clips(judged)
        self._refresh()

    def _judged(self, looks: Sequence[ClipLook]) -> tuple[ClipLook, ...]:
        from restitch_app.services.imports.clip_look import judged_together

        return judged_together(looks, converts=self.choices.converts.isChecked())

    # the request

    def request(self) -> NewSceneRequest:
        clips = tuple(look.piece for look in self.clips.looks if not look.problem)
        folder = Path(self.folder.text().strip())
        name, wishes = self.name.text().strip(), self.choices.wishes
        return NewSceneRequest(clips, folder, name, self.workflow.path, wishes)

    @Slot()
    def _ask(self) -> None:
        if self.go.isEnabled():
            request = self.request()
            self.accept()
            self.asked.emit(request)

    @Slot()
    def _refresh(self) -> None:
        folder = Path(self.folder.text().strip())
        self._place.look(folder / "project.restitch" if folder.is_absolute() else None)
        looks = self.clips.looks
        self._refresh_cuts()
        if not self._looking.is_waiting and not self._cutting.is_waiting:
            self._told.setText(clips_told(looks, has_workflow=self.workflow.path is not None))
        reason = self._reason(looks)
        self.go.setEnabled(not reason)
        self.go.setToolTip(tr(reason))

    def _reason(self, looks: Sequence[ClipLook]) -> str:
        if self._looking.is_waiting or self._cutting.is_waiting:
            return "The clips are being read"
        if all(look.problem for look in looks):
            return "Add clips that can be read"
        folder = self.folder.text().strip()
        if not folder or not Path(folder).is_absolute():
            return "Choose a folder for the project"
        if self._place.problem:
            return self._place.problem
        if self._place.is_there:
            return "There is a project in that folder already"
        if not self.name.text().strip():
            return "Give the scene a name"
        return self.workflow.reason

    @Slot()
    def _ask_clips(self) -> None:
        last = self.clips.paths[-1].parent if self.clips.paths else Path()
        chosen, _ = QFileDialog.getOpenFileNames(
            self, tr("Add clips"), str(last), tr(CLIPS_OR_PICTURES)
        )
        if chosen:
            self.add([Path(one) for one in chosen])

    @Slot()
    def _ask_folder(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Folder of the project"), self.folder.text()
        )
        if chosen:
            self.folder.setText(chosen)

    # files that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A workflow, or more clips."""
        event.acceptProposedAction()
        paths = dropped_paths(event.mimeData())
        workflows = [one for one in paths if one.suffix.lower() in WORKFLOW_SUFFIXES]
        if len(workflows) > 1:  # numbered pictures
            workflows = [one for one in workflows if one.suffix.lower() != ".png"]
        if workflows:
            self.workflow.take(workflows[0])
        clips = [one for one in paths if one not in workflows]
        if clips:
            self.add(clips)

    def done(self, result: int) -> None:
        self._looking.drop()
        self._cutting.drop()
        self.workflow.drop()
        super().done(result)


def _name(text: str) -> QWidget:
    made = label(tr(text), "", "2")
    made.setFixedWidth(LABEL_WIDTH)
    return made
