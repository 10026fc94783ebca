"""The cuts of one long clip, looked at and moved by the frames on both sides of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from restitch_app.ui.background.latest import Latest
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.clip_reading import pieces_told
from restitch_app.ui.dialogs.cut_picture import CutPicture
from restitch_app.ui.dialogs.cut_strip import CutStrip
from restitch_app.ui.dialogs.frame import cancel_button, confirm_button, foot, line
from restitch_app.ui.forms.number_fields import WholeField
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.pieces.widgets import label, row, set_word_icon
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M, SPACE_S

if TYPE_CHECKING:
    from restitch_app.services.imports.cut_marks import CutMarks
    from restitch_app.services.playback.thumbnails import Thumbnail

SIZE = (960, 620)
STRIP_PX, LARGE_PX = 112, 360
"""Heights of pictures: twice what the strip shows, for dense screens; and the two large ones."""
AT_ONCE = 16
"""Pictures of the strip that one look reads, so that the first are there soon."""
AHEAD = 2
"""Frames on both sides that are read with the large ones: the next step shows them at once."""
MOST_LARGE = MOST_LEFT = 48
"""Large pictures that are kept, and those of the strip that no cut has beside it any more."""
FAR = 10


class CutDialog(QDialog):
    """Nothing is cut here: `asked` hands over where, then the dialog is closed."""

    asked = Signal(object)  # CutMarks

    def __init__(
        self,
        context: PanelContext,
        path: Path,
        marks: CutMarks,
        picture_rate: Fraction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        from restitch_app.services.imports.clip_sight import ClipSight

        self._context, self._sight = context, ClipSight(path, picture_rate)
        self.marks = marks
        self.place: int | None = 0 if marks.starts else None
        self._icons: list[tuple[QPushButton, str]] = []
        self._small: dict[int, Thumbnail] = {}
        self._large: dict[int, Thumbnail] = {}
        self.setObjectName("cut_dialog")
        self.setWindowTitle(tr("Cuts of {name}", name=Verbatim(path.name)))
        self.setModal(True)
        self.resize(*SIZE)
        self._looking_small = self._latest(self._take_small)
        self._looking_large = self._latest(self._take_large)
        self.before, self.after = CutPicture("cut_before"), CutPicture("cut_after")
        self._told_before, self._told_after = label("", "detail", "2"), label("", "detail", "2")
        self._told = label("", "detail", "2")
        self._told.setObjectName("cuts_told")
        self.strip = CutStrip()
        self.strip.chosen.connect(self._choose)
        for picture in (self.before, self.after):
            picture.stepped.connect(self.step)
        self.frame = WholeField(context.theme)
        self.frame.setObjectName("cut_frame")
        self._frame_name = label(tr("First frame after the cut"), "", "2")
        self.frame.setAccessibleName(tr("First frame after the cut"))
        self.frame.setKeyboardTracking(False)
        self.frame.valueChanged.connect(self._move_to)
        self.earlier = self._button("Earlier", "step-back", "cut_earlier", partial(self.step, -1))
        self.later = self._button("Later", "step-forward", "cut_later", partial(self.step, 1))
        self.add = self._button("Add a cut", "plus", "add_cut", self._add)
        self.remove = self._button("Remove the cut", "trash-2", "remove_cut", self._remove)
        self.cancel = cancel_button(self, context.theme)
        self.go = confirm_button(self, context.theme, "Cut here", "check", "cut_here")
        self.go.clicked.connect(self._ask)
        context.theme.changed.connect(self._retheme)
        self._set_keys()
        self._build()
        self._show()
        self.strip.setFocus()

    def _latest(self, slot: object) -> Latest:
        made = Latest(self._context.runners.pixels, self)
        made.arrived.connect(slot)
        made.failed.connect(self._not_read)
        return made

    def _button(self, text: str, icon: str, name: str, act: Callable[[], object]) -> QPushButton:
        made = QPushButton(tr(text))
        made.setObjectName(name)
        made.setAutoDefault(False)
        set_word_icon(made, self._context.theme, icon)
        self._icons.append((made, icon))
        made.clicked.connect(lambda _on=False: act())
        return made

    @Slot()
    def _retheme(self) -> None:
        for button, icon in self._icons:
            set_word_icon(button, self._context.theme, icon)

    def _set_keys(self) -> None:
        alone = Qt.ShortcutContext.WidgetShortcut  # a field deletes digits with the same key
        for keys, act, button, where in (
            ("Alt+Left", partial(self.step, -1), self.earlier, self),
            ("Alt+Right", partial(self.step, 1), self.later, self),
            ("Alt+Shift+Left", partial(self.step, -FAR), None, self),
            ("Alt+Shift+Right", partial(self.step, FAR), None, self),
            ("Insert", self._add, self.add, self),
            ("Delete", self._remove, self.remove, self.strip),
        ):
            shortcut = QShortcut(QKeySequence(keys), where)
            shortcut.activated.connect(act)
            if where is self.strip:
                shortcut.setContext(alone)
            if button is not None:
                name = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
                button.setToolTip(f"{button.text()} ({name})")
        for button in (self.earlier, self.later):
            button.setAutoRepeat(True)

    def _build(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING)
        inside.setSpacing(SPACE_M)
        pictures = row(
            _column(self.before, self._told_before), _column(self.after, self._told_after)
        )
        pictures.setStretch(0, 1)
        pictures.setStretch(1, 1)
        inside.addLayout(pictures, 1)
        name = self._frame_name
        inside.addLayout(row(self.earlier, name, self.frame, self.later, -1, self.add, self.remove))
        inside.addWidget(self.strip)
        inside.addWidget(self._told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(line())
        layout.addWidget(foot(-1, self.cancel, self.go))

    # changing

    @Slot(int)
    def step(self, frames: int) -> None:
        """Move the cut that is chosen; its neighbours stay where they are."""
        if self.place is not None:
            self._change(self.marks.moved(self.place, self.marks.starts[self.place] + frames))

    @Slot(int)
    def _move_to(self, number: int) -> None:
        if self.place is not None:
            self._change(self.marks.moved(self.place, number - 1))

    @Slot()
    def _add(self) -> None:
        added = self.marks.added(self.place)
        if added is not None:
            marks, self.place = added
            self._change(marks)

    @Slot()
    def _remove(self) -> None:
        if self.place is not None:
            marks = self.marks.removed(self.place)
            self.place = min(self.place, len(marks.starts) - 1) if marks.starts else None
            self._change(marks)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.place = place
        self._show()

    def _change(self, marks: CutMarks) -> None:
        self.marks = marks
        self._show()

    @Slot()
    def _ask(self) -> None:
        marks = self.marks
        self.accept()
        self.asked.emit(marks)

    # showing

    def _show(self) -> None:
        marks, place = self.marks, self.place
        self.strip.show_marks(marks, place, self._small)
        has_cut = place is not None
        for widget in (self.earlier, self.later, self.remove):
            widget.setEnabled(has_cut)
        self._frame_name.setVisible(has_cut)
        self.frame.setVisible(has_cut)
        self.add.setEnabled(len(marks.pieces) < len(marks.own))
        if place is not None:
            room = marks.room(place)
            with QSignalBlocker(self.frame):
                self.frame.setRange(room.start + 1, room.stop)
                self.frame.setValue(marks.starts[place] + 1)
            self.earlier.setEnabled(marks.starts[place] > room.start)
            self.later.setEnabled(marks.starts[place] < room.stop - 1)
        self._told.setText(pieces_told([len(piece) for piece in marks.pieces]))
        self._show_pictures()
        self._look()

    def _show_pictures(self) -> None:
        if self.place is None:
            for picture, told in ((self.before, self._told_before), (self.after, self._told_after)):
                picture.show_picture(None, "")
                told.setText("")
            self._told_before.setText(tr("The clip is not cut"))
            return
        start = self.marks.starts[self.place]
        before = tr("Last frame before the cut: {frame}", frame=start)
        after = tr("First frame after the cut: {frame}", frame=start + 1)
        self._told_before.setText(before)
        self._told_after.setText(after)
        self.before.show_picture(self._picture(start - 1), before)
        self.after.show_picture(self._picture(start), after)

    def _picture(self, frame: int) -> Thumbnail | None:
        return self._large.get(frame) or self._small.get(frame)

    # looking

    def _look(self) -> None:
        if self.place is not None:
            start, own = self.marks.starts[self.place], self.marks.own
            if not {start - 1, start} <= self._large.keys():
                near = range(max(own.start, start - 1 - AHEAD), min(own.stop, start + 1 + AHEAD))
                self._ask_for(self._looking_large, near, self._large, LARGE_PX)
        if not self._looking_small.is_waiting:
            self._look_small()

    def _look_small(self) -> None:
        missing = sorted(self._beside() - self._small.keys())
        if missing:
            self._ask_for(self._looking_small, missing[:AT_ONCE], self._small, STRIP_PX)

    def _beside(self) -> set[int]:
        return {frame for start in self.marks.starts for frame in (start - 1, start)}

    def _ask_for(
        self,
        latest: Latest,
        frames: Iterable[int],
        known: dict[int, Thumbnail],
        height_px: int,
    ) -> None:
        wanted = frozenset(frames) - known.keys()
        latest.ask("Reading frames", partial(self._sight.pictures, wanted, height_px))

    @Slot(object)
    def _take_small(self, found: dict[int, Thumbnail]) -> None:
        self._small.update(found)
        beside = self._beside()
        for frame in [one for one in self._small if one not in beside][:-MOST_LEFT]:
            del self._small[frame]
        self.strip.show_marks(self.marks, self.place, self._small)
        self._show_pictures()
        self._look_small()

    @Slot(object)
    def _take_large(self, found: dict[int, Thumbnail]) -> None:
        self._large.update(found)
        for frame in list(self._large)[: max(0, len(self._large) - MOST_LARGE)]:
            del self._large[frame]
        self._show_pictures()

    @Slot(object)
    def _not_read(self, error: Exception) -> None:
        self._told.setText(tr(str(error)))

    def done(self, result: int) -> None:
        self._looking_small.drop()
        self._looking_large.drop()
        super().done(result)


def _column(picture: CutPicture, told: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_S)
    column.addWidget(picture, 1)
    column.addWidget(told)
    return made
