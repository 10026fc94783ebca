from __future__ import annotations

from dataclasses import replace

import pytest

from restitch_app.domain.joins import Decision, Join, JoinMeasures, Patch, Treatment
from restitch_app.domain.seams import Cause, Channel, SeamFigures, Usual
from restitch_app.domain.versions import Scene
from restitch_app.store.store import Store
from tests.store.samples import add_chain, new_version

MEASURES = JoinMeasures(
    raw_ssim=0.25,
    ssim=0.875,
    natural_min=0.5,
    natural_median=None,
    natural_max=0.75,
    repeat=1.5,
    version=1,
)
FIGURES = SeamFigures(
    ssim=0.25,
    ssim_usual=Usual(0.5, 0.625, 0.75, 0.0625, 20),
    shift_px=(1.5, -0.25),
    channels={Channel.COLOUR: 2.5, Channel.SHARP: 0.125},
    verdict=2.5,
    causes=(Cause.COLOUR,),
    ssim_curve=(0.5, 0.25, 0.75),
    seam_index=1,
)
FULL = replace(MEASURES, version=2, raw=FIGURES, treated=replace(FIGURES, verdict=0.5, causes=()))
SAME = replace(MEASURES, version=2, raw=FIGURES, treated=FIGURES)
PATCHED = Treatment("blend", 1, 2, Patch("media/patches/p.mkv", 4, 3))


@pytest.mark.parametrize("decision", [None, Decision.ACCEPTED, Decision.CUT])
@pytest.mark.parametrize("measures", [None, MEASURES, FULL, SAME])
@pytest.mark.parametrize("treatment", [Treatment(), Treatment("drop_repeat", 1), PATCHED])
def test_a_join_comes_back_as_it_was_saved(
    store: Store,
    scene: Scene,
    decision: Decision | None,
    measures: JoinMeasures | None,
    treatment: Treatment,
) -> None:
    left, right = add_chain(store, scene.id, 2)
    assert store.joins.get(left.id, right.id) is None
    join = Join(left.id, right.id, measures, treatment, is_chained=True)
    if decision is not None:
        join = join.decide(decision, "the arm leads the eye")
    stored = store.joins.save(join, "anna")
    assert store.joins.get(left.id, right.id) == stored
    assert replace(stored, decided=join.decided) == join
    if decision is not None:
        assert stored.decided is not None
        assert (stored.decided.by, stored.decided.reason) == ("anna", "the arm leads the eye")
        assert stored.decided.at
        assert stored.decided.ssim == (measures.ssim if measures else None)
    assert hash(store.joins.get(left.id, right.id)) == hash(stored)


def test_saving_again_replaces_what_is_known_of_the_pair(store: Store, scene: Scene) -> None:
    left, right = add_chain(store, scene.id, 2)
    store.joins.save(Join(left.id, right.id, MEASURES, PATCHED, Decision.CUT), "anna")
    plain = Join(left.id, right.id, None, is_chained=True)
    store.joins.save(plain, "ben")
    assert store.joins.get(left.id, right.id) == plain


def test_a_decision_keeps_who_made_it_when_it_is_measured_again(store: Store, scene: Scene) -> None:
    left, right = add_chain(store, scene.id, 2)
    store.joins.save(Join(left.id, right.id, None, decision=Decision.ACCEPTED), "anna")
    store.joins.save(Join(left.id, right.id, MEASURES, decision=Decision.ACCEPTED), "ben")
    assert decided_by(store) == "anna"
    store.joins.save(Join(left.id, right.id, MEASURES, decision=Decision.CUT), "ben")
    assert decided_by(store) == "ben"
    store.joins.save(Join(left.id, right.id, MEASURES), "ben")
    assert decided_by(store) is None


def decided_by(store: Store) -> object:
    return store._database.sql("SELECT decided_by FROM joins")[0][0]


def test_a_scenes_joins_are_those_between_current_neighbours_in_order(
    store: Store, scene: Scene
) -> None:
    a, b, c = add_chain(store, scene.id, 3)
    other = store.scenes.add("Sea", scene.rate, 832, 480)
    foreign = add_chain(store, other.id, 2)
    for left, right in ((b, c), (a, b), (a, c), (foreign[0], foreign[1])):
        store.joins.save(Join(left.id, right.id, MEASURES), "anna")
    assert list(store.joins.for_scene(scene.id)) == [(a.id, b.id), (b.id, c.id)]
    new = store.versions.add(new_version(scene.id, 1, "b"))
    store.versions.make_current(new.id)
    assert store.joins.for_scene(scene.id) == {}
    store.versions.make_current(b.id)
    assert list(store.joins.for_scene(scene.id)) == [(a.id, b.id), (b.id, c.id)]


def test_a_picture_comparison_is_remembered_both_ways_round(store: Store) -> None:
    assert store.joins.picture_match("b", "a") is None
    store.joins.save_picture_match("b", "a", same=True)
    store.joins.save_picture_match("c", "a", same=True)
    store.joins.save_picture_match("a", "c", same=False)
    assert store.joins.picture_match("a", "b") is True
    assert store.joins.picture_match("c", "a") is False


def test_the_figures_that_are_asked_for_often_are_columns(store: Store, scene: Scene) -> None:
    left, right = add_chain(store, scene.id, 2)
    treated = replace(FIGURES, verdict=1.5, causes=(Cause.SHARPNESS, Cause.COLOUR))
    store.joins.save(Join(left.id, right.id, replace(FULL, treated=treated)), "anna")
    columns = "SELECT verdict, raw_verdict, cause, is_chained FROM joins"
    assert store._database.sql(columns) == [(1.5, 2.5, "sharpness", 1)]


def test_whether_the_right_was_made_from_the_left_is_found_by_the_store(
    store: Store, scene: Scene
) -> None:
    a, b, c = add_chain(store, scene.id, 3)
    assert store.joins.save(Join(b.id, c.id, None), "anna").is_chained
    assert not store.joins.save(Join(a.id, c.id, None), "anna").is_chained


def test_an_undo_brings_back_who_decided_and_when(store: Store, scene: Scene) -> None:
    left, right = add_chain(store, scene.id, 2)
    accepted = store.joins.save(Join(left.id, right.id, FULL).decide(Decision.ACCEPTED), "anna")
    store.joins.save(accepted.undecided(), "ben")
    assert store.joins.save(accepted, "ben") == accepted
    assert decided_by(store) == "anna"
