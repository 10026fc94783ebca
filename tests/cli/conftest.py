"""Fixtures of the command line's tests: a small project, the bundled server, both ways to run."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from restitch_app import entry
from restitch_app.demo.server import DemoServer
from tests.cli.running import Cli
from tests.clips import write_clip
from tests.services.scenes import FRAMES, chain_clips, measure_small, panned_pictures

SEGMENTS = 5

# What platformdirs asks for on each system; child processes get it as well.
FOLDERS = {
    "darwin": ("HOME",),
    "win32": ("WIN_PD_OVERRIDE_APPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA"),
}
XDG_FOLDERS = ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")


def _keep_apart(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*XDG_FOLDERS, *FOLDERS.get(sys.platform, ())):
        monkeypatch.setenv(name, str(folder / name))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    entry._made_servers.cache_clear()  # its list was that of the test before


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Log, token and data of a test never meet the user's own."""
    _keep_apart(tmp_path, monkeypatch)
    measure_small(monkeypatch)


@pytest.fixture(autouse=True)
def _no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that shows the window must not show it here."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[DemoServer]:
    with DemoServer(step_delay_s=0.01) as running:
        yield running


@pytest.fixture
def slow_server() -> Iterator[DemoServer]:
    """Renders long enough for something to happen meanwhile."""
    with DemoServer(step_delay_s=0.5) as running:
        yield running


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return chain_clips(tmp_path_factory.mktemp("clips"), SEGMENTS)


@pytest.fixture(scope="session")
def made_project(tmp_path_factory: pytest.TempPathFactory, clips: list[Path]) -> Path:
    """Made once; tests get a copy, which is how projects are meant to travel."""
    return _made(tmp_path_factory.mktemp("made") / "project", *clips, "--scene", "Pan")


def _made(folder: Path, *arguments: object) -> Path:
    with pytest.MonkeyPatch.context() as patched:
        _keep_apart(folder.parent, patched)
        measure_small(patched)
        assert entry.main(["new", str(folder), *map(str, arguments)]) == 0
    return folder


@pytest.fixture
def project(made_project: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made_project, tmp_path / "project")


@pytest.fixture(scope="session")
def made_skipping(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("skipping")
    clips = [
        write_clip(folder / f"{start}.mp4", panned_pictures(start, FRAMES), gop=8)
        for start in (0, FRAMES + 8)
    ]
    return _made(folder / "project", *clips)


@pytest.fixture
def skipping(made_skipping: Path, tmp_path: Path) -> Path:
    """The second of two clips begins eight frames too late."""
    return shutil.copytree(made_skipping, tmp_path / "skipping")


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(capsys)


@pytest.fixture
def regenerated(project: Path, server: DemoServer, cli: Cli) -> Path:
    """The project with a second version of segment 3."""
    assert cli("regenerate", project, 3, "--server", server.url).code == 0
    return project
