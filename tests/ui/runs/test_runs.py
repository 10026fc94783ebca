"""Cascades and generations, as a person begins, holds, continues and ends them in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer, Faults
from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.quality import QualityLimits
from restitch_app.domain.runs import RunState
from restitch_app.services.project.project import open_project
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.main_window import MainWindow
from tests.services.scenes import bench_on, panned_pictures, with_settings
from tests.ui.conftest import SEGMENTS
from tests.ui.hands import Hands
from tests.ui.windows import PATIENT_MS, answers_of, leave, open_in

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def words(inside: QWidget, name: str) -> str:
    found = inside.findChild(QLabel, name)
    assert found is not None
    return found.text()


def opened(qtbot: QtBot, window: MainWindow, folder: Path, segment: int) -> Hands:
    """Without gates: takes of random seeds fail one now and then, and their run waits."""
    bench = bench_on(open_project(folder))
    with_settings(bench, becomes_current=BecomesCurrent.ALWAYS, quality=QualityLimits(is_off=True))
    bench.project.close()
    open_in(qtbot, window, folder)
    hands = Hands(qtbot, window)
    hands.back()
    window.viewer.setFocus()
    window.state.select_segment(segment)
    return hands


def state_of(window: MainWindow) -> RunState | None:
    runs = window.state.runs
    return runs[-1].state if runs else None


def test_a_cascade_is_told_first_and_renders_everything_after(
    qtbot: QtBot, window: MainWindow, served_folder: Path, server: DemoServer
) -> None:
    hands = opened(qtbot, window, served_folder, 2)
    hands.press(Key.Key_R)
    dialog = hands.dialog()
    box = hands.find("cascade", dialog)
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    assert words(dialog, "impact_sentence") == "This will regenerate segment 3."
    box.setFocus()
    hands.press(Key.Key_Space)
    assert words(dialog, "impact_sentence") == "This will regenerate segments 3–5."
    hands.wait(lambda: "new versions of 4–5" in words(dialog, "cascade_told"))
    go = hands.find("regenerate", dialog)
    assert isinstance(go, QPushButton)
    assert go.text() == "Regenerate segments 3–5"
    hands.click("regenerate", dialog)
    hands.back()
    hands.wait(lambda: state_of(window) is RunState.DONE)
    assert [hands.version(index) for index in range(SEGMENTS)] == [1, 1, 2, 2, 2]
    assert server.prompts_executed == 3
    hands.wait(lambda: hands.stale == ())


def test_shift_r_opens_it_chosen_and_the_next_time_it_is_off_again(
    qtbot: QtBot, window: MainWindow, served_folder: Path, server: DemoServer
) -> None:
    hands = opened(qtbot, window, served_folder, 3)
    hands.press(Key.Key_R, SHIFT)
    dialog = hands.dialog()
    box = hands.find("cascade", dialog)
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    dialog.reject()
    hands.back()
    window.viewer.setFocus()
    hands.press(Key.Key_R)
    box = hands.find("cascade", hands.dialog())
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    hands.press(Key.Key_Escape)
    hands.back()
    window.viewer.setFocus()
    window.state.select_segment(SEGMENTS - 1)
    hands.press(Key.Key_R)
    dialog = hands.dialog()
    assert not dialog.left.cascade.isVisible()  # type: ignore[attr-defined]  # nothing comes after
    dialog.reject()
    hands.back()
    assert server.prompts_received == 0


def test_a_run_is_held_continued_and_ended_from_its_card(
    qtbot: QtBot, window: MainWindow, slow_folder: Path, slow: DemoServer
) -> None:
    hands = opened(qtbot, window, slow_folder, 1)
    hands.press(Key.Key_R, SHIFT)
    hands.click("regenerate", hands.dialog())
    hands.back()
    hands.wait(lambda: state_of(window) is RunState.RUNNING)
    name = f"run_{window.state.runs[-1].id}"
    card = hands.find(name)
    hold = hands.find("hold", card)
    assert isinstance(hold, QPushButton)
    assert hold.text() == "Pause"
    hands.click("hold", card)
    hands.wait(lambda: state_of(window) is RunState.PAUSED)
    assert hold.text() == "Continue"
    assert window.notices.worst is None  # who paused it knows
    hands.click("hold", card)
    hands.wait(lambda: state_of(window) is RunState.RUNNING)
    hands.click("end", card)
    hands.wait(lambda: state_of(window) is RunState.CANCELLED)
    hands.wait(lambda: not any(job.state.is_open for job in window.state.jobs))
    hands.wait(lambda: window.findChild(QWidget, name) is None)
    assert hands.version(4) == 1
    assert slow.prompts_executed <= 2


def test_what_stops_a_run_is_told_with_ways_on(
    qtbot: QtBot, window: MainWindow, served_folder: Path, server: DemoServer
) -> None:
    server.faults = Faults(fail_at_class="KSampler")
    hands = opened(qtbot, window, served_folder, 3)
    hands.press(Key.Key_R, SHIFT)
    hands.click("regenerate", hands.dialog())
    hands.back()
    hands.wait(lambda: state_of(window) is RunState.PAUSED)
    hands.wait(lambda: window.notices.worst is not None)
    notice = window.notices.worst
    assert notice is not None
    assert "Cascade from segment 4 waits: Segment 4 failed" in notice.title
    assert [way.text for way in notice.ways] == ["Continue", "Show segment 4", "End"]
    server.faults = Faults()
    banner = window.banner
    go_on = next(b for b in banner.findChildren(QPushButton) if b.text() == "Continue")
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    hands.wait(lambda: state_of(window) is RunState.DONE)
    assert not window.notices.has(notice.key)
    assert [hands.version(3), hands.version(4)] == [2, 2]


def test_a_scene_is_extended_with_a_prompt_for_each_segment(
    qtbot: QtBot,
    make_window: Callable[..., MainWindow],
    served_folder: Path,
    server: DemoServer,
) -> None:
    window = make_window()
    hands = opened(qtbot, window, served_folder, 0)
    window.actions_[Act.EXTEND].trigger()
    dialog = hands.dialog()
    segments = hands.find("segments", dialog)
    assert isinstance(segments, QSpinBox)
    hands.press(Key.Key_2)
    assert segments.value() == 2
    prompts = hands.find("prompts", dialog)
    assert isinstance(prompts, QPlainTextEdit)
    prompts.setFocus()
    qtbot.keyClicks(prompts, "dawn")
    hands.press(Key.Key_Return)
    qtbot.keyClicks(prompts, "storm")
    go = hands.find("extend", dialog)
    assert isinstance(go, QPushButton)
    assert go.text() == f"Generate segments {SEGMENTS + 1}–{SEGMENTS + 2}"
    hands.control(Key.Key_Return)
    hands.back()
    hands.wait(lambda: state_of(window) is RunState.DONE)
    hands.wait(lambda: window.state.segment_count == SEGMENTS + 2)
    made = [window.state.current(SEGMENTS), window.state.current(SEGMENTS + 1)]
    assert [one.parameters["prompt"] for one in made if one] == ["dawn", "storm"]
    assert server.prompts_executed == 2
    leave(qtbot, window)


def test_a_scene_is_generated_from_a_picture_on_the_welcome_page(
    make_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, server: DemoServer
) -> None:
    picture = tmp_path / "harbour.png"
    Image.fromarray(panned_pictures(3, 1, (320, 192))[0]).save(picture)
    window = make_window()
    window.memory.server = server.url
    hands = Hands(qtbot, window)
    answers_of(window).picture_file = picture
    hands.click("welcome_generate")
    dialog = hands.dialog()
    folder = hands.find("project_folder", dialog)
    assert isinstance(folder, QLineEdit)
    folder.setFocus()
    hands.control(Key.Key_A)
    qtbot.keyClicks(folder, str(tmp_path / "harbour"))
    segments = hands.find("segments", dialog)
    segments.setFocus()
    hands.control(Key.Key_A)
    hands.press(Key.Key_2)
    go = hands.find("generate", dialog)
    hands.wait(go.isEnabled)
    assert isinstance(go, QPushButton)
    assert go.text() == "Generate 2 segments"
    workflow = hands.find("workflow", dialog)
    assert isinstance(workflow, ChoiceBox)
    assert workflow.count() > 1
    hands.control(Key.Key_Return)
    hands.back()
    hands.wait(lambda: state_of(window) is not None)
    hands.wait(lambda: window.state.segment_count >= 1, PATIENT_MS)
    assert not window.notices.has("empty")
    hands.wait(lambda: state_of(window) is not RunState.RUNNING, PATIENT_MS)
    overview = window.state.overview
    assert overview is not None
    assert overview.scene.name == "harbour"
    assert 1 <= len(overview.current) <= server.prompts_executed <= 2
    leave(qtbot, window)
