"""The command line: arguments in, one command run, an exit code out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from restitch_app.cli import (
    accept,
    approve,
    cascade,
    check,
    completion,
    cut,
    demo,
    demo_server,
    drift,
    export,
    generate,
    handover,
    info,
    jobs,
    limits,
    new,
    order,
    purge,
    regenerate,
    self_test,
    serve,
    servers,
    smooth,
    use,
    verify,
    versions,
    workflows,
    wrong_call,
)
from restitch_app.cli import open as open_
from restitch_app.cli.arguments import Commands, Parser
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.failures import told
from restitch_app.cli.log import logging_to_file
from restitch_app.cli.output import print_text
from restitch_app.cli.shell import Outside, Shell
from restitch_app.domain.program import version_text

COMMANDS = (
    open_,
    new,
    info,
    check,
    drift,
    regenerate,
    cascade,
    generate,
    order,
    versions,
    use,
    approve,
    smooth,
    accept,
    cut,
    wrong_call,
    limits,
    export,
    handover,
    jobs,
    workflows,
    servers,
    verify,
    purge,
    serve,
    demo,
    demo_server,
    self_test,
    completion,
)
ABOUT = "Fix one bad segment of an AI-generated scene, not the whole scene."
EPILOG = """\
Without a command: the window, on the last project. PROJECT is a folder that holds
project.restitch. Segments are counted from 1.
Exit codes: 0 done, 1 the answer is "no", 2 wrong use, 3 a fault outside.

Example:
  restitch demo
"""


def run(argv: Sequence[str], outside: Outside) -> int:
    """Run one command line, without the program's name. Never raises; returns the exit code."""
    as_json = "--json" in argv
    with logging_to_file():
        try:
            args = build_parser().parse_args(argv)
            shell = Shell(outside, args.command, as_json=args.json)
            try:
                return int(args.run(args, shell))
            finally:
                shell.progress.clear()  # what is said about an error begins a line of its own
        except SystemExit as end:  # argparse has printed a help or the version
            return int(end.code or DONE)
        except BaseException as error:  # noqa: BLE001 - the end of the line: told, never shown raw
            return told(error, as_json=as_json)


def build_parser() -> Parser:
    parser = Parser(
        prog="restitch",
        description=ABOUT,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    parser.set_defaults(run=_no_command, command="", json=False)
    commands = Commands(parser.add_subparsers(dest="command", metavar="COMMAND"))
    for module in COMMANDS:
        module.register(commands)
    return parser


def _no_command(args: argparse.Namespace, shell: Shell) -> int:
    if args.version:
        print_text(f"restitch {version_text() or '(run from its source, not installed)'}")
    elif shell.outside.has_display():
        return open_.show_window(shell, None)
    else:
        build_parser().print_help(sys.stdout)
    return DONE
