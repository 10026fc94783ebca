"""Notes of a segment, and the line in which a new one is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from restitch_app.domain.notes import Note
from restitch_app.ui.inspector.note_card import NoteCard
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import Section, empty
from restitch_app.ui.theme.tokens import SPACE_S


class NotesView(Section):
    written = Signal(str)
    opened = Signal(object)  # Note
    removed = Signal(int)  # note id
    edited = Signal(int, str)  # note id, its new text
    resolved = Signal(int, bool)  # note id; False: it is open again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Notes", parent=parent)
        self.setObjectName("notes")
        self._shown: object = None
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_S)
        self.body.addLayout(self._list)
        self.field = QLineEdit()
        self.field.setObjectName("new_note")
        self.field.setAccessibleName(tr("New note at this frame"))
        self.field.returnPressed.connect(self._write)
        self.body.addWidget(self.field)

    def show_notes(self, notes: Sequence[Note], frame_of: Callable[[Note], str]) -> None:
        """`frame_of`: the note's stamp, "Frame 402". Resolved ones come last."""
        ordered = sorted(notes, key=lambda note: note.is_resolved)
        told = (*((note, frame_of(note)) for note in ordered), self.field.isEnabled())
        if told == self._shown:
            return
        self._shown = told
        empty(self._list)
        for note in ordered:
            card = NoteCard(note, frame_of(note), is_writable=self.field.isEnabled())
            card.opened.connect(self.opened)
            card.removed.connect(self.removed)
            card.edited.connect(self.edited)
            card.resolved.connect(self.resolved)
            self._list.addWidget(card)
        self.count.setText(str(len(notes)) if notes else "")

    def set_place(self, text: str) -> None:
        """Where a new note will hang: "Note at frame 402"."""
        self.field.setPlaceholderText(tr(text))

    def set_writable(self, is_writable: bool) -> None:
        self.field.setEnabled(is_writable)
        self.field.setToolTip("" if is_writable else tr("Another window holds this project"))

    def _write(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.written.emit(text)
