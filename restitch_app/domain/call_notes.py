"""A reviewer's call as the audit trail writes it down, so that it can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from restitch_app.domain.boundaries import BoundaryClass, BoundaryType
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.join_notes import UnreadableNote
from restitch_app.domain.seams import Channel


def call_to_note(call: BoundaryCall) -> dict[str, object]:
    return {
        "left_id": call.left_id,
        "right_id": call.right_id,
        "says": call.says.value,
        "shown": call.shown.value if call.shown else None,
        "type": call.boundary_type.value,
        "channels": {channel.value: score for channel, score in call.channels.items()},
        "measure_version": call.measure_version,
        "by": call.by,
        "at": call.at,
    }


def call_from_note(note: object) -> BoundaryCall:
    """Raises UnreadableNote."""
    if not isinstance(note, Mapping):
        raise UnreadableNote(f"Not a call: {note!r}")
    try:
        shown = note["shown"]
        scores = cast("Mapping[str, float]", note["channels"])
        return BoundaryCall(
            left_id=int(note["left_id"]),
            right_id=int(note["right_id"]),
            says=BoundaryClass(note["says"]),
            shown=BoundaryClass(shown) if shown is not None else None,
            boundary_type=BoundaryType(note["type"]),
            channels={Channel(name): float(score) for name, score in scores.items()},
            measure_version=int(note["measure_version"]),
            by=str(note["by"]),
            at=str(note["at"]),
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise UnreadableNote(f"A call noted as {dict(note)!r}: {error!r}") from error
