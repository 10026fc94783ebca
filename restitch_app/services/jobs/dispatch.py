"""Which waiting job goes to which server: a pure rule over what is known of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.domain.servers import ServerState

_ON_SERVER = frozenset({JobState.SUBMITTED, JobState.RUNNING})


@dataclass(frozen=True, slots=True)
class Waiting:
    job_id: int
    can_run: frozenset[str]
    """Addresses of the servers that answer and have nothing against it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A server that may get jobs."""

    url: str
    busy: int
    """Prompts there, whoever sent them, and jobs of ours that are on their way."""
    is_free: bool
    """No open job of ours is there: it gets one at a time, so that the rest can still go
    elsewhere."""
    seconds_per_take: float | None = None
    vram_total_bytes: int = 0


def place_of(state: ServerState, open_jobs: Iterable[JobRecord]) -> Place:
    """`open_jobs`: of this project, wherever they are."""
    own = [job for job in open_jobs if job.server_url == state.server.url]
    there = sum(job.state in _ON_SERVER for job in own)
    return Place(
        state.server.url,
        # Our prompts are in its own count already, unless they came after it was asked.
        busy=max(state.running + state.queued, there) + len(own) - there,
        is_free=not own,
        seconds_per_take=state.seconds_per_take,
        vram_total_bytes=state.vram_total_bytes,
    )


def give_out(waiting: Sequence[Waiting], places: Sequence[Place]) -> dict[int, str]:
    """Server by job id, for those that should be sent now; at most one for each server.

    Jobs go in their order, each to the least busy server that can run it. Where that one works for
    us already the job stays open for whichever is free first, and counts as waiting there.
    Between equally busy servers: a free one, the one that was faster so far (one without a past
    may be), the one with more memory, the first in the list.
    """
    load = {place.url: place.busy for place in places}
    taken = {place.url for place in places if not place.is_free}
    order = {place.url: _rank(place, number) for number, place in enumerate(places)}
    given: dict[int, str] = {}
    for job in waiting:
        able = [place.url for place in places if place.url in job.can_run]
        if not able:
            continue
        best = min(able, key=lambda url: (load[url], url in taken, order[url]))
        load[best] += 1
        if best not in taken:
            taken.add(best)
            given[job.job_id] = best
    return given


def _rank(place: Place, number: int) -> tuple[float, int, int]:
    return (place.seconds_per_take or 0.0, -place.vram_total_bytes, number)


def reasons_against(
    states: Sequence[ServerState], problems: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """(server's name, why it does not take the job) for each that does not."""
    found = []
    for state in states:
        why = problems.get(state.server.url) if state.is_answering else state.problem
        if why:
            found.append((state.server.name, why))
    return tuple(found)
