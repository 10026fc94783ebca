"""Takes of one request: grouped, ranked, and looked at one after the other by arrow key."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from restitch_app.domain.quality import Verdict
from restitch_app.domain.versions import Version
from restitch_app.media.index import build_index
from restitch_app.services.jobs.take_groups import TakeGroup, grouped
from restitch_app.services.project.project import open_project
from restitch_app.store.values import NewVersion
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.inspector.takes_group import TakesGroup
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.pieces.widgets import ElidedLabel
from restitch_app.ui.state.review_state import CompareMode
from tests.clips import numbered_clip
from tests.ui.hands import Hands
from tests.ui.samples import version
from tests.ui.viewer.review import FRAMES, painted_numbers
from tests.ui.windows import open_in

TAKES = 3
FIRST, STEP = 1200, 400
"""Take 1 of segment 2 carries 1300 and up, take 2 1700, take 3 2100."""
A = 104


@pytest.fixture(scope="module")
def project_with_takes(tmp_path_factory: pytest.TempPathFactory, numbered_project: Path) -> Path:
    folder = tmp_path_factory.mktemp("takes")
    shutil.copytree(numbered_project, folder / "project")
    with open_project(folder / "project") as project:
        versions = project.store.versions
        before = versions.current(project.scene().id)[1]
        for take in range(TAKES):
            start = FIRST + STEP * take + 100
            file = f"media/clips/take_{take}.mp4"
            numbered_clip(project.path(file), range(start, start + FRAMES), gop=250)
            index = build_index(project.path(file))
            versions.add(
                NewVersion(
                    scene_id=before.scene_id,
                    sequence_index=1,
                    file=file,
                    file_sha256=f"sha of {file}",
                    file_bytes=1,
                    facts=before.facts,
                    first_frame=before.first_frame,
                    last_frame=before.last_frame,
                    frame_index=index.to_bytes(),
                    previous_segment_id=before.id,
                    regeneration_count=2,
                    parameters={"seed": take},
                    take=take + 1,
                    request_id="request",
                )
            )
    return folder / "project"


@pytest.fixture
def on_takes(qtbot: QtBot, window: MainWindow, tmp_path: Path, project_with_takes: Path) -> Hands:
    """Segment 2 at its fifth frame; its takes have the arrow keys."""
    folder = Path(shutil.copytree(project_with_takes, tmp_path / "project"))
    open_in(qtbot, window, folder)
    hands = Hands(qtbot, window)
    hands.back()
    window.viewer.setFocus()
    window.state.select_segment(1)
    window.state.set_playhead(FRAMES + 4)
    hands.wait(lambda: len(window.inspector.segment.versions.rows) == 2 + TAKES)
    hands.wait(lambda: window.viewer.mode is CompareMode.SIDE_BY_SIDE)
    hands.press(Qt.Key.Key_T)
    return hands


def group(hands: Hands) -> TakesGroup:
    found = hands.find("takes")
    assert isinstance(found, TakesGroup)
    return found


def test_takes_of_one_request_stand_together(on_takes: Hands) -> None:
    shown = group(on_takes)
    assert len(shown.rows) == TAKES
    assert shown.accessibleName().startswith("3 takes of one request, best first")
    words = [one.text() for row in shown.rows for one in row.findChildren(QLabel)]
    assert "best" in words
    assert "3 of 3" in words


def test_down_and_up_show_each_take_at_the_same_frame(window: MainWindow, on_takes: Hands) -> None:
    assert group(on_takes).hasFocus()
    order = [FIRST + STEP * (row.version.take - 1) + 104 for row in group(on_takes).rows]
    window.state.set_compare(*_first_two(window))
    on_takes.wait(lambda: painted_numbers(window.viewer)[0] == A)
    seen: list[int] = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        on_takes.press(key)
        expected = order[min(len(seen), TAKES - 1)] if len(seen) < 4 else order[1]
        on_takes.wait(lambda expected=expected: painted_numbers(window.viewer) == [A, expected])  # type: ignore[misc]
        seen.append(expected)
    assert window.state.playhead == FRAMES + 4
    assert window.state.selected_segment == 1


def test_takes_keep_the_arrow_keys_when_something_new_is_known_of_them(
    window: MainWindow, on_takes: Hands
) -> None:
    before = group(on_takes)
    assert before.hasFocus()
    versions, bench = window.viewer.comparison.versions, window.session.bench
    assert bench is not None
    judged = tuple(replace(one, score=50.0 + one.number) for one in versions)
    window.inspector.segment.versions.show_versions(
        judged, (versions[-1].id, versions[-2].id), bench.project, is_read_only=False
    )
    assert window.inspector.segment.versions.groups[0] is not before
    assert window.inspector.segment.versions.groups[0].hasFocus()


def _first_two(window: MainWindow) -> tuple[int, int]:
    oldest, second = window.viewer.comparison.versions[:-3:-1]
    return oldest.id, second.id


def test_what_comes_next_is_decoded_before_it_is_asked(window: MainWindow, on_takes: Hands) -> None:
    playback = window.viewer.feed.playback
    assert playback is not None
    files = {f"media/clips/take_{take}.mp4" for take in range(TAKES)}

    def held() -> set[str]:
        return {place.file for place in playback.cache._frames if place.frame == 4}

    on_takes.wait(lambda: files <= held())
    window.state.set_playhead(FRAMES + 9)
    on_takes.wait(lambda: files <= {p.file for p in playback.cache._frames if p.frame == 9})


def test_a_click_shows_that_take_also_in_place(
    qtbot: QtBot, window: MainWindow, on_takes: Hands
) -> None:
    window.viewer.setFocus()
    window.viewer.set_mode(CompareMode.TOGGLE)
    chosen = group(on_takes).rows[-1]
    qtbot.mouseClick(chosen.thumb, Qt.MouseButton.LeftButton)
    assert group(on_takes).hasFocus()
    number = FIRST + STEP * (chosen.version.take - 1) + 104
    on_takes.wait(lambda: painted_numbers(window.viewer) == [number])
    on_takes.press(Qt.Key.Key_Right)  # all other keys are the players'
    assert window.state.playhead == FRAMES + 5


def test_without_takes_it_is_told(window: MainWindow, on_takes: Hands) -> None:
    window.viewer.setFocus()
    window.state.select_segment(0)
    on_takes.wait(lambda: window.inspector.segment.versions.groups == [])
    window.actions_[Act.TAKES].trigger()
    told = window.status.findChild(ElidedLabel, "status_text")
    assert isinstance(told, ElidedLabel)
    assert told.accessibleName() == "No request of this segment has several takes"


def take(number: int, verdict: Verdict, ends: tuple[float, float], score: float) -> Version:
    return replace(
        version(1, number=number),
        id=number,
        take=number,
        request_id="one",
        verdict=verdict,
        boundary_ssim_before=ends[0],
        boundary_ssim_after=ends[1],
        score=score,
    )


def test_the_best_take_comes_first_by_verdict_worse_boundary_and_score() -> None:
    warned = take(5, Verdict.WARN, (0.99, 0.99), 79)
    poor_end = take(4, Verdict.PASS, (0.99, 0.80), 95)
    fine = take(3, Verdict.PASS, (0.93, 0.94), 90)
    better = take(2, Verdict.PASS, (0.93, 0.95), 92)
    broken = replace(take(6, Verdict.PASS, (1, 1), 100), failure="truncated")
    alone = replace(version(1, number=1), id=1, request_id="other")
    found = grouped([broken, warned, poor_end, fine, better, alone])
    assert found == (TakeGroup("one", (better, fine, poor_end, warned, broken)), alone)
