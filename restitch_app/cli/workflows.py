"""`restitch workflows`: the ComfyUI workflows of a project, and what their inputs mean."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project, add_scene, ordinal
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.output import table
from restitch_app.cli.shell import Shell
from restitch_app.cli.workflow_facts import binding_rows, view_json, workflow_json, workflow_rows
from restitch_app.domain.bindings import KEYS, BindingChoice, InputName
from restitch_app.domain.errors import WrongUse

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

AUTO = "auto"
OUTPUT = "output"

ACTIONS = """\
actions:
  list                             every workflow of the project (when none is given)
  add FILE                         from JSON of either format, or a video or picture of ComfyUI's
  add --bundled NAME               one of those that come with Restitch; see: bundled
  add --history URL PROMPT         from a render that a server remembers; see: history URL
  show ID                          what its inputs mean, how sure that is, and what else may be
  bind ID KEY=NODE.input ...       correct that: KEY=A.x,B.y for several places, KEY= for none,
                                   KEY=auto for what is found by itself, output=NODE
  use ID [--scene NAME]            for segments whose clips carry none that can be used
  rename ID NAME
  remove ID
  bundled
  history URL
"""


def register(commands: Commands) -> None:
    parser = commands.add(
        "workflows",
        run,
        about="The ComfyUI workflows of a project: list, add, correct what their inputs mean.",
        examples=(
            "workflows lake",
            "workflows lake add wan_i2v.json --use",
            "workflows lake show 1",
            "workflows lake bind 1 seed_frame=52.image cfg= output=61",
            "workflows lake add --bundled wan22_image_to_video",
        ),
    )
    parser.description = f"{parser.description}\n\n{ACTIONS}"
    add_project(parser)
    parser.add_argument("action", metavar="ACTION", nargs="?", choices=tuple(_ACTIONS))
    parser.add_argument("words", metavar="...", nargs="*", help="what the action is about")
    parser.add_argument("--bundled", metavar="NAME", help="add one that comes with Restitch")
    parser.add_argument(
        "--history", metavar=("URL", "PROMPT"), nargs=2, help="add one from a server's history"
    )
    parser.add_argument(
        "--use", action="store_true", help="with add: make it the scene's workflow, too"
    )
    add_scene(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        _ACTIONS[args.action or "list"](bench, args, shell)
    return DONE


def _list(bench: Workbench, args: argparse.Namespace, shell: Shell) -> None:
    _words(args, 0)
    records = bench.workflows.list()
    data = {"workflows": [workflow_json(bench, record) for record in records]}
    shell.show(data, table(workflow_rows(bench, records)) if records else "No workflows.")


def _add(bench: Workbench, args: argparse.Namespace, shell: Shell) -> None:
    if args.bundled:
        _words(args, 0)
        record = bench.workflows.add_bundled(args.bundled)
    elif args.history:
        _words(args, 0)
        record = bench.workflows.add_from_history(*args.history)
    else:
        (file,) = _words(args, 1, "FILE")
        record = bench.workflows.add_file(Path(file), shell.ctx)
    if args.use:
        bench.workflows.use_for_scene(bench.project.scene(args.scene), record.id)
    _tell_view(bench, record.id, shell)


def _show(bench: Workbench, args: argparse.Namespace, shell: Shell) -> None:
    (text,) = _words(args, 1, "ID")
    _tell_view(bench, _id(text), shell)


def _bind(bench: Workbench, args: argparse.Namespace, shell: Shell) -> None:
    if len(args.words) < 2:
        raise WrongUse("Say which workflow, and what to change", "", "bind ID KEY=NODE.input ...")
    workflow_id = _id(args.words[0])
    choice = bench.workflows.get(workflow_id).choice
    for text in args.words[1:]:
        choice = _corrected(choice, text)
    bench.workflows.choose(workflow_id, choice)
    _tell_view(bench, workflow_id, shell)


def _use(bench: Workbench, args: argparse.Namespace, shell: Shell) -> None:
    (text,) = _words(args, 1, "ID")
    scene = bench.project.scene(args.scene)
    bench.workflows.use_for_scene(scene, None if text == "none" else _id(text))
    _list(bench, argparse.Namespace(words=[]), shell)


def _rename(bench: Workbench, args: argparse.Namespace, shell: Shell) -> None:
    text, name = _words(args, 2, "ID NAME")
    bench.workflows.rename(_id(text), name)
    _list(bench, argparse.Namespace(words=[]), shell)


def _remove(bench: Workbench, args: argparse.Namespace, shell: Shell) -> None:
    (text,) = _words(args, 1, "ID")
    bench.workflows.remove(_id(text))
    _list(bench, argparse.Namespace(words=[]), shell)


def _bundled(bench: Workbench, args: argparse.Namespace, shell: Shell) -> None:
    _words(args, 0)
    found = bench.workflows.bundled()
    data = {
        "bundled": [
            {"name": one.name, "title": one.title, "description": one.description} for one in found
        ]
    }
    rows = [("Name", "Workflow", ""), *((one.name, one.title, one.description) for one in found)]
    shell.show(data, table(rows))


def _history(bench: Workbench, args: argparse.Namespace, shell: Shell) -> None:
    (url,) = _words(args, 1, "URL")
    found = bench.workflows.server_history(url)
    data = {
        "history": [
            {"prompt_id": one.prompt_id, "files": list(one.files), "nodes": one.node_count}
            for one in found
        ]
    }
    rows = [
        ("Prompt", "Nodes", "Made"),
        *((one.prompt_id, one.node_count, ", ".join(one.files)) for one in found),
    ]
    shell.show(data, table(rows) if found else "The server remembers no finished render.")


_ACTIONS: dict[str, Callable[[Workbench, argparse.Namespace, Shell], None]] = {
    "list": _list,
    "add": _add,
    "show": _show,
    "bind": _bind,
    "use": _use,
    "rename": _rename,
    "remove": _remove,
    "bundled": _bundled,
    "history": _history,
}


def _tell_view(bench: Workbench, workflow_id: int, shell: Shell) -> None:
    view = bench.workflows.view(workflow_id)
    head = f"{view.record.id} {view.record.name}"
    lines = [f"{head}: {view.problem}" if view.problem else head]
    if view.bindings:
        lines.append(table(binding_rows(view)))
    shell.show(view_json(bench, view), "\n".join(lines))


def _corrected(choice: BindingChoice, text: str) -> BindingChoice:
    """One KEY=NODE.input of the command line."""
    key, equals, value = text.partition("=")
    if not equals or key not in (*KEYS, OUTPUT):
        raise WrongUse(
            f"{text!r} is not KEY=NODE.input", "", f"KEY is {', '.join(KEYS)} or {OUTPUT}"
        )
    if key == OUTPUT:
        return BindingChoice(choice.places, None if value in ("", AUTO) else value)
    if value == AUTO:
        return choice.without(key)
    try:
        return choice.with_places(key, map(InputName.parse, filter(None, value.split(","))))
    except ValueError as error:
        raise WrongUse(f"{value!r} is not NODE.input", "", "As in seed=3.noise_seed") from error


def _words(args: argparse.Namespace, count: int, what: str = "") -> list[str]:
    words: list[str] = args.words
    if len(words) != count:
        asked = f"It takes {what}" if what else "It takes nothing more"
        raise WrongUse("This command cannot be understood", " ".join(words), asked)
    return words


def _id(text: str) -> int:
    try:
        return ordinal(text)
    except argparse.ArgumentTypeError as error:
        raise WrongUse(
            f"{text!r} is no workflow's number", "", "See: restitch workflows PROJECT"
        ) from error
