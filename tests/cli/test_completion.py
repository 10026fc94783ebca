"""Shells complete what the parser knows."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
from pathlib import Path

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
        timeout=120,
        check=True,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == found


LINES = [
    ("restitch che", "restitch check"),
    ("restitch export --oti", "restitch export --otio"),
    ("restitch export lake film.mov --as pro", "restitch export lake film.mov --as prores"),
    ("restitch servers ad", "restitch servers add"),
]


@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh here")
@pytest.mark.parametrize("is_sourced", [False, True], ids=["fpath", "sourced"])
def test_zsh_completes_at_the_first_tab(cli: Cli, tmp_path: Path, *, is_sourced: bool) -> None:
    script = tmp_path / "_restitch"
    script.write_text(cli("completion", "zsh").out, encoding="utf-8")
    load = f"source {script}" if is_sourced else f"fpath=({tmp_path} $fpath)"
    after = "; compinit -u -D" if not is_sourced else ""
    for typed, completed in LINES:
        with Typed(["zsh", "-f", "-i"]) as zsh:
            zsh.type(f"autoload -Uz compinit; compinit -u -D; {load}{after}; print REA''DY\n")
            zsh.read_until("READY\r\n")
            zsh.type(f"{typed}\t \x01print -r '<\x05>'\n")  # to the line's start, and its end
            assert f"<{completed} " in zsh.read_until(">\r\n")


class Typed:
    """A program on a terminal."""

    def __init__(self, command: list[str]) -> None:
        self._command = command

    def __enter__(self) -> Typed:
        import pty

        self._ours, theirs = pty.openpty()
        self._process = subprocess.Popen(
            self._command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def type(self, text: str) -> None:
        os.write(self._ours, text.encode())

    def read_until(self, text: str) -> str:
        found = b""
        while text.encode() not in found:
            assert select.select([self._ours], [], [], 30)[0], found
            found += os.read(self._ours, 1 << 16)
        return found.decode()


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish here")
def test_fish_is_offered_what_fits(cli: Cli) -> None:
    script = cli("completion", "fish").out
    for typed, completed in LINES:
        done = subprocess.run(
            ["fish", "--no-config", "-c", f"source; complete -C '{typed}'"],
            input=script,
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        offered = [line.split("\t")[0] for line in done.stdout.splitlines()]
        assert completed.rsplit(" ", 1)[1] in offered


def test_zsh_and_fish_are_told_of_every_command(cli: Cli) -> None:
    zsh, fish = (cli("completion", shell).out for shell in ("zsh", "fish"))
    assert zsh.startswith("#compdef restitch\n")
    for name in ("check", "export", "merge", "completion"):
        assert f"'{name}:" in zsh or f"    {name}:" in zsh
        assert f" -a {name} -d '" in fish
    assert "-l as -x -a 'film prores ffv1 png'" in fish
