"""Builds the services once and starts a shell; the only file that knows every room."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """The program `restitch`. Returns the exit code; see `cli.exit_codes`."""
    from restitch_app.cli.main import run

    return run(sys.argv[1:] if argv is None else argv)


if __name__ == "__main__":
    sys.exit(main())
