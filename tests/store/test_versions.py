from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from restitch_app.domain.errors import NotFound
from restitch_app.domain.spans import ChainClip
from restitch_app.domain.staleness import ChainLink
from restitch_app.domain.versions import Lineage, Scene
from restitch_app.store.store import Store
from tests.store.samples import add_chain, new_job, new_version, picture


def test_a_version_comes_back_as_it_was_recorded(store: Store, scene: Scene) -> None:
    before = store.versions.add(replace(new_version(scene.id, 0), is_current=True))
    old = store.versions.add(replace(new_version(scene.id, 1), is_current=True))
    new = replace(
        new_version(scene.id, 1, "b"),
        first_frame=None,
        last_frame=None,
        previous_segment_id=old.id,
        regeneration_count=3,
        seed_frame=picture("seed"),
        seed_from_version_id=before.id,
        lineage=Lineage.ASSUMED,
        parameters={"seed": 2**63 + 5, "cfg": 4.5, "prompt": "naïve 🎬", "tiled": True},
        prompt={"3": {"inputs": {"seed": 1}}},
        frame_index=b"\x00\xff\x01",
        failure="The new version has 80 frames, not 81",
        take=2,
        request_id="r9",
    )
    version = store.versions.add(new)
    assert version == store.versions.get(version.id)
    not_on_it = {"prompt", "editor", "frame_index", "job_id"}
    for name in {field.name for field in fields(new)} - not_on_it:
        assert getattr(version, name) == getattr(new, name), name
    assert (version.number, version.is_stale, version.is_approved) == (2, False, False)
    assert (version.verdict, version.score, version.purged_at) == (None, None, None)
    assert store.versions.prompt(version.id) == {"3": {"inputs": {"seed": 1}}}
    assert store.versions.frame_index(version.id) == b"\x00\xff\x01"
    assert store.versions.frame_index_of(version.file) == b"\x00\xff\x01"
    assert store.versions.frame_index_of(old.file) == b""
    assert store.versions.frame_index_of("media/patches/none.mkv") == b""
    assert store.versions.prompt(old.id) is None
    assert store.versions.frame_index(old.id) == b""


def test_values_are_frozen(store: Store, scene: Scene) -> None:
    version = store.versions.add(new_version(scene.id, 0))
    with pytest.raises(FrozenInstanceError):
        version.file = "other"  # type: ignore[misc]
    assert len({scene, store.scenes.get(scene.id)}) == 1


def test_history_is_every_row_of_the_segment_newest_first(store: Store, scene: Scene) -> None:
    add_chain(store, scene.id, 2)
    for name in ("b", "c"):
        store.versions.add(new_version(scene.id, 1, name))
    history = store.versions.history(scene.id, 1)
    assert [(v.number, v.file) for v in history] == [
        (3, "media/1-c.mp4"),
        (2, "media/1-b.mp4"),
        (1, "media/1-a.mp4"),
    ]
    assert store.versions.segment_count(scene.id) == 2


def test_recording_a_jobs_result_twice_gives_the_same_row(store: Store, scene: Scene) -> None:
    old = store.versions.add(new_version(scene.id, 4))
    job = store.jobs.add(new_job(scene.id, old.id))
    first = store.versions.add(replace(new_version(scene.id, 4, "b"), job_id=job.id))
    again = store.versions.add(replace(new_version(scene.id, 4, "c"), job_id=job.id))
    assert again == first
    assert len(store.versions.history(scene.id, 4)) == 2


def test_making_current_leaves_exactly_one_and_unflags_the_candidate(
    store: Store, scene: Scene
) -> None:
    old = add_chain(store, scene.id, 2)[1]
    store.versions.write_stale_roots(scene.id, [None, 1])
    new = store.versions.add(new_version(scene.id, 1, "b"))
    assert not new.is_current
    assert store.versions.make_current(new.id).is_current
    assert store.versions.make_current(new.id).is_current
    candidate = store.versions.get(old.id)
    assert (candidate.is_current, candidate.is_stale) == (False, False)
    assert store.versions.current_at(scene.id, 1) == store.versions.get(new.id)
    assert [v.id for v in store.versions.current(scene.id)] == [old.id - 1, new.id]


