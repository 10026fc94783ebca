"""Flags after any history of edits, against a plain model that knows pictures and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from restitch_app.domain.splices import Splice, moved
from restitch_app.domain.staleness import stale_roots, upstream_fingerprints
from restitch_app.domain.versions import Version
from restitch_app.store.store import Store, create_store
from tests.store.samples import add_chain, new_version, picture

ACTS = ("regenerate", "earlier", "use", "approve", "split", "insert", "remove", "move", "undo")
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 6), st.integers(0, 6)), max_size=12
)
NUMBERS = count(1)


@dataclass(frozen=True)
class Made:
    """A version as a reviewer would write it down."""

    version: int
    end: str
    """Its last frame."""
    seed: tuple[int, str] | None
    """Whose frame it was made from, and which picture that is; None where nobody knows."""


class Scene:
    """The store on one side, plain lists on the other; each step is taken in both."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.id = store.scenes.add(f"Scene {next(NUMBERS)}", Fraction(16), 160, 96).id
        versions = add_chain(store, self.id, 4)
        self.known = {version.id: made_of(version) for version in versions}
        self.plays = [version.id for version in versions]
        self.histories = {version.id: [version.id] for version in versions}
        """By the segment's first version: all its versions, oldest first."""
        self.approved: dict[int, tuple[int, ...]] = {}
        self.done: list[tuple[Splice, list[int]]] = []

    def flags(self) -> list[int | None]:
        """Stale is what was made neither from a frame of what plays before it, nor from a picture
        that ends it; and what follows something stale. An approval holds while nothing before it
        changes."""
        roots: list[int | None] = []
        for index, version in enumerate(self.plays):
            seed = self.known[version].seed
            if index == 0 or self.approved.get(version) == tuple(self.plays[:index]):
                roots.append(None)
                continue
            before = self.known[self.plays[index - 1]]
            rests = seed is None or seed[0] == before.version or seed[1] == before.end
            roots.append(roots[-1] if rests else index)
        return roots

    def stored_flags(self) -> list[int | None]:
        links = self.store.versions.chain_links(self.id)
        roots = stale_roots(links, lambda _first, _second: False)
        self.store.versions.write_stale_roots(self.id, roots)
        current = self.store.versions.current(self.id)
        assert [version.id for version in current] == self.plays
        assert [version.sequence_index for version in current] == list(range(len(current)))
        return [version.stale_root_index for version in current]

    def take(self, act: str, first: int, second: int) -> None:
        index, other = first % len(self.plays), second % len(self.plays)
        if act in ("regenerate", "earlier"):
            self._regenerate(index, is_earlier=act == "earlier" and index > 0)
        elif act == "use":
            history = self._history(index)
            self._use(index, history[second % len(history)])
        elif act == "approve":
            links = self.store.versions.chain_links(self.id)
            upstream = list(upstream_fingerprints(link.version_id for link in links))[index]
            self.store.versions.set_approval(self.plays[index], upstream, "test")
            self.approved[self.plays[index]] = tuple(self.plays[:index])
        elif act == "split":
            self._split(index)
        elif act == "insert":
            name = self._added(self.store.splices.next_removed(self.id), None, None)
            self._splice(Splice(index, (), (name,)))
        elif act == "remove" and len(self.plays) > 1:
            self._splice(Splice(index, (self.plays[index],), ()))
        elif act == "move" and index != other:
            self._splice(moved(index, other, self.plays))
        elif act == "undo" and self.done:
            splice, before = self.done.pop()
            if self.store.splices.stands(self.id, splice):
                self.store.splices.carry_out(self.id, splice.undone)
                by_segment = {self._segment(one): one for one in self.plays}
                self.plays = [by_segment.get(self._segment(one), one) for one in before]

    def _segment(self, version: int) -> int:
        return next(first for first, all_ in self.histories.items() if version in all_)

    def _history(self, index: int) -> list[int]:
        return self.histories[self._segment(self.plays[index])]

    def _added(self, place: int, seed: tuple[int, str] | None, end: str | None) -> int:
        name = f"new {next(NUMBERS)}"
        new = replace(
            new_version(self.id, place, name),
            seed_frame=picture(seed[1]) if seed else None,
            seed_from_version_id=seed[0] if seed else None,
        )
        if end is not None:
            new = replace(new, last_frame=picture(end))
        made = made_of(self.store.versions.add(new))
        self.known[made.version] = made
        if self.store.splices.place_of(made.version) not in range(len(self.plays)):
            self.histories[made.version] = [made.version]
        return made.version

    def _regenerate(self, index: int, *, is_earlier: bool) -> None:
        seed = self.known[self.plays[index]].seed
        if index > 0:
            before = self.known[self.plays[index - 1]]
            seed = (before.version, f"earlier of {before.version}" if is_earlier else before.end)
        name = self._added(index, seed, None)
        self._history(index).append(name)
        self._use(index, name)

    def _use(self, index: int, version: int) -> None:
        self.store.versions.make_current(version)
        self.plays[index] = version

    def _split(self, index: int) -> None:
        whole = self.known[self.plays[index]]
        head = self._added(index, whole.seed, None)
        self._history(index).append(head)
        end = self.known[head].end
        tail = self._added(self.store.splices.next_removed(self.id), (head, end), whole.end)
        self._use(index, head)
        self._splice(Splice(index + 1, (), (tail,)))
        # Its undo also switches back, which is the service's to do; and nothing before it is undone
        # while it stands.
        self.done.clear()
        for follower in self.plays[index + 2 : index + 3]:
            made = self.known[follower]
            if made.seed is not None and made.seed[0] == whole.version:
                self.store.versions.set_seed_version(follower, tail)
                self.known[follower] = replace(made, seed=(tail, made.seed[1]))

    def _splice(self, splice: Splice) -> None:
        self.done.append((splice, list(self.plays)))
        self.store.splices.carry_out(self.id, splice)
        stop = splice.first + len(splice.before)
        self.plays = [*self.plays[: splice.first], *splice.after, *self.plays[stop:]]


def made_of(version: Version) -> Made:
    assert version.last_frame is not None
    seed = None
    if version.seed_frame is not None and version.seed_from_version_id is not None:
        seed = (version.seed_from_version_id, version.seed_frame.hash.removeprefix("hash-"))
    return Made(version.id, version.last_frame.hash.removeprefix("hash-"), seed)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("edits")
    with create_store(folder / "project.restitch") as opened:
        yield opened


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_flags_are_what_the_pictures_say(store: Store, steps: list[tuple[str, int, int]]) -> None:
    scene = Scene(store)
    for step in steps:
        with store.transaction():
            scene.take(*step)
            assert scene.stored_flags() == scene.flags(), step
