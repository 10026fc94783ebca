"""What every command gets: the outside world it was given, and where to say things."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.output import JsonData, print_json, print_text
from restitch_app.cli.progress import ProgressLine
from restitch_app.domain.progress import JobContext

if TYPE_CHECKING:  # heavy: a command loads them when it runs, `--help` never
    from restitch_app.services.project.api_tokens import Doorkeeper
    from restitch_app.services.project.project import Project
    from restitch_app.services.servers.server_list import ServerList
    from restitch_app.services.workbench import Workbench

Serve = Callable[["Workbench", int, "Doorkeeper", Callable[[str], None]], None]
"""(open project, port, who is let in, called with the URL once it answers); until Ctrl-C."""

ShowWindow = Callable[[Path | None, Path | None], int]
"""(project or None, folder to make the demo in or None) -> exit code; blocks until it is closed."""

Photograph = Callable[[Path, int, Path], list[Path]]
"""(demo project, segment's index, folder) -> pictures of the real window doing the main job."""


Look = Callable[[Path, Path], str]
"""(project, picture to write): opens the real window on it, photographs it, closes it; returns the
name of the platform that Qt drew on, as "xcb" or "offscreen"."""


@dataclass(frozen=True)
class Outside:
    """What only `entry` can hand in, because the command line does not know those rooms."""

    servers: Callable[[], ServerList]
    """Made when a command needs it: it loads what speaks to servers."""
    serve: Serve
    window: ShowWindow
    photograph: Photograph
    look: Look
    has_display: Callable[[], bool]
    """Whether there is a screen to show the window on."""


class Shell:
    """One run of one command."""

    def __init__(self, outside: Outside, command: str, *, as_json: bool) -> None:
        self.outside = outside
        self.command = command
        self.as_json = as_json
        self.progress = ProgressLine(sys.stderr)
        self.ctx = JobContext(self.progress)

    def show(self, data: JsonData, text: str) -> None:
        """The command's answer, on standard output. Call it once."""
        self.progress.clear()
        if self.as_json:
            print_json(data)
        else:
            print_text(text)

    def note(self, text: str) -> None:
        """Something to know meanwhile, on standard error."""
        self.progress.note(text)

    @contextmanager
    def open(self, project: Path) -> Iterator[Workbench]:
        """The project's services, for reading only where its folder allows no more.

        Raises NotFound or StorageError.
        """
        from restitch_app.services.project.project import open_project

        folder = project if project.is_dir() else project.parent
        with open_project(project, read_only=not os.access(folder, os.W_OK)) as opened:
            yield self.bench(opened)

    def bench(self, project: Project) -> Workbench:
        from restitch_app.services.workbench import workbench

        return workbench(project, self.outside.servers(), f"restitch {self.command}")
