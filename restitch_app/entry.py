"""Builds the services once and starts a shell; the only file that knows every room."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # rooms that take long to load wait until a command needs them
    from restitch_app.domain.progress import JobContext
    from restitch_app.services.project.api_tokens import Doorkeeper
    from restitch_app.services.project.project import Project
    from restitch_app.services.servers.server_list import ServerList
    from restitch_app.services.workbench import Workbench
    from restitch_app.ui.outside import LocalApi, RunningApi

INTERRUPTED = 130
"""As `cli.exit_codes` has it; importing that is what may be interrupted."""

WATCHABLE_STEP_S = 0.15
"""A step of the demo's server while somebody watches: a render takes some seconds, as real ones."""


def main(argv: Sequence[str] | None = None) -> int:
    """The program `restitch`. Returns the exit code; see `cli.exit_codes`."""
    try:
        from restitch_app.cli.main import run
        from restitch_app.cli.shell import Outside

        outside = Outside(_servers, _serve, _window, _photograph, _look, _has_display)
        return run(sys.argv[1:] if argv is None else argv, outside)
    except KeyboardInterrupt:  # before the command line was there to tell it
        sys.stderr.write("restitch: Stopped. Nothing was begun.\n")
        return INTERRUPTED


def window_main(argv: Sequence[str] | None = None) -> int:
    """The program `restitch-window`: what a desktop starts, with a project's file or none.

    Nobody reads a console then: what cannot be opened is told in the window itself.
    """
    from restitch_app.cli.log import logging_to_file

    given = sys.argv[1:] if argv is None else argv
    asked = Path(given[0]).absolute() if given else None
    with logging_to_file():
        return _window(asked.parent if asked and asked.is_file() else asked, None)


_making_servers = threading.Lock()


def _servers() -> ServerList:
    """Of this computer; one for the whole program, made when it is first needed."""
    with _making_servers:
        return _made_servers()


@cache
def _made_servers() -> ServerList:
    from platformdirs import user_cache_path, user_config_path

    from restitch_app.services.servers.keys import KeyringKeys
    from restitch_app.services.servers.server_list import ServerList

    folder = user_config_path("restitch", appauthor=False)
    cache_folder = user_cache_path("restitch", appauthor=False)
    return ServerList(folder, KeyringKeys(), cache=cache_folder)


def _serve(bench: Workbench, port: int, door: Doorkeeper, ready: Callable[[str], None]) -> None:
    from restitch_app.api.serve import serve

    serve(bench, port, door, ready)


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in named)


def _window(project: Path | None, demo_place: Path | None) -> int:
    from restitch_app.cli.demo_project import usual_place
    from restitch_app.cli.log import log_path
    from restitch_app.services.crash_reports import CrashReports
    from restitch_app.ui.app import run_window
    from restitch_app.ui.outside import Outside

    with ExitStack() as running:
        make_demo = partial(_demo, running, demo_place or usual_place())
        crashes = CrashReports(log_path().parent / "reports", log_path())
        running.enter_context(crashes.watching())
        outside = Outside(_window_bench, _servers, make_demo, log_path(), _local_api(), crashes)
        return run_window(outside, project, start_demo=demo_place is not None)


def _local_api() -> LocalApi:
    from platformdirs import user_config_path

    from restitch_app.services.project.api_tokens import ProjectTokens
    from restitch_app.ui.outside import LocalApi

    def serve(bench: Workbench, door: Doorkeeper, port: int) -> RunningApi:
        from restitch_app.api.server import LoopbackServer  # takes a second that few windows need

        return LoopbackServer(bench, door, port).start()

    folder = user_config_path("restitch", appauthor=False)
    return LocalApi(lambda project: ProjectTokens(project, folder), serve)


def _photograph(project: Path, segment: int, folder: Path) -> list[Path]:
    """The real window doing the main job on the project; where there is no screen, in memory."""
    from restitch_app.demo.server import DemoServer
    from restitch_app.services.project.project import open_project
    from restitch_app.services.project.settings import change_server

    with _qt():
        from restitch_app.ui.outside import Outside
        from restitch_app.ui.tour import photograph_main_job
    with DemoServer(step_delay_s=WATCHABLE_STEP_S) as server:
        with open_project(project) as opened:
            change_server(opened, server.url)
        return photograph_main_job(Outside(_window_bench, _servers), project, segment, folder)


def _look(project: Path, picture: Path) -> str:
    """See `cli.shell.Look`; where there is no screen, in memory."""
    with _qt():
        from restitch_app.ui.outside import Outside
        from restitch_app.ui.tour import photograph_project
    return photograph_project(Outside(_window_bench, _servers), project, picture)


@contextmanager
def _qt() -> Iterator[None]:
    """Around what imports Qt to show a window nobody needs to see. Raises RestitchError."""
    from restitch_app.domain.errors import RestitchError

    if not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        yield
    except ImportError as error:
        raise RestitchError(
            "The window cannot be shown", str(error), "Install the system libraries that Qt needs"
        ) from error


def _window_bench(project: Project) -> Workbench:
    from restitch_app.services.workbench import workbench
    from restitch_app.ui.state.session import WINDOW

    return workbench(project, _servers(), WINDOW)


def _demo(running: ExitStack, place: Path, ctx: JobContext) -> Path:
    """A new demo project; its server runs until the window is closed."""
    from restitch_app.cli.demo_project import draw_project, fresh_folder
    from restitch_app.demo.server import DemoServer

    project = fresh_folder(place) / "project"
    server = running.enter_context(DemoServer(step_delay_s=WATCHABLE_STEP_S))
    draw_project(project, server.url, _window_bench, ctx)
    return project


if __name__ == "__main__":
    sys.exit(main())
