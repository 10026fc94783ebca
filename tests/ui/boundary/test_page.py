"""Fixes, page and tab on a real boundary that jumps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from restitch_app.domain.joins import Decision
from restitch_app.domain.progress import JobContext
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.boundary.page import BoundaryPage
from restitch_app.ui.boundary.remedies import Remedy
from restitch_app.ui.inspector.boundary_tab import BoundaryTab
from tests.ui.panels import REDONE, WAIT_MS, Panels

CTX = JobContext()


@pytest.fixture
def fixes(panels: Panels) -> BoundaryFixes:
    return BoundaryFixes(panels.context, panels.window)


@pytest.fixture
def page(panels: Panels, fixes: BoundaryFixes) -> BoundaryPage:
    made = BoundaryPage(panels.context, fixes)
    panels.show(made, 1200, 620)
    return made


@pytest.fixture
def tab(panels: Panels, fixes: BoundaryFixes) -> BoundaryTab:
    made = BoundaryTab(panels.context, fixes)
    panels.show(made, 380, 700)
    return made


def ready(fixes: BoundaryFixes) -> bool:
    return (
        fixes.look is not None
        and bool(fixes.fixes)
        and not any(fix.is_working for fix in fixes.fixes)
    )


@pytest.fixture
def worked_out(qtbot: QtBot, panels: Panels, fixes: BoundaryFixes) -> BoundaryFixes:
    panels.state.select_boundary(REDONE)
    qtbot.waitUntil(lambda: ready(fixes), timeout=WAIT_MS)
    return fixes


def test_the_page_shows_both_frames_and_the_dip(
    page: BoundaryPage, panels: Panels, worked_out: BoundaryFixes
) -> None:
    boundary = panels.state.boundary(REDONE)
    last = panels.state.ranges[REDONE].stop
    assert boundary is not None
    title = page.findChild(QLabel, "boundary_title")
    assert title is not None
    assert title.text() == "Boundary 2 | 3"
    assert page.left.where.text() == f"v2 · frame {last}"
    assert page.right.where.text() == f"v1 · frame {last + 1}"
    for one in (page.left, page.right, page.heat):
        assert one.view.image is not None
    assert page.left.view.image != page.right.view.image
    plotted = page.plot.plotted
    assert plotted is not None
    assert plotted.now[plotted.seam] == boundary.ssim
    assert plotted.first_frame + plotted.seam == last - 1
    assert plotted.predicted[plotted.predicted_seam] > plotted.now[plotted.seam]


def test_predictions_are_measured_and_the_recommended_one_is_chosen(
    worked_out: BoundaryFixes,
) -> None:
    assert [fix.remedy for fix in worked_out.fixes] == [Remedy.BLEND, Remedy.REEXTRACT]
    assert all(fix.cost for fix in worked_out.fixes)
    best = worked_out.selected
    assert best is not None
    assert best.remedy is worked_out.recommended
    assert best.smoothed is not None
    assert best.smoothed.gain > 0


def test_apply_hands_over_the_very_preview(
    qtbot: QtBot, panels: Panels, tab: BoundaryTab, worked_out: BoundaryFixes
) -> None:
    worked_out.select(Remedy.BLEND)
    chosen = worked_out.selected
    assert chosen is not None
    with qtbot.waitSignal(worked_out.smooth_asked) as asked:
        qtbot.mouseClick(tab.apply, Qt.MouseButton.LeftButton)
    assert asked.args == [chosen.smoothed]
    panels.bench.smoothing.apply(asked.args[0])
    qtbot.waitUntil(lambda: Remedy.NONE in _remedies(worked_out), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: ready(worked_out), timeout=WAIT_MS)
    boundary = worked_out.boundary
    assert boundary is not None
    assert boundary.join.treatment.method == "blend"
    assert worked_out.is_applied(worked_out.fixes[0])


def _remedies(fixes: BoundaryFixes) -> list[Remedy]:
    return [fix.remedy for fix in fixes.fixes]


def test_apply_before_the_prediction_waits_for_it(
    qtbot: QtBot, panels: Panels, tab: BoundaryTab, fixes: BoundaryFixes
) -> None:
    panels.state.select_boundary(REDONE)
    qtbot.waitUntil(lambda: bool(fixes.fixes), timeout=WAIT_MS)
    assert fixes.selected is not None
    assert fixes.selected.is_working
    assert tab.apply.isEnabled()
    with qtbot.waitSignal(fixes.smooth_asked, timeout=WAIT_MS):
        fixes.apply()
        assert fixes.is_applying
        assert tab.apply.text() == "Working…"
    assert not fixes.is_applying


def test_another_length_is_tried_anew(qtbot: QtBot, worked_out: BoundaryFixes) -> None:
    worked_out.set_window(Remedy.BLEND, 2)
    fix = worked_out.selected
    assert fix is not None
    assert (fix.remedy, fix.window, fix.is_working) == (Remedy.BLEND, 2, True)
    qtbot.waitUntil(lambda: ready(worked_out), timeout=WAIT_MS)
    assert worked_out.selected is not None
    assert worked_out.selected.cost.startswith("Fades over 4 frames.")


def test_a_preview_plays_in_place_and_stops(
    qtbot: QtBot, page: BoundaryPage, worked_out: BoundaryFixes
) -> None:
    still = page.left.view.image
    with qtbot.waitSignal(page._preview.frame_changed, timeout=WAIT_MS):
        worked_out.play(Remedy.BLEND)
    assert page.play.isChecked()
    qtbot.waitUntil(lambda: page._preview.number > 2, timeout=WAIT_MS)
    assert page.left.view.image != still
    page.toggle_preview()
    assert not page._preview.is_running
    assert page.left.view.image == still


def test_accepting_and_regenerating_are_wished_for(
    qtbot: QtBot, panels: Panels, tab: BoundaryTab, worked_out: BoundaryFixes
) -> None:
    with qtbot.waitSignal(worked_out.accept_asked) as accepted:
        qtbot.mouseClick(tab.accept, Qt.MouseButton.LeftButton)
    assert accepted.args == [REDONE]
    assert tab.regenerate.text() == "Regenerate 3…"
    with qtbot.waitSignal(worked_out.regenerate_asked) as again:
        qtbot.mouseClick(tab.regenerate, Qt.MouseButton.LeftButton)
    assert again.args == [REDONE + 1]
    panels.bench.smoothing.accept(panels.bench.project.scene(), REDONE, CTX)
    qtbot.waitUntil(lambda: tab.accept.text() == "Accepted", timeout=WAIT_MS)
    boundary = worked_out.boundary
    assert boundary is not None
    assert boundary.join.decision is Decision.ACCEPTED


def test_the_tab_says_what_stands_there(tab: BoundaryTab, worked_out: BoundaryFixes) -> None:
    told = tab.findChild(QLabel, "boundary_sentence")
    verdict = tab.findChild(QLabel, "boundary_verdict")
    assert told is not None
    assert verdict is not None
    assert verdict.text() == "Visible jump"
    assert "generated from a frame that has been replaced" in told.text()


def test_arrow_keys_choose_among_the_remedies(
    qtbot: QtBot, tab: BoundaryTab, worked_out: BoundaryFixes
) -> None:
    worked_out.select(Remedy.BLEND)
    tab.rows[Remedy.BLEND].setFocus()
    qtbot.keyClick(tab.rows[Remedy.BLEND], Qt.Key.Key_Down)
    assert worked_out.selected is not None
    assert worked_out.selected.remedy is Remedy.REEXTRACT


def test_leaving_the_boundary_drops_what_was_worked_out(
    page: BoundaryPage, panels: Panels, worked_out: BoundaryFixes
) -> None:
    panels.state.select_segment(0)
    assert worked_out.boundary is None
    assert worked_out.fixes == ()
    assert page.plot.plotted is None
    assert page.left.view.image is None
