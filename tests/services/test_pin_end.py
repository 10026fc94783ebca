"""Both ends pinned: the new version begins where the one before ends, and ends where the next
begins."""

from __future__ import annotations

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.boundaries import BoundaryClass, PlainSsim
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import BecomesCurrent, JobState, RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.services.history.history import History
from restitch_app.services.workbench import Workbench
from restitch_app.services.workflows.preflighting import WouldBeRefused
from tests.services.faulty import MIDDLE, check_sound, history, reopened, run, the_job
from tests.services.scenes import with_settings
from tests.services.workflows import added, both_ends_prompt

NEXT = MIDDLE + 1
LENIENT = PlainSsim(threshold=0.2, band=0.05)
STRICT = PlainSsim(threshold=1.5)
"""No boundary of the drawn pictures is red under the one, all are under the other."""


def pinned(bench: Workbench, index: int = MIDDLE, *, pin_end: bool | None = None) -> Version:
    workflow = added(bench, both_ends_prompt())
    request = RegenerationRequest(index, {"seed": 9}, workflow_id=workflow.id, pin_end=pin_end)
    bench.regeneration.request(bench.project.scene(), request)
    run(bench)
    assert the_job(bench).state is JobState.DONE, the_job(bench).problem
    return history(bench, index)[0]


def stale(bench: Workbench) -> list[int | None]:
    chain = bench.project.store.versions.current(bench.project.scene().id)
    return [version.stale_root_index for version in chain]


def test_its_end_is_held_to_the_first_frame_of_the_next_segment(
    small: Workbench, server: DemoServer
) -> None:
    after = history(small, NEXT)[0]
    new = pinned(small)
    assert new.end_frame == after.first_frame
    assert new.end_from_version_id == after.id
    assert (new.workflow_name, new.server_url) == ("Both ends", server.url)
    prompt = small.project.store.versions.prompt(new.id) or {}
    assert prompt["13"]["inputs"]["image"].startswith("restitch_")
    assert prompt["13"]["inputs"]["image"] != prompt["1"]["inputs"]["image"]
    assert server.prompts_executed == 1
    check_sound(small)


def test_where_the_pin_held_the_next_segment_is_approved_and_nothing_is_stale(
    small: Workbench,
) -> None:
    with_settings(small, boundary_policy=LENIENT)
    new = pinned(small)
    assert new.is_current
    boundary = small.boundaries.at(small.project.scene(), MIDDLE, JobContext())
    assert boundary.boundary_class is BoundaryClass.GREEN
    assert history(small, NEXT)[0].is_approved
    assert stale(small) == [None, None, None]
    (event,) = small.project.store.events.list(kinds=("pin_held",))
    assert event.version_id == history(small, NEXT)[0].id
    assert event.detail["reason"] == "pin held"
    assert event.actor == "restitch"


def test_what_the_pin_approved_can_be_undone_and_redone(small: Workbench) -> None:
    with_settings(small, boundary_policy=LENIENT)
    pinned(small)
    ctx = JobContext()
    undone = small.history.undo(ctx)
    assert undone.label == "Pin held: approve v1 of segment 3"
    assert not history(small, NEXT)[0].is_approved
    assert stale(small) == [None, None, NEXT]
    small.history.redo(ctx)
    assert stale(small) == [None, None, None]
    again = reopened(small)  # the journal is in the project
    assert isinstance(again.history, History)
    assert again.history.steps().undo == undone
    again.project.close()


def test_a_pin_that_holds_takes_no_redo_away(small: Workbench) -> None:
    with_settings(small, boundary_policy=LENIENT)
    scene, ctx = small.project.scene(), JobContext()
    small.versions.approve(scene, 0)
    small.history.undo(ctx)
    pinned(small)
    assert small.history.redo(ctx).label == "Approve v1 of segment 1"


def test_where_the_boundary_is_not_green_the_usual_flags_are_set(small: Workbench) -> None:
    with_settings(small, boundary_policy=STRICT)
    assert pinned(small).is_current
    assert not history(small, NEXT)[0].is_approved
    assert stale(small) == [None, None, NEXT]


def test_a_candidate_approves_nothing(small: Workbench) -> None:
    with_settings(small, boundary_policy=LENIENT, becomes_current=BecomesCurrent.ASK)
    assert not pinned(small).is_current
    assert not history(small, NEXT)[0].is_approved
    assert small.project.store.events.list(kinds=("pin_held",)) == ()


def test_a_segment_that_needs_work_is_not_approved_by_a_pin(small: Workbench) -> None:
    with_settings(small, boundary_policy=LENIENT)
    small.versions.mark_needs_work(small.project.scene(), NEXT)
    pinned(small)
    after = history(small, NEXT)[0]
    assert after.needs_work
    assert not after.is_approved


def test_another_next_version_than_the_one_it_was_pinned_to_is_not_approved(
    small: Workbench,
) -> None:
    with_settings(small, boundary_policy=LENIENT)
    scene = small.project.scene()
    small.regeneration.request(scene, RegenerationRequest(NEXT))
    run(small)
    workflow = added(small, both_ends_prompt())
    small.regeneration.request(scene, RegenerationRequest(MIDDLE, workflow_id=workflow.id))
    small.versions.use(history(small, NEXT)[1], JobContext())
    run(small)
    assert history(small)[0].is_current
    assert not history(small, NEXT)[0].is_approved
    assert not history(small, NEXT)[1].is_approved


def test_the_last_segment_and_plain_workflows_cannot_be_pinned(small: Workbench) -> None:
    scene = small.project.scene()
    workflow = added(small, both_ends_prompt())
    with pytest.raises(WrongUse, match="takes no end frame"):
        small.regeneration.request(scene, RegenerationRequest(MIDDLE, pin_end=True))
    with pytest.raises(WrongUse, match="no segment after it") as told:
        small.regeneration.request(
            scene, RegenerationRequest(NEXT, workflow_id=workflow.id, pin_end=True)
        )
    assert "end of segment 3 cannot be pinned" in str(told.value)
    assert small.jobs.all() == ()


def test_the_plan_says_whether_the_end_can_be_pinned(small: Workbench) -> None:
    scene = small.project.scene()
    workflow = added(small, both_ends_prompt())
    plain = small.plans.plan(scene, MIDDLE).pin_end
    assert (plain.can, plain.reason) == (False, "This workflow takes no end frame")
    both = small.plans.plan(scene, MIDDLE, workflow_id=workflow.id).pin_end
    assert (both.can, both.is_default) == (True, True)
    assert both.reason == "It ends where segment 3 begins"
    last = small.plans.plan(scene, NEXT, workflow_id=workflow.id).pin_end
    assert (last.can, last.reason) == (False, "There is no segment after it")


def test_without_the_pin_an_end_image_that_the_server_lacks_is_told_before(
    small: Workbench,
) -> None:
    scene = small.project.scene()
    workflow = added(small, both_ends_prompt())
    request = RegenerationRequest(MIDDLE, workflow_id=workflow.id, pin_end=False)
    with pytest.raises(WouldBeRefused, match="cannot run this") as told:
        small.regeneration.request(scene, request)
    assert "somebody_elses_end.png" in told.value.detail
    assert "End frame" in told.value.detail
    assert small.jobs.all() == ()
