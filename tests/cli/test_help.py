"""Help answers at once, says how, and its examples are right."""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from restitch_app.cli.main import build_parser
from tests.cli.running import Cli

NAMES = (
    "open",
    "new",
    "info",
    "check",
    "drift",
    "regenerate",
    "cascade",
    "generate",
    "split",
    "remove",
    "insert",
    "move",
    "versions",
    "use",
    "approve",
    "smooth",
    "accept",
    "cut",
    "wrong-call",
    "limits",
    "export",
    "handover",
    "merge",
    "jobs",
    "workflows",
    "servers",
    "verify",
    "purge",
    "serve",
    "demo",
    "demo-server",
    "self-test",
    "completion",
)
HEAVY = ("numpy", "cv2", "av", "fastapi", "uvicorn", "peewee", "requests", "PySide6")


def test_without_arguments_it_prints_the_help(cli: Cli) -> None:
    result = cli()
    assert result.code == 0
    assert all(name in result.out for name in NAMES)
    assert result.err == ""


def test_it_says_its_version(cli: Cli) -> None:
    result = cli("--version")
    assert result.code == 0
    assert result.out.startswith("restitch ")


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_a_help_with_examples_that_parse(cli: Cli, name: str) -> None:
    result = cli(name, "--help")
    assert result.code == 0
    assert "--json" in result.out
    examples = re.findall(rf"^  restitch ({name} ?.*)$", result.out, re.MULTILINE)
    assert examples
    for example in examples:
        arguments = build_parser().parse_args(shlex.split(example))
        assert arguments.command == name


def test_the_commands_in_the_readme_parse() -> None:
    readme = Path(__file__).parents[2] / "README.md"
    lines = re.findall(r"^restitch (.+)$", readme.read_text(encoding="utf-8"), re.MULTILINE)
    told = [shlex.split(line, comments=True) for line in lines]
    assert len(told) > 5
    assert [build_parser().parse_args(line).command for line in told] == [line[0] for line in told]


def test_no_command_is_left_out_of_these_tests() -> None:
    [subparsers] = [
        action
        for action in build_parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    ]
    assert set(subparsers.choices) == set(NAMES)


def test_help_and_wrong_use_load_nothing_heavy() -> None:
    code = (
        "import sys; from restitch_app.entry import main\n"
        "assert main(['regenerate', '--help']) == 0\n"
        "assert main(['check', 'lake', '--segment', 'x']) == 2\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    process = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=120
    )
    assert process.stdout.splitlines()[-1] == "[]"