def test_chain_queries_agree_with_the_versions(store: Store, scene: Scene) -> None:
    chain = add_chain(store, scene.id, 3)
    store.versions.add(new_version(scene.id, 1, "candidate"))
    store.versions.set_approval(chain[2].id, "print", "anna")
    chain = store.versions.current(scene.id)
    assert [v.sequence_index for v in chain] == [0, 1, 2]
    assert store.versions.chain_clips(scene.id) == [ChainClip(v.id, v.file, 81) for v in chain]
    assert store.versions.chain_links(scene.id) == [
        ChainLink(chain[0].id, None, None, "hash-last-0-a", None),
        ChainLink(chain[1].id, chain[0].id, "hash-last-0-a", "hash-last-1-a", None),
        ChainLink(chain[2].id, chain[1].id, "hash-last-1-a", "hash-last-2-a", "print"),
    ]
    assert store.versions.neighbours(scene.id, 0) == (None, chain[1])
    assert store.versions.neighbours(scene.id, 1) == (chain[0], chain[2])
    assert store.versions.neighbours(scene.id, 2) == (chain[1], None)
    assert store.versions.current_at(scene.id, 3) is None


def test_boundary_values_change_each_by_itself(store: Store, scene: Scene) -> None:
    version = store.versions.add(new_version(scene.id, 0))
    store.versions.set_boundary_ssim(version.id, before=0.5)
    store.versions.set_boundary_ssim(version.id, after=0.75)
    found = store.versions.get(version.id)
    assert (found.boundary_ssim_before, found.boundary_ssim_after) == (0.5, 0.75)
    store.versions.set_boundary_ssim(version.id, before=None)
    found = store.versions.get(version.id)
    assert (found.boundary_ssim_before, found.boundary_ssim_after) == (None, 0.75)


def test_approval_is_given_and_taken_back(store: Store, scene: Scene) -> None:
    version = store.versions.add(new_version(scene.id, 0))
    store.versions.set_approval(version.id, "print", "anna")
    assert store.versions.get(version.id).approved_upstream == "print"
    store.versions.set_approval(version.id, None, "ben")
    assert not store.versions.get(version.id).is_approved


def test_purging_keeps_the_row_and_its_first_date(store: Store, scene: Scene) -> None:
    version = store.versions.add(new_version(scene.id, 0))
    store.versions.mark_purged(version.id)
    purged_at = store.versions.get(version.id).purged_at
    assert purged_at is not None
    store.versions.mark_purged(version.id)
    assert store.versions.get(version.id).purged_at == purged_at


def test_requests_are_counted_once_whether_recorded_open_or_failed(
    store: Store, scene: Scene
) -> None:
    old = store.versions.add(new_version(scene.id, 4))
    assert store.versions.regeneration_count(scene.id, 4) == 0
    job = store.jobs.add(new_job(scene.id, old.id, "r1"))
    store.jobs.add(replace(new_job(scene.id, old.id, "r1"), take=2))
    assert store.versions.regeneration_count(scene.id, 4) == 1
    store.versions.add(
        replace(new_version(scene.id, 4, "b"), request_id="r1", job_id=job.id, take=1)
    )
    assert store.versions.regeneration_count(scene.id, 4) == 1
    store.jobs.add(new_job(scene.id, old.id, "r2"))
    assert store.versions.regeneration_count(scene.id, 4) == 2
    assert store.versions.regeneration_count(scene.id, 3) == 0


def test_takes_are_found_by_request_in_order(store: Store, scene: Scene) -> None:
    for take in (2, 1):
        store.versions.add(replace(new_version(scene.id, 0, str(take)), request_id="r1", take=take))
    assert [v.take for v in store.versions.by_request("r1")] == [1, 2]
    assert store.versions.by_request("r2") == []


def test_a_file_is_found_again_by_its_hash_within_its_scene(store: Store, scene: Scene) -> None:
    other = store.scenes.add("Sea", scene.rate, 832, 480)
    version = store.versions.add(new_version(scene.id, 0))
    assert store.versions.by_hash(version.file_sha256, scene.id) == version
    assert store.versions.by_hash(version.file_sha256, other.id) is None


def test_unknown_ids_are_named(store: Store) -> None:
    for ask in (
        store.versions.get,
        store.versions.make_current,
        store.versions.mark_purged,
        store.versions.frame_index,
        store.versions.prompt,
    ):
        with pytest.raises(NotFound, match="77"):
            ask(77)
    with pytest.raises(NotFound, match="77"):
        store.versions.set_approval(77, "x", "anna")
