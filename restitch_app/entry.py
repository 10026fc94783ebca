"""Builds the services once and starts a shell; the only file that knows every room."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # rooms that take long to load wait until a command needs them
    from restitch_app.comfy.client import ComfyClient
    from restitch_app.services.workbench import Workbench


def main(argv: Sequence[str] | None = None) -> int:
    """The program `restitch`. Returns the exit code; see `cli.exit_codes`."""
    from restitch_app.cli.main import run
    from restitch_app.cli.shell import Outside

    outside = Outside(clients=_client, serve=_serve)
    return run(sys.argv[1:] if argv is None else argv, outside)


def _client(server_url: str, client_id: str) -> ComfyClient:
    from restitch_app.comfy.client import ComfyClient

    return ComfyClient(server_url, client_id)


def _serve(bench: Workbench, port: int, ready: Callable[[str, str], None]) -> None:
    from restitch_app.api.serve import serve

    serve(bench, port, on_ready=ready)


if __name__ == "__main__":
    sys.exit(main())
