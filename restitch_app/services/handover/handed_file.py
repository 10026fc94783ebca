"""The file that hands decisions over: JSON that names versions by the hash of their file.

`format` and `version` say how to read it; other programs may write it. Times are ISO, UTC; frames
count from 0 in the version's own file; segments and versions are told for people only.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TypeVar

from restitch_app.domain.errors import StorageError, WrongUse
from restitch_app.media.atomic import atomic_file, storage_errors

FORMAT, VERSION = "restitch hand-over", 1
LARGEST_BYTES = 256 << 20


@dataclass(frozen=True, slots=True)
class HandedVerdict:
    """What a reviewer said of a version that plays."""

    file_sha256: str
    scene: str
    segment: int
    version: int
    chain_sha256: str
    """Of the hashes of all files that play up to this one: an approval is about that place."""
    is_approved: bool
    """Else it needs work."""
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class HandedDecision:
    left_sha256: str
    right_sha256: str
    scene: str
    label: str
    """ "5|6"."""
    decision: str
    """accepted or cut."""
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class HandedCall:
    """What a reviewer says is seen at a boundary."""

    left_sha256: str
    right_sha256: str
    scene: str
    label: str
    """ "5|6"."""
    call: dict[str, object]
    """As the audit trail notes it; the ids in it are those of the writer's copy."""


@dataclass(frozen=True, slots=True)
class HandedNote:
    file_sha256: str
    scene: str
    segment: int
    version: int
    frame: int
    text: str
    author: str
    created_at: str
    at_boundary: bool
    strokes: list[object]
    edited_by: str
    edited_at: str
    resolved_by: str
    resolved_at: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    project: str
    by: str
    at: str
    verdicts: list[HandedVerdict]
    decisions: list[HandedDecision]
    notes: list[HandedNote]
    calls: list[HandedCall]


def write_handed(handed: HandedOver, out: Path) -> None:
    """`out` appears whole. Raises StorageError."""
    text = json.dumps({"format": FORMAT, "version": VERSION, **asdict(handed)}, indent=1)
    with atomic_file(out) as unfinished:
        unfinished.write_text(text, encoding="utf-8")


def read_handed(path: Path) -> HandedOver:
    """Raises WrongUse for a file of another kind, or of a newer Restitch; StorageError."""
    if not path.is_file():
        raise StorageError("There is no such file", str(path), "Check the name")
    with storage_errors(path):
        if path.stat().st_size > LARGEST_BYTES:
            raise _refused(path, "it is too large")
        data = path.read_bytes()
    try:
        found = json.loads(data)
        if not isinstance(found, dict) or found.pop("format", None) != FORMAT:
            raise _refused(path, "it does not say that it is one")
        version = found.pop("version", None)
        if version != VERSION:
            raise WrongUse(
                "This file is of another Restitch",
                f"Its version is {version}; this Restitch reads {VERSION}",
                "Use the newer Restitch on both sides",
            )
        return HandedOver(
            str(found["project"]),
            str(found["by"]),
            str(found["at"]),
            [_read(HandedVerdict, one) for one in _listed(found, "verdicts")],
            [_read(HandedDecision, one) for one in _listed(found, "decisions")],
            [_read(HandedNote, one) for one in _listed(found, "notes")],
            # Of a Restitch that handed none over there are none.
            [_read(HandedCall, one) for one in _listed({"calls": [], **found}, "calls")],
        )
    except (KeyError, TypeError) as error:
        raise _refused(path, str(error)) from error
    except (ValueError, RecursionError) as error:
        raise _refused(path, "it is no JSON") from error


Part = TypeVar("Part", HandedVerdict, HandedDecision, HandedNote, HandedCall)
_KINDS: Mapping[str, type] = {
    "str": str,
    "int": int,
    "bool": bool,
    "list[object]": list,
    "dict[str, object]": dict,
}


def _read(kind: type[Part], found: object) -> Part:
    """Raises TypeError or KeyError where it is not just so."""
    if not isinstance(found, dict):
        raise TypeError("an entry is no object")
    for field in fields(kind):
        if type(found[field.name]) is not _KINDS[str(field.type)]:
            raise TypeError(f"{field.name} is not of its kind")
    return kind(**found)


def _listed(found: Mapping[str, object], name: str) -> list[object]:
    entries = found[name]
    if not isinstance(entries, list):
        raise TypeError(f"{name} is no list")
    return entries


def _refused(path: Path, why: str) -> WrongUse:
    return WrongUse(
        "This is no hand-over file", f"{path.name}: {why}", "Write one with restitch handover"
    )
