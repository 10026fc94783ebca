from __future__ import annotations

import pytest

from restitch_app.domain.errors import NotFound
from restitch_app.domain.versions import Scene
from restitch_app.store.store import Store
from restitch_app.store.versions import VersionQueries
from tests.store.samples import add_chain, new_version


def test_notes_of_all_versions_of_a_segment_come_newest_first(store: Store, scene: Scene) -> None:
    chain = add_chain(store, scene.id, 3)
    other = store.versions.add(new_version(scene.id, 1, "b"))
    first = store.notes.add(chain[1].id, 77, "the arm jumps", "ann")
    second = store.notes.add(other.id, 3, "besser", "bö")
    store.notes.add(chain[2].id, 0, "elsewhere", "ann")
    assert store.notes.of_segment(scene.id, 1) == (second, first)
    assert (first.version_id, first.segment_frame, first.author) == (chain[1].id, 77, "ann")


def test_a_removed_note_is_gone(store: Store, scene: Scene) -> None:
    (version,) = add_chain(store, scene.id, 1)
    note = store.notes.add(version.id, 0, "x", "ann")
    store.notes.remove(note.id)
    assert store.notes.of_segment(scene.id, 0) == ()
    with pytest.raises(NotFound):
        store.notes.remove(note.id)
    with pytest.raises(NotFound):
        store.notes.get(note.id)


def test_needs_work_and_approval_take_each_other_back(store: Store, scene: Scene) -> None:
    (version,) = add_chain(store, scene.id, 1)
    store.versions.set_approval(version.id, "upstream", "ann")
    store.versions.set_needs_work(version.id, needs_work=True)
    judged = store.versions.get(version.id)
    assert judged.needs_work
    assert not judged.is_approved
    store.versions.set_approval(version.id, "upstream", "ann")
    assert not store.versions.get(version.id).needs_work


def test_needs_work_and_the_approval_it_ends_are_stored_together(
    store: Store, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    (version,) = add_chain(store, scene.id, 1)
    store.versions.set_approval(version.id, "upstream", "ann")
    real = VersionQueries._update

    def breaking(versions: VersionQueries, version_id: int, **columns: object) -> None:
        if columns.get("needs_work"):
            raise RuntimeError("the power fails")
        real(versions, version_id, **columns)

    monkeypatch.setattr(VersionQueries, "_update", breaking)
    with pytest.raises(RuntimeError):
        store.versions.set_needs_work(version.id, needs_work=True)
    assert store.versions.get(version.id).is_approved


def test_events_can_be_asked_for_by_kind(store: Store) -> None:
    for kind in ("used", "exported", "approved"):
        store.events.add(kind, "ann")
    found = store.events.list(kinds=("used", "approved"))
    assert [event.kind for event in found] == ["approved", "used"]
