"""What the open project's boundaries are judged by; checked in its file."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from restitch_app.domain.boundaries import (
    BoundaryClass,
    BoundaryPolicy,
    BoundaryType,
    Continuity,
    PlainSsim,
)
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.seams import Channel
from restitch_app.services.project.project import open_project
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.settings.boundaries_page import BoundariesPage
from restitch_app.ui.settings.limit_fields import defaults_of, limit_rows
from restitch_app.ui.settings.limit_preview import preview_line
from tests.ui.hands import Hands
from tests.ui.windows import open_in


def _page(window: MainWindow) -> BoundariesPage:
    window.settings.show()
    dialog = window.settings.shown
    assert dialog is not None
    dialog.show_item("Boundaries", "")
    dialog.activateWindow()  # the offscreen platform leaves that to us
    page = dialog.page("Boundaries")
    assert isinstance(page, BoundariesPage)
    assert page.isVisible()
    return page


def _close(window: MainWindow) -> None:
    assert window.settings.shown is not None
    window.settings.shown.close()


def _stored(folder: Path) -> BoundaryPolicy:
    with open_project(folder, read_only=True) as project:
        return project.settings().boundary_policy


def _text(page: BoundariesPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def _type(qtbot: QtBot, page: BoundariesPage, key: str, text: str) -> None:
    """Into the field, which keeps the focus."""
    field = page.fields.fields[key]
    window = page.window()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_without_a_project_nothing_can_be_set(window: MainWindow) -> None:
    page = _page(window)
    assert page.note.text.startswith("Open a project")
    assert not page.reset.isEnabled()
    _close(window)


def test_every_limit_is_there_with_its_unit_and_default(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    page = _page(window)
    for kind in BoundaryType:
        for name in ("yellow", "red", *Channel):
            assert f"{kind}.{name}" in page.fields.fields
    assert {"ssim_threshold", "ssim_band"} < page.fields.fields.keys()
    assert page.fields.policy == Continuity()
    told = [label.text() for label in page.fields.findChildren(QLabel)]
    for row in limit_rows(Continuity()):
        assert f"{row.unit} · default {row.usual:.2f}" in told
    _close(window)


def test_a_limit_is_previewed_kept_and_undone(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    hands, page = Hands(qtbot, window), _page(window)
    hands.wait(lambda: "4 smooth" in _text(page, "limits_preview"))
    assert "now" not in _text(page, "limits_preview")
    _type(qtbot, page, "other.yellow", "0.01")
    _type(qtbot, page, "chained.yellow", "0.01")
    hands.wait(lambda: "(now 0, 0, 4)" in _text(page, "limits_preview"))
    assert isinstance(_stored(project_folder), Continuity)
    page.fields.fields["chained.yellow"].clearFocus()
    for kind in BoundaryType:
        hands.wait(lambda kind=kind: _limits(project_folder, kind)[0] == 0.01)  # type: ignore[misc]
    hands.wait(lambda: "now" not in _text(page, "limits_preview"))
    assert "4 smooth" not in _text(page, "limits_preview")
    hands.wait(lambda: "judged" in window.actions_[Act.UNDO].text())
    window.actions_[Act.UNDO].trigger()
    hands.wait(lambda: _limits(project_folder, BoundaryType.CHAINED)[0] == 1.0)
    hands.wait(lambda: page.fields.fields["chained.yellow"].value() == 1.0)
    page.reset.click()
    hands.wait(lambda: _stored(project_folder) == Continuity())
    hands.wait(lambda: not page.reset.isEnabled())
    _close(window)


def _limits(folder: Path, kind: BoundaryType) -> tuple[float, float]:
    policy = _stored(folder)
    assert isinstance(policy, Continuity)
    limits = policy.limits(kind)
    return limits.yellow, limits.red


def test_limits_that_cannot_be_meant_are_not_kept(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    page = _page(window)
    _type(qtbot, page, "chained.yellow", "3.00")
    assert page.problem.text.startswith("Chained: a visible jump cannot begin below borderline")
    window.settings.shown.show_item("Project", "")  # type: ignore[union-attr]
    assert page.fields.fields["chained.yellow"].value() == 1.0
    assert _stored(project_folder) == Continuity()
    _close(window)


def test_plain_ssim_can_be_chosen_and_left(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    hands, page = Hands(qtbot, window), _page(window)
    for number, policy in ((1, PlainSsim), (0, Continuity)):
        button = page.findChild(QRadioButton, f"boundary_policy_{number}")
        assert isinstance(button, QRadioButton)
        button.click()
        hands.wait(lambda policy=policy: isinstance(_stored(project_folder), policy))  # type: ignore[misc]
        hands.wait(lambda policy=policy: isinstance(page.fields.policy, policy))  # type: ignore[misc]
        is_plain = policy is PlainSsim
        start = "Wrong calls speak" if is_plain else "0 wrong calls so far"
        hands.wait(lambda start=start: page.proposal.words.text().startswith(start))  # type: ignore[misc]
        assert len(page.fields.fields) == (2 if is_plain else 22)
    _close(window)


def test_limits_are_proposed_from_wrong_calls_and_used(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    with open_project(project_folder) as project:
        versions = project.store.versions.current(project.scene().id)
        for left, right in pairwise(versions):
            join = project.store.joins.get(left.id, right.id)
            assert join is not None
            assert join.measures is not None
            project.store.calls.save(
                BoundaryCall(
                    left.id,
                    right.id,
                    BoundaryClass.GREEN,
                    BoundaryClass.YELLOW,
                    BoundaryType.CHAINED,
                    {Channel.COLOUR: 1.2},
                    join.measures.version,
                ),
                "Ann",
            )
    open_in(qtbot, window, project_folder)
    hands, page = Hands(qtbot, window), _page(window)
    use = page.findChild(QPushButton, "use_proposal")
    assert isinstance(use, QPushButton)
    hands.wait(use.isVisible)
    told = page.proposal.words.text()
    assert told.startswith("Colour or brightness steps, chained: 1.00 → 1.25. 4 false alarms fewer")
    use.click()
    hands.wait(lambda: _colour(project_folder) == 1.25)
    hands.wait(lambda: page.fields.fields["chained.colour"].value() == 1.25)
    hands.wait(lambda: not use.isVisible())
    _close(window)


def _colour(folder: Path) -> float:
    policy = _stored(folder)
    assert isinstance(policy, Continuity)
    return policy.chained.of(Channel.COLOUR)


def test_the_preview_names_what_is_now_only_where_it_differs() -> None:
    assert preview_line((2, 1, 6), (3, 0, 6)) == (
        "With these limits: 2 visible, 1 borderline, 6 smooth (now 3, 0, 6)"
    )
    assert (
        preview_line((0, 0, 9), (0, 0, 9)) == "With these limits: 0 visible, 0 borderline, 9 smooth"
    )


@pytest.mark.parametrize("policy", [Continuity(), PlainSsim()])
def test_the_defaults_are_the_domains(policy: BoundaryPolicy) -> None:
    assert defaults_of(policy) == policy
