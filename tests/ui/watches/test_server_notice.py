"""When servers are away: one of several is told in the header, all of them in a banner."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.servers import Server
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.notices.notices import Notice, Weight
from restitch_app.ui.theme.theme import ThemeChoice
from tests.ui.hands import Hands
from tests.ui.windows import open_in

AWAY = "http://127.0.0.1:9"


def _title(window: MainWindow) -> str:
    found = window.findChild(QLabel, "banner_title")
    assert isinstance(found, QLabel)
    return found.text() if window.banner.isVisible() else ""


def _listed(window: MainWindow, *servers: Server) -> None:
    own = window.session.outside.servers()
    for server in servers:
        own.save(server)
    own.remove("http://127.0.0.1:8188")


def test_all_away_is_a_banner_and_one_back_solves_it(
    qtbot: QtBot, window: MainWindow, served_folder: Path, server: DemoServer
) -> None:
    _listed(window, Server(server.url, "gpu-box"), Server(AWAY, "laptop"))
    open_in(qtbot, window, served_folder)
    word = Hands(qtbot, window).find("server_word")
    qtbot.waitUntil(lambda: word.property("text") == "1 of 2 servers")
    assert _title(window) == ""
    server.stop()
    window.servers.ask_now()
    expected = "None of the 2 ComfyUI servers is answering."
    qtbot.waitUntil(lambda: _title(window) == expected)
    window.notices.solve("server")  # put away by hand: it stays away
    window.servers.ask_now()
    qtbot.waitUntil(lambda: not window.runners.network.is_busy)
    assert _title(window) == ""


def test_the_next_project_is_told_as_well_and_the_welcome_page_is_not(
    qtbot: QtBot, window: MainWindow, project_folder: Path, tmp_path: Path
) -> None:
    other = shutil.copytree(project_folder, tmp_path / "other")
    _listed(window, Server(AWAY, "laptop"))
    open_in(qtbot, window, project_folder)
    qtbot.waitUntil(lambda: "answering" in _title(window))

    open_in(qtbot, window, other)
    qtbot.waitUntil(lambda: "answering" in _title(window))

    with qtbot.waitSignal(window.session.closed):
        window.session.close()
    with qtbot.waitSignal(window.servers.changed):
        window.servers.ask_now()
    assert _title(window) == ""


def test_what_is_about_the_program_stays_when_a_project_closes(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    window.notices.fail(RestitchError("The film cannot be written"), "Exporting the scene")
    report = Notice("report", Weight.WARNING, "Restitch made a mistake.", of_project=False)
    window.notices.show(report)
    assert _title(window) == "The film cannot be written."
    with qtbot.waitSignal(window.session.closed):
        window.session.close()
    assert _title(window) == "Restitch made a mistake."


def test_a_server_that_is_off_counts_for_nothing(
    qtbot: QtBot, window: MainWindow, served_folder: Path, server: DemoServer
) -> None:
    _listed(window, Server(server.url, "gpu-box"), Server(AWAY, "laptop", is_enabled=False))
    open_in(qtbot, window, served_folder)
    word = Hands(qtbot, window).find("server_word")
    qtbot.waitUntil(lambda: word.property("text") == "ComfyUI connected")
    queue = Hands(qtbot, window).find("server_queue")
    assert queue.property("text") == "gpu-box · idle"


@pytest.mark.parametrize("size", [(1280, 800), (1120, 700)])
def test_a_theme_switch_cuts_no_words_of_the_header(
    qtbot: QtBot,
    make_window: Callable[..., MainWindow],
    served_folder: Path,
    server: DemoServer,
    size: tuple[int, int],
) -> None:
    window = make_window()
    _listed(window, Server(server.url, "a-server-with-a-name"), Server(AWAY, "laptop"))
    open_in(qtbot, window, served_folder)
    window.resize(*size)
    word = Hands(qtbot, window).find("server_word")
    qtbot.waitUntil(lambda: word.property("text") == "1 of 2 servers")
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        window.context.theme.choose(choice)
        button = window.header.findChild(QWidget, "server")
        assert button is not None
        for _ in range(3):
            qtbot.waitUntil(lambda: True)
        for part in button.findChildren(QLabel):
            if part.isVisible():
                assert part.width() >= part.sizeHint().width(), part.text()
        assert window.header.rect().contains(button.geometry())
