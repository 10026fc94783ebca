"""What only `entry` can hand in. Imports nothing that the empty window could do without."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from restitch_app.domain.progress import JobContext

if TYPE_CHECKING:
    from restitch_app.services.crash_reports import CrashReports
    from restitch_app.services.project.api_tokens import Doorkeeper, ProjectTokens
    from restitch_app.services.project.project import Project
    from restitch_app.services.servers.server_list import ServerList
    from restitch_app.services.workbench import Workbench


class RunningApi(Protocol):
    @property
    def url(self) -> str:
        """Where it answers."""

    def stop(self) -> None:
        """Blocks for some seconds at most."""


@dataclass(frozen=True)
class LocalApi:
    """Serving an open project to programs of this computer."""

    tokens: Callable[[Path], ProjectTokens]
    """Of the project in that folder."""
    serve: Callable[[Workbench, Doorkeeper, int], RunningApi]
    """Returns once it answers, on that port; 0: a free one. Raises PortTaken."""


@dataclass(frozen=True)
class Outside:
    """Calls run on a pool thread and may take long."""

    bench_on: Callable[[Project], Workbench]
    """The services of an opened project."""
    servers: Callable[[], ServerList]
    """Of this computer; always the same, which the projects' services use as well."""
    make_demo: Callable[[JobContext], Path] | None = None
    """Draw the demo's project and start its server, which runs until the program ends."""
    log_file: Path | None = None
    """Where what goes wrong is written down; None: nowhere."""
    api: LocalApi | None = None
    """None: this program serves none."""
    crashes: CrashReports | None = None
    """Where its own mistakes are reported; None: nowhere."""
