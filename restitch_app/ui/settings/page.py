"""What every page of the settings is, and small parts that they share."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.pieces.widgets import label, paragraph, restyled
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M, SPACE_S


class SettingsPage(QWidget):
    """Every change is kept at once, as far as it is valid; there is nothing to confirm.

    A new page is a subclass in its own file, and an entry of `pages.PAGES`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_closed = False
        """The dialog is gone: what comes back now is told elsewhere, or not at all."""
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING, SPACE_M)
        self.body.setSpacing(SPACE_M)

    def show_item(self, key: str) -> None:
        """Bring one thing of the page to the front, as the server of an address."""

    def leave(self) -> None:
        """The page is turned, or the dialog closed: keep what is still being typed."""


def heading(text: str, about: str = "") -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_S // 2)
    column.addWidget(label(tr(text), "heading"))
    if about:
        column.addWidget(paragraph(about))
    return made


def not_changeable(context: PanelContext, no_project: str) -> str:
    """Why the project's settings cannot be changed here; empty where they can.

    `no_project` says what a project would be needed for.
    """
    if context.state.settings is None or context.session.bench is None:
        return no_project
    if context.state.is_read_only:
        holder = Verbatim(context.session.holder)
        return tr("{holder} has this project: change it there.", holder=holder)
    return ""


class FieldNote(QFrame):
    """The line below a field: a hint, or why its value was not taken."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._label = paragraph("", name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text()

    def say(self, text: str) -> None:
        """A hint; empty hides the line."""
        self._write(text, is_problem=False)

    def refuse(self, reason: str) -> None:
        self._write(reason, is_problem=True)

    def _write(self, text: str, *, is_problem: bool) -> None:
        self._label.setText(tr(text))
        restyled(self._label, "tone", "problem" if is_problem else "2")
        self.setVisible(bool(text))
