"""The questions about files that the system's own dialogs ask."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.memory.memory import WindowMemory

DECISIONS = "JSON (*.json)"
CERTIFICATES = "Certificates (*.pem *.crt *.cer);;All files (*)"
CLIPS = "Clips (*.mp4 *.mkv *.webm *.mov *.m4v *.avi *.webp *.gif *.mpg *.ts);;All files (*)"
CLIPS_OR_PICTURES = (
    "Clips (*.mp4 *.mkv *.webm *.mov *.m4v *.avi *.webp *.gif *.mpg *.ts);;"
    "Numbered pictures (*.png *.jpg *.jpeg *.tif *.tiff *.bmp);;All files (*)"
)
"""Whole, for it is translated whole."""
PICTURES = "Pictures (*.png *.jpg *.jpeg *.webp)"


class FileChoice:
    """Each answer is None, or empty, when the reviewer closed the dialog. Tests put their own."""

    def __init__(self, parent: QWidget, memory: WindowMemory) -> None:
        self._parent, self._memory = parent, memory

    def lost_clip(self, name: str) -> Path | None:
        """Where the file of that name lies now."""
        start = self._memory.folder("clips")
        title = tr("Locate {name}", name=Verbatim(name))
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, start, tr(CLIPS))
        return Path(chosen) if chosen else None

    def project(self) -> Path | None:
        start = self._memory.folder("projects")
        chosen = QFileDialog.getExistingDirectory(self._parent, tr("Open project"), start)
        if not chosen:
            return None
        self._memory.set_folder("projects", Path(chosen).parent)
        return Path(chosen)

    def clips(self) -> list[Path]:
        start = self._memory.folder("clips")
        chosen, _ = QFileDialog.getOpenFileNames(
            self._parent, tr("New scene from clips"), start, tr(CLIPS_OR_PICTURES)
        )
        if chosen:
            self._memory.set_folder("clips", Path(chosen[0]).parent)
        return [Path(one) for one in chosen]

    def clips_to_insert(self) -> list[Path]:
        start = self._memory.folder("clips")
        title = tr("Insert clips")
        chosen, _ = QFileDialog.getOpenFileNames(self._parent, title, start, tr(CLIPS))
        if chosen:
            self._memory.set_folder("clips", Path(chosen[0]).parent)
        return [Path(one) for one in chosen]

    def certificate(self) -> Path | None:
        """A PEM file of an authority."""
        start = self._memory.folder("certificates")
        chosen, _ = QFileDialog.getOpenFileName(
            self._parent, tr("Certificate file"), start, tr(CERTIFICATES)
        )
        if not chosen:
            return None
        self._memory.set_folder("certificates", Path(chosen).parent)
        return Path(chosen)

    def start_image(self) -> Path | None:
        """What segment 1 of a new scene begins with."""
        start = self._memory.folder("start_images")
        title = tr("Start image")
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, start, tr(PICTURES))
        if not chosen:
            return None
        self._memory.set_folder("start_images", Path(chosen).parent)
        return Path(chosen)

    def picture(self) -> Path | None:
        """A still picture to look at."""
        start = self._memory.folder("pictures")
        title = tr("Reference picture")
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, start, tr(PICTURES))
        if not chosen:
            return None
        self._memory.set_folder("pictures", Path(chosen).parent)
        return Path(chosen)

    def hand_over_file(self, name: str) -> Path | None:
        """Where to write decisions for a colleague; `name` is offered."""
        start = str(Path(self._memory.folder("handed over")) / name)
        title = tr("Hand over decisions")
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, start, tr(DECISIONS))
        if not chosen:
            return None
        self._memory.set_folder("handed over", Path(chosen).parent)
        return Path(chosen)

    def handed_file(self) -> Path | None:
        """What a colleague wrote."""
        start, title = self._memory.folder("handed over"), tr("Merge decisions")
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, start, tr(DECISIONS))
        if not chosen:
            return None
        self._memory.set_folder("handed over", Path(chosen).parent)
        return Path(chosen)

    def frame_file(self, name: str) -> Path | None:
        """Where to save a frame; `name` is offered. The dialog has asked before replacing one."""
        start = str(Path(self._memory.folder("frames")) / name)
        title = tr("Save frame")
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, start, tr("PNG (*.png)"))
        if not chosen:
            return None
        self._memory.set_folder("frames", Path(chosen).parent)
        return Path(chosen)

    def agrees(self, title: str, text: str, yes: str, no: str = "") -> bool:
        """Texts as they are shown; without `no`, that button says "Cancel"."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=self._parent)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(no or tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is agree
