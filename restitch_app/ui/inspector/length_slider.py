"""How many frames a remedy takes: as it finds best, or as the reviewer says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSlider, QWidget

from restitch_app.ui.boundary.lengths import LENGTHS, unit
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.pieces.wording import counted

if TYPE_CHECKING:
    from restitch_app.services.remedies.values import Candidate


class LengthSlider(QWidget):
    length_asked = Signal(object)  # frames a side, or None

    def __init__(self, name: str) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("length")
        self.slider.setRange(0, len(LENGTHS))
        self.slider.setPageStep(1)
        self.slider.setTracking(False)  # trying a length takes a second or two
        self.slider.setAccessibleName(
            tr("{unit}, frames each side; leftmost: automatic", unit=unit(name))
        )
        self.slider.sliderMoved.connect(self._tell)
        self.slider.valueChanged.connect(self._ask)
        self._told = label("", "detail")
        self._told.setObjectName("length_told")
        self._changed = 0
        self.setLayout(row(label(tr(unit(name)), "detail", "2"), self.slider, self._told))

    def show_length(self, candidate: Candidate, tried: int | None) -> None:
        """`tried`: frames a side that are being tried, which the candidate does not have yet."""
        frames = candidate.window if tried is None else tried
        self._changed = candidate.frames_changed or candidate.frames_lost
        step = LENGTHS.index(frames) + 1 if frames in LENGTHS else 0
        self.slider.blockSignals(True)
        self.slider.setValue(step)
        self.slider.blockSignals(False)
        self._tell(step)

    @Slot(int)
    def _tell(self, step: int) -> None:
        if step:
            self._told.setText(tr("{what} a side", what=LENGTHS[step - 1]))
        else:
            self._told.setText(tr("Auto, {what}", what=counted(self._changed, "frame")))

    @Slot(int)
    def _ask(self, step: int) -> None:
        self.length_asked.emit(LENGTHS[step - 1] if step else None)
