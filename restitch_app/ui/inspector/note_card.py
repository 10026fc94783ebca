"""One note, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QToolButton, QVBoxLayout

from restitch_app.domain.notes import Note
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.one_line import OneLine
from restitch_app.ui.pieces.times import clock, when
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.theme.tokens import SPACE_S, SPACE_XS


class NoteCard(QFrame):
    opened = Signal(object)  # Note
    removed = Signal(int)  # note id
    edited = Signal(int, str)  # note id, its new text
    resolved = Signal(int, bool)  # note id; False: it is open again

    def __init__(self, note: Note, stamp: str, *, is_writable: bool) -> None:
        super().__init__()
        self._note = note
        self.setObjectName(f"note_{note.id}")
        self.setProperty("kind", "note")
        self._go = QPushButton(f"{stamp} · {clock(note.created_at)}")
        self._go.setObjectName("go_to_note")
        self._go.setProperty("kind", "link")
        self._go.setProperty("type", "detail")
        self._go.setToolTip(tr("Go to this frame. {history}", history=_history(note)))
        self._go.clicked.connect(lambda: self.opened.emit(note))
        self._more = QToolButton()
        self._more.setObjectName("note_menu")
        self._more.setText("⋯")
        self._more.setProperty("kind", "quiet")
        self._more.setAccessibleName(tr("More about this note"))
        self._more.setToolTip(tr("Edit, resolve or remove"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = self._made_menu()
        self._more.setMenu(self._menu)
        self._more.setVisible(is_writable)
        self._text = label(note.text or tr("Drawing"), tone="3" if note.is_resolved else "")
        self._text.setObjectName("note_text")
        self._text.setWordWrap(True)
        self.field = OneLine("note_field", "Text of the note", "Enter keeps it, Esc cancels")
        self.field.returnPressed.connect(self._keep)
        self.field.cancelled.connect(self._close)
        author = label(note.author, "caption", "3")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_S, SPACE_XS, SPACE_S, SPACE_S)
        layout.setSpacing(0)
        layout.addLayout(row(self._go, author, -1, self._more))
        layout.addWidget(self._text)
        layout.addWidget(self.field)
        if note.strokes:
            layout.addWidget(label(tr("With a drawing on the frame"), "caption", "3"))
        if note.is_resolved:
            told = f"Resolved by {note.resolved_by}, {when(note.resolved_at)}"
            layout.addWidget(label(tr(told), "caption", "3"))

    @Slot()
    def start_editing(self) -> None:
        self._text.hide()
        self.field.setText(self._note.text)
        self.field.show()
        self.field.setFocus()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._more.isHidden():
            self._menu.popup(event.globalPos())

    def _made_menu(self) -> QMenu:
        note, menu = self._note, QMenu(self)
        edit = QAction(tr("Edit note"), menu)
        edit.triggered.connect(self.start_editing)
        resolve = QAction(tr("Open again") if note.is_resolved else tr("Resolve"), menu)
        resolve.setObjectName("resolve_note")
        resolve.triggered.connect(lambda: self.resolved.emit(note.id, not note.is_resolved))
        remove = QAction(tr("Remove note"), menu)
        remove.triggered.connect(lambda: self.removed.emit(note.id))
        menu.addActions([edit, resolve, remove])
        return menu

    @Slot()
    def _keep(self) -> None:
        text = self.field.text().strip()
        self._close()
        if text != self._note.text:
            self.edited.emit(self._note.id, text)

    @Slot()
    def _close(self) -> None:
        if self.field.hasFocus():
            self._go.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.hide()
        self._text.show()


def _history(note: Note) -> str:
    told = f"Written by {note.author}, {when(note.created_at)}"
    if note.edited_at:
        told += f"; edited by {note.edited_by}, {when(note.edited_at)}"
    return told
