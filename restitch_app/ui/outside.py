"""What only `entry` can hand in. Imports nothing that the empty window could do without."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.domain.progress import JobContext

if TYPE_CHECKING:
    from restitch_app.services.project.project import Project
    from restitch_app.services.servers.server_list import ServerList
    from restitch_app.services.workbench import Workbench


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
