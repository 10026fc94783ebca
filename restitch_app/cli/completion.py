"""`restitch completion`: what a shell needs to complete command lines, from the parser itself."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from restitch_app.cli.arguments import Commands
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.shell import Shell


@dataclass(frozen=True)
class Option:
    names: tuple[str, ...]
    takes_value: bool
    choices: tuple[str, ...]
    """Empty: a file, or what nobody can know."""
    help: str


@dataclass(frozen=True)
class Command:
    name: str
    about: str
    options: tuple[Option, ...]
    words: tuple[str, ...]
    """What may stand without a dash, beside files."""


def register(commands: Commands) -> None:
    parser = commands.add(
        "completion",
        _run_with(commands),
        about="Print what makes a shell complete the command line of Restitch.",
        examples=("completion bash", "completion zsh", "completion fish"),
    )
    parser.add_argument(
        "for_shell",
        choices=tuple(SCRIPTS),
        help="which shell; write it where that looks: "
        "~/.local/share/bash-completion/completions/restitch for bash, _restitch in a folder of "
        "zsh's fpath, ~/.config/fish/completions/restitch.fish for fish",
    )


def _run_with(commands: Commands) -> Callable[[argparse.Namespace, Shell], int]:
    def run(args: argparse.Namespace, shell: Shell) -> int:
        script = SCRIPTS[args.for_shell](tuple(described(commands)))
        shell.show({"shell": args.for_shell, "script": script}, script)
        return DONE

    return run


def described(commands: Commands) -> Iterator[Command]:
    for name, about, parser in commands.all():
        options, words = _parts(parser)
        yield Command(name, about, tuple(options), tuple(words))


def _parts(parser: argparse.ArgumentParser) -> tuple[list[Option], list[str]]:
    """With those of commands inside the command: `servers add --name`."""
    options: list[Option] = []
    words: list[str] = []
    for action in parser._actions:
        if action.help == argparse.SUPPRESS:
            continue
        if isinstance(action, argparse._SubParsersAction):
            for word, inner in action.choices.items():
                words.append(str(word))
                found, more = _parts(inner)
                options += [one for one in found if one not in options]
                words += more
            continue
        choices = tuple(str(one) for one in action.choices or ())
        if action.option_strings:
            about = (action.help or "").replace("%%", "%")
            takes = action.nargs != 0
            options.append(Option(tuple(action.option_strings), takes, choices, about))
        else:
            words += choices
    return options, words


def bash_script(commands: tuple[Command, ...]) -> str:
    """Where nothing of ours fits, bash offers files."""
    return "\n".join(["# Completion of restitch for bash", *_bash(commands)])


def zsh_script(commands: tuple[Command, ...]) -> str:
    """Works as a file of fpath, from its first Tab on, and sourced."""
    return "\n".join(["#compdef restitch", "# Completion of restitch for zsh", *_zsh(commands)])


def _bash(commands: tuple[Command, ...]) -> Iterator[str]:
    yield "_restitch() {"
    yield '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '  local command="" words="" i'
    yield "  for ((i = 1; i < COMP_CWORD; i++)); do"
    yield '    case "${COMP_WORDS[i]}" in -*) ;; *) command="${COMP_WORDS[i]}"; break ;; esac'
    yield "  done"
    yield '  case "$command $prev" in'
    for command in commands:
        for option in command.options:
            if option.takes_value:
                for name in option.names:
                    words = " ".join(option.choices)
                    found = (
                        f'COMPREPLY=($(compgen -W "{words}" -- "$cur"))'
                        if words
                        else "COMPREPLY=()"
                    )
                    yield f'    "{command.name} {name}") {found}; return ;;'
    yield "  esac"
    yield '  case "$command" in'
    yield f'    "") words="{" ".join(one.name for one in commands)} --help --version" ;;'
    for command in commands:
        names = [name for option in command.options for name in option.names]
        yield f'    {command.name}) words="{" ".join([*command.words, *names])}" ;;'
    yield "  esac"
    yield '  COMPREPLY=($(compgen -W "$words" -- "$cur"))'
    yield "}"
    yield "complete -o default -F _restitch restitch"


def _zsh(commands: tuple[Command, ...]) -> Iterator[str]:
    yield "_restitch() {"
    yield '  local curcontext="$curcontext" state line'
    yield "  local -a commands"
    yield "  commands=("
    for command in commands:
        yield f"    {shlex.quote(f'{command.name}:{command.about}')}"
    yield "  )"
    yield "  _arguments -C '--help[show help]' '--version[show the version]' \\"
    yield "    '1: :->command' '*:: :->rest'"
    yield "  case $state in"
    yield "    command) _describe -t commands command commands ;;"
    yield "    rest)"
    yield "      case $words[1] in"
    for command in commands:
        specs = [_zsh_option(name, option) for option in command.options for name in option.names]
        files = "_files"
        if command.words:
            words = " ".join(command.words)
            files = f'{{_alternative "words:word:({words})" "files:file:_files"}}'
        yield f"        {command.name})"
        yield "          _arguments " + " ".join(specs) + (" \\" if specs else "\\")
        yield f"            {shlex.quote(f'*:argument:{files}')} ;;"
    yield "      esac ;;"
    yield "  esac"
    yield "}"
    # An autoloaded file is run as the function that it is to define.
    yield 'if [[ "${funcstack[1]}" == _restitch ]]; then _restitch "$@"'
    yield "else compdef _restitch restitch; fi"


def _zsh_option(name: str, option: Option) -> str:
    about = option.help
    for special in "\\[]:":
        about = about.replace(special, f"\\{special}")
    value = ""
    if option.takes_value:
        value = f":value:({' '.join(option.choices)})" if option.choices else ":value:_files"
    return shlex.quote(f"*{name}[{about}]{value}")


def fish_script(commands: tuple[Command, ...]) -> str:
    return "\n".join(["# Completion of restitch for fish", *_fish(commands)])


def _fish(commands: tuple[Command, ...]) -> Iterator[str]:
    for command in commands:
        about = _quoted(command.about)
        yield f"complete -c restitch -n __fish_use_subcommand -f -a {command.name} -d {about}"
    for command in commands:
        inside = f"complete -c restitch -n '__fish_seen_subcommand_from {command.name}'"
        if command.words:
            yield f"{inside} -a {_quoted(' '.join(command.words))}"
        for option in command.options:
            names = " ".join(
                f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
                for name in option.names
            )
            value = " -r" if option.takes_value else ""
            if option.choices:
                value = f" -x -a {_quoted(' '.join(option.choices))}"
            yield f"{inside} {names}{value} -d {_quoted(option.help)}"


def _quoted(text: str) -> str:
    """As fish reads it."""
    kept = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{kept}'"


SCRIPTS = {"bash": bash_script, "zsh": zsh_script, "fish": fish_script}
