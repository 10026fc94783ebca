"""`restitch serve`: the local HTTP API."""

from __future__ import annotations

import argparse

from restitch_app.cli.arguments import Commands, add_project, port_number
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.shell import Shell


def register(commands: Commands) -> None:
    parser = commands.add(
        "serve",
        run,
        about="Serve the project's HTTP API on this machine only, until Ctrl-C.",
        examples=("serve lake --port 8710",),
    )
    add_project(parser)
    parser.add_argument(
        "--port", type=port_number, default=0, help="0, the default, takes a free one"
    )


def run(args: argparse.Namespace, shell: Shell) -> int:
    def ready(url: str, token: str) -> None:
        data = {"project": str(bench.project.folder), "url": url, "token": token}
        shell.show(data, f"{url}\nToken: {token}\nStop with Ctrl-C.")

    with shell.open(args.project) as bench:
        shell.outside.serve(bench, args.port, ready)
    return DONE
