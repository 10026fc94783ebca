from __future__ import annotations

import json

import pytest

from restitch_app.domain.errors import NotFound
from restitch_app.domain.join_notes import UnreadableNote
from restitch_app.domain.notes import (
    Ink,
    Note,
    Pen,
    Stroke,
    note_from_record,
    note_to_record,
    strokes_from_list,
)
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


def test_a_note_is_edited_resolved_and_put_back_as_it_was(store: Store, scene: Scene) -> None:
    (version,) = add_chain(store, scene.id, 1)
    arrow = Stroke(Pen.ARROW, Ink.RED, ((0.25, 0.5), (0.75, 1.0)))
    first = store.notes.add(version.id, 4, "x", "ann", at_boundary=True, strokes=(arrow,))
    assert (first.at_boundary, first.strokes) == (True, (arrow,))
    edited = store.notes.edit(first.id, "y", (), "ben")
    assert (edited.text, edited.strokes, edited.edited_by) == ("y", (), "ben")
    assert (edited.author, edited.created_at) == ("ann", first.created_at)
    assert store.notes.resolve(first.id, "cy").resolved_by == "cy"
    assert not store.notes.resolve(first.id, None).is_resolved
    store.notes.put(first)
    assert store.notes.of_current(scene.id) == (first,)
    store.notes.remove(first.id)
    store.notes.put(first)
    assert store.notes.find(first.id) == first


@pytest.mark.parametrize("record", [None, {}, {"id": 1}, [1]])
def test_a_note_that_cannot_be_read_is_refused(record: object) -> None:
    with pytest.raises(UnreadableNote):
        note_from_record(record)


def test_a_note_survives_the_audit_trail() -> None:
    stroke = Stroke(Pen.FREE, Ink.BLUE, ((0.0, 0.1), (0.2, 1.0)))
    note = Note(3, 4, 5, "x", "ann", "t", True, (stroke,), "b", "t2", "c", "t3")
    assert note_from_record(json.loads(json.dumps(note_to_record(note)))) == note


@pytest.mark.parametrize("point", [[0.5], [0.5, 1.5], ["a", 0.5]])
def test_a_point_outside_the_picture_is_refused(point: object) -> None:
    with pytest.raises(UnreadableNote):
        strokes_from_list([{"pen": "pen", "ink": "red", "points": [point]}])


def test_why_a_version_needs_work_goes_with_the_mark(store: Store, scene: Scene) -> None:
    (version,) = add_chain(store, scene.id, 1)
    store.versions.set_needs_work(version.id, needs_work=True, reason="hand melts", by="ann")
    marked = store.versions.get(version.id)
    assert (marked.work_reason, marked.judged_by) == ("hand melts", "ann")
    assert marked.judged_at
    store.versions.set_approval(version.id, "upstream", "ben", "2026-01-01T00:00:00.000+00:00")
    approved = store.versions.get(version.id)
    assert (approved.work_reason, approved.judged_by) == ("", "ben")
    assert approved.judged_at.startswith("2026-01-01")


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
