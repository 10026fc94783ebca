"""Clips that go into a scene: their order, how their files are kept, what others become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from restitch_app.domain.versions import Scene
from restitch_app.services.imports.wishes import ClipPiece, ImportWishes
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.clip_list import ClipList
from restitch_app.ui.dialogs.clip_reading import clips_told, looks_at
from restitch_app.ui.dialogs.frame import cancel_button, confirm_button, foot, line
from restitch_app.ui.dialogs.import_choices import ImportChoices
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M

if TYPE_CHECKING:
    from restitch_app.services.imports.clip_look import ClipLook

SIZE = (760, 440)


@dataclass(frozen=True, slots=True)
class InsertRequest:
    clips: tuple[ClipPiece, ...]
    """In the order in which they go in."""
    wishes: ImportWishes


class InsertDialog(QDialog):
    """`asked` hands over the whole request; then the dialog is closed."""

    asked = Signal(object)  # InsertRequest

    def __init__(
        self,
        context: PanelContext,
        scene: Scene,
        sequence_index: int,
        clips: Sequence[Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scene, self._asked_clips = scene, tuple(clips)
        self.setObjectName("insert_dialog")
        title = tr("Insert clips before segment {number}", number=sequence_index + 1)
        self.setWindowTitle(title)
        self.setModal(True)
        self.resize(*SIZE)
        self.clips = ClipList(context.theme)
        self.clips.changed.connect(self._judge)
        self.choices = ImportChoices(context.theme, asks_overlap=False)
        self.choices.changed.connect(self._judge)
        self.choices.rate_changed.connect(self._look)
        self._told = label("", "detail", "2")
        self._told.setObjectName("clips_told")
        self._told.setWordWrap(True)
        self._looking = Latest(context.runners.pixels, self)
        self._looking.arrived.connect(self._show_clips)
        self._looking.failed.connect(self._not_read)
        self.cancel = cancel_button(self, context.theme)
        self.go = confirm_button(self, context.theme, "Insert", "plus", "insert")
        self.go.clicked.connect(self._ask)
        self._build(title)
        self._look()

    def _build(self, title: str) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING)
        inside.setSpacing(SPACE_M)
        inside.addWidget(label(title, "heading"))
        inside.addWidget(self.clips, 1)
        inside.addWidget(self._told)
        inside.addWidget(self.choices)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(line())
        layout.addWidget(foot(-1, self.cancel, self.go))

    @Slot()
    def _look(self) -> None:
        self._told.setText(tr("Reading the clips…"))
        known = [look.piece for look in self.clips.looks] or self._asked_clips
        work = partial(looks_at, tuple(known), self.choices.picture_rate)
        self._looking.ask("Reading clips", work)
        self._refresh()

    @Slot(object)
    def _show_clips(self, looks: tuple[ClipLook, ...]) -> None:
        self.choices.show_sequence(is_there=any(look.is_sequence for look in looks))
        self.clips.show_clips(self._judged(looks))
        self._refresh()

    @Slot(object)
    def _not_read(self, error: Exception) -> None:
        self._refresh()
        self._told.setText(tr(str(error)))

    @Slot()
    def _judge(self) -> None:
        judged = self._judged(self.clips.looks)
        if judged != self.clips.looks:
            self.clips.show_clips(judged)
        self._refresh()

    def _judged(self, looks: Sequence[ClipLook]) -> tuple[ClipLook, ...]:
        from restitch_app.services.imports.clip_look import judged_by

        kind = (self._scene.width, self._scene.height, self._scene.rate)
        converts = self.choices.converts.isChecked()
        return judged_by(looks, kind, converts=converts)

    @Slot()
    def _refresh(self) -> None:
        looks, reason = self.clips.looks, ""
        if self._looking.is_waiting:
            reason = "The clips are being read"
        elif all(look.problem for look in looks):
            reason = "None of these clips can be inserted"
        if not self._looking.is_waiting:
            self._told.setText(clips_told(looks))
        self.go.setEnabled(not reason)
        self.go.setToolTip(tr(reason))

    def request(self) -> InsertRequest:
        clips = tuple(look.piece for look in self.clips.looks if not look.problem)
        return InsertRequest(clips, self.choices.wishes)

    @Slot()
    def _ask(self) -> None:
        if self.go.isEnabled():
            request = self.request()
            self.accept()
            self.asked.emit(request)

    def done(self, result: int) -> None:
        self._looking.drop()
        super().done(result)
