"""What `cascade` and `generate` can be told about every segment that they make."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import ordinal
from restitch_app.cli.regenerate import (
    add_patience,
    add_settings,
    chosen_parameters,
    server,
)
from restitch_app.domain.errors import StorageError, WrongUse
from restitch_app.domain.runs import FailedGate, SeedRule

if TYPE_CHECKING:
    from restitch_app.cli.arguments import Parser
    from restitch_app.domain.runs import Parameters, RunWishes

LARGEST_PROMPTS_BYTES = 4 << 20


def add_wishes(parser: Parser) -> None:
    add_settings(parser, "cfg, steps, prompt, length")
    parser.add_argument(
        "--prompt-file",
        metavar="FILE",
        type=Path,
        help="a prompt a line, one for each segment in turn; or a .json list of settings for each",
    )
    parser.add_argument(
        "--takes", metavar="K", type=ordinal, default=1, help="versions to make of each segment"
    )
    parser.add_argument(
        "--seed-rule",
        choices=[rule.value for rule in SeedRule],
        default=SeedRule.RANDOM.value,
        help="random: a new one for each take; fixed: --seed for each; increment: --seed and up",
    )
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="where the rule begins")
    parser.add_argument(
        "--on-failed-gate",
        choices=[one.value.replace("_", "-") for one in FailedGate],
        default=FailedGate.PAUSE.value,
        help="what happens where a take fails its checks (%(default)s)",
    )
    parser.add_argument(
        "--server",
        metavar="URL|any",
        type=server,
        help="ComfyUI server instead of the project's; any: the least busy one that can run it",
    )
    add_patience(parser)


def wishes_of(
    args: argparse.Namespace, first_index: int, workflow_id: int | None = None
) -> RunWishes:
    """`first_index`: the segment that the first line of a prompt file is for."""
    from restitch_app.domain.runs import RunWishes

    lines = _settings_in(args.prompt_file) if args.prompt_file is not None else []
    return RunWishes(
        chosen_parameters(args.settings),
        {first_index + number: values for number, values in enumerate(lines) if values},
        SeedRule(args.seed_rule),
        args.seed,
        args.takes,
        args.server,
        workflow_id,
        FailedGate(args.on_failed_gate.replace("-", "_")),
    )


def _settings_in(path: Path) -> list[Parameters]:
    """For one segment after the other; empty for one that nothing is said about."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_PROMPTS_BYTES + 1)
        if len(data) > LARGEST_PROMPTS_BYTES:
            raise WrongUse("The prompts are too large", str(path), "Use a file up to 4 MiB")
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise StorageError("The prompts cannot be read", f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise WrongUse("The prompts are no text", str(path), "Save the file as UTF-8") from error
    if path.suffix.lower() != ".json":
        return [{"prompt": line.strip()} if line.strip() else {} for line in text.splitlines()]
    return _settings_json(text, path)


def _settings_json(text: str, path: Path) -> list[Parameters]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WrongUse("The prompts are no JSON", f"{path}: {error}") from error
    shape = 'Use a list such as [{"prompt": "a calm lake", "cfg": 4.5}, {}]'
    if not isinstance(told, list):
        raise WrongUse("The prompts are no list", str(path), shape)
    for one in told:
        if not isinstance(one, dict) or not all(
            isinstance(value, str | int | float | bool) for value in one.values()
        ):
            raise WrongUse("The prompts are not settings", f"{path}: {one!r:.80}", shape)
    return told
