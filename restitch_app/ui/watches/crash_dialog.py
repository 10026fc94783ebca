"""A report of a mistake, to be read, and to be passed on by who wants to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import paragraph, row
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M

SIZE = (760, 520)
USUAL_NAME = "restitch-report.txt"


class CrashDialog(QDialog):
    """Deletes itself when it is closed."""

    done_with = Signal()  # the report is not wanted any more

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("crash_dialog")
        self.setWindowTitle(tr("Report of a mistake"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._told = paragraph(
            tr(
                "This is all there is. Read it, then copy or save it and send it to whoever looks "
                "after Restitch where you are. Restitch itself sends nothing."
            )
        )
        self.text = QPlainTextEdit(text)
        self.text.setObjectName("crash_text")
        self.text.setAccessibleName(tr("Report"))
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self._told)
        layout.addWidget(self.text, 1)
        close = self._button("crash_close", tr("Close"))
        close.clicked.connect(self.close)
        remove = self._button("crash_remove", tr("Remove the report"))
        remove.clicked.connect(self._remove)
        save = self._button("crash_save", tr("Save as…"))
        save.clicked.connect(self._ask_where)
        copy = self._button("crash_copy", tr("Copy"))
        copy.clicked.connect(self.copy)
        layout.addLayout(row(remove, -1, copy, save, close))
        copy.setFocus()

    @Slot()
    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._told.setText(tr("Copied. Paste it into a message."))

    def save(self, path: Path) -> None:
        """A few kilobytes, written at once."""
        try:
            path.write_text(self.text.toPlainText(), encoding="utf-8")
        except OSError as error:
            self._told.setText(
                tr("It could not be saved: {reason}", reason=error.strerror or str(error))
            )
        else:
            self._told.setText(tr("Saved as {path}", path=str(path)))

    @Slot()
    def _ask_where(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, tr("Save the report"), USUAL_NAME)
        if name:
            self.save(Path(name))

    @Slot()
    def _remove(self) -> None:
        self.done_with.emit()
        self.close()

    def _button(self, name: str, text: str) -> QPushButton:
        made = QPushButton(text)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made
