"""Staleness by lineage, over random histories of one chain."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from restitch_app.domain.staleness import (
    ChainLink,
    pictures_to_compare,
    stale_roots,
    upstream_fingerprints,
)


def chain_of(length: int) -> list[ChainLink]:
    """As imported: each version was made from the one before it."""
    return [
        ChainLink(
            version_id=index + 1,
            seed_from_version_id=index or None,
            seed_hash=f"last {index}" if index else "start",
            last_frame_hash=f"last {index + 1}",
            approved_upstream=None,
        )
        for index in range(length)
    ]


def never_same(_first: str, _second: str) -> bool:
    return False


def regenerated(chain: list[ChainLink], index: int, version_id: int) -> list[ChainLink]:
    """A new current version at `index`, made from what stands before it now."""
    before = chain[index - 1] if index else None
    new = ChainLink(
        version_id,
        before.version_id if before else None,
        before.last_frame_hash if before else "start",
        f"last {version_id}",
        None,
    )
    return [*chain[:index], new, *chain[index + 1 :]]


def approved(chain: list[ChainLink], index: int) -> list[ChainLink]:
    upstream = list(upstream_fingerprints(link.version_id for link in chain))[index]
    return [
        *chain[:index],
        replace(chain[index], approved_upstream=upstream),
        *chain[index + 1 :],
    ]


def test_an_imported_chain_is_not_stale() -> None:
    assert stale_roots(chain_of(10), never_same) == (None,) * 10


def test_the_next_segment_has_changed_seed_and_the_rest_follow_it() -> None:
    chain = regenerated(chain_of(10), 4, 99)
    assert stale_roots(chain, never_same) == (None,) * 5 + (5,) * 5


def test_a_new_last_frame_that_is_the_same_picture_flags_nothing() -> None:
    chain = regenerated(chain_of(10), 4, 99)
    assert pictures_to_compare(chain) == [("last 5", "last 99")]
    assert stale_roots(chain, lambda _first, _second: True) == (None,) * 10
    equal = [*chain[:4], replace(chain[4], last_frame_hash="last 5"), *chain[5:]]
    assert pictures_to_compare(equal) == []
    assert stale_roots(equal, never_same) == (None,) * 10


def test_approval_ends_the_staleness_there_and_for_what_follows() -> None:
    chain = approved(regenerated(chain_of(10), 4, 99), 6)
    assert stale_roots(chain, never_same) == (None,) * 5 + (5,) + (None,) * 4


def test_approval_does_not_outlive_another_change_upstream() -> None:
    chain = approved(regenerated(chain_of(10), 4, 99), 5)
    assert stale_roots(chain, never_same) == (None,) * 10
    again = regenerated(chain, 2, 100)
    assert stale_roots(again, never_same) == (None,) * 3 + (3, 3, 5, 5, 5, 5, 5)


def test_an_unknown_seed_frame_is_not_stale() -> None:
    chain = regenerated(chain_of(3), 0, 99)
    unknown = [chain[0], replace(chain[1], seed_hash=None), chain[2]]
    assert stale_roots(unknown, never_same) == (None, None, None)


@given(st.lists(st.tuples(st.sampled_from(["regenerate", "approve"]), st.integers(0, 7))))
def test_flags_follow_from_lineage_after_any_history(steps: list[tuple[str, int]]) -> None:
    chain = chain_of(8)
    for number, (step, index) in enumerate(steps, start=100):
        chain = (
            regenerated(chain, index, number) if step == "regenerate" else approved(chain, index)
        )
    roots = stale_roots(chain, never_same)
    prints = list(upstream_fingerprints(link.version_id for link in chain))
    for index, link in enumerate(chain):
        was_approved = link.approved_upstream == prints[index]
        made_from_it = index == 0 or link.seed_from_version_id == chain[index - 1].version_id
        if index == 0 or was_approved:
            assert roots[index] is None
        elif not made_from_it:
            assert roots[index] == index
        else:
            assert roots[index] == roots[index - 1]


@given(st.integers(0, 9))
def test_going_back_to_the_old_version_clears_every_flag(index: int) -> None:
    chain = chain_of(10)
    changed = regenerated(chain, index, 99)
    back = [*changed[:index], chain[index], *changed[index + 1 :]]
    assert stale_roots(back, never_same) == (None,) * 10


def test_a_seed_of_the_frame_as_handed_off_is_the_same_last_frame() -> None:
    chain = chain_of(3)
    chain[0] = replace(chain[0], version_id=9, hand_off_hash="handed 1")
    for seed in ("handed 1", "last 1"):
        chain[1] = replace(chain[1], seed_hash=seed)
        assert stale_roots(chain, never_same) == (None, None, None)
        assert pictures_to_compare(chain) == []
    chain[1] = replace(chain[1], seed_hash="another")
    assert pictures_to_compare(chain) == [("another", "last 1"), ("another", "handed 1")]
    assert stale_roots(chain, never_same) == (None, 1, 1)
    assert stale_roots(chain, lambda _, end: end == "handed 1") == (None, None, None)
