from __future__ import annotations

import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from peewee import IntegrityError

from restitch_app.domain.staleness import stale_roots
from restitch_app.domain.versions import Scene, Version
from restitch_app.store.store import Store
from tests.store.samples import add_chain, new_version

Roots = list[int | None]


def written(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The UPDATE statements that peewee sent."""
    sent = [str(record.msg[0]) for record in caplog.records if isinstance(record.msg, tuple)]
    return [sql for sql in sent if sql.startswith("UPDATE")]


def stored(store: Store, scene: Scene) -> Roots:
    chain = store.versions.current(scene.id)
    assert store.versions.stale_indices(scene.id) == {v.sequence_index for v in chain if v.is_stale}
    return [version.stale_root_index for version in chain]


def lengthen(store: Store, first: Version, length: int) -> None:
    """Copies of the first version at every later position, each seeded from the one before it."""
    columns = [row[1] for row in store._database.sql("PRAGMA table_info(segments)")]
    own = {
        "id": "?1 + position",
        "sequence_index": "position",
        "seed_frame_hash": "'seed'",
        "seed_frame_file": "'seed.png'",
        "seed_from_version_id": "?1 + position - 1",
    }
    store._database.sql(
        "WITH RECURSIVE positions (position) AS (SELECT 1 UNION ALL SELECT position + 1 "
        "FROM positions WHERE position + 1 < ?2) INSERT INTO segments "
        f"SELECT {', '.join(own.get(name, name) for name in columns)} "
        "FROM positions, segments WHERE segments.id = ?1",
        first.id,
        length,
    )


def test_ten_thousand_followers_are_flagged_in_one_statement(
    store: Store, scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    (first,) = add_chain(store, scene.id, 1)
    lengthen(store, first, 10_000)
    new = store.versions.add(new_version(scene.id, 0, "b"))
    store.versions.make_current(new.id)
    roots = stale_roots(store.versions.chain_links(scene.id), lambda a, b: False)
    with caplog.at_level(logging.DEBUG, logger="peewee"):
        changed = store.versions.write_stale_roots(scene.id, roots)
    assert changed == tuple(range(1, 10_000))
    assert len(written(caplog)) == 1
    assert stored(store, scene) == [None] + [1] * 9_999


def test_only_what_changed_is_written(
    store: Store, scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    add_chain(store, scene.id, 6)
    assert store.versions.write_stale_roots(scene.id, [None, 1, 1, 1, 4, 4]) == (1, 2, 3, 4, 5)
    with caplog.at_level(logging.DEBUG, logger="peewee"):
        assert store.versions.write_stale_roots(scene.id, [None, 1, 1, 1, 4, 4]) == ()
        assert written(caplog) == []
        assert store.versions.write_stale_roots(scene.id, [None, 1, 1, None, 4, 4]) == (3,)
        assert len(written(caplog)) == 1
    assert stored(store, scene) == [None, 1, 1, None, 4, 4]


def test_roots_of_another_chain_are_refused(store: Store, scene: Scene) -> None:
    add_chain(store, scene.id, 2)
    with pytest.raises(ValueError, match="3 roots for a chain of 2"):
        store.versions.write_stale_roots(scene.id, [None, 1, 1])
    assert stored(store, scene) == [None, None]


def test_flags_of_another_scene_stay(store: Store, scene: Scene) -> None:
    other = store.scenes.add("Sea", scene.rate, 832, 480)
    for each in (scene, other):
        add_chain(store, each.id, 3)
    store.versions.write_stale_roots(other.id, [None, None, 2])
    store.versions.write_stale_roots(scene.id, [None, 1, 1])
    assert stored(store, other) == [None, None, 2]


root_lists = st.lists(st.none() | st.integers(0, 5), min_size=6, max_size=6)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(before=root_lists, after=root_lists)
def test_any_roots_are_stored_exactly(
    store: Store, scene: Scene, before: Roots, after: Roots
) -> None:
    if not store.versions.segment_count(scene.id):
        add_chain(store, scene.id, 6)
    store.versions.write_stale_roots(scene.id, before)
    changed = store.versions.write_stale_roots(scene.id, after)
    assert stored(store, scene) == after
    assert changed == tuple(i for i in range(6) if before[i] != after[i])


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(choices=st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3)), max_size=12))
def test_a_segment_never_has_two_current_versions(
    store: Store, scene: Scene, choices: list[tuple[int, int]]
) -> None:
    if not store.versions.segment_count(scene.id):
        for index in range(3):
            for name in "abc":
                store.versions.add(new_version(scene.id, index, name))
    for index, number in choices:
        store.versions.make_current(store.versions.history(scene.id, index)[-number].id)
        current = [v for v in store.versions.history(scene.id, index) if v.is_current]
        assert [v.number for v in current] == [number]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE segments SET is_current = 1",
        "UPDATE segments SET is_stale = 1 WHERE version_number = 1",
        "UPDATE segments SET stale_root_index = 0 WHERE version_number = 1",
        "UPDATE segments SET stale_root_index = 0, is_stale = 1 WHERE version_number = 2",
        "UPDATE segments SET failure = 'x' WHERE version_number = 1",
        "UPDATE segments SET version_number = 1",
        "UPDATE segments SET previous_segment_id = 99",
    ],
)
def test_the_database_itself_refuses_an_inconsistent_segment(
    store: Store, scene: Scene, statement: str
) -> None:
    add_chain(store, scene.id, 1)
    store.versions.add(new_version(scene.id, 0, "b"))
    with pytest.raises(IntegrityError):
        store._database.sql(statement)


def test_a_deleted_version_leaves_its_successors(store: Store, scene: Scene) -> None:
    old, after = add_chain(store, scene.id, 2)
    new = store.versions.add(new_version(scene.id, 0, "b"))
    store._database.sql("UPDATE segments SET previous_segment_id = ? WHERE id = ?", old.id, new.id)
    assert store.versions.get(new.id).previous_segment_id == old.id
    store._database.sql("DELETE FROM segments WHERE id = ?", old.id)
    assert store.versions.get(new.id).previous_segment_id is None
    assert store.versions.get(after.id).seed_from_version_id is None


def test_segments_carry_the_agreed_columns_and_index(store: Store) -> None:
    columns = {row[1] for row in store._database.sql("PRAGMA table_info(segments)")}
    assert columns >= {
        "previous_segment_id",
        "regeneration_count",
        "is_stale",
        "boundary_ssim_before",
        "boundary_ssim_after",
    }
    for column, index in (
        ("previous_segment_id", "segments_by_previous"),
        ("file", "segments_by_file"),
        ("file_sha256", "segments_by_hash"),
        ("request_id", "segments_by_request"),
        ("is_current = 1 AND scene_id", "segments_current"),
    ):
        plan = store._database.sql(f"EXPLAIN QUERY PLAN SELECT id FROM segments WHERE {column} = 1")
        assert f"USING INDEX {index}" in plan[0][3].replace("COVERING ", "")
    keys = store._database.sql("PRAGMA foreign_key_list(segments)")
    assert ("segments", "previous_segment_id", "SET NULL") in {
        (row[2], row[3], row[6]) for row in keys
    }
