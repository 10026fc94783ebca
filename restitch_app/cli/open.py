"""`restitch open`, and `restitch` alone: the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from restitch_app.cli.arguments import Commands, add_project
from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import NotFound, RestitchError


class NoDisplay(RestitchError):
    """There is no screen for the window."""

    code = "no_display"


def register(commands: Commands) -> None:
    parser = commands.add(
        "open",
        run,
        about="Open the window on a project.",
        examples=("open lake",),
    )
    add_project(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    from restitch_app.services.imports.starting import is_project

    folder = args.project if args.project.is_dir() else args.project.parent
    if not is_project(folder):
        raise NotFound(
            "There is no project here", str(args.project), "Make one: restitch new PROJECT CLIP..."
        )
    return show_window(shell, folder.absolute())


def show_window(shell: Shell, project: Path | None) -> int:
    """The window on the project; None for the last one, or the welcome page. Raises NoDisplay."""
    if not shell.outside.has_display():
        raise NoDisplay(
            "There is no display for the window",
            "Neither DISPLAY nor WAYLAND_DISPLAY is set",
            "Use the commands instead; restitch --help lists them",
        )
    return shell.outside.window(project, None)
