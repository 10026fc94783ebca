"""The boundary inspector in the real window, with mouse and keyboard as a reviewer uses it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.domain.boundaries import BoundaryClass
from restitch_app.domain.changes import Changes
from restitch_app.domain.joins import Decision
from restitch_app.domain.progress import JobContext
from restitch_app.services.remedies.applying import Applied
from restitch_app.services.remedies.trying import Remedies
from restitch_app.services.remedies.values import Candidate
from restitch_app.ui.boundary.comparing import NOT_TRIED, Trying
from restitch_app.ui.boundary.plot import LEAST_HEIGHT
from restitch_app.ui.boundary.views import PictureView
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.pieces.widgets import ElidedLabel
from tests.ui.boundary.faulty import BRIGHTER, CUT, SKIPPED, SMOOTH
from tests.ui.hands import Hands, stored

Key = Qt.Key
MOST_STEPS = 60


def text_of(window: MainWindow, name: str) -> str:
    found = window.inspector.findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_from_red_to_red_by_keyboard(window: MainWindow, inspecting: Hands, faulty: Path) -> None:
    hands, state = inspecting, window.state
    hands.press(Key.Key_N)
    hands.press(Key.Key_S)
    assert (state.selected_boundary, window.pages.is_boundary_open) == (BRIGHTER, True)
    assert "brighter" in text_of(window, "boundary_sentence")
    hands.wait_for_fixes()
    best, second = window.fixes.fixes[:2]
    assert window.fixes.recommended == best.candidate.name
    _go_to(window, hands, f"fix_{best.candidate.name}")
    hands.press(Key.Key_Down)
    assert window.fixes.selected is second
    hands.press(Key.Key_Up)
    hands.press(Key.Key_Return)
    hands.wait(lambda: state.selected_boundary == SKIPPED)
    hands.press(Key.Key_A)
    hands.wait(lambda: state.selected_boundary == CUT)
    hands.press(Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    line = window.inspector.findChild(QLineEdit, "accept_reason")
    assert line is not None
    assert line.hasFocus()
    for key in (Key.Key_A, Key.Key_N, Key.Key_S):  # letters, and no shortcuts
        hands.press(key)
    hands.press(Key.Key_Return)
    hands.wait(lambda: hands.boundary(CUT).join.decision is Decision.ACCEPTED)
    hands.press(Key.Key_Escape)
    assert window.pages.currentWidget() is window.viewer

    _, boundaries = stored(faulty)
    assert boundaries[BRIGHTER].join.treatment.method == best.candidate.name
    assert boundaries[BRIGHTER].boundary_class is BoundaryClass.GREEN
    assert boundaries[SKIPPED].join.decision is Decision.ACCEPTED
    assert boundaries[SKIPPED].boundary_class is BoundaryClass.RED
    decided = boundaries[CUT].join.decided
    assert decided is not None
    assert decided.reason == "ans"
    assert decided.by


def _go_to(window: MainWindow, hands: Hands, name: str) -> None:
    """F6 to the inspector, and Tab in it."""
    for _ in range(MOST_STEPS):
        focus = QApplication.focusWidget()
        if focus is not None and focus.objectName() == name:
            return
        inside = focus is not None and window.inspector.isAncestorOf(focus)
        hands.press(Key.Key_Tab if inside else Key.Key_F6)
    raise AssertionError(f"{name} is not reached")


def test_a_cut_is_declared_and_taken_back(
    qtbot: QtBot, window: MainWindow, inspecting: Hands, faulty: Path
) -> None:
    hands = inspecting
    hands.click_mark(CUT)
    hands.click("inspect_boundary", window.inspector)
    hands.wait_for_fixes()
    assert "Another shot begins here" in text_of(window, "boundary_sentence")
    regenerate, row = window.inspector.boundary.regenerate, window.inspector.boundary.fixes
    hands.wait(lambda: regenerate.y() < row.y())  # nothing mends it: regenerating leads
    assert regenerate.button.property("kind") == "primary"
    hands.click("more_decisions", window.inspector)
    menu = window.findChild(QMenu, "decisions_menu")
    assert menu is not None
    action = next(one for one in menu.actions() if one.text() == "Declare a cut")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    hands.wait(lambda: hands.boundary(CUT).is_cut)
    assert stored(faulty)[1][CUT].boundary_class is None
    hands.wait(lambda: window.state.selected_boundary == BRIGHTER)

    hands.click_mark(CUT)
    assert text_of(window, "boundary_verdict") == "Cut"
    assert not window.inspector.boundary.foot.apply.isEnabled()
    assert regenerate.button.property("kind") != "primary", "nothing is to be mended"
    hands.click("take_back", window.inspector)
    hands.wait(lambda: hands.boundary(CUT).join.decision is None)
    hands.wait(lambda: text_of(window, "boundary_verdict") == "Visible jump")
    hands.back()  # the offscreen platform does not, after a menu
    hands.press(Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    hands.wait(lambda: hands.boundary(CUT).is_cut)
    hands.control(Key.Key_Z)
    hands.wait(lambda: hands.boundary(CUT).join.decision is None)


def test_pictures_are_looked_at_together(
    qtbot: QtBot, window: MainWindow, inspecting: Hands
) -> None:
    hands, page = inspecting, window.pages.boundary
    hands.click_mark(SKIPPED)
    hands.click("inspect_boundary", window.inspector)
    hands.wait(lambda: page.heat.view.image is not None)
    views = (page.left.view, page.right.view, page.heat.view)
    plain = [_shown(view) for view in views]
    qtbot.mouseMove(views[0], views[0].rect().center())
    pointed = [_shown(view) for view in views]
    assert all(one != other for one, other in zip(plain, pointed, strict=True))
    _wheel(views[2], 3)
    zoomed = [_shown(view) for view in views]
    assert all(one != other for one, other in zip(pointed, zoomed, strict=True))

    layout, plotted = page.plot.layout_now(), page.plot.plotted
    assert layout is not None
    assert plotted is not None
    at = layout.point(plotted.seam + 3, plotted.now[plotted.seam + 3]).toPoint()
    qtbot.mouseClick(page.plot, Qt.MouseButton.LeftButton, pos=at)
    assert window.state.playhead == plotted.first_frame + plotted.seam + 3


def _shown(view: PictureView) -> bytes:
    return bytes(view.grab().toImage().constBits())


def _wheel(view: QWidget, notches: int) -> None:
    middle = QPointF(view.rect().center())
    turn, none = QPoint(0, 120 * notches), Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        middle,
        view.mapToGlobal(middle),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_a_smooth_boundary_is_left_alone_until_somebody_asks(
    window: MainWindow, inspecting: Hands
) -> None:
    hands = inspecting
    hands.click_mark(SMOOTH)
    hands.click("inspect_boundary", window.inspector)
    hands.wait(lambda: window.fixes.look is not None)
    assert text_of(window, "boundary_verdict") == "Smooth"
    assert window.fixes.comparing.state is Trying.NOT_ASKED
    assert not window.inspector.boundary.foot.apply.isEnabled()
    hands.click("try_fixes", window.inspector)
    hands.wait_for_fixes()
    assert window.fixes.recommended == ""
    assert "leave it as it is" in text_of(window, "trying_told")


def test_fixes_that_were_asked_for_are_tried_whatever_changes_meanwhile(
    window: MainWindow, inspecting: Hands
) -> None:
    hands = inspecting
    hands.click_mark(SMOOTH)
    hands.click("inspect_boundary", window.inspector)
    hands.wait(lambda: window.fixes.look is not None)
    hands.click("try_fixes", window.inspector)
    hands.wait(lambda: window.fixes.is_working)
    window.session.publish(Changes(scene=True))
    hands.wait_for_fixes()
    assert "leave it as it is" in text_of(window, "trying_told")


def test_a_missing_clip_is_told_once_with_what_to_do(
    window: MainWindow, inspecting: Hands, faulty: Path
) -> None:
    hands, page = inspecting, window.pages.boundary
    version = window.state.current(SMOOTH + 1)
    assert version is not None
    (faulty / version.file).unlink()
    hands.click_mark(SMOOTH)
    hands.press(Key.Key_S)
    hands.wait(lambda: window.fixes.problem != "")
    hands.wait(lambda: "cannot be read" in text_of(window, "boundary_sentence"))
    assert str(faulty) not in window.fixes.problem, "the log says where"
    views = (page.left.view, page.right.view, page.heat.view)
    assert [one.accessibleDescription() for one in views] == [window.fixes.problem, "", ""]
    assert window.pages.boundary.plot.plotted is None


def test_all_stays_in_view_on_a_laptop(qtbot: QtBot, window: MainWindow, inspecting: Hands) -> None:
    hands = inspecting
    window.resize(1280, 800)
    hands.click_mark(BRIGHTER)
    hands.click("inspect_boundary", window.inspector)
    hands.wait_for_fixes()
    assert window.pages.boundary.plot.height() >= LEAST_HEIGHT
    foot = window.inspector.boundary.foot
    for button in (foot.apply, foot.accept):
        bottom = button.mapTo(window, button.rect().bottomRight())
        assert window.rect().contains(bottom)
        assert button.width() >= button.sizeHint().width()
    assert "natural" in text_of(window, "boundary_value_below")


def test_a_bug_while_fixes_are_tried_is_told_in_words(
    window: MainWindow, inspecting: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("left")

    monkeypatch.setattr(Remedies, "known", broken)
    inspecting.click_mark(BRIGHTER)
    inspecting.press(Key.Key_S)
    inspecting.wait(lambda: window.fixes.comparing.state is Trying.FAILED)
    assert window.fixes.comparing.problem == NOT_TRIED


def test_a_measured_class_that_was_not_foretold_is_told(
    window: MainWindow, inspecting: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    applied_as_it_is = Remedies.apply

    def worse(self: Remedies, candidate: Candidate, ctx: JobContext) -> Applied:
        applied = applied_as_it_is(self, candidate, ctx)
        boundary = replace(applied.boundary, boundary_class=BoundaryClass.YELLOW)
        return replace(applied, boundary=boundary)

    monkeypatch.setattr(Remedies, "apply", worse)
    said: list[str] = []
    window.notices.said.connect(lambda saying: said.append(saying.text))
    hands = inspecting
    hands.click_mark(BRIGHTER)
    hands.press(Key.Key_S)
    hands.wait(lambda: window.fixes.is_working)
    hands.press(Key.Key_Return)  # while remedies are still tried: the best, once it is known
    assert window.fixes.is_applying
    hands.wait_for_fixes()
    hands.wait(lambda: any("Measured" in text for text in said))
    hands.wait(lambda: window.state.selected_boundary == SKIPPED)
    hands.wait(lambda: hands.boundary(BRIGHTER).join.treatment.method != "none")
    shown = window.status.findChild(ElidedLabel, "status_text")
    assert shown is not None
    assert "Measured 0." in shown.accessibleName(), "still there after the scene was read again"
    assert "predicted 0." in shown.accessibleName()
