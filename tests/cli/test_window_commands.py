"""Which commands show the window, and what they say where there is no screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from restitch_app.cli.main import run
from restitch_app.cli.shell import Outside
from restitch_app.services.imports.starting import new_project
from restitch_app.services.servers.server_list import ServerList


class Shown:
    """Stands where the window would be, and remembers what it was asked to show."""

    def __init__(self, *, display: bool) -> None:
        self.asked: list[tuple[Path | None, Path | None]] = []
        self._display = display

    def window(self, project: Path | None, demo_place: Path | None) -> int:
        self.asked.append((project, demo_place))
        return 0

    def outside(self) -> Outside:
        return Outside(
            _no_servers, _no_server, self.window, _no_pictures, _no_look, lambda: self._display
        )


def _no_servers() -> ServerList:
    raise AssertionError("no server is needed here")


def _no_server(*_: object) -> None:
    raise AssertionError("nothing is served here")


def _no_pictures(*_: object) -> list[Path]:
    raise AssertionError("nothing is photographed here")


def _no_look(*_: object) -> str:
    raise AssertionError("nothing is photographed here")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    with new_project(tmp_path / "lake"):
        return tmp_path / "lake"


def test_without_a_command_the_window_opens(project: Path) -> None:
    shown = Shown(display=True)
    assert run([], shown.outside()) == 0
    assert shown.asked == [(None, None)]


def test_open_shows_the_project_named_by_folder_or_file(project: Path) -> None:
    shown = Shown(display=True)
    assert run(["open", str(project)], shown.outside()) == 0
    assert run(["open", str(project / "project.restitch")], shown.outside()) == 0
    assert shown.asked == [(project, None)] * 2


def test_open_refuses_a_folder_without_a_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = Shown(display=True)
    assert run(["open", str(tmp_path)], shown.outside()) == 2
    assert shown.asked == []
    assert "There is no project here" in capsys.readouterr().err


def test_the_demo_opens_in_the_window(tmp_path: Path) -> None:
    shown = Shown(display=True)
    assert run(["demo", "--output", str(tmp_path)], shown.outside()) == 0
    assert shown.asked == [(None, tmp_path)]


def test_without_a_screen_open_says_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = Shown(display=False)
    assert run(["open", str(project)], shown.outside()) == 3
    assert shown.asked == []
    assert "There is no display" in capsys.readouterr().err


def test_without_a_screen_and_a_command_the_help_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = Shown(display=False)
    assert run([], shown.outside()) == 0
    assert shown.asked == []
    assert "restitch" in capsys.readouterr().out
