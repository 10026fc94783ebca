"""Command line and window decide at once: an undo takes nothing back that it has not seen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from restitch_app.analysis.limits import LimitChange
from restitch_app.domain.boundaries import BoundaryClass, BoundaryType, Continuity
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.seams import Channel
from restitch_app.domain.versions import Scene
from restitch_app.services.boundaries.wrong_calls import LimitProposal
from restitch_app.services.history.history import UNDONE
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from restitch_app.store.store import Store
from tests.services.scenes import bench_on

CTX = JobContext()
Decide = Callable[[Workbench, Scene], object]


@pytest.fixture
def window(tmp_path: Path, three_segments: Path) -> Iterator[Workbench]:
    folder = tmp_path / "project"
    shutil.copytree(three_segments, folder)
    bench = bench_on(open_project(folder))
    yield bench
    bench.project.close()


@pytest.fixture
def shell(window: Workbench) -> Iterator[Workbench]:
    """The same project over a connection of its own."""
    bench = bench_on(open_project(window.project.folder))
    yield bench
    bench.project.close()


def just_before_it_writes(
    bench: Workbench, act: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let somebody else act between what `bench` has read and its next transaction."""
    acts = [act]
    real = Store.transaction

    def transaction(store: Store) -> AbstractContextManager[None]:
        if store is bench.project.store and acts:
            acts.pop()()
        return real(store)

    monkeypatch.setattr(Store, "transaction", transaction)


def called(says: BoundaryClass) -> Decide:
    return lambda bench, scene: bench.decisions.call(scene, 0, says, CTX)


def limited(value: float) -> Decide:
    return lambda bench, _scene: bench.limits.change({"red": value})


def named(name: str) -> Decide:
    return lambda bench, scene: bench.naming.rename(scene, name)


@pytest.mark.parametrize(
    ("decide", "decide_otherwise"),
    [
        (lambda b, s: b.versions.approve(s, 1), lambda b, s: b.versions.mark_needs_work(s, 1)),
        (
            lambda b, s: b.decisions.accept(s, 0, CTX),
            lambda b, s: b.decisions.declare_cut(s, 0, CTX),
        ),
        (called(BoundaryClass.RED), called(BoundaryClass.YELLOW)),
        (limited(2.5), limited(3.0)),
        (named("Lake"), named("Shore")),
        (
            lambda b, s: b.notes.add(b.project.current(s, 0), 0, "look"),
            lambda b, s: b.notes.edit(b.notes.of_segment(s, 0)[0].id, "look twice"),
        ),
    ],
    ids=["verdict", "boundary", "call", "limits", "name", "note"],
)
def test_what_was_decided_meanwhile_is_not_undone(
    window: Workbench,
    shell: Workbench,
    decide: Decide,
    decide_otherwise: Decide,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scene = window.project.scene()
    decide(window, scene)
    just_before_it_writes(window, lambda: decide_otherwise(shell, scene), monkeypatch)
    with pytest.raises(WrongUse, match="meanwhile"):
        window.history.undo(CTX)
    assert not window.project.store.events.list(9, kinds=(UNDONE,))
    shell.history.undo(CTX)
    window.history.undo(CTX)
    assert window.history.steps().undo is None


def test_undone_twice_at_once_it_is_undone_once(
    window: Workbench, shell: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = window.project.scene()
    window.versions.approve(scene, 0)
    window.versions.approve(scene, 1)
    just_before_it_writes(window, lambda: shell.history.undo(CTX), monkeypatch)
    with pytest.raises(WrongUse, match="meanwhile"):
        window.history.undo(CTX)
    assert [window.project.current(scene, index).is_approved for index in (0, 1)] == [True, False]


def test_proposed_limits_do_not_replace_what_was_set_meanwhile(
    window: Workbench, shell: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = window.limits.policy()
    assert isinstance(policy, Continuity)
    kind, change = BoundaryType.CHAINED, LimitChange(Channel.COLOUR, 1.0, 1.5, 3, 0, 0)
    limits = policy.limits(kind)
    proposed = policy.with_limits(kind, limits.with_channels({Channel.COLOUR: 1.5}))
    found = LimitProposal(proposed, ((kind, change),), (), 3)
    monkeypatch.setattr(window.wrong_calls, "proposal", lambda: found)
    just_before_it_writes(window, lambda: shell.limits.change({"red": 3.0}), monkeypatch)
    with pytest.raises(WrongUse, match="limits have changed"):
        window.wrong_calls.apply()
    assert window.limits.policy() == shell.limits.policy() != proposed
    assert window.wrong_calls.apply() == found
