"""`restitch serve`: the local HTTP API."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project, port_number
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.shell import Shell

if TYPE_CHECKING:
    from restitch_app.services.project.api_tokens import Doorkeeper, ProjectTokens


def register(commands: Commands) -> None:
    parser = commands.add(
        "serve",
        run,
        about="Serve the project's HTTP API on this machine only, until Ctrl-C.",
        examples=(
            "serve lake --port 8710",
            "serve lake --new-token",
            "serve lake --revoke-token",
        ),
    )
    add_project(parser)
    parser.add_argument(
        "--port", type=port_number, default=0, help="0, the default, takes a free one"
    )
    token = parser.add_mutually_exclusive_group()
    token.add_argument(
        "--new-token", action="store_true", help="make a new token; the one before ends"
    )
    token.add_argument(
        "--revoke-token",
        action="store_true",
        help="end the token at once, wherever the API runs, and serve nothing",
    )


def run(args: argparse.Namespace, shell: Shell) -> int:
    from platformdirs import user_config_path

    from restitch_app.services.project.api_tokens import ProjectTokens

    with shell.open(args.project) as bench:
        folder = bench.project.folder
        tokens = ProjectTokens(folder, user_config_path("restitch", appauthor=False))
        if args.revoke_token:
            return _revoke(shell, tokens)
        entry = _entry(tokens, is_new_wanted=args.new_token)

        def ready(url: str) -> None:
            data = {"project": str(folder), "url": url, "token": entry.token}
            shell.show(data, f"{url}\n{entry.told}\nStop with Ctrl-C.")

        shell.outside.serve(bench, args.port, entry.door, ready)
    return DONE


@dataclass(frozen=True)
class _Entry:
    door: Doorkeeper
    token: str | None
    """None where it was shown before: only its hash is kept."""
    told: str


def _entry(tokens: ProjectTokens, *, is_new_wanted: bool) -> _Entry:
    from restitch_app.services.project.api_tokens import ENVIRONMENT_NAME, OneToken

    given = os.environ.get(ENVIRONMENT_NAME)
    if given and not is_new_wanted:
        return _Entry(OneToken(given), given, f"Token: the one in {ENVIRONMENT_NAME}")
    kept = tokens.current()
    if kept is None or is_new_wanted:
        made = tokens.create()
        return _Entry(tokens, made, f"Token: {made}\nKeep it: it is shown this once.")
    told = (
        f"Token: the one that was shown on {kept.created_at[:10]}. --new-token makes another one."
    )
    return _Entry(tokens, None, told)


def _revoke(shell: Shell, tokens: ProjectTokens) -> int:
    did = tokens.revoke()
    shell.show(
        {"revoked": did},
        "The token is revoked: nobody is let in with it any more."
        if did
        else "This project has no token of yours.",
    )
    return DONE
