"""Shells complete what the parser knows."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.cli.running import Cli

ASK = """
source /dev/stdin <<'SCRIPT'
{script}
SCRIPT
COMP_WORDS=({words})
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_restitch
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("restitch che", ["check"]),
        ("restitch export --o", ["--otio"]),
        ("restitch export lake film.mov --as pro", ["prores"]),
        ("restitch servers a", ["add"]),
        ("restitch completion z", ["zsh"]),
        ("restitch export lake --otio x", [""]),
    ],
)
def test_bash_is_offered_what_fits(cli: Cli, words: str, found: list[str]) -> None:
    script = cli("completion", "bash").out
    asked = ASK.format(script=script, words=words)
    done = subprocess.run(
        ["bash", "--norc", "-s"],
        input=asked,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == found


def test_zsh_and_fish_are_told_of_every_command(cli: Cli) -> None:
    zsh, fish = (cli("completion", shell).out for shell in ("zsh", "fish"))
    assert zsh.startswith("#compdef restitch\n")
    for name in ("check", "export", "merge", "completion"):
        assert f" {name} " in zsh or f'"{name} ' in zsh
        assert f" -a {name} -d '" in fish
    assert "-l as -x -a 'film prores ffv1 png'" in fish
