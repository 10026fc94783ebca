"""What is exported: in which form, which part, and which lists for other programs with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.masters import MasterKind
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_M, SPACE_S

if TYPE_CHECKING:
    from restitch_app.services.project.overview import SceneOverview

WHOLE, SEGMENT, FRAMES = range(3)


@dataclass(frozen=True, slots=True)
class Form:
    text: str
    kind: MasterKind | None
    suffixes: tuple[str, ...]
    """Empty: a folder. The first is put where the name has another one."""
    is_film: bool = True


FORMS = (
    Form("Film: what nothing touched is copied", None, (".mp4", ".mov", ".mkv")),
    Form("ProRes 422 HQ: every frame encoded", MasterKind.PRORES, (".mov",)),
    Form("FFV1, lossless: every frame encoded", MasterKind.FFV1, (".mkv",)),
    Form("PNG pictures in a folder", MasterKind.PNG, ()),
    Form("No film: only the lists below", None, (".mp4", ".mov", ".mkv"), is_film=False),
)
LISTS = {
    "otio": ("Timeline for OpenTimelineIO (.otio)", ".otio"),
    "edl": ("Edit list, CMX 3600 (.edl)", ".edl"),
    "fcpxml": ("Timeline for Final Cut Pro and Resolve (.fcpxml)", ".fcpxml"),
    "csv": ("Table of the boundaries (.csv)", ".csv"),
    "report": ("Report with every boundary (.html)", ".html"),
}


class ExportOptions(QWidget):
    changed = Signal()
    form_changed = Signal()

    def __init__(self, theme: Theme, overview: SceneOverview, selected: int | None) -> None:
        """`selected`: sequence index of the segment that is offered; None: the first."""
        super().__init__()
        self._overview = overview
        self.form_box = ChoiceBox(theme)
        self.form_box.setObjectName("export_form")
        self.form_box.setAccessibleName(tr("Form"))
        self.form_box.addItems([tr(form.text) for form in FORMS])
        self.form_box.currentIndexChanged.connect(self._form_picked)
        self.part_box = ChoiceBox(theme)
        self.part_box.setObjectName("export_part")
        self.part_box.setAccessibleName(tr("Part"))
        self.part_box.addItems([tr("The whole scene"), tr("One segment"), tr("Frames")])
        self.part_box.currentIndexChanged.connect(self._part_picked)
        self.segment = _number("export_segment", tr("Segment"), len(overview.current))
        self.segment.setValue((selected or 0) + 1)
        self.first = _number("export_first", tr("First frame"), overview.frames)
        self.last = _number("export_last", tr("Last frame"), overview.frames)
        self.last.setValue(overview.frames)
        self._to = label("–", "", "2")
        for number in (self.segment, self.first, self.last):
            number.valueChanged.connect(self.changed)
        self.lists = {name: QCheckBox(tr(text)) for name, (text, _) in LISTS.items()}
        for name, box in self.lists.items():
            box.setObjectName(f"export_{name}")
            box.toggled.connect(self.changed)
        self._build()
        self._part_picked()

    @property
    def form(self) -> Form:
        return FORMS[self.form_box.currentIndex()]

    def frames(self, of_segment: FrameRange | None) -> FrameRange | None:
        """Scene frames of the film, None for all; `of_segment`: those of the chosen segment."""
        part = self.part_box.currentIndex()
        if part == SEGMENT:
            return of_segment
        return FrameRange(self.first.value() - 1, self.last.value()) if part == FRAMES else None

    @property
    def chosen_segment(self) -> int | None:
        """Sequence index; None where it is not about one."""
        return self.segment.value() - 1 if self.part_box.currentIndex() == SEGMENT else None

    def list_paths(self, film: Path) -> dict[str, Path]:
        """Of the lists that are wanted: beside the film, under its name."""
        return {
            name: film.with_name(film.name if not film.suffix else film.stem).with_suffix(suffix)
            for name, (_, suffix) in LISTS.items()
            if self.lists[name].isChecked()
        }

    def problem(self) -> str:
        """Why this cannot be exported; empty where it can."""
        if self.part_box.currentIndex() == FRAMES and self.last.value() < self.first.value():
            return "The last frame comes before the first"
        if not self.form.is_film and not any(box.isChecked() for box in self.lists.values()):
            return "Choose a list, or a film"
        return ""

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S)
        grid.addWidget(label(tr("Form"), "", "2"), 0, 0)
        grid.addWidget(self.form_box, 0, 1)
        grid.addWidget(label(tr("Part"), "", "2"), 1, 0)
        part = row(self.part_box, self.segment, self.first, self._to, self.last)
        part.setStretch(0, 1)
        grid.addLayout(part, 1, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addLayout(grid)
        column.addWidget(label(tr("For editors and readers, beside the film"), "", "2"))
        lists = QGridLayout()
        for place, box in enumerate(self.lists.values()):
            lists.addWidget(box, place // 2, place % 2)
        column.addLayout(lists)

    @Slot()
    def _part_picked(self) -> None:
        part = self.part_box.currentIndex()
        self.segment.setVisible(part == SEGMENT)
        for widget in (self.first, self._to, self.last):
            widget.setVisible(part == FRAMES)
        self.changed.emit()

    @Slot()
    def _form_picked(self) -> None:
        self.part_box.setEnabled(self.form.is_film)
        self.form_changed.emit()
        self.changed.emit()


def _number(name: str, about: str, most: int) -> QSpinBox:
    made = QSpinBox()
    made.setObjectName(name)
    made.setAccessibleName(about)
    made.setRange(1, max(1, most))
    return made
