"""`restitch verify`: is everything on the disk that the project speaks of?"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project
from restitch_app.cli.exit_codes import DONE, NO
from restitch_app.cli.shell import Shell

if TYPE_CHECKING:
    from restitch_app.services.project.repairing import Repair
    from restitch_app.services.project.restoring import Restored
    from restitch_app.services.project.verify import Verified

NOTHING_PROVED = (
    "What is left cannot be put right by what is here: bring the file back from a copy, "
    "regenerate the segment, or use another version of it."
)
ASK_FOR_REPAIR = "verify --repair puts right what can be proved by content."


def register(commands: Commands) -> None:
    parser = commands.add(
        "verify",
        run,
        about="Name every file that is missing, altered, half-written or of no use. Exit code 1 if "
        "there is one.",
        examples=("verify lake", "verify lake --repair", "verify lake --json"),
    )
    add_project(parser)
    parser.add_argument(
        "--repair",
        action="store_true",
        help="put right what can be proved by content; a damaged database goes back to its newest "
        "sound backup, and is kept beside it",
    )


def run(args: argparse.Namespace, shell: Shell) -> int:
    from restitch_app.services.project.restoring import restore_if_damaged

    who = f"restitch {shell.command}"
    restored = restore_if_damaged(args.project, who) if args.repair else None
    repairs: tuple[Repair, ...] = ()
    with shell.open(args.project) as bench:
        if args.repair:
            repaired = bench.repairing.repair(who, shell.ctx)
            repairs, verified = repaired.repairs, repaired.left
        else:
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
            "repairs": [{"file": one.file, "done": one.done} for one in repairs],
            "restored_from": str(restored.backup.path) if restored else None,
            "backups": [
                {
                    "file": str(one.path),
                    "made_at": one.made_at.isoformat(),
                    "size_bytes": one.size_bytes,
                }
                for one in verified.backups
            ],
        }
        shell.show(data, _text(verified, repairs, restored, is_repaired=args.repair))
    return NO if verified.faults else DONE


def _text(
    verified: Verified,
    repairs: tuple[Repair, ...],
    restored: Restored | None,
    *,
    is_repaired: bool,
) -> str:
    lines = [f"{one.file}: {one.done}." for one in repairs]
    if restored is not None:
        made_at = f"{restored.backup.made_at:%Y-%m-%d %H:%M} UTC"
        lines.insert(0, f"The database was damaged; it is as it was on {made_at} again.")
        if restored.aside is not None:
            lines.insert(1, f"The damaged one is kept as {restored.aside.name}.")
    lines += [
        f"{fault.kind.value}: {fault.file} ({fault.needed_for}): {fault.detail}"
        for fault in verified.faults
    ]
    looked_at = f"{verified.files} files, {verified.size_bytes / (1 << 20):.1f} MiB"
    if not verified.faults:
        lines.append(f"{looked_at}: everything is as it was recorded.")
    else:
        count = len(verified.faults)
        lines.append(f"{looked_at}; {count} {'is' if count == 1 else 'are'} not as recorded.")
        lines += [NOTHING_PROVED if is_repaired else ASK_FOR_REPAIR]
    if verified.backups:
        newest = f"{verified.backups[0].made_at:%Y-%m-%d %H:%M} UTC"
        lines.append(f"Backups of the database: {len(verified.backups)}, the newest of {newest}.")
    return "\n".join(lines)
