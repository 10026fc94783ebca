"""What `watch` tells of a prompt on its way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Queued:
    ahead: int
    """How many prompts run before ours."""


@dataclass(frozen=True, slots=True)
class NodeStarted:
    node_id: str
    title: str
    """As on the canvas; the class of a node without a title, the id of one that nobody knows."""


@dataclass(frozen=True, slots=True)
class Step:
    """One sampler's own bar, and all samplers' together."""

    node_id: str
    value: int
    maximum: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Preview:
    data: bytes
    media_type: str
    """`image/jpeg` or `image/png`; the picture is small and rough."""


WatchMessage = Queued | NodeStarted | Step | Preview
