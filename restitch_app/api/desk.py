"""What every route is handed: the open project's services, and rows by the ids in its address."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, Path, Request

from restitch_app.api.underway import Underway
from restitch_app.domain.errors import NotFound
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.workbench import Workbench

LARGEST_ID = 2**63 - 1
"""SQLite's largest row id."""


def _workbench(request: Request) -> Workbench:
    workbench = request.app.state.workbench
    assert isinstance(workbench, Workbench)
    return workbench


async def _context(request: Request) -> AsyncIterator[JobContext]:
    with underway(request).requests.context() as ctx:
        yield ctx


def underway(request: Request) -> Underway:
    found = request.app.state.work
    assert isinstance(found, Underway)
    return found


Bench = Annotated[Workbench, Depends(_workbench)]
Context = Annotated[JobContext, Depends(_context)]
Work = Annotated[Underway, Depends(underway)]
SegmentId = Annotated[
    int,
    Path(
        alias="id",
        ge=1,
        le=LARGEST_ID,
        description="The row of any version (`segment_id`); the call acts on its segment.",
        examples=[5],
    ),
]
SceneId = Annotated[int, Path(alias="id", ge=1, le=LARGEST_ID, examples=[1])]
JobId = Annotated[int, Path(alias="id", ge=1, le=LARGEST_ID, examples=[1])]


@dataclass(frozen=True, slots=True)
class Place:
    """A segment of a scene, found by the row of any of its versions."""

    scene: Scene
    asked_for: Version
    current: Version

    @property
    def sequence_index(self) -> int:
        return self.current.sequence_index

    @property
    def segment(self) -> int:
        """From 1, as people see it."""
        return self.current.sequence_index + 1


def left_index_of(bench: Workbench, place: Place, side: Literal["before", "after"]) -> int:
    """Of the boundary on that side of the segment. Raises NotFound where the scene ends there."""
    count = bench.overview.segment_count(place.scene)
    left_index = place.sequence_index - (side == "before")
    if not 0 <= left_index < count - 1:
        raise NotFound(
            f"There is no boundary {side} segment {place.segment}",
            f"{place.scene.name} has {count} segments",
            "Choose the other boundary, or another segment",
        )
    return left_index


def place_of(bench: Workbench, segment_id: int) -> Place:
    """Raises NotFound where no version has that id."""
    version = bench.overview.version(segment_id)
    scene = bench.overview.scene(version.scene_id)
    return Place(scene, version, bench.project.current(scene, version.sequence_index))
