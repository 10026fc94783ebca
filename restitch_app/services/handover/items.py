"""One thing that a hand-over file says, against what is said here."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TypeAlias

from restitch_app.domain.versions import Scene

Apply: TypeAlias = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the file says that is not said here, or said differently."""

    key: str
    """Names it for people and programs: "segment 5", "boundary 5|6"; with the scene before it
    where there are several."""
    mine: str
    """What is said here; empty where nothing is."""
    theirs: str
    apply: Apply

    @property
    def is_conflict(self) -> bool:
        return bool(self.mine)


@dataclass(frozen=True, slots=True)
class LeftOut:
    key: str
    reason: str


Found: TypeAlias = Item | LeftOut | None
"""None where both say the same."""


def likeliest_first(scenes: Collection[Scene], name: str) -> list[Scene]:
    return sorted(scenes, key=lambda scene: scene.name != name)


def key_of(scenes: Collection[Scene], scene: str, place: str) -> str:
    return f"{scene}: {place}" if len(scenes) > 1 else place


def said(what: str, reason: str, by: str) -> str:
    return f"{what}{f', {reason}' if reason else ''}{f' ({by})' if by else ''}"
