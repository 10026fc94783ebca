"""Hold the end of a segment to the frame that comes after it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.dialogs.scaled_picture import read_scaled
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.pieces.wording import boundary_name
from restitch_app.ui.theme.tokens import SPACE_L, SPACE_S

if TYPE_CHECKING:
    from restitch_app.services.regeneration.plan import PinEnd

PICTURE_PX = QSize(112, 64)
INDENT = 24


class PinPanel(QWidget):
    changed = Signal()

    def __init__(
        self,
        runner: JobRunner,
        pin: PinEnd,
        sequence_index: int,
        next_frame: int | None,
        picture: Path | None,
        parent: QWidget | None = None,
    ) -> None:
        """`next_frame`: of the scene, from 0; None, as `picture`, after the last segment."""
        super().__init__(parent)
        self.setObjectName("pin_panel")
        self._pin = pin
        self.box = QCheckBox(tr("Match next segment's first frame"))
        self.box.setObjectName("pin_end")
        self.box.setProperty("type", "strong")
        self.box.setEnabled(pin.can)
        self.box.setChecked(pin.can and pin.is_default)
        self.box.setToolTip("" if pin.can else tr(pin.reason))
        self.box.toggled.connect(lambda _is_on: self.changed.emit())
        self._reason = label(tr(pin.reason), "detail", "2")
        self._reason.setObjectName("pin_reason")
        self._reason.setWordWrap(True)
        self._picture = QLabel()
        self._picture.setFixedSize(PICTURE_PX)
        self._loader = Latest(runner, self)
        self._loader.arrived.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(self.box)
        if pin.can and next_frame is not None and picture is not None:
            told = label(_told(sequence_index, next_frame), "detail", "2")
            told.setWordWrap(True)
            both = row(self._picture, told, margins=(INDENT, 0, 0, 0))
            both.setStretch(1, 1)
            both.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
            layout.addLayout(both)
            self._loader.ask("Reading the next frame", partial(read_scaled, picture, PICTURE_PX))
        layout.addLayout(row(self._reason, margins=(INDENT, 0, 0, SPACE_L)))

    @property
    def choice(self) -> bool | None:
        """None: as it would be by itself."""
        is_on = self.box.isChecked()
        return None if not self._pin.can or is_on == self._pin.is_default else is_on

    def close_down(self) -> None:
        self._loader.drop()

    @Slot(object)
    def _show(self, image: QImage) -> None:
        self._picture.setPixmap(QPixmap.fromImage(image))
        self._picture.setAccessibleName(tr("First frame of the next segment"))


def _told(index: int, next_frame: int) -> str:
    return tr(
        "Steers the end of segment {number} to frame {frame}, so boundary {boundary} is likely to "
        "stay smooth.",
        number=index + 1,
        frame=next_frame + 1,
        boundary=boundary_name(index),
    )
