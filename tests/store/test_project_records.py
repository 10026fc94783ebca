"""Settings, scenes, quality results and the audit trail."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from restitch_app.domain.boundaries import PlainSsim
from restitch_app.domain.errors import NotFound
from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.quality import CheckName, CheckResult, QualityReport, Verdict
from restitch_app.domain.versions import ProjectSettings, Scene
from restitch_app.store.errors import Refused
from restitch_app.store.store import Store, create_store, open_store
from tests.store.samples import add_chain, new_job, new_version

SETTINGS = ProjectSettings(
    name="Winter",
    boundary_policy=PlainSsim(0.5, 0.25),
    analysis_height=240,
    becomes_current=BecomesCurrent.ASK,
    trim_repeats=False,
    server_url="http://gpu:8188",
)


def test_a_new_project_is_named_after_its_folder(store: Store, db_path: Path) -> None:
    assert store.project.settings() == ProjectSettings(db_path.parent.name)


def test_settings_survive_closing(db_path: Path) -> None:
    with create_store(db_path, SETTINGS) as store:
        assert store.project.settings() == SETTINGS
    with open_store(db_path) as store:
        assert store.project.settings() == SETTINGS
        store.project.save_settings(ProjectSettings("Summer"))
        assert store.project.settings() == ProjectSettings("Summer")


def test_settings_of_a_later_program_are_kept(store: Store) -> None:
    store._database.sql("""UPDATE projects SET settings_json = '{"later": 1}'""")
    assert store.project.settings().analysis_height == 360
    store.project.save_settings(SETTINGS)
    kept = store._database.sql("SELECT json_extract(settings_json, '$.later') FROM projects")
    assert kept == [(1,)]


def test_scenes_come_back_with_their_exact_rate(store: Store, scene: Scene) -> None:
    assert scene.rate == Fraction(24000, 1001)
    other = store.scenes.add("Arch", Fraction(16), 640, 360)
    assert store.scenes.list() == (scene, other)
    assert store.scenes.get(scene.id) == store.scenes.by_name("Forest") == scene


def test_a_wrong_scene_name_is_answered_with_the_right_ones(store: Store, scene: Scene) -> None:
    store.scenes.add("Sea", scene.rate, 832, 480)
    with pytest.raises(NotFound, match='no scene "Sky"') as refusal:
        store.scenes.by_name("Sky")
    assert '"Forest", "Sea"' in str(refusal.value)
    with pytest.raises(NotFound, match="77"):
        store.scenes.get(77)


def test_a_second_scene_of_one_name_is_refused(store: Store, scene: Scene) -> None:
    with pytest.raises(Refused, match="already"):
        store.scenes.add("Forest", Fraction(16), 640, 360)
    assert store.scenes.list() == (scene,)


def test_a_quality_report_comes_back_and_is_replaced_as_a_whole(store: Store, scene: Scene) -> None:
    version = store.versions.add(new_version(scene.id, 0))
    assert store.quality.report(version.id) is None
    black = CheckResult(
        CheckName.BLACK, Verdict.FAIL, 12.5, 3.0, "frames", "3 frames are black", (0, 1, 80)
    )
    seed = CheckResult(CheckName.SEED, Verdict.PASS, 99.0, None, "", "Starts at its seed frame")
    for report in (
        QualityReport((seed, black), Verdict.FAIL, 49.0),
        QualityReport((seed,), Verdict.PASS, 99.0),
    ):
        store.versions.set_quality(version.id, report)
        assert store.quality.report(version.id) == report
        found = store.versions.get(version.id)
        assert (found.verdict, found.score) == (report.verdict, report.score)
    with pytest.raises(NotFound, match="77"):
        store.versions.set_quality(77, report)


def test_the_audit_trail_is_listed_newest_first(store: Store, scene: Scene) -> None:
    a, b, c = add_chain(store, scene.id, 3)
    job = store.jobs.add(new_job(scene.id, b.id))
    store.events.add("imported", "anna", detail={"clips": 3})
    store.events.add("approved", "anna", version_id=b.id)
    store.events.add("accepted", "ben", join=(b.id, c.id), detail={"why": "meant so"})
    store.events.add("queued", "ben", version_id=a.id, job_id=job.id)
    assert [event.kind for event in store.events.list()] == [
        "queued",
        "accepted",
        "approved",
        "imported",
    ]
    assert [event.kind for event in store.events.list(limit=1)] == ["queued"]
    accepted, approved = store.events.list(segment=(scene.id, 1))
    assert (accepted.kind, approved.kind) == ("accepted", "approved")
    assert (accepted.join, accepted.actor) == ((b.id, c.id), "ben")
    assert accepted.detail == {"why": "meant so"}
    assert (approved.version_id, approved.join, approved.detail) == (b.id, None, {})
    assert [event.kind for event in store.events.list(segment=(scene.id, 2))] == ["accepted"]
    assert store.events.list(segment=(scene.id, 0))[0].job_id == job.id
