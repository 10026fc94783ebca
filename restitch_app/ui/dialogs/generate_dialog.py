"""A new scene generated from one picture, in a project of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from restitch_app.domain.progress import JobContext
from restitch_app.domain.runs import RunWishes
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.background.place_look import PlaceLook
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.frame import cancel_button, confirm_button, foot, line
from restitch_app.ui.dialogs.run_fields import RunFields, named
from restitch_app.ui.dialogs.scaled_picture import read_scaled
from restitch_app.ui.dialogs.size_row import SizeRow
from restitch_app.ui.dialogs.workflow_picker import WORKFLOW_FILES
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.language.translating import Verbatim, tr, tr_n
from restitch_app.ui.pieces.widgets import ElidedLabel, row
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M

USUAL_SEGMENTS = 5
PICTURE_PX = QSize(160, 90)
LEAST_WIDTH_PX = 560

FILE = "file"
"""Among the names of workflows; no workflow that comes along is called so."""

Titles = tuple[tuple[str, str], ...]
"""Name and title of the workflows that come with Restitch."""


@dataclass(frozen=True, slots=True)
class GenerateRequest:
    picture: Path
    folder: Path
    """Of the new project; not there yet."""
    name: str
    segments: int
    wishes: RunWishes
    bundled: str = ""
    """Name of a workflow that comes with Restitch; empty where `workflow` is given."""
    workflow: Path | None = None


class GenerateDialog(QDialog):
    """`asked` hands over the whole request; then the dialog is closed."""

    asked = Signal(object)  # GenerateRequest

    def __init__(
        self, context: PanelContext, picture: Path, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = picture
        self._file: Path | None = None
        theme, runners = context.theme, context.runners
        self.setObjectName("generate_dialog")
        self.setWindowTitle(tr("New scene from a picture"))
        self.setMinimumWidth(LEAST_WIDTH_PX)
        self.setModal(True)
        self._shown = QLabel()
        self._shown.setFixedSize(PICTURE_PX)
        self._shown.setAccessibleName(tr("Start image {name}", name=Verbatim(picture.name)))
        self._told = ElidedLabel(picture.name, "detail", "2")
        self.name = _line("scene_name", folder.name, "Name of the scene")
        self.folder = _line("project_folder", str(folder), "Folder of the project")
        browse = _button("Browse…", "browse")
        browse.clicked.connect(self._ask_folder)
        self.workflow = ChoiceBox(theme)
        self.workflow.setObjectName("workflow")
        self.workflow.setAccessibleName(tr("Workflow"))
        own = _button("Choose a file…", "choose_workflow")
        own.clicked.connect(self._ask_workflow)
        self.size_row = SizeRow(theme, runners.pixels, picture)
        self.fields = RunFields(theme, USUAL_SEGMENTS)
        self.go = confirm_button(self, theme, "", "plus", "generate")
        self.go.clicked.connect(self._ask)
        inside = QVBoxLayout()
        inside.setContentsMargins(*[DIALOG_PADDING] * 4)
        inside.setSpacing(SPACE_M)
        for name, parts in (
            ("Start image", (self._shown, self._told)),
            ("Scene", (self.name,)),
            ("Folder", (self.folder, browse)),
            ("Workflow", (self.workflow, own)),
        ):
            content = QWidget()
            content.setLayout(row(*parts))
            inside.addWidget(named(theme, name, content))
        inside.addWidget(named(theme, "Size", self.size_row))
        inside.addWidget(self.fields, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(line())
        layout.addWidget(foot(-1, cancel_button(self, theme), self.go))
        self._looking = Latest(runners.pixels, self)
        self._place = PlaceLook(runners.network, self)
        self._place.changed.connect(self._refresh)
        self._looking.arrived.connect(self._show_picture)
        self._looking.failed.connect(self._refuse_picture)
        self.workflow.currentIndexChanged.connect(self._propose_size)
        self._problem = "The picture is being read"
        self._looking.ask("Reading a picture", partial(_look, picture))
        for field in (self.name, self.folder):
            field.textChanged.connect(self._refresh)
        self.fields.changed.connect(self._refresh)
        self._refresh()
        self.name.setFocus()

    def request(self) -> GenerateRequest:
        """As it stands now."""
        wishes, size = self.fields.wishes(0), self.size_row.values
        if size:  # the segments after the first take it over
            wishes = replace(wishes, each={**wishes.each, 0: {**wishes.each.get(0, {}), **size}})
        return GenerateRequest(
            self._picture,
            Path(self.folder.text().strip()),
            self.name.text().strip(),
            self.fields.segments.value(),
            wishes,
            *self._chosen_workflow,
        )

    @Slot()
    def _ask(self) -> None:
        if self.go.isEnabled():
            request = self.request()
            self.accept()
            self.asked.emit(request)

    @Slot(object)
    def _show_picture(self, found: tuple[QImage, Titles]) -> None:
        image, titles = found
        self._shown.setPixmap(QPixmap.fromImage(image))
        for name, title in titles:
            self.workflow.addItem(tr(title), name)
        self._problem = ""
        self._refresh()

    @Slot(object)
    def _refuse_picture(self, error: Exception) -> None:
        self._problem = f"{self._picture.name} cannot be read as a picture"
        self._told.setText(f"{tr(self._problem)}: {tr(str(error))}")
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        folder = Path(self.folder.text().strip())
        self._place.look(folder / "project.restitch" if folder.is_absolute() else None)
        self.go.setText(_generate_words(self.fields.segments.value()))
        reason = self._reason()
        self.go.setEnabled(not reason)
        self.go.setToolTip(tr(reason))

    def _reason(self) -> str:
        folder = self.folder.text().strip()
        if self._problem:
            return self._problem
        if not folder or not Path(folder).is_absolute():
            return "Choose a folder for the project"
        if self._place.problem:
            return self._place.problem
        if self._place.is_there:
            return "There is a project in that folder already"
        return "" if self.name.text().strip() else "Give the scene a name"

    @Slot()
    def _ask_folder(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Folder of the project"), self.folder.text()
        )
        if chosen:
            self.folder.setText(chosen)

    @Slot()
    def _ask_workflow(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Workflow"), "", tr(WORKFLOW_FILES))
        if chosen:
            self.take_workflow(Path(chosen))

    def take_workflow(self, path: Path) -> None:
        """Offer the workflow of a file beside those that come along, and choose it."""
        if self._file is not None:
            self.workflow.removeItem(self.workflow.findData(FILE))
        self._file = path
        self.workflow.insertItem(0, path.name, FILE)
        self.workflow.setCurrentIndex(0)

    @property
    def _chosen_workflow(self) -> tuple[str, Path | None]:
        """Name of one that comes along, or a file."""
        chosen = str(self.workflow.currentData())
        return ("", self._file) if chosen == FILE else (chosen, None)

    @Slot()
    def _propose_size(self) -> None:
        if self.workflow.currentIndex() >= 0:
            self.size_row.propose(*self._chosen_workflow)

    def done(self, result: int) -> None:
        self._looking.drop()
        self.size_row.drop()
        super().done(result)


def _look(picture: Path, ctx: JobContext) -> tuple[QImage, Titles]:
    from restitch_app.services.workflows.library import bundled_titles

    return read_scaled(picture, PICTURE_PX, ctx), bundled_titles()


def _generate_words(segments: int) -> str:
    return tr_n("Generate {count} segment", "Generate {count} segments", segments)


def _line(name: str, text: str, accessible: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setObjectName(name)
    made.setAccessibleName(tr(accessible))
    return made


def _button(text: str, name: str) -> QPushButton:
    made = QPushButton(tr(text))
    made.setObjectName(name)
    made.setAutoDefault(False)
    return made
