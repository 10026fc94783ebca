"""Fixes, page and tab on a real boundary that jumps."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from restitch_app.domain.progress import JobContext
from restitch_app.services.project.project import open_project
from restitch_app.ui.boundary.comparing import Trying
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.boundary.page import BoundaryPage
from restitch_app.ui.inspector.boundary_tab import BoundaryTab
from restitch_app.ui.theme.theme import Theme
from tests.services.scenes import bench_on
from tests.ui.clipping import clipped
from tests.ui.panels import REDONE, Panels
from tests.ui.windows import PATIENT_MS

REMEDIES = "media/remedies"
LEAST_PAGE = 740
"""Narrower than beside the inspector in the smallest window with text at 150 %."""


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
    return fixes.look is not None and fixes.comparing.state is Trying.DONE


@pytest.fixture(scope="session")
def tried(tmp_path_factory: pytest.TempPathFactory, red_project: Path) -> Path:
    """What the program keeps of the boundary's remedies, each of them tried once."""
    folder = tmp_path_factory.mktemp("tried") / "project"
    shutil.copytree(red_project, folder)
    with open_project(folder) as project:
        bench_on(project).remedies.compare(project.scene(), REDONE, JobContext())
    return folder / REMEDIES


@pytest.fixture
def worked_out(qtbot: QtBot, panels: Panels, fixes: BoundaryFixes, tried: Path) -> BoundaryFixes:
    shutil.copytree(tried, panels.bench.project.path(REMEDIES))
    panels.state.select_boundary(REDONE)
    qtbot.waitUntil(lambda: ready(fixes), timeout=PATIENT_MS)
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


@pytest.mark.usefixtures("worked_out")
def test_where_room_is_short_only_facts_give_way(
    qtbot: QtBot, page: BoundaryPage, theme: Theme
) -> None:
    theme.set_text_percent(150)
    try:
        for width in range(1200, LEAST_PAGE - 1, -20):
            page.setFixedWidth(width)  # as the real window, which asks no part for its least width
            qtbot.waitUntil(lambda: clipped(page) == [])
    finally:
        theme.set_text_percent(100)


def test_every_candidate_is_measured_and_the_plot_shows_the_chosen_one(
    page: BoundaryPage, worked_out: BoundaryFixes
) -> None:
    assert len(worked_out.fixes) > 10
    fix = next(one for one in worked_out.fixes if one.can_be_applied)
    worked_out.select(fix.candidate.name)
    assert worked_out.selected is fix
    plotted, predicted = page.plot.plotted, fix.candidate.predicted
    assert plotted is not None
    assert predicted is not None
    assert plotted.predicted == predicted.curve
    assert plotted.predicted[plotted.predicted_seam] == fix.ssim
    assert all(one.cost or one.why_not for one in worked_out.fixes)


def test_apply_hands_over_the_very_candidate(
    qtbot: QtBot, panels: Panels, tab: BoundaryTab, worked_out: BoundaryFixes
) -> None:
    fix = next(one for one in worked_out.fixes if one.can_be_applied)
    worked_out.select(fix.candidate.name)
    with qtbot.waitSignal(worked_out.apply_asked) as asked:
        qtbot.mouseClick(tab.foot.apply, Qt.MouseButton.LeftButton)
    assert asked.args == [fix]
    assert not worked_out.is_applied(fix)


def test_apply_before_it_is_known_what_is_best_waits_for_it(
    qtbot: QtBot, panels: Panels, tab: BoundaryTab, fixes: BoundaryFixes
) -> None:
    panels.state.select_boundary(REDONE)
    qtbot.waitUntil(lambda: fixes.is_working, timeout=PATIENT_MS)
    assert tab.foot.apply.isEnabled()
    fixes.apply()
    assert fixes.is_applying
    assert tab.foot.apply.text() == "Working…"
    qtbot.waitUntil(lambda: not fixes.is_working, timeout=PATIENT_MS)
    assert not fixes.is_applying


def test_trying_can_be_stopped_and_gone_on_with(
    qtbot: QtBot, panels: Panels, tab: BoundaryTab, fixes: BoundaryFixes
) -> None:
    panels.state.select_boundary(REDONE)
    qtbot.waitUntil(lambda: len(fixes.comparing.found) >= 2, timeout=PATIENT_MS)
    qtbot.mouseClick(tab.fixes.trying.stop, Qt.MouseButton.LeftButton)
    assert fixes.comparing.state is Trying.STOPPED
    known = len(fixes.comparing.found)
    assert known < 18
    qtbot.mouseClick(tab.fixes.trying.go, Qt.MouseButton.LeftButton)
    assert len(fixes.comparing.found) >= known
    qtbot.waitUntil(lambda: fixes.comparing.state is Trying.DONE, timeout=PATIENT_MS)


