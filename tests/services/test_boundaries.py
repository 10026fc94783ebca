"""Joins as they are stored: told after the commit, measured once, never another pair's figures."""

from __future__ import annotations

import threading

import pytest

from restitch_app.analysis.pair import PairCache
from restitch_app.analysis.seam import SeamMeasures, SeamPicture, measure_seam
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import MediaError, NotFound, WrongUse
from restitch_app.domain.joins import UNTREATED, Decision, Join, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.boundaries import checking as boundaries_module
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.workbench import Workbench
from restitch_app.store.values import NewVersion
from tests.services.scenes import smoothed

CTX = JobContext()
SEGMENT_2 = 1


@pytest.fixture
def scene(bench: Workbench) -> Scene:
    return bench.project.scene()


@pytest.fixture
def candidate(bench: Workbench, scene: Scene) -> Version:
    """v2 of segment 2, which never met its neighbours."""
    v1 = bench.project.current(scene, SEGMENT_2)
    return bench.project.store.versions.add(
        NewVersion(
            scene_id=scene.id,
            sequence_index=SEGMENT_2,
            file=v1.file,
            file_sha256=v1.file_sha256,
            file_bytes=v1.file_bytes,
            facts=v1.facts,
            first_frame=v1.first_frame,
            last_frame=v1.last_frame,
            frame_index=bench.project.store.versions.frame_index(v1.id),
        )
    )


def seen_elsewhere(bench: Workbench, pair: tuple[int, int]) -> list[Join | None]:
    """What another thread finds in the database at each publishing: the committed state."""
    seen: list[Join | None] = []

    def look(_changes: Changes) -> None:
        def read() -> None:
            seen.append(bench.project.store.joins.get(*pair))

        thread = threading.Thread(target=read)
        thread.start()
        thread.join()

    bench.project.feed.subscribe(look)
    return seen


def latest(seen: list[Join | None]) -> Join:
    assert seen[-1] is not None
    return seen[-1]


def test_who_is_told_of_a_decision_finds_it_stored(bench: Workbench, scene: Scene) -> None:
    join = bench.boundaries.at(scene, SEGMENT_2, CTX).join
    seen = seen_elsewhere(bench, (join.left_id, join.right_id))

    bench.decisions.accept(scene, SEGMENT_2, CTX)
    assert latest(seen).decision is Decision.ACCEPTED
    bench.history.undo(CTX)
    assert latest(seen).decision is None
    smoothed(bench, scene, SEGMENT_2, "blend", 2)
    assert latest(seen).treatment.method == "blend"


def test_a_pair_that_was_never_measured_has_no_figure_of_another(
    bench: Workbench, scene: Scene, candidate: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = bench.project.current(scene, SEGMENT_2 + 1)
    assert after.boundary_ssim_before is not None

    def unreadable(*_: object, **_also: object) -> SeamMeasures:
        raise MediaError("The neighbour's clip is gone")

    monkeypatch.setattr(boundaries_module, "measure_seam", unreadable)
    with pytest.raises(MediaError):
        bench.versions.use(candidate, CTX)
    assert bench.project.store.versions.get(after.id).boundary_ssim_before is None
    monkeypatch.undo()
    bench.boundaries.check(scene, CTX)
    assert bench.project.store.versions.get(after.id).boundary_ssim_before is not None


def test_measuring_does_not_undo_what_somebody_decided_meanwhile(
    bench: Workbench, scene: Scene, candidate: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = bench.project.current(scene, SEGMENT_2 + 1)
    measures = bench.boundaries.at(scene, SEGMENT_2, CTX).join.measures
    treated = Join(candidate.id, after.id, measures, Treatment("reextract", trim_left=3))

    def slow(
        before: list[SeamPicture], behind: list[SeamPicture], *, cache: PairCache
    ) -> SeamMeasures:
        bench.project.store.joins.save(treated, "somebody")
        return measure_seam(before, behind, cache=cache)

    monkeypatch.setattr(boundaries_module, "measure_seam", slow)
    assert bench.boundaries.measured(candidate, after) == treated
    assert bench.project.store.joins.get(candidate.id, after.id) == treated


@pytest.mark.parametrize(
    ("left_index", "place"), [(-1, "before segment 1"), (9, "after segment 10")]
)
def test_where_the_scene_ends_there_is_no_boundary(
    bench: Workbench, scene: Scene, left_index: int, place: str
) -> None:
    with pytest.raises(NotFound, match=place):
        bench.boundaries.at(scene, left_index, CTX)


def test_a_cut_is_not_accepted(bench: Workbench, scene: Scene) -> None:
    join = bench.boundaries.at(scene, SEGMENT_2, CTX).join
    cut = bench.boundaries.save(join.decide(Decision.CUT), "ann")
    with pytest.raises(WrongUse, match="is a cut"):
        bench.decisions.accept(scene, SEGMENT_2, CTX)
    assert bench.boundaries.at(scene, SEGMENT_2, CTX).join == cut


def test_where_no_frame_can_be_left_out_none_is(
    bench: Workbench, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Although the boundary repeats a frame, which is left out wherever there is room."""
    assert bench.boundaries.at(scene, SEGMENT_2, CTX).join.treatment.method == "drop_repeat"

    def fits(_self: Boundaries, _left: Version, _right: Version, treatment: Treatment) -> bool:
        return treatment.left_taken == treatment.right_taken == 0

    monkeypatch.setattr(Boundaries, "fits", fits)
    comparison = bench.remedies.compare(scene, SEGMENT_2, CTX)
    assert comparison.boundary.join.treatment.method == "drop_repeat"
    assert bench.remedies.untreated(scene, SEGMENT_2, CTX).join.treatment == UNTREATED


def test_what_an_older_measure_found_is_measured_anew_in_the_background(
    bench: Workbench, scene: Scene
) -> None:
    before = bench.boundaries.known(scene)
    store, old = bench.project.store, before[SEGMENT_2].join
    assert old.measures is not None
    accepted = bench.decisions.accept(scene, SEGMENT_2, CTX, "as it was").join
    store._database.sql(
        "UPDATE joins SET measure_version = 1, figures_json = NULL WHERE left_id = ?", old.left_id
    )
    store._database.sql("DELETE FROM joins WHERE left_id = ?", before[0].join.left_id)
    known = bench.boundaries.known(scene)
    assert known[SEGMENT_2].boundary_class is None
    assert known[SEGMENT_2].join.treatment == old.treatment

    bench.boundaries.renew(CTX)

    after = bench.boundaries.known(scene)
    assert after[SEGMENT_2].join.measures == old.measures
    assert after[SEGMENT_2].join == accepted
    assert after[0].join.measures is None  # nobody has looked at it
    assert after[2:] == before[2:]


def test_a_clip_that_cannot_be_read_keeps_no_other_boundary_from_being_measured_anew(
    bench: Workbench, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bench.boundaries.known(scene)
    unreadable = before[SEGMENT_2].join.left_id
    bench.project.store._database.sql("UPDATE joins SET measure_version = 1, figures_json = NULL")
    measured = Boundaries.measured

    def reads_most(self: Boundaries, left: Version, right: Version) -> Join:
        if left.id == unreadable:
            raise MediaError("No clip", "it is gone", "Bring it back")
        return measured(self, left, right)

    monkeypatch.setattr(Boundaries, "measured", reads_most)
    with pytest.raises(MediaError, match="No clip"):
        bench.boundaries.renew(CTX)
    after = bench.boundaries.known(scene)
    assert after[SEGMENT_2].boundary_class is None
    assert after[0] == before[0]
    assert after[2:] == before[2:]
