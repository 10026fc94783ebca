"""Workflows as a project keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from restitch_app.domain.bindings import BindingChoice


class WorkflowOrigin(StrEnum):
    FILE = "file"
    CLIP = "clip"
    """Embedded in an imported clip or a picture."""
    HISTORY = "history"
    """From a server's history."""
    BUNDLED = "bundled"
    """One of those that come with Restitch."""


@dataclass(frozen=True, slots=True)
class WorkflowRecord:
    """One workflow of a project. Its graph, tens of kilobytes, is asked for by itself."""

    id: int
    name: str
    origin: WorkflowOrigin
    origin_detail: str
    """The file's name, "lake_001.mp4", a server's address and prompt id."""
    shape: str
    """Equal for graphs of the same nodes, classes and links, whatever values they hold: all clips
    of one workflow have one. Empty while it is in the editor's format only."""
    choice: BindingChoice
    is_converted: bool
    """False: in the editor's format, and no server has been asked yet what its nodes take."""
    created_at: str


@dataclass(frozen=True, slots=True)
class Preset:
    """Values under a name, for every workflow of one shape."""

    id: int
    name: str
    shape: str
    values: Mapping[str, str | int | float | bool] = field(default_factory=dict)


class FieldKind(StrEnum):
    WHOLE = "whole"
    REAL = "real"
    TEXT = "text"
    CHOICE = "choice"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True)
class FormField:
    """One value of a workflow that can be changed before it is submitted."""

    name: str
    """A binding key ("cfg"), or "NODE.input"."""
    label: str
    node_title: str
    kind: FieldKind
    value: str | int | float | bool | None
    """What a render without changes would have; None where only the run decides."""
    is_common: bool
    """What a reviewer wants by default; the rest is under More."""
    least: float | int | None = None
    most: float | int | None = None
    step: float | int | None = None
    choices: tuple[str, ...] = ()
    is_multiline: bool = False
    tooltip: str = ""
    parts: tuple[str, ...] = ()
    """"NODE.input" of each seed where one key stands for several: to unfold them."""
