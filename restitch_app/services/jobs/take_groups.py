"""Takes of one request belong together; the best one first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from restitch_app.domain.versions import Version
from restitch_app.services.jobs.deciding import rank


@dataclass(frozen=True, slots=True)
class TakeGroup:
    request_id: str
    takes: tuple[Version, ...]
    """Two or more, best first: verdict, then the worse of both boundaries, then QA score."""


def grouped(versions: Sequence[Version]) -> tuple[Version | TakeGroup, ...]:
    """In the given order; a group stands where its first take stood."""
    found: list[Version | TakeGroup] = []
    seen: set[str] = set()
    for version in versions:
        request = version.request_id
        takes = [one for one in versions if request is not None and one.request_id == request]
        if request is None or len(takes) < 2:
            found.append(version)
        elif request not in seen:
            seen.add(request)
            takes.sort(key=lambda take: (bool(take.failure), rank(take), take.take))
            found.append(TakeGroup(request, tuple(takes)))
    return tuple(found)
