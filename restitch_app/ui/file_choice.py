"""The questions about files and servers that the system's own dialogs ask."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from restitch_app.ui.memory import WindowMemory

CLIPS = "Clips (*.mp4 *.mkv *.webm *.mov *.m4v *.avi *.webp *.gif *.mpg *.ts);;All files (*)"


class FileChoice:
    """Each answer is None, or empty, when the reviewer closed the dialog. Tests put their own."""

    def __init__(self, parent: QWidget, memory: WindowMemory) -> None:
        self._parent, self._memory = parent, memory

    def project(self) -> Path | None:
        start = self._memory.folder("projects")
        chosen = QFileDialog.getExistingDirectory(self._parent, "Open project", start)
        if not chosen:
            return None
        self._memory.set_folder("projects", Path(chosen).parent)
        return Path(chosen)

    def clips(self) -> list[Path]:
        start = self._memory.folder("clips")
        chosen, _ = QFileDialog.getOpenFileNames(self._parent, "New scene from clips", start, CLIPS)
        if chosen:
            self._memory.set_folder("clips", Path(chosen[0]).parent)
        return [Path(one) for one in chosen]

    def server(self, now: str) -> str:
        url, is_chosen = QInputDialog.getText(
            self._parent, "ComfyUI server", "Address, such as http://127.0.0.1:8188", text=now
        )
        return url.strip() if is_chosen else ""

    def agrees(self, title: str, text: str, yes: str, no: str = "Cancel") -> bool:
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=self._parent)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is agree
