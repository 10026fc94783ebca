"""Which inputs to write so that a value arrives: the literal behind a link, or the link's place.

Through switches and primitives a link is followed to the literal; a formula of several values
stays, and its result is replaced by a literal wherever it is used (`graph.REPLACED_LINKS` keeps
those together).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from restitch_app.comfy.bindings.reading import Reading
from restitch_app.comfy.bindings.sightings import Found, Sighting, all_of
from restitch_app.comfy.bindings.values import expression_of, variables
from restitch_app.comfy.workflows.graph import Graph, Link
from restitch_app.domain.bindings import Confidence, InputName


def settled(graph: Graph, places: Iterable[InputName]) -> tuple[InputName, ...]:
    """The places to write to, each once. Inputs that are not there are left out."""
    found: dict[InputName, None] = {}
    for place in places:
        if graph.value(place) is not None:
            found.update(dict.fromkeys(_writable(graph, place)))
    return tuple(found)


def _writable(graph: Graph, place: InputName) -> tuple[InputName, ...]:
    """The literal behind a place, or every input that is fed by the same formula."""
    seen: set[Link] = set()
    source = graph.source(place)
    while (link := graph.link(source)) is not None and link not in seen:
        seen.add(link)
        same = _identity(graph, link.node_id)
        if same is None:
            return graph.ever_fed_by(link)
        source = graph.source(same)
    replaced = graph.replaced_link(source)
    return graph.ever_fed_by(replaced) if replaced is not None else (source,)


def _identity(graph: Graph, node_id: str) -> InputName | None:
    """The one value of a formula such as "a", that only turns an int into a float."""
    expression = expression_of(graph, node_id)
    if expression is None:
        return None
    named = variables(graph, node_id)
    same = [place for place in named if place.input_name.rpartition(".")[2] == expression]
    return same[0] if same else None


def agreeing(reading: Reading, sightings: Sequence[Sighting]) -> Found:
    """The first and those that hold the same value: another value means another thing.

    The others are candidates still.
    """
    if not sightings:
        return Found()
    same = _value_or_source(reading, sightings[0].at)
    meant = [
        seen
        for seen in sightings
        if seen.confidence is not Confidence.UNSURE and _value_or_source(reading, seen.at) == same
    ]
    return together(reading, meant, [seen for seen in sightings if seen not in meant])


def _value_or_source(reading: Reading, place: InputName) -> object:
    """Two values that only a run will tell are the same if they are made by the same node."""
    value = reading.value(place)
    return (type(value) is str, value) if value is not None else _origin(reading.graph, place)


def _origin(graph: Graph, place: InputName) -> object:
    source = graph.source(place)
    return graph.link(source) or source


def together(reading: Reading, sightings: Sequence[Sighting], others: Sequence[Sighting]) -> Found:
    """All of the first whatever they hold."""
    return all_of(_settled(reading.graph, sightings), _settled(reading.graph, _demoted(others)))


def _settled(graph: Graph, sightings: Iterable[Sighting]) -> list[Sighting]:
    return [
        Sighting(place, seen.confidence, seen.reason)
        for seen in sightings
        for place in settled(graph, (seen.at,))
    ]


def _demoted(sightings: Iterable[Sighting]) -> list[Sighting]:
    return [Sighting(seen.at, Confidence.UNSURE, seen.reason) for seen in sightings]
