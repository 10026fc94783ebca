"""What a server would say of a prompt, told before anything is queued."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ProblemKind(StrEnum):
    NODE_MISSING = "node_missing"
    MODEL_MISSING = "model_missing"
    """A file of a loader is not installed on the server."""
    CHOICE_MISSING = "choice_missing"
    """A value that this server does not offer (a sampler, a format)."""
    INPUT_MISSING = "input_missing"
    OUT_OF_RANGE = "out_of_range"
    WRONG_TYPE = "wrong_type"
    BROKEN_LINK = "broken_link"
    NO_OUTPUT = "no_output"
    FILE_MISSING = "file_missing"
    """A picture or clip in the server's input folder."""


@dataclass(frozen=True, slots=True)
class PreflightProblem:
    """One reason why this server would refuse this prompt. Worded once, for every shell."""

    kind: ProblemKind
    node_id: str
    node_title: str
    node_class: str
    input_name: str
    """Empty where the whole node is concerned."""
    missing: str
    """The node class, model file or value that is not there; empty where that is not it."""
    sentence: str
    nearest: tuple[str, ...] = ()
    """Names that exist on this server, most alike first; at most three."""
    also_on: tuple[str, ...] = ()
    """Names of other servers that have it."""
    key: str = ""
    """The binding key of the input, for a dialog's field; else empty."""

    def __str__(self) -> str:
        place = " ▸ ".join(part for part in (self.node_title, self.input_name) if part)
        parts = [f"{place}: {self.sentence}" if place else self.sentence]
        if self.nearest:
            parts.append(f"This server has {', '.join(self.nearest)}.")
        if self.also_on:
            have = "has" if len(self.also_on) == 1 else "have"
            parts.append(f"{', '.join(self.also_on)} {have} it.")
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Preflight:
    """One prompt against one server."""

    server_name: str
    server_url: str
    is_answering: bool
    problems: tuple[PreflightProblem, ...] = ()
    unchecked: str = ""
    """Why nothing could be checked; empty where it was. The server is away, or it answers and
    does not describe its nodes."""
    is_from_memory: bool = False
    """It is away; `problems` are against what it had when it last answered."""
    warnings: tuple[PreflightProblem, ...] = ()
    """Of other outputs than the wanted one: the server leaves them out and renders the rest."""

    @property
    def blind_spot(self) -> str:
        """A sentence where a server that would get the job could not be asked about it."""
        if not (self.is_answering and self.unchecked):
            return ""
        return f"This could not be checked on {self.server_name}: {self.unchecked.rstrip('.')}."

    @property
    def can_run(self) -> bool:
        """What is not known to fail may be tried; the server has the last word."""
        return self.is_answering and not self.problems
