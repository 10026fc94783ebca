"""What is asked, set up and told beside the scene goes through the translation: see PARTS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from restitch_app.domain.jobs import JobProblem, JobState
from restitch_app.media.pictures import write_png
from restitch_app.ui.forms.more_fields import MoreFields
from restitch_app.ui.hints.card import HintCard
from restitch_app.ui.hints.texts import HINTS
from restitch_app.ui.jobs.job_card import JobCard
from restitch_app.ui.jobs.job_details import JobDetails
from restitch_app.ui.jobs.job_view import view_of
from restitch_app.ui.language.translating import speak
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.settings.pages import PAGES
from restitch_app.ui.workflows.bindings_view import BindingsView
from tests.services.scenes import panned_pictures
from tests.ui.language.pseudo import bare, brackets, words_of
from tests.ui.samples import job
from tests.ui.windows import open_in

DATA = (
    "Restitch", "ComfyUI", "Esc", "Enter", "Ctrl", "Shift", "Alt", "Up", "Down", "Delete", "Space",
    "HTTP API", "GPU", "cpu (restitch demo)", "CFG", "SSIM", "luma", "ΔE", "MiB", "fps",
    "English", "Deutsch", "中文", "GB", "http", "gpu-box", "lake.png", "clip_001.mp4", "clip_001",
    "Scene 1", "/home/me/comfyui/run.sh --listen",
    "Another number moves the camera another way.",
    "How far the picture moves, and how strong its contrast becomes.",
    "How often the picture is refined. Few steps leave it soft and grainy.",
)  # fmt: skip
"""Names of programs, keys and units; what files are called and the nodes of the demo say."""
FULL = JobProblem(
    "oom",
    "The server ran out of memory",
    "",
    "Try fewer frames or a smaller size, or free the server's memory",
)


@pytest.fixture
def _bracketed() -> Iterator[None]:
    speak(brackets())
    yield
    speak(None)


def _settings(window: MainWindow) -> Iterator[str]:
    window.settings.show()
    dialog = window.settings.shown
    assert dialog is not None
    for spec in PAGES:
        dialog.show_item(spec.title, "")
    yield from words_of(dialog)
    dialog.close()


def _all_jobs(window: MainWindow) -> Iterator[str]:
    window.job_windows.show_all()
    dialog = window.findChild(QWidget, "all_jobs_dialog")
    assert dialog is not None
    yield from words_of(dialog)
    dialog.close()


def _hints(window: MainWindow) -> Iterator[str]:
    for hint in HINTS:
        card = HintCard(window.context.actions, hint, "", window)
        yield from words_of(card)
        card.deleteLater()


def _job_cards(window: MainWindow) -> Iterator[str]:
    theme = window.context.theme
    for state in JobState:
        problem = FULL if state is JobState.FAILED else None
        record = job(state=state, take=1, takes=2, done=9, total=20, problem=problem)
        view = view_of(record, 2, 72.4, server="This computer")
        card = JobCard(theme, view)
        yield from words_of(card)
        card.deleteLater()
        details = JobDetails(theme, record, view, "This computer", window)
        yield from words_of(details)
        details.deleteLater()


PARTS: dict[str, Callable[[MainWindow], Iterator[str]]] = {
    "banner": lambda window: words_of(window.banner),
    "status": lambda window: words_of(window.status),
    "jobs": lambda window: words_of(window.jobs),
    "settings": _settings,
    "all jobs": _all_jobs,
    "job cards": _job_cards,
    "hints": _hints,
}


def _asked(qtbot: QtBot, window: MainWindow, ask: Callable[[], object]) -> list[str]:
    """Of the dialog that is opened then."""
    ask()
    qtbot.waitUntil(lambda: window.dialogs.shown is not None)
    dialog = window.dialogs.shown
    assert dialog is not None
    # Named by the nodes of the workflow, once a server has told of them.
    for raw in (*dialog.findChildren(MoreFields), *dialog.findChildren(BindingsView)):
        raw.setParent(None)
        raw.deleteLater()
    found = list(words_of(dialog))
    dialog.done(0)
    qtbot.waitUntil(lambda: window.dialogs.shown is None)
    return found


@pytest.mark.usefixtures("_bracketed")
def test_no_text_of_what_is_asked_and_told_is_left_in_english(
    qtbot: QtBot,
    make_window: Callable[..., MainWindow],
    served_folder: Path,
    small_clips: list[Path],
    tmp_path: Path,
) -> None:
    window = make_window()
    found = {"welcome": bare(words_of(window.welcome), DATA)}
    open_in(qtbot, window, served_folder)
    qtbot.waitUntil(lambda: any(one.is_answering for one in window.servers.states))
    for name, words in PARTS.items():
        found[name] = bare(words(window), DATA)
    picture = write_png(panned_pictures(0, 1, (400, 200))[0], tmp_path).path
    picture = picture.rename(tmp_path / "lake.png")
    dialogs = window.dialogs
    asking: dict[str, Callable[[], object]] = {
        "regenerate": lambda: dialogs.regenerate(1),
        "cascade": lambda: dialogs.regenerate(1, is_cascade=True),
        "workflows": dialogs.workflows,
        "extend": dialogs.extend,
        "export": lambda: dialogs.export(tmp_path / "film.mp4"),
        "new scene": lambda: dialogs.new_scene(small_clips[:2], tmp_path / "new"),
        "generate": lambda: dialogs.generate(picture, tmp_path / "new"),
    }
    for name, ask in asking.items():
        found[name] = bare(iter(_asked(qtbot, window, ask)), DATA)
    assert {name: texts for name, texts in found.items() if texts} == {}
