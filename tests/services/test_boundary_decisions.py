"""Accepted, a cut, a wrong call: stored with who and why, and undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from restitch_app.domain.boundaries import BoundaryClass, BoundaryType, Continuity, PlainSsim
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.joins import Decision, Patch, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.domain.seams import Cause, Channel
from restitch_app.domain.versions import Scene
from restitch_app.services.actor import current_actor
from restitch_app.services.workbench import Workbench

CTX = JobContext()
PLACE = 1


@pytest.fixture
def scene(bench: Workbench) -> Scene:
    return bench.project.scene()


def label(bench: Workbench) -> str | None:
    step = bench.history.steps().undo
    return step.label if step else None


def test_accepting_keeps_the_value_who_when_and_why(bench: Workbench, scene: Scene) -> None:
    before = bench.boundaries.at(scene, PLACE, CTX)
    accepted = bench.decisions.accept(scene, PLACE, CTX, "  the wind turns  ")
    assert accepted == bench.boundaries.at(scene, PLACE, CTX)
    decided = accepted.join.decided
    assert decided is not None
    assert (decided.by, decided.reason) == (current_actor(), "the wind turns")
    assert decided.at
    assert decided.ssim == before.ssim
    bench.history.undo(CTX)
    assert bench.boundaries.at(scene, PLACE, CTX) == before
    bench.history.redo(CTX)
    assert bench.boundaries.at(scene, PLACE, CTX) == accepted


def test_what_was_treated_meanwhile_is_not_decided_about(
    bench: Workbench, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = bench.boundaries.at(scene, PLACE, CTX)
    assert seen.join.measures is not None
    treated = seen.join.treated(Treatment("reextract", trim_left=2), seen.join.measures)
    bench.boundaries.save(treated, "ann")
    monkeypatch.setattr(bench.boundaries, "at", lambda *_: seen)  # read before ann was done
    for decide in (bench.decisions.accept, bench.decisions.declare_cut):
        with pytest.raises(WrongUse, match=r"2\|3 has changed"):
            decide(scene, PLACE, CTX)
    assert bench.boundaries.known(scene)[PLACE].join == treated


def test_a_cut_loses_its_remedy_and_its_class(bench: Workbench, scene: Scene) -> None:
    before = bench.boundaries.at(scene, PLACE, CTX)
    assert before.join.measures is not None
    left, right = before.join.left_id, before.join.right_id
    patched = before.join.treated(
        Treatment("blend", 1, 0, Patch("media/patches/gone.mkv", 2, 2)), before.join.measures
    )
    bench.boundaries.save(patched, "ann")
    cut = bench.decisions.declare_cut(scene, PLACE, CTX, "next morning")
    assert (cut.boundary_class, cut.needs_smoothing, cut.is_open) == (None, False, False)
    assert cut.join.treatment == before.join.treatment
    assert cut.join.measures == before.join.measures
    assert bench.project.current(scene, PLACE).boundary_ssim_after == before.ssim
    assert label(bench) == "Declare a cut at boundary 2 | 3"
    bench.history.undo(CTX)
    restored = bench.project.store.joins.get(left, right)
    assert restored is not None
    assert (restored.treatment, restored.decision) == (patched.treatment, None)


def test_a_decision_can_be_taken_back_by_itself(bench: Workbench, scene: Scene) -> None:
    before = bench.boundaries.at(scene, PLACE, CTX)
    with pytest.raises(WrongUse, match="Nothing was decided"):
        bench.decisions.take_back(scene, PLACE, CTX)
    bench.decisions.declare_cut(scene, PLACE, CTX)
    with pytest.raises(WrongUse, match="is a cut"):
        bench.decisions.accept(scene, PLACE, CTX)
    assert bench.decisions.take_back(scene, PLACE, CTX) == before
    bench.history.undo(CTX)
    assert bench.boundaries.at(scene, PLACE, CTX).join.decision is Decision.CUT


def test_a_wrong_call_is_noted_and_changes_no_class(bench: Workbench, scene: Scene) -> None:
    before = bench.boundaries.at(scene, PLACE, CTX)
    call = bench.decisions.call(scene, PLACE, BoundaryClass.RED, CTX)
    assert call is not None
    assert (call.says, call.shown, call.is_wrong) == (
        BoundaryClass.RED,
        before.boundary_class,
        True,
    )
    assert call.by == current_actor()
    assert before.join.measures is not None
    assert before.join.measures.treated is not None
    assert call.channels == before.join.measures.treated.channels
    after = bench.boundaries.at(scene, PLACE, CTX)
    assert after == before
    assert bench.decisions.call_on(after) == call
    assert label(bench) == "Verdict on boundary 2 | 3"
    bench.decisions.call(scene, PLACE, None, CTX)
    assert bench.decisions.call_on(after) is None
    bench.history.undo(CTX)
    assert bench.decisions.call_on(after) == call
    bench.history.undo(CTX)
    assert bench.decisions.call_on(after) is None
    with pytest.raises(WrongUse, match="Nobody has judged"):
        bench.decisions.call(scene, PLACE, None, CTX)


def test_limits_are_set_by_name_together_or_not_at_all(bench: Workbench, scene: Scene) -> None:
    before = bench.limits.policy()
    assert before == Continuity()
    with pytest.raises(WrongUse, match="no limit named hue"):
        bench.limits.change({"colour": 1.2, "hue": 1.0})
    for bad in ({"colour": 9.0}, {"yellow": 3.0}, {"red": 11.0}, {"ssim_threshold": 2.0}):
        with pytest.raises(WrongUse, match=r"between|begins"):
            bench.limits.change(bad)
    assert bench.limits.policy() == before
    changed = bench.limits.change({"chained.colour": 1.2, "red": 3.0, "ssim_threshold": 0.7})
    assert changed == bench.limits.policy()
    assert isinstance(changed, Continuity)
    assert changed.chained.of(Channel.COLOUR) == 1.2
    assert changed.other.of(Channel.COLOUR) == 1.0
    assert (changed.chained.red, changed.other.red) == (3.0, 3.0)
    assert changed.few_frames.threshold == 0.7
    assert label(bench) == "Change how boundaries are judged"
    bench.history.undo(CTX)
    assert bench.limits.policy() == before


def test_the_limits_of_the_other_policy_are_kept(bench: Workbench) -> None:
    changed = bench.limits.change({"colour": 1.2})
    assert bench.limits.change({"ssim_threshold": 0.6}, "plain") == PlainSsim(0.6)
    with pytest.raises(WrongUse, match="no limit of plain SSIM"):
        bench.limits.change({"colour": 1.3})
    back = bench.limits.change({}, "continuity")
    assert isinstance(back, Continuity)
    assert isinstance(changed, Continuity)
    assert back.chained == changed.chained
    assert back.few_frames == PlainSsim(0.6)
    bench.history.undo(CTX)
    assert bench.limits.policy() == PlainSsim(0.6)
    with pytest.raises(WrongUse, match="no policy named"):
        bench.limits.change({}, "hope")


def a_tint_nobody_sees(bench: Workbench, scene: Scene, left_index: int) -> None:
    """As if the measure had found a step of colour there, half as much again as is visible."""
    join = bench.boundaries.at(scene, left_index, CTX).join
    measures = join.measures
    assert measures is not None
    assert measures.treated is not None
    seen = replace(
        measures.treated, channels={Channel.COLOUR: 1.5}, verdict=1.5, causes=(Cause.COLOUR,)
    )
    bench.boundaries.save(replace(join, measures=replace(measures, treated=seen)), "ann")


def test_enough_wrong_calls_propose_limits_and_say_what_would_change(
    bench: Workbench, scene: Scene
) -> None:
    for place in range(4):
        a_tint_nobody_sees(bench, scene, place)
    for place in range(2):
        bench.decisions.call(scene, place, BoundaryClass.GREEN, CTX)
    few = bench.wrong_calls.proposal()
    assert (few.changes, few.reclassified, few.wrong_calls) == ((), (), 2)
    assert few.reason == "2 wrong calls so far; 3 that speak for the same change are needed"
    with pytest.raises(WrongUse, match="No other limits"):
        bench.wrong_calls.apply()

    bench.decisions.call(scene, 2, BoundaryClass.GREEN, CTX)
    found = bench.wrong_calls.proposal()
    ((kind, change),) = found.changes
    assert (kind, change.channel) == (BoundaryType.CHAINED, Channel.COLOUR)
    assert change.before == 1.0
    assert change.after > 1.5
    assert change.false_alarms_gone == 3
    told = [(one.before.left_index, one.after.boundary_class) for one in found.reclassified]
    assert told == [(place, BoundaryClass.GREEN) for place in range(4)]
    assert found.reason is None

    before = bench.limits.policy()
    assert bench.wrong_calls.apply() == found
    assert bench.limits.policy() == found.policy
    assert bench.boundaries.known(scene)[3].boundary_class is BoundaryClass.GREEN
    assert bench.wrong_calls.proposal().changes == ()
    bench.history.undo(CTX)
    assert bench.limits.policy() == before


def test_proposed_limits_go_with_where_yellow_begins(bench: Workbench, scene: Scene) -> None:
    bench.limits.change({"yellow": 2.0, "red": 4.0})
    for place in range(3):
        a_tint_nobody_sees(bench, scene, place)
        assert bench.boundaries.at(scene, place, CTX).boundary_class is BoundaryClass.GREEN
        bench.decisions.call(scene, place, BoundaryClass.RED, CTX)
    found = bench.wrong_calls.apply()
    ((_, change),) = found.changes
    assert (change.seams_found, change.after) == (3, 0.75)
    now = [bench.boundaries.at(scene, place, CTX).boundary_class for place in range(3)]
    assert now == [BoundaryClass.YELLOW] * 3


def test_calls_of_an_older_measure_propose_nothing(bench: Workbench, scene: Scene) -> None:
    for place in range(3):
        a_tint_nobody_sees(bench, scene, place)
        call = bench.decisions.call(scene, place, BoundaryClass.GREEN, CTX)
        assert call is not None
        bench.project.store.calls.save(replace(call, measure_version=1), "ann")
    found = bench.wrong_calls.proposal()
    assert (found.wrong_calls, found.outdated_calls) == (0, 3)
    assert str(found.reason).endswith(
        "; 3 were made before boundaries were measured as now and must be made again"
    )


def test_under_plain_ssim_nothing_is_proposed(bench: Workbench) -> None:
    bench.limits.change({}, "plain")
    with pytest.raises(WrongUse, match="Under plain SSIM"):
        bench.wrong_calls.proposal()


def test_checked_again_a_boundary_keeps_treatment_and_decision(
    bench: Workbench, scene: Scene
) -> None:
    accepted = bench.decisions.accept(scene, PLACE, CTX, "meant so")
    measures = accepted.join.measures
    assert measures is not None
    doubtful = replace(accepted.join, measures=replace(measures, ssim=0.1))
    bench.boundaries.save(doubtful, "ann")
    assert bench.boundaries.at(scene, PLACE, CTX).ssim == 0.1
    assert bench.boundaries.check_again(scene, PLACE, CTX) == accepted
    assert bench.boundaries.at(scene, PLACE, CTX) == accepted