def test_fixes_of_another_version_are_not_offered(
    qtbot: QtBot, panels: Panels, worked_out: BoundaryFixes
) -> None:
    old = panels.bench.versions.history(panels.bench.project.scene(), REDONE)[-1]
    panels.bench.versions.use(old, JobContext())
    qtbot.waitUntil(lambda: worked_out.comparing.state is Trying.NOT_ASKED)
    assert worked_out.fixes == ()
    assert worked_out.comparison is None


def test_another_length_is_tried_anew(
    qtbot: QtBot, tab: BoundaryTab, worked_out: BoundaryFixes
) -> None:
    worked_out.select("flow_morph")
    row = tab.fixes.rows["flow_morph"]
    row.length.slider.setFocus()
    qtbot.keyClick(row.length.slider, Qt.Key.Key_Right)
    assert worked_out.own_length.frames == 2
    qtbot.waitUntil(lambda: worked_out.own_length.frames is None, timeout=PATIENT_MS)
    chosen = worked_out.selected
    assert chosen is not None
    assert (chosen.candidate.name, chosen.candidate.window) == ("flow_morph", 2)
    assert chosen.candidate.frames_changed == 4


def test_a_preview_plays_as_it_is_beside_the_fix(
    qtbot: QtBot, page: BoundaryPage, worked_out: BoundaryFixes
) -> None:
    still, heading = page.left.view.image, page.left.title.accessibleName()
    with qtbot.waitSignal(page._preview.frame_changed, timeout=PATIENT_MS):
        worked_out.play("flow_morph")
    assert page.bar.play.isChecked()
    assert page.left.title.accessibleName() == "Without a fix"
    assert page.right.title.accessibleName() == "Optical-flow morph"
    qtbot.waitUntil(lambda: page.left.view.image != page.right.view.image, timeout=PATIENT_MS)
    page.toggle_preview()
    assert not page._preview.is_running
    assert page.left.view.image == still
    assert page.left.title.accessibleName() == heading


def test_accepting_and_regenerating_are_wished_for(
    qtbot: QtBot, tab: BoundaryTab, worked_out: BoundaryFixes
) -> None:
    with qtbot.waitSignal(worked_out.accept_asked) as accepted:
        qtbot.mouseClick(tab.foot.accept, Qt.MouseButton.LeftButton)
    assert accepted.args == [REDONE, ""]
    assert tab.regenerate.button.text() == "Regenerate 3…"
    with qtbot.waitSignal(worked_out.regenerate_asked) as again:
        qtbot.mouseClick(tab.regenerate.button, Qt.MouseButton.LeftButton)
    assert again.args == [REDONE + 1]


def test_the_tab_says_what_stands_there(tab: BoundaryTab, worked_out: BoundaryFixes) -> None:
    told = tab.findChild(QLabel, "boundary_sentence")
    verdict = tab.findChild(QLabel, "boundary_verdict")
    value = tab.findChild(QLabel, "boundary_value")
    assert told is not None
    assert verdict is not None
    assert value is not None
    assert verdict.text() == "Visible jump"
    assert "generated from a frame that has been replaced" in told.text()
    assert "natural" in value.text()


def test_arrow_keys_choose_among_the_remedies(
    qtbot: QtBot, tab: BoundaryTab, worked_out: BoundaryFixes
) -> None:
    qtbot.mouseClick(tab.fixes.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all(row.height() > 40 for row in tab.fixes.rows.values()))
    first, second = worked_out.fixes[:2]
    worked_out.select(first.candidate.name)
    row = tab.fixes.rows[first.candidate.name]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Down)
    assert worked_out.selected is second


def test_leaving_the_boundary_drops_what_was_worked_out(
    page: BoundaryPage, panels: Panels, worked_out: BoundaryFixes
) -> None:
    panels.state.select_segment(0)
    assert worked_out.boundary is None
    assert worked_out.fixes == ()
    assert page.plot.plotted is None
    assert page.left.view.image is None
