"""The demo's project: drawn clips, imported like any others."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from restitch_app.domain.errors import StorageError
from restitch_app.domain.progress import JobContext

if TYPE_CHECKING:
    from restitch_app.services.project.project import Project
    from restitch_app.services.workbench import Workbench

SCENE = "Evening at the lake"
STEP_DELAY_S = 0.02
"""How long the bundled server's sampling step takes when nobody watches."""


def usual_place() -> Path:
    """Where demos are made unless a person says otherwise."""
    return user_data_path("restitch", appauthor=False) / "demo"


def fresh_folder(parent: Path) -> Path:
    """A folder of its own for each run, so that an earlier demo's project stays as it was.

    Raises StorageError.
    """
    try:
        parent.mkdir(parents=True, exist_ok=True)
        for number in count(1):
            folder = parent.absolute() / f"demo-{number:03}"
            try:
                folder.mkdir()
            except FileExistsError:
                continue
            return folder
    except OSError as error:
        raise StorageError(
            "The demo's folder cannot be made",
            f"{parent}: {error.strerror}",
            "Choose another one with --output DIR",
        ) from error
    raise AssertionError("numbers do not end")


def draw_project(
    folder: Path,
    server_url: str,
    bench_on: Callable[[Project], Workbench],
    ctx: JobContext,
    segments: Sequence[int] | None = None,
) -> None:
    """Draw clips and import them as a new project whose server is `server_url`.

    `segments`: only these of the ten, counted from 1, in this order.
    """
    from restitch_app.demo.scene import draw_demo_clips
    from restitch_app.services.imports.starting import new_project
    from restitch_app.services.project.settings import change_server

    with tempfile.TemporaryDirectory(prefix="restitch-demo-clips-") as clips:
        paths = draw_demo_clips(Path(clips), ctx, segments)
        with new_project(folder) as project:
            bench_on(project).importing.import_clips(paths, ctx, scene_name=SCENE)
            change_server(project, server_url)
