"""Writes the manual pages from the command line's own help: man.py FOLDER"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from version import version

from restitch_app.cli.main import ABOUT, build_parser

WINDOW_PAGE = r""".TH RESTITCH\-WINDOW 1 "" "Restitch {version}" "User Commands"
.SH NAME
restitch\-window \- open a Restitch project in the window
.SH SYNOPSIS
.B restitch\-window
[\fIPROJECT\fR]
.SH DESCRIPTION
Opens the window on a project: its folder, or the file project.restitch in it.
Without one, on the last project or the welcome page.
It is what desktops start; \fBrestitch\fR(1) has the commands.
.SH SEE ALSO
.BR restitch (1)
"""


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "restitch.1").write_text("\n".join(page()) + "\n", encoding="utf-8")
    window = WINDOW_PAGE.format(version=version())
    (folder / "restitch-window.1").write_text(window, encoding="utf-8")


def page() -> Iterator[str]:
    parser = build_parser()
    yield f'.TH RESTITCH 1 "" "Restitch {version()}" "User Commands"'
    yield ".SH NAME\nrestitch \\- fix one bad segment of an AI\\-generated scene"
    yield ".SH SYNOPSIS\n.B restitch\n[\\fICOMMAND\\fR] [\\fIOPTION\\fR]..."
    yield f".SH DESCRIPTION\n{escaped(ABOUT)}"
    yield from paragraphs(parser.epilog or "")
    yield ".SH COMMANDS"
    for name, command in commands(parser).items():
        yield f".SS {escaped(name)}\n{escaped(command.description or '')}"
        yield ".PP\n" + escaped(" ".join(command.format_usage().removeprefix("usage: ").split()))
        for action in command._actions:
            if action.help and action.help != argparse.SUPPRESS and action.dest != "help":
                yield f".TP\n.B {escaped(label(action))}\n{escaped(told(command, action))}"
    yield ".SH SEE ALSO\n.BR restitch\\-window (1)"


def commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise SystemExit("the command line has no commands")


def label(action: argparse.Action) -> str:
    shown = action.metavar or ("" if action.nargs == 0 else action.dest.upper())
    value = " ".join(shown) if isinstance(shown, tuple) else str(shown)
    return f"{', '.join(action.option_strings)} {value}".strip()


def told(command: argparse.ArgumentParser, action: argparse.Action) -> str:
    return command._get_formatter()._expand_help(action)


def paragraphs(text: str) -> Iterator[str]:
    for part in text.strip().split("\n\n"):
        yield ".PP\n" + "\n.br\n".join(escaped(line.strip()) for line in part.splitlines())


def escaped(text: str) -> str:
    kept = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line[:1] in ".'" else line for line in kept.splitlines())


if __name__ == "__main__":
    main()
