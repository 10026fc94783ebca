"""`restitch verify`: is everything on the disk that the project speaks of?"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project
from restitch_app.cli.exit_codes import DONE, NO
from restitch_app.cli.shell import Shell

if TYPE_CHECKING:
    from restitch_app.services.project.verify import Verified


def register(commands: Commands) -> None:
    parser = commands.add(
        "verify",
        run,
        about="Name every file that is missing or altered. Exit code 1 if there is one.",
        examples=("verify lake", "verify lake --json"),
    )
    add_project(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        verified = bench.verifying.verify(shell.ctx)
        data = {
            "project": str(bench.project.folder),
            "files": verified.files,
            "size_bytes": verified.size_bytes,
            "faults": [
                {
                    "kind": fault.kind.value,
                    "file": fault.file,
                    "needed_for": fault.needed_for,
                    "detail": fault.detail,
                }
                for fault in verified.faults
            ],
        }
        shell.show(data, _text(verified))
    return NO if verified.faults else DONE


def _text(verified: Verified) -> str:
    size = f"{verified.size_bytes / (1 << 20):.1f} MiB"
    lines = [
        f"{fault.kind.value}: {fault.file} ({fault.needed_for}): {fault.detail}"
        for fault in verified.faults
    ]
    looked_at = f"{verified.files} files, {size}"
    if not lines:
        return f"{looked_at}: everything is as it was recorded."
    return "\n".join([*lines, f"{looked_at}; {len(lines)} are not as they were recorded."])
