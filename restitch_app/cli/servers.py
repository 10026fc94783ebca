"""`restitch servers`: the ComfyUI servers of this computer, their keys, and whether they answer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, Parser, Run
from restitch_app.cli.exit_codes import DONE, FAULT, NO
from restitch_app.cli.output import table
from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.servers import Server, ServerState

if TYPE_CHECKING:
    from restitch_app.services.servers.server_list import ServerList

GIB = 1 << 30


def register(commands: Commands) -> None:
    parser = commands.add(
        "servers",
        run_list,
        about="List the ComfyUI servers of this computer, add or remove one, test whether they "
        "answer. API keys are kept in the system's keyring and nowhere else.",
        examples=(
            "servers",
            "servers test",
            "servers add https://gpu-box:8443 --name gpu-box --key-stdin --ca studio.pem",
            "servers remove https://gpu-box:8443",
        ),
    )
    parser.set_defaults(url=None)
    doing = parser.add_subparsers(dest="action", metavar="list|add|remove|test")
    _action(doing, "list", run_list, "the servers, nobody asked")
    adding = _action(doing, "add", run_add, "add a server, or change the one of this address")
    adding.add_argument("url", metavar="URL", help="http(s)://HOST:PORT")
    adding.add_argument("--name", help="what it is called; its host and port unless given")
    adding.add_argument(
        "--key-stdin", action="store_true", help="read its API key from standard input"
    )
    adding.add_argument("--no-key", action="store_true", help="take its API key away")
    adding.add_argument(
        "--ca", metavar="FILE", type=Path, help="certificate (PEM) of it or of its authority"
    )
    turning = adding.add_mutually_exclusive_group()
    turning.add_argument("--off", action="store_true", help="keep it in the list without jobs")
    turning.add_argument("--on", action="store_true", help="let it have jobs again")
    removing = _action(doing, "remove", run_remove, "take a server and its key away")
    removing.add_argument("url", metavar="URL")
    testing = _action(doing, "test", run_test, "ask all, or one; exit code 1 where one is away")
    testing.add_argument("url", metavar="URL", nargs="?")


def _action(doing: argparse._SubParsersAction[Parser], name: str, run: Run, about: str) -> Parser:
    parser = doing.add_parser(name, help=about, description=about.capitalize(), allow_abbrev=False)
    # Left out, it must not undo a --json before the action.
    parser.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help="print one JSON object on standard output",
    )
    parser.set_defaults(run=run)
    return parser


def run_list(_args: argparse.Namespace, shell: Shell) -> int:
    servers = _listed(shell)
    _show_list(shell, servers)
    return DONE


def run_add(args: argparse.Namespace, shell: Shell) -> int:
    servers = _listed(shell)
    before = servers.server(args.url)
    if args.ca is not None:
        servers.check_certificate(str(args.ca.absolute()))
    saved = servers.save(_changed(before, args), _key(args))
    _show_list(shell, servers)
    for note in saved.notes:
        shell.note(f"restitch: {note}")
    # What it holds until it ends is of no use to the next command.
    return FAULT if args.key_stdin and not saved.is_key_kept else DONE


def run_remove(args: argparse.Namespace, shell: Shell) -> int:
    servers = _listed(shell)
    servers.remove(args.url)
    _show_list(shell, servers)
    return DONE


def run_test(args: argparse.Namespace, shell: Shell) -> int:
    servers = _listed(shell)
    if args.url is None:
        states: Sequence[ServerState] = servers.states(shell.ctx)
    else:
        states = (servers.state(args.url),)
    shell.show({"servers": [state_json(state) for state in states]}, _states_text(states))
    return DONE if all(one.is_answering for one in states if one.server.is_enabled) else NO


def _listed(shell: Shell) -> ServerList:
    servers = shell.outside.servers()
    servers.servers()
    if servers.notice:
        shell.note(f"restitch: {servers.notice}")
    return servers


def _show_list(shell: Shell, servers: ServerList) -> None:
    listed = servers.servers()
    shell.show({"servers": [server_json(one) for one in listed]}, _list_text(listed))


def _changed(before: Server, args: argparse.Namespace) -> Server:
    ca_file = str(args.ca.absolute()) if args.ca is not None else before.ca_file
    is_enabled = (before.is_enabled or args.on) and not args.off
    name = args.name if args.name is not None else before.name
    return replace(before, name=name, ca_file=ca_file, is_enabled=is_enabled)


def _key(args: argparse.Namespace) -> str | None:
    if args.no_key and args.key_stdin:
        raise WrongUse("A key is either given or taken away", "--key-stdin and --no-key", "Use one")
    if args.no_key:
        return ""
    if not args.key_stdin:
        return None
    typed = getpass("API key: ") if sys.stdin.isatty() else sys.stdin.readline()
    if not typed.strip():
        raise WrongUse("There is no key on standard input", "", "Write it there, on one line")
    return typed.strip()


def server_json(server: Server) -> dict[str, object]:
    return {
        "url": server.url,
        "name": server.name,
        "has_key": server.has_key,
        "ca_file": server.ca_file or None,
        "is_enabled": server.is_enabled,
    }


def state_json(state: ServerState) -> dict[str, object]:
    return {
        **server_json(state.server),
        "is_answering": state.is_answering,
        "problem": state.problem or None,
        "running": state.running,
        "queued": state.queued,
        "version": state.version or None,
        "devices": list(state.devices),
        "vram_total_bytes": state.vram_total_bytes,
        "vram_free_bytes": state.vram_free_bytes,
    }


def _list_text(servers: Sequence[Server]) -> str:
    rows = [("Name", "Address", "Key", "Certificate", "")]
    rows += [
        (
            one.name,
            one.url,
            "yes" if one.has_key else "",
            one.ca_file,
            "" if one.is_enabled else "off",
        )
        for one in servers
    ]
    return table(rows)


def _states_text(states: Sequence[ServerState]) -> str:
    rows = [("Name", "Address", "Answers", "ComfyUI", "Queue", "Device")]
    rows += [
        (
            one.server.name,
            one.server.url,
            "yes" if one.is_answering else "no",
            one.version,
            f"{one.running} running, {one.queued} waiting" if one.is_answering else "",
            _devices(one) if one.is_answering else one.problem,
        )
        for one in states
    ]
    return table(rows)


def _devices(state: ServerState) -> str:
    names = ", ".join(state.devices)
    if not state.vram_total_bytes:
        return names
    free, total = state.vram_free_bytes / GIB, state.vram_total_bytes / GIB
    return f"{names} ({free:.1f} of {total:.1f} GiB free)".strip()
