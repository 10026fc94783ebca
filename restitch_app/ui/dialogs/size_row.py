"""The picture size of a scene that is generated: proposed from its start image, and changeable."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.progress import JobContext
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.forms.number_fields import WholeField
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_XS

if TYPE_CHECKING:
    from restitch_app.services.runs.first_size import FirstSize

LARGEST_PX = 16384
NO_SIZE = "Its size is settled by the workflow when the scene begins."


class SizeRow(QWidget):
    def __init__(self, theme: Theme, runner: JobRunner, picture: Path) -> None:
        super().__init__()
        self.setObjectName("size_row")
        self._picture = picture
        self.width_field = _field(theme, "first_width", "Width of the scene in pixels")
        self.height_field = _field(theme, "first_height", "Height of the scene in pixels")
        self._told = label("…", "detail", "2")
        self._told.setObjectName("size_told")
        self._told.setWordWrap(True)
        self._fields = QWidget()
        self._fields.setLayout(row(self.width_field, label("×"), self.height_field, -1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(self._fields)
        column.addWidget(self._told)
        self._fields.hide()
        self._proposing = Latest(runner, self)
        self._proposing.arrived.connect(self._show)
        self._proposing.failed.connect(self._cannot)

    def propose(self, bundled: str, file: Path | None) -> None:
        """For another workflow: one that comes along, by its name, or that of a file."""
        work = partial(_proposed, self._picture, bundled, file)
        self._proposing.ask("Reading the workflow", work)

    @property
    def values(self) -> dict[str, int]:
        """By binding name; empty where the workflow takes no size, or it is still being read."""
        if self._fields.isHidden():
            return {}
        return {"width": self.width_field.value(), "height": self.height_field.value()}

    def drop(self) -> None:
        self._proposing.drop()

    @Slot(object)
    def _show(self, first: FirstSize | None) -> None:
        self._fields.setVisible(first is not None)
        self._told.setText(tr(first.told if first is not None else NO_SIZE))
        if first is None:
            return
        both = (self.width_field, first.width_px), (self.height_field, first.height_px)
        for field, value in both:
            field.setRange(first.step_px, LARGEST_PX)
            field.setSingleStep(first.step_px)
            field.setValue(value)

    @Slot(object)
    def _cannot(self, error: Exception) -> None:
        self._fields.hide()
        self._told.setText(tr(str(error)))


def _field(theme: Theme, name: str, accessible: str) -> WholeField:
    made = WholeField(theme)
    made.setObjectName(name)
    made.setAccessibleName(tr(accessible))
    return made


def _proposed(picture: Path, bundled: str, file: Path | None, _ctx: JobContext) -> FirstSize | None:
    from restitch_app.services.runs.first_size import proposed_by

    return proposed_by(picture, bundled, file)
