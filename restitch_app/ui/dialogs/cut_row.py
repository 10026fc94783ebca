"""One long clip into segments: cut points typed, read from a list or looked for; merged again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import row

LISTS = "Lists of cuts (*.edl *.otio)"
DETECT = "detect"
POINTS = "First frames (82, 163) or timecodes (00:00:05:01)"


class CutRow(QWidget):
    """Says what is wanted; which clip it is about is for the dialog to know."""

    cut_asked = Signal(str)
    """Cut points, the path of a list, or DETECT."""
    stop_asked = Signal()
    merge_asked = Signal()
    look_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.points = QLineEdit()
        self.points.setObjectName("cut_points")
        self.points.setAccessibleName(tr("Cut points"))
        self.points.setPlaceholderText(tr(POINTS))
        self.points.textChanged.connect(self._refresh)
        self.points.returnPressed.connect(self._cut)
        self.cut = self._button("Cut", "cut_clip", self._cut)
        self.search = self._button("Find cuts", "find_cuts", self._find)
        self.list = self._button("From a list…", "cuts_from_list", self._ask_list)
        # The list of clips has these two beside its own: they are about pieces that are in it.
        self.look = self._button("Look at cuts…", "look_at_cuts", self.look_asked.emit)
        self.merge = self._button("Merge", "merge_pieces", self.merge_asked.emit)
        layout = row(self.points, self.cut, self.search, self.list)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._can_cut, self._is_busy, self._start = False, False, Path()
        self._refresh()

    def show_state(
        self, clip: Path | None, *, can_look: bool, can_merge: bool, is_busy: bool
    ) -> None:
        """`clip`: what would be cut; None where that is not one clip."""
        self._can_cut, self._is_busy = clip is not None and not is_busy, is_busy
        self._start = clip.parent if clip is not None else self._start
        self.look.setEnabled(can_look and not is_busy)
        self.merge.setEnabled(can_merge and not is_busy)
        self.search.setText(tr("Stop") if is_busy else tr("Find cuts"))
        about = "" if self._can_cut else tr("Select one clip to cut it")
        for button in (self.cut, self.search, self.list):
            button.setToolTip(about)
        self.search.setToolTip(
            about or tr("Repeated frames at equal distances, and hard cuts; reads the whole clip")
        )
        self.look.setToolTip(
            tr("The frames on both sides of each cut, to move it; of one clip, or pieces of one")
        )
        self.merge.setToolTip(tr("Select pieces of one clip that follow each other"))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self.points.setEnabled(self._can_cut)
        self.cut.setEnabled(self._can_cut and bool(self.points.text().strip()))
        self.search.setEnabled(self._can_cut or self._is_busy)
        self.list.setEnabled(self._can_cut)

    @Slot()
    def _cut(self) -> None:
        if self.cut.isEnabled():
            self.cut_asked.emit(self.points.text().strip())

    @Slot()
    def _find(self) -> None:
        if self._is_busy:
            self.stop_asked.emit()
        else:
            self.cut_asked.emit(DETECT)

    @Slot()
    def _ask_list(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("List of cuts"), str(self._start), tr(LISTS)
        )
        if chosen:
            self.cut_asked.emit(chosen)

    def _button(self, text: str, name: str, slot: object) -> QPushButton:
        made = QPushButton(tr(text))
        made.setObjectName(name)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _on=False: slot())  # type: ignore[operator] # any callable
        return made
