"""Continuity and drift in the real window, on real files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.media.metering import counted_decodes
from restitch_app.services.continuity.clip_curves import FOLDER
from restitch_app.services.project.project import open_project
from restitch_app.ui.background import turns
from restitch_app.ui.dialogs.regenerate_dialog import RegenerateDialog
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.watches import continuity_watch
from tests.services.scenes import bench_on, imported, new_workbench
from tests.services.test_drift import drifting_clips
from tests.ui.windows import open_in


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(continuity_watch, "BEGIN_AFTER_MS", 0)
    monkeypatch.setattr(turns, "QUIET_S", 0.0)


def is_whole(window: MainWindow) -> bool:
    curve = window.continuity.curve
    return (
        curve is not None
        and len(curve) == window.state.frame_count - 1
        and curve.known_pairs == len(curve)
        and not window.continuity.is_measuring
    )


def test_the_lane_fills_by_itself_and_the_next_start_decodes_nothing(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    qtbot.waitUntil(lambda: is_whole(window))
    assert not window.timeline.view.layout_now().continuity.isEmpty()
    assert "neighbouring frames SSIM" in window.timeline.view.accessibleDescription()
    assert list((project_folder / FOLDER).glob("*.npy"))
    bench = window.session.bench
    assert bench is not None
    scene = bench.project.scene()
    with counted_decodes() as meter:
        curve = bench.continuity.measured(scene, JobContext())
    assert meter.total == 0
    assert window.continuity.curve is not None
    assert curve.similarity.tolist() == window.continuity.curve.similarity.tolist()


def test_below_850_the_lane_hides(qtbot: QtBot, window: MainWindow, project_folder: Path) -> None:
    open_in(qtbot, window, project_folder)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.timeline.view.layout_now().continuity.isEmpty())
    window.resize(1280, 860)
    qtbot.waitUntil(lambda: not window.timeline.view.layout_now().continuity.isEmpty())


def test_a_change_is_followed(qtbot: QtBot, window: MainWindow, project_folder: Path) -> None:
    open_in(qtbot, window, project_folder)
    qtbot.waitUntil(lambda: is_whole(window))
    first = window.continuity.curve
    window.state.scene_changed.emit(Changes(boundaries=frozenset({1})))
    qtbot.waitUntil(lambda: window.continuity.curve is not first)
    qtbot.waitUntil(lambda: is_whole(window))


def test_closing_in_the_middle_keeps_what_is_measured(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    qtbot.waitUntil(lambda: window.continuity.curve is not None)
    with qtbot.waitSignal(window.session.closed):
        window.session.close()
    assert window.continuity.curve is None
    assert not window.continuity.is_measuring
    assert window.timeline.view.accessibleDescription() == "No scene"


def test_measuring_waits_while_the_playhead_moves(
    qtbot: QtBot,
    window: MainWindow,
    project_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "QUIET_S", 3600.0)
    open_in(qtbot, window, project_folder)
    window.state.set_playhead(3)
    qtbot.waitUntil(lambda: window.continuity.curve is not None)
    curve = window.continuity.curve
    assert curve is not None
    assert curve.known_pairs == 0
    monkeypatch.setattr(turns, "QUIET_S", 0.0)
    qtbot.waitUntil(lambda: is_whole(window))


@pytest.fixture
def drifting_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "drifting"
    bench = new_workbench(folder)
    imported(bench, drifting_clips(tmp_path / "clips"))
    bench.project.close()
    return folder


def test_re_anchoring_opens_the_dialog_with_the_corrected_picture(
    qtbot: QtBot, window: MainWindow, drifting_folder: Path
) -> None:
    open_in(qtbot, window, drifting_folder)
    drift = window.inspector.scene.drift
    window.inspector.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: is_whole(window))
    qtbot.waitUntil(drift.reanchor.isVisible)
    assert drift.reanchor.text() == "Re-anchor segment 4…"
    drift.reanchor.click()
    qtbot.waitUntil(lambda: window.dialogs.shown is not None)
    dialog = window.dialogs.shown
    assert isinstance(dialog, RegenerateDialog)
    where = dialog.findChild(QLabel, "seed_where")
    assert where is not None
    assert where.text() == "Re-anchored to segments 1–3"
    seed = dialog.left.seed.seed
    assert seed is not None
    assert Path(seed.choice).parent == drifting_folder / "media" / "frames"
    dialog.reject()


def test_a_project_that_was_measured_elsewhere_is_shown_at_once(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    bench = bench_on(open_project(project_folder))
    bench.continuity.measured(bench.project.scene(), JobContext())
    bench.project.close()
    with counted_decodes() as meter:
        open_in(qtbot, window, project_folder)
        qtbot.waitUntil(lambda: is_whole(window))
        looked_at = {path.name for path in meter.by_path}
    assert len(looked_at) <= 2  # the player's own
