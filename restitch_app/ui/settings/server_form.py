"""One server's name, address, key and certificate; kept as soon as a field is left."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from restitch_app.domain.servers import Server
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label
from restitch_app.ui.settings.page import FieldNote
from restitch_app.ui.theme.tokens import SPACE_M, SPACE_S

NEW = Server("", "")
ADDRESS_HINT = "http://127.0.0.1:8188"
NO_KEY = "None"
KEPT_KEY = "Kept in the system keyring"


class ServerForm(QWidget):
    """Shows what is in the list, and tells of what was typed. A stored key is never shown."""

    changed = Signal(object, object)  # Server, the key or None: to be kept
    test_asked = Signal()
    file_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("server_form")
        self._server = NEW
        self._sent: tuple[str, ...] | None = None
        """What the fields said when the list was told of them, until it answers."""
        self.name = _field("server_name", "Name", "gpu-box")
        self.address = _field("server_url", "Address", ADDRESS_HINT)
        self.key = _field("server_key", "API key", NO_KEY)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.clear_key = _button("Clear", "clear_key", "Clear the API key")
        self.ca_file = _field("server_ca", "Certificate file", "The system's own")
        self.choose_ca = _button("Choose…", "choose_ca", "Choose a certificate file")
        self.test = _button("Test connection", "test_server", "Test connection")
        self.address_note = FieldNote("address_note")
        self.key_note = FieldNote("key_note")
        self.ca_note = FieldNote("ca_note")
        self.outcome = FieldNote("test_outcome")
        self._build()
        for field in (self.name, self.address, self.key, self.ca_file):
            field.editingFinished.connect(self.commit)
        self.clear_key.clicked.connect(lambda: self.changed.emit(self._server, ""))
        self.choose_ca.clicked.connect(lambda: self.file_asked.emit())
        self.test.clicked.connect(self._ask_test)
        self.show_server(NEW)

    @property
    def server(self) -> Server:
        """As it is in the list; `NEW` for one that is not yet."""
        return self._server

    def show_server(self, server: Server) -> None:
        """Another one. Nothing that was typed stays."""
        self._server, self._sent = server, None
        for field, text in self._texts_of(server):
            field.setText(text)
        self.key_note.say("")
        self.outcome.say("")
        self._refresh()

    def take_kept(self, server: Server) -> None:
        """The same one, as it is in the list now; what was typed since it was told of stays."""
        shown, self._server = self._texts_of(self._server), server
        for (field, old), (_, new), sent in zip(
            shown, self._texts_of(server), self._sent or ("",) * len(shown), strict=True
        ):
            if field.text() in (old, sent):
                field.setText(new)
        self._sent = None
        self._refresh()

    def _texts_of(self, server: Server) -> tuple[tuple[QLineEdit, str], ...]:
        """What the fields show of it: never a key."""
        return (
            (self.name, server.name),
            (self.address, server.url),
            (self.key, ""),
            (self.ca_file, server.ca_file),
        )

    def _refresh(self) -> None:
        server = self._server
        self.key.setPlaceholderText(tr(KEPT_KEY if server.has_key else NO_KEY))
        self.clear_key.setEnabled(server.has_key)
        self.clear_key.setToolTip("" if server.has_key else tr("No key is kept for this server"))
        self.test.setEnabled(bool(server.url))
        self.test.setToolTip("" if server.url else tr("Give an address first"))
        self.address_note.say("")
        self.ca_note.say("")

    @Slot()
    def commit(self) -> None:
        """Tell of what is different from the list; nothing for a new server without address."""
        name, url, key, ca_file = (field.text().strip() for field, _ in self._texts_of(NEW))
        typed = replace(self._server, name=name, url=url, ca_file=ca_file)
        sent = tuple(field.text() for field, _ in self._texts_of(NEW))
        if url and (typed != self._server or key) and sent != self._sent:
            self._sent = sent
            self.changed.emit(typed, key or None)

    def refuse(self, server: Server, key: str | None, reason: str) -> None:
        """What was told of was not kept: the reason goes below the field it is about."""
        self._sent = None
        if server.url != self._server.url:
            self.address_note.refuse(reason)
        elif key:
            self.key_note.refuse(reason)
        elif server.ca_file != self._server.ca_file:
            self.ca_note.refuse(reason)
        else:
            self.outcome.refuse(reason)

    def _ask_test(self) -> None:
        self.commit()
        self.test_asked.emit()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QLineEdit, QPushButton | None, FieldNote | None], ...] = (
            ("Name", self.name, None, None),
            ("Address", self.address, self.test, self.address_note),
            ("API key", self.key, self.clear_key, self.key_note),
            ("Certificate file", self.ca_file, self.choose_ca, self.ca_note),
        )
        at = 0
        for text, field, button, note in rows:
            caption = label(tr(text), "", "2")
            caption.setBuddy(field)
            grid.addWidget(caption, at, 0)
            grid.addWidget(field, at, 1)
            if button is not None:
                grid.addWidget(button, at, 2)
            if field is self.address:
                at += 1
                grid.addWidget(self.outcome, at, 1, 1, 2)
            if note is not None:
                at += 1
                grid.addWidget(note, at, 1, 1, 2)
            at += 1
        about = label(
            tr(
                "The key goes out as “Authorization: Bearer”, and is kept in the system keyring. A "
                "certificate file (PEM) is needed for https where this computer does not know who "
                "signed the server's certificate."
            ),
            "detail",
            "3",
        )
        about.setWordWrap(True)
        grid.addWidget(about, at, 1, 1, 2)
        grid.setRowStretch(at + 1, 1)


def _field(name: str, spoken: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(tr(spoken))
    made.setPlaceholderText(tr(hint))
    return made


def _button(text: str, name: str, spoken: str) -> QPushButton:
    made = QPushButton(tr(text))
    made.setObjectName(name)
    made.setAccessibleName(tr(spoken))
    made.setAutoDefault(False)
    return made
