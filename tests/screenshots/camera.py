"""Takes the pictures, and lists them on a page."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from PySide6.QtWidgets import QWidget

from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.tour import STAGES, Stage
from restitch_app.ui.waiting import TourStuck, let_settle

RELAYOUT_S = 0.15
"""For a new size or theme."""
PIXELS_S = 5.0
"""At most so long for thumbnails, which are scaled anew on workers: some states show work there."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One state: what it is, and its pictures."""

    name: str
    about: str
    files: tuple[str, ...]


@dataclass
class Camera:
    folder: Path
    theme: Theme
    stages: Sequence[Stage] = STAGES
    taken: list[Taken] = field(default_factory=list)

    def window(self, window: MainWindow, name: str, about: str) -> None:
        """The whole window, in every theme and size."""
        files = []
        for stage in self.stages:
            self.theme.choose(stage.theme)
            window.resize(stage.width, stage.height)
            _let_pixels_come(window)
            files.append(self._save(window, f"{name}-{stage.name}"))
        self.taken.append(Taken(name, about, tuple(files)))

    def as_it_is(self, window: MainWindow, name: str, about: str) -> None:
        """The window at the size it has, in every theme."""
        self.dialog(window, name, about)

    def dialog(self, dialog: QWidget, name: str, about: str) -> None:
        """Something at its own size, in every theme."""
        files = []
        for theme in dict.fromkeys(stage.theme for stage in self.stages):
            self.theme.choose(theme)
            let_settle(RELAYOUT_S)
            files.append(self._save(dialog, f"{name}-{theme.value}"))
        self.taken.append(Taken(name, about, tuple(files)))

    def _save(self, widget: QWidget, name: str) -> str:
        path = self.folder / f"{name}.png"
        if not widget.grab().save(str(path)):
            raise TourStuck("A screenshot could not be written", str(path), "Free some space")
        return path.name

    def write_index(self, missed: Sequence[tuple[str, str]] = ()) -> Path:
        """A page with all that was taken. `missed`: a group of states, and why it has none."""
        page = self.folder / "index.html"
        page.write_text(index_page(self.taken, missed), encoding="utf-8")
        return page


def _let_pixels_come(window: MainWindow) -> None:
    let_settle(RELAYOUT_S)
    end_s = monotonic() + PIXELS_S
    runners = window.runners
    while (runners.pixels.is_busy or runners.network.is_busy) and monotonic() < end_s:
        let_settle(RELAYOUT_S)
    let_settle(RELAYOUT_S)


def index_page(taken: Sequence[Taken], missed: Sequence[tuple[str, str]]) -> str:
    parts = [
        "<!doctype html><meta charset='utf-8'><title>Restitch, every state</title>",
        "<style>body{font:14px sans-serif;margin:24px}img{width:24%;border:1px solid #888}"
        "h2{margin:32px 0 4px}p{margin:0 0 8px}</style>",
        f"<h1>Restitch: {len(taken)} states</h1>",
    ]
    parts += [f"<p><b>Not shown: {_safe(name)}.</b> {_safe(why)}</p>" for name, why in missed]
    for one in taken:
        parts.append(f"<h2 id='{_safe(one.name)}'>{_safe(one.name)}</h2><p>{_safe(one.about)}</p>")
        parts += [
            f"<a href='{_safe(file)}'><img loading='lazy' src='{_safe(file)}' "
            f"alt='{_safe(one.about)}'></a>"
            for file in one.files
        ]
    return "\n".join(parts) + "\n"


def _safe(text: str) -> str:
    return html.escape(text, quote=True)
