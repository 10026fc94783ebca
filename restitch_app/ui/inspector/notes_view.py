"""Notes of a segment, and the line in which a new one is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from restitch_app.domain.notes import Note
from restitch_app.ui.inspector.section import Section, empty
from restitch_app.ui.inspector.times import clock
from restitch_app.ui.theme.tokens import SPACE_S, SPACE_XS
from restitch_app.ui.widgets import label, row


class NotesView(Section):
    written = Signal(str)
    opened = Signal(object)  # Note
    removed = Signal(int)  # note id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Notes", parent=parent)
        self.setObjectName("notes")
        self._shown: object = None
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_S)
        self.body.addLayout(self._list)
        self.field = QLineEdit()
        self.field.setObjectName("new_note")
        self.field.setAccessibleName("New note at this frame")
        self.field.returnPressed.connect(self._write)
        self.body.addWidget(self.field)

    def show_notes(self, notes: Sequence[Note], frame_of: Callable[[Note], str]) -> None:
        """`frame_of`: the note's stamp, "Frame 402"."""
        told = tuple((note, frame_of(note)) for note in notes)
        if told == self._shown:
            return
        self._shown = told
        empty(self._list)
        for note, stamp in told:
            card = _NoteCard(note, stamp)
            card.opened.connect(self.opened)
            card.removed.connect(self.removed)
            self._list.addWidget(card)
        self.count.setText(str(len(notes)) if notes else "")

    def set_place(self, text: str) -> None:
        """Where a new note will hang: "Note at frame 402"."""
        self.field.setPlaceholderText(text)

    def set_writable(self, is_writable: bool) -> None:
        self.field.setEnabled(is_writable)
        self.field.setToolTip("" if is_writable else "Another window holds this project")

    def _write(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.written.emit(text)


class _NoteCard(QFrame):
    opened = Signal(object)
    removed = Signal(int)

    def __init__(self, note: Note, stamp: str) -> None:
        super().__init__()
        self._note = note
        self.setObjectName(f"note_{note.id}")
        self.setProperty("kind", "note")
        go = QPushButton(f"{stamp} · {clock(note.created_at)}")
        go.setObjectName("go_to_note")
        go.setProperty("kind", "link")
        go.setProperty("type", "detail")
        go.setToolTip(f"Go to this frame. Written by {note.author}")
        go.clicked.connect(lambda: self.opened.emit(note))
        text = label(note.text)
        text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_S, SPACE_XS, SPACE_S, SPACE_S)
        layout.setSpacing(0)
        layout.addLayout(row(go, -1))
        layout.addWidget(text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        remove = QAction("Remove note", menu)
        remove.triggered.connect(lambda: self.removed.emit(self._note.id))
        menu.addAction(remove)
        menu.exec(event.globalPos())
        menu.deleteLater()
