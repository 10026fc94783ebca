"""ComfyUI of this computer, started from the banner that says that nobody answers."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.watches.local_server import is_here
from tests.ui.hands import Hands
from tests.ui.windows import open_in

WAY = "banner_way_2"


def _words(hands: Hands) -> str:
    button = hands.find(WAY)
    assert isinstance(button, QPushButton)
    return button.text().strip()


def test_it_is_offered_once_the_settings_have_its_command(
    qtbot: QtBot, window: MainWindow, project_folder: Path, tmp_path: Path
) -> None:
    started = tmp_path / "started"
    open_in(qtbot, window, project_folder)
    hands = Hands(qtbot, window)
    hands.wait(lambda: window.notices.has("server"))
    window.settings.show()
    settings = window.settings.shown
    assert settings is not None
    field = hands.find("start_command", settings)
    assert isinstance(field, QLineEdit)
    field.setText(f"\"{sys.executable}\" -c \"open(r'{started}', 'w')\"")
    settings.close()
    hands.wait(lambda: window.settings.shown is None)

    window.servers.ask_now()
    hands.wait(lambda: _words(hands) == "Start local ComfyUI")
    hands.click(WAY)
    hands.wait(started.exists)
    assert not window.notices.has("local server")


def test_a_command_that_cannot_be_started_is_told(
    qtbot: QtBot, window: MainWindow, project_folder: Path, tmp_path: Path
) -> None:
    window.memory.start_command = str(tmp_path / "no-such-program")
    open_in(qtbot, window, project_folder)
    hands = Hands(qtbot, window)
    hands.wait(lambda: window.notices.has("server"))
    hands.click(WAY)
    hands.wait(lambda: window.notices.has("local server"))


def test_only_this_computer_is_here() -> None:
    assert is_here("http://127.0.0.1:8188")
    assert is_here("http://[::1]:8188")
    assert is_here("https://localhost:8443")
    assert not is_here("http://gpu-box:8188")
