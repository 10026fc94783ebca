"""What a run would do, told before it costs anything; queues nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from restitch_app.domain.errors import NotFound
from restitch_app.domain.joins import Join
from restitch_app.domain.runs import RunWishes
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.boundaries.checking import DROP_REPEAT
from restitch_app.services.project.project import Project


@dataclass(frozen=True, slots=True)
class Cost:
    prompts: int
    """At most: a cascade ends where nothing after it is stale."""
    seconds: float | None
    """At most, by this project's earlier renders; None until there is one."""
    seconds_each: float | None


@dataclass(frozen=True, slots=True)
class CascadePlan:
    indices: tuple[int, ...]
    """Sequence indices of the segments that it may render, in scene order."""
    cost: Cost
    approved: tuple[int, ...]
    """Sequence indices whose approval stays with the version that is left behind."""
    treated: tuple[int, ...]
    """Left sequence indices of boundaries whose remedy is for the versions left behind."""
    decided: tuple[int, ...]
    """The same, accepted or declared a cut."""
    chosen_seeds: tuple[int, ...]
    """Sequence indices made from a picture that somebody chose; they would be made from the
    frame before."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything a person should know first, a sentence each."""
        return (
            f"This renders {_named('segment', self.indices)} one after the other.",
            _cost_told(self.cost),
            *self.left_behind,
            "It ends earlier where a new last frame is the same picture as the old one. "
            "All versions that play now are kept.",
        )

    @property
    def left_behind(self) -> tuple[str, ...]:
        """What people decided that stays with the versions that play now, a sentence each."""
        told = []
        if self.approved:
            told.append(
                f"{_named('segment', self.approved).capitalize()} "
                f"{_have(self.approved)} approval; it stays with the version that plays now."
            )
        if self.treated:
            told.append(
                f"{_boundaries(self.treated).capitalize()} {_is(self.treated)} smoothed; what is "
                "new there has to be smoothed again."
            )
        if self.decided:
            told.append(
                f"{_boundaries(self.decided).capitalize()} {_is(self.decided)} accepted or a cut; "
                "what is new there has to be decided again."
            )
        if self.chosen_seeds:
            told.append(
                f"{_named('segment', self.chosen_seeds).capitalize()} "
                f"{_is(self.chosen_seeds)} made from a chosen picture now, and will be made from "
                "the last frame before."
            )
        return tuple(told)


class RunPlanning:
    def __init__(self, project: Project) -> None:
        self._project = project

    def cascade(
        self, scene: Scene, from_index: int, wishes: RunWishes, servers: int = 1
    ) -> CascadePlan:
        """`servers`: how many may render takes at the same time. Raises NotFound."""
        chain = self._project.store.versions.current(scene.id)
        if not 0 <= from_index < len(chain):
            raise NotFound(
                f"There is no segment {from_index + 1}",
                f"{scene.name} has {len(chain)} segments",
                f"Choose one from 1 to {len(chain)}" if chain else "Import clips first",
            )
        left_behind = chain[from_index:]
        joins = self._left_behind(scene, chain, from_index)
        return CascadePlan(
            tuple(version.sequence_index for version in left_behind),
            self.cost(len(left_behind), wishes, servers),
            tuple(one.sequence_index for one in left_behind if one.is_approved),
            tuple(index for index, join in joins if _is_smoothed(join)),
            tuple(index for index, join in joins if join.decision is not None),
            tuple(one.sequence_index for one in left_behind if one.is_seed_chosen),
        )

    def cost(self, segments: int, wishes: RunWishes, servers: int = 1) -> Cost:
        jobs = self._project.store.jobs
        url = wishes.server_url
        url = self._project.settings().server_url if url is None else url
        known = jobs.durations_anywhere() if url == ANY_SERVER else jobs.durations(url)
        each = median(known) if known else None
        rounds = math.ceil(wishes.takes / max(1, servers if url == ANY_SERVER else 1))
        seconds = None if each is None else segments * rounds * each
        return Cost(segments * wishes.takes, seconds, each)

    def _left_behind(
        self, scene: Scene, chain: Sequence[Version], from_index: int
    ) -> list[tuple[int, Join]]:
        joins = self._project.store.joins.for_scene(scene.id)
        found = []
        for index in range(max(0, from_index - 1), len(chain) - 1):
            join = joins.get((chain[index].id, chain[index + 1].id))
            if join is not None:
                found.append((index, join))
        return found


def _is_smoothed(join: Join) -> bool:
    return join.treatment.method not in ("none", DROP_REPEAT.method)


def _cost_told(cost: Cost) -> str:
    prompts = "1 prompt" if cost.prompts == 1 else f"{cost.prompts} prompts"
    if cost.seconds is None:
        return f"It sends up to {prompts}; how long that takes is not known yet."
    return f"It sends up to {prompts}, about {duration_told(cost.seconds)} by earlier renders."


def duration_told(seconds: float) -> str:
    """ "45 s", "12 min", "3 h 5 min"."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"


def _named(what: str, indices: Sequence[int]) -> str:
    """ "segment 5" or "segments 5–7, 9"."""
    return f"{what} {_listed(indices)}" if len(indices) == 1 else f"{what}s {_listed(indices)}"


def _listed(indices: Sequence[int]) -> str:
    stretches: list[list[int]] = []
    for index in indices:
        if stretches and index == stretches[-1][-1] + 1:
            stretches[-1].append(index)
        else:
            stretches.append([index])
    return ", ".join(
        f"{one[0] + 1}" if len(one) == 1 else f"{one[0] + 1}–{one[-1] + 1}" for one in stretches
    )


def _boundaries(left_indices: Sequence[int]) -> str:
    names = ", ".join(f"{index + 1}|{index + 2}" for index in left_indices)
    return f"boundary {names}" if len(left_indices) == 1 else f"boundaries {names}"


def _is(several: Sequence[int]) -> str:
    return "is" if len(several) == 1 else "are"


def _have(several: Sequence[int]) -> str:
    return "has an" if len(several) == 1 else "have an"
