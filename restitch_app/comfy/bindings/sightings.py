"""What the walk through a workflow brings back, before it is put into words for a reviewer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from restitch_app.comfy.bindings.reading import Reading
from restitch_app.domain.bindings import Binding, Candidate, Confidence, InputName

_RANK = {
    Confidence.CHOSEN: 0,
    Confidence.CERTAIN: 1,
    Confidence.LIKELY: 2,
    Confidence.UNSURE: 3,
}


@dataclass(frozen=True, slots=True)
class Sighting:
    """An input that may be what a key means."""

    at: InputName
    confidence: Confidence
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What one key means, as far as the graph says."""

    places: tuple[InputName, ...] = ()
    confidence: Confidence = Confidence.CERTAIN
    sightings: tuple[Sighting, ...] = ()
    """The best first, each input once."""


def best_first(sightings: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """Each input once, with the best that was said of it; the order is kept otherwise."""
    found: dict[InputName, Sighting] = {}
    for seen in sightings:
        held = found.get(seen.at)
        if held is None or _RANK[seen.confidence] < _RANK[held.confidence]:
            found[seen.at] = seen
    return tuple(sorted(found.values(), key=lambda seen: _RANK[seen.confidence]))


def is_better(one: Confidence, other: Confidence) -> bool:
    return _RANK[one] < _RANK[other]


def all_of(sightings: Sequence[Sighting], others: Iterable[Sighting] = ()) -> Found:
    """Every one of the first is meant; the others are what it could be besides."""
    together = best_first(sightings)
    places = tuple(dict.fromkeys(seen.at for seen in sightings))
    worst = max((seen.confidence for seen in together), key=_RANK.__getitem__, default=None)
    rest = [seen for seen in best_first(others) if seen.at not in places]
    nothing = Confidence.LIKELY if rest else Confidence.CERTAIN
    return Found(places, worst or nothing, (*together, *rest))


def only_one(sightings: Iterable[Sighting]) -> Found:
    """The best one. Nothing, and UNSURE, where several are equally good or none is good enough."""
    ordered = best_first(sightings)
    if not ordered:
        return Found()
    best = ordered[0].confidence
    equals = [seen for seen in ordered if seen.confidence is best]
    if best is Confidence.UNSURE or len(equals) > 1:
        return Found((), Confidence.UNSURE, ordered)
    return Found((ordered[0].at,), best, ordered)


def candidates(reading: Reading, sightings: Iterable[Sighting]) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            at=seen.at,
            node_title=reading.title(seen.at.node_id),
            node_class=reading.graph.class_of(seen.at.node_id),
            value=reading.value(seen.at),
            confidence=seen.confidence,
            reason=seen.reason,
        )
        for seen in sightings
    )


def as_binding(reading: Reading, key: str, found: Found) -> Binding:
    return Binding(key, found.places, found.confidence, candidates(reading, found.sightings))
