"""Keep the good part of a segment: regenerate it from one of its own frames on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.forms.number_fields import WholeField
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_L, SPACE_S

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

INDENT = 24
TOO_SHORT = "It has one frame only: there is nothing to keep."


class KeepPanel(QWidget):
    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        runner: JobRunner,
        bench: Workbench,
        scene: Scene,
        version: Version,
        first_frame: int,
    ) -> None:
        """`first_frame`: of the version, from 0; what is offered as the first to render."""
        super().__init__()
        self.setObjectName("keep_panel")
        self._bench, self._scene, self._version = bench, scene, version
        total = version.facts.frame_count
        self.box = QCheckBox(tr("Keep its first frames"))
        self.box.setObjectName("keep_part")
        self.box.setProperty("type", "strong")
        self.box.setEnabled(total > 1)
        self.box.toggled.connect(self._toggled)
        self.field = WholeField(theme)
        self.field.setObjectName("from_frame")
        self.field.setAccessibleName(tr("Regenerate from frame"))
        self.field.setRange(2, max(2, total))
        self.field.setValue(first_frame + 1)
        self.field.valueChanged.connect(lambda _value: self.changed.emit())
        self._told = label("", "detail", "2")
        self._told.setObjectName("keep_told")
        self._told.setWordWrap(True)
        self._telling = Latest(runner, self)
        self._telling.arrived.connect(self._show_told)
        self._telling.failed.connect(lambda error: self._told.setText(tr(str(error))))
        self._number = QWidget()
        of = label(tr("of {total}", total=total), "detail", "2")
        self._number.setLayout(
            row(label(tr("From frame"), "detail"), self.field, of, -1, margins=(INDENT, 0, 0, 0))
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(self.box)
        layout.addWidget(self._number)
        layout.addLayout(row(self._told, margins=(INDENT, 0, 0, SPACE_L)))
        self._show()

    @property
    def frame(self) -> int | None:
        """The first one to be rendered, from 0, which is the seed frame; None: all are."""
        return self.field.value() - 1 if self.box.isChecked() else None

    def keep_before(self, frame: int) -> None:
        """As if a person had chosen it; `frame` from 0."""
        if 0 < frame < self._version.facts.frame_count:
            self.field.setValue(frame + 1)
            self.box.setChecked(True)

    def tell(self, request: RegenerationRequest | None) -> None:
        """What this request would come to; it is asked of the service."""
        if self.frame is None or request is None:
            self._telling.drop()
            return
        self._telling.ask("Reading the segment", partial(_told, self._bench, self._scene, request))

    def drop(self) -> None:
        self._telling.drop()

    @Slot(bool)
    def _toggled(self, _is_on: bool) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        is_on = self.box.isChecked()
        self._number.setVisible(is_on)
        number = self._version.sequence_index + 1
        off = tr("Off: all of segment {number} is made anew.", number=number)
        self._told.setText("…" if is_on else off if self.box.isEnabled() else tr(TOO_SHORT))

    @Slot(object)
    def _show_told(self, told: str) -> None:
        self._told.setText(tr(told))


def _told(bench: Workbench, scene: Scene, request: RegenerationRequest, _ctx: JobContext) -> str:
    return bench.plans.kept_told(scene, request)
