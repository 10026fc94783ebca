"""How clips come into a project: where their files are, what of another kind becomes of them, how
far they overlap."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from restitch_app.services.imports.wishes import Conform, ImportWishes, Link
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.forms.number_fields import RealField, WholeField
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_S

LINKS = {
    Link.COPY: "Copy them into the project",
    Link.HARD: "Hard-link them: no space, the same file",
    Link.REFERENCE: "Leave them where they are",
}
FOUND = -1
MOST_OVERLAP = 999
PICTURE_RATE, MOST_RATE = 24.0, 240.0
LABEL_WIDTH, OVERLAP_WIDTH = 84, 176


class ImportChoices(QWidget):
    changed = Signal()
    rate_changed = Signal()
    """Of numbered pictures: they are looked at anew."""

    def __init__(self, theme: Theme, *, asks_overlap: bool = True) -> None:
        super().__init__()
        self._asks_overlap = asks_overlap
        self.link = ChoiceBox(theme)
        self.link.setObjectName("import_link")
        self.link.setAccessibleName(tr("Files of the clips"))
        self.link.addItems([tr(text) for text in LINKS.values()])
        self.overlap = WholeField(theme)
        self.overlap.setObjectName("import_overlap")
        self.overlap.setAccessibleName(tr("Frames that clips overlap by"))
        self.overlap.setRange(FOUND, MOST_OVERLAP)
        self.overlap.setSpecialValueText(tr("Found by measuring"))
        self.overlap.setValue(FOUND)
        self.overlap.setFixedWidth(OVERLAP_WIDTH)
        self.overlap.setToolTip(
            tr("Frames at the end of each clip that the next one repeats, and which are left out")
        )
        self.converts = QCheckBox(tr("Convert clips of another size or rate"))
        self.converts.setObjectName("import_convert")
        self.keeps_frames = QCheckBox(tr("Keep every frame, and not the length"))
        self.keeps_frames.setObjectName("import_keep_frames")
        self.rate = RealField(theme)
        self.rate.setObjectName("picture_rate")
        self.rate.setAccessibleName(tr("Frames a second of numbered pictures"))
        self.rate.setRange(1.0, MOST_RATE)
        self.rate.setDecimals(3)
        self.rate.setValue(PICTURE_RATE)
        self.rate.setKeyboardTracking(False)
        self._rate_name = label(tr("Pictures a second"), "", "2")
        self.converts.toggled.connect(self._refresh)
        for changed in (
            self.converts.toggled,
            self.keeps_frames.toggled,
            self.overlap.valueChanged,
            self.link.currentIndexChanged,
        ):
            changed.connect(self.changed)
        self.rate.valueChanged.connect(self.rate_changed)
        self._build()
        self.show_sequence(is_there=False)
        self._refresh()

    @property
    def wishes(self) -> ImportWishes:
        conform = None
        if self.converts.isChecked():
            conform = Conform(keeps_frames=self.keeps_frames.isChecked())
        overlap = self.overlap.value()
        return ImportWishes(
            link=tuple(LINKS)[self.link.currentIndex()],
            conform=conform,
            overlap=None if overlap == FOUND else overlap,
            picture_rate=self.picture_rate,
        )

    def take(self, wishes: ImportWishes) -> None:
        """Show what was chosen before."""
        self.link.setCurrentIndex(tuple(LINKS).index(wishes.link))
        self.overlap.setValue(FOUND if wishes.overlap is None else wishes.overlap)
        self.converts.setChecked(wishes.conform is not None)
        self.keeps_frames.setChecked(wishes.conform is not None and wishes.conform.keeps_frames)
        if wishes.picture_rate is not None:
            self.show_sequence(is_there=True)
            self.rate.setValue(float(wishes.picture_rate))

    @property
    def picture_rate(self) -> Fraction | None:
        """None where no clip is of numbered pictures."""
        if self.rate.isHidden():
            return None
        value = Fraction(str(round(self.rate.value(), 3)))
        ntsc = Fraction(round(value) * 1000, 1001)  # 23.976 means this
        return ntsc if abs(ntsc - value) < Fraction(1, 1000) and value != round(value) else value

    def show_sequence(self, *, is_there: bool) -> None:
        self.rate.setVisible(is_there)
        self._rate_name.setVisible(is_there)

    @Slot()
    def _refresh(self) -> None:
        self.keeps_frames.setEnabled(self.converts.isChecked())

    def _build(self) -> None:
        name = label(tr("Files"), "", "2")
        name.setFixedWidth(LABEL_WIDTH)
        overlap = label(tr("Overlap"), "", "2")
        files = row(name, self.link, overlap, self.overlap, self._rate_name, self.rate)
        for widget in (overlap, self.overlap):
            widget.setVisible(self._asks_overlap)
        files.setStretch(1, 1)
        space = QWidget()
        space.setFixedWidth(LABEL_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addLayout(files)
        column.addLayout(row(space, self.converts, self.keeps_frames, -1))
