"""How commands describe themselves, so that all of them read alike."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Never

from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import WrongUse

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction["Parser"]

LARGEST_NUMBER = 2**63 - 1
"""The database holds no larger one; numbers of as many digits are refused."""

Run = Callable[[argparse.Namespace, Shell], int]
"""A command: says its answer through the shell, returns the exit code."""


class Parser(argparse.ArgumentParser):
    """Raises WrongUse where argparse would print and leave."""

    def error(self, message: str) -> Never:
        raise WrongUse("This command cannot be understood", message, f"See: {self.prog} --help")


class Commands:
    """Collects the commands of the program."""

    def __init__(self, subparsers: Subparsers) -> None:
        self._subparsers = subparsers
        self._added: list[tuple[str, str, Parser]] = []

    def all(self) -> tuple[tuple[str, str, Parser], ...]:
        """(name, sentence about it, its parser), in the order of the help."""
        return tuple(self._added)

    def add(self, name: str, run: Run, *, about: str, examples: tuple[str, ...]) -> Parser:
        """`about`: a sentence; `examples`: command lines as a person would type them."""
        lines = "\n".join(f"  restitch {example}" for example in examples)
        parser = self._subparsers.add_parser(
            name,
            help=about,
            description=about,
            epilog=f"Example{'s' if len(examples) > 1 else ''}:\n{lines}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        parser.add_argument(
            "--json", action="store_true", help="print one JSON object on standard output"
        )
        parser.set_defaults(run=run)
        self._added.append((name, about, parser))
        return parser


def add_project(parser: Parser) -> None:
    parser.add_argument(
        "project", metavar="PROJECT", type=Path, help="the project's folder, or its database file"
    )


def add_scene(parser: Parser) -> None:
    parser.add_argument("--scene", metavar="NAME", help="which scene, where there are several")


def add_segment(parser: Parser) -> None:
    parser.add_argument("segment", metavar="N", type=ordinal, help="the segment, counted from 1")


def add_boundary(parser: Parser) -> None:
    parser.add_argument(
        "--boundary",
        choices=("before", "after"),
        required=True,
        help="the boundary at the segment's start, or at its end",
    )


def ordinal(text: str) -> int:
    """A number as people count."""
    return _at_least(1, text)


def version_number(text: str) -> int:
    """3 or v3."""
    return _at_least(1, text.removeprefix("v").removeprefix("V"))


def port_number(text: str) -> int:
    """0 takes a free one."""
    number = _at_least(0, text)
    if number > 65_535:
        raise argparse.ArgumentTypeError(f"{text} is no port; choose one up to 65535")
    return number


def seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds")
    return value


def left_index(args: argparse.Namespace) -> int:
    """Sequence index of the segment left of the boundary that was named. May be -1: see `at`."""
    index: int = args.segment - 1
    return index - 1 if args.boundary == "before" else index


def _at_least(least: int, text: str) -> int:
    if not text.isascii() or not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {least} on")
    if len(text.lstrip("0")) >= len(str(LARGEST_NUMBER)):
        raise argparse.ArgumentTypeError(f"{text} is too large a number")
    if int(text) < least:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {least} on")
    return int(text)
