"""What is under way when the project is let go of."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from restitch_app.domain.errors import JobCancelled
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from restitch_app.store.errors import StoreClosed
from restitch_app.ui.background.running import Running
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.dialogs.export_dialog import ExportDialog
from restitch_app.ui.main_window import MainWindow
from tests.services.scenes import bench_on
from tests.ui.hands import Hands
from tests.ui.windows import answers_of, leave, open_in


def test_an_export_ends_with_its_project(
    qtbot: QtBot, window: MainWindow, project_folder: Path, tmp_path: Path
) -> None:
    other, film = tmp_path / "other", tmp_path / "film.mp4"
    shutil.copytree(project_folder, other)
    open_in(qtbot, window, project_folder)
    window.actions_[Act.EXPORT].trigger()
    dialog = window.dialogs.shown
    assert isinstance(dialog, ExportDialog)
    dialog.path.setText(str(film))
    dialog.go.click()

    open_in(qtbot, window, other)

    qtbot.waitUntil(lambda: window.dialogs.shown is None)
    assert not film.exists()


def test_the_regenerate_dialog_leaves_with_its_scene(
    qtbot: QtBot, window: MainWindow, project_folder: Path, small_clips: list[Path]
) -> None:
    with open_project(project_folder) as other:
        clips = bench_on(other).importing
        clips.import_clips(small_clips[:2], JobContext(), scene_name="Another")
    open_in(qtbot, window, project_folder)
    window.dialogs.regenerate(1)
    qtbot.waitUntil(lambda: window.dialogs.shown is not None)

    window.session.choose_scene(window.state.scenes[1].id)

    qtbot.waitUntil(lambda: window.state.segment_count == 2)
    assert window.dialogs.shown is None


def test_closing_the_window_while_a_project_opens_closes_that_too(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    window.open(project_folder)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert window.session.folder is None
    with open_project(project_folder) as project:
        engine = bench_on(project).engine
        engine.start()  # nobody holds it any more
        engine.stop()


class Held:
    """Work that was begun and waits to be let go on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.has_begun, self.may_end = threading.Event(), threading.Event()
        self.was_cancelled = False

    def __call__(self, ctx: JobContext) -> Path:
        self.has_begun.set()
        try:
            while not self.may_end.is_set():
                ctx.wait(0.01)
        except JobCancelled:
            self.was_cancelled = True
            raise
        return self.folder


def _making_demo(qtbot: QtBot, window: MainWindow, folder: Path) -> Held:
    """The demo is asked for, and is being drawn."""
    making = Held(folder)
    object.__setattr__(window.session.outside, "make_demo", making)
    window.work.make_demo()
    qtbot.waitUntil(making.has_begun.is_set)
    return making


@pytest.fixture
def demo_window(make_window: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    """One that can make the demo."""
    return make_window(demo=tmp_path / "demo")


@pytest.fixture
def two(served_folder: Path, tmp_path: Path) -> tuple[Path, Path]:
    return served_folder, shutil.copytree(served_folder, tmp_path / "other")


def test_a_project_that_is_being_made_goes_on_while_another_one_is_opened(
    qtbot: QtBot, demo_window: MainWindow, two: tuple[Path, Path], tmp_path: Path
) -> None:
    """Nobody is taken away from what they went to: it is offered."""
    made = shutil.copytree(two[0], tmp_path / "Lake")
    making = _making_demo(qtbot, demo_window, made)
    open_in(qtbot, demo_window, two[0])
    open_in(qtbot, demo_window, two[1])
    assert not making.was_cancelled

    making.may_end.set()
    title = demo_window.findChild(QLabel, "banner_title")
    assert title is not None
    qtbot.waitUntil(lambda: title.text() == "Lake is ready.")
    assert demo_window.session.folder == two[1]
    with qtbot.waitSignal(demo_window.session.opened):
        Hands(qtbot, demo_window).click("banner_way_0")
    assert demo_window.session.folder == made
    assert not demo_window.banner.isVisible()


def test_closing_while_a_project_is_made_asks_first(
    qtbot: QtBot, demo_window: MainWindow, project_folder: Path
) -> None:
    making = _making_demo(qtbot, demo_window, project_folder)
    answers = answers_of(demo_window)
    answers.says_yes = False
    demo_window.close()
    assert answers.asked == ["A new project is being made. It is given up when you close."]
    assert demo_window.isVisible()
    answers.says_yes = True
    with qtbot.waitSignal(demo_window.closed):
        demo_window.close()
    assert making.was_cancelled


def test_nobody_looks_at_a_window_that_waits(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    """A server that says nothing may keep work from ending for some seconds."""
    open_in(qtbot, window, project_folder)
    has_begun, answers = threading.Event(), threading.Event()

    def silent(_ctx: JobContext) -> None:
        has_begun.set()
        answers.wait(60)

    window.runners.network.submit("Asking a silent server", silent)
    qtbot.waitUntil(has_begun.is_set)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.runners.network.is_busy
    with qtbot.waitSignal(window.closed):
        answers.set()


def test_what_went_wrong_in_a_closed_project_is_not_told_in_the_next(
    qtbot: QtBot, window: MainWindow, two: tuple[Path, Path]
) -> None:
    open_in(qtbot, window, two[0])
    has_begun, fails = threading.Event(), threading.Event()

    def failing(_bench: Workbench, _scene: Scene, _ctx: JobContext) -> None:
        has_begun.set()
        fails.wait(60)
        raise StoreClosed

    job = Running(window.context).submit(window.runners.network, "Copying the clip again", failing)
    assert job is not None
    qtbot.waitUntil(has_begun.is_set)
    open_in(qtbot, window, two[1])
    with qtbot.waitSignal(job.ended):
        fails.set()
    assert not window.notices.has("Copying the clip again")


def test_the_welcome_page_stands_alone_after_a_project_was_left_open(
    qtbot: QtBot, make_window: Callable[..., MainWindow], project_folder: Path
) -> None:
    first = make_window()
    open_in(qtbot, first, project_folder)
    leave(qtbot, first)
    again = make_window()
    assert again.pages.currentWidget() is again.welcome
    around = (again.header_bar, again.right, again.bottom)
    assert [part.isVisible() for part in around] == [False, False, False]
    open_in(qtbot, again, project_folder)
    assert [part.isVisible() for part in around] == [True, True, True]
