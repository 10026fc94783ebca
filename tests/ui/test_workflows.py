"""Workflows and their values on the real window, as a person uses them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.services.project import open_project
from restitch_app.services.workbench import Workbench
from restitch_app.ui.actions import Act
from restitch_app.ui.dialogs.regenerate_dialog import RegenerateDialog
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.workflows.workflows_dialog import WorkflowsDialog
from tests.clips import numbered_clip
from tests.ui.hands import Hands
from tests.ui.windows import LONG_MS, bench_on, leave, open_in

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SAMPLER = "no_such_sampler"


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow, served_folder: Path) -> Hands:
    open_in(qtbot, window, served_folder)
    hands = Hands(qtbot, window)
    hands.back()
    window.viewer.setFocus()
    window.state.select_segment(1)
    return hands


@pytest.fixture
def refused_workflow(tmp_path: Path) -> Path:
    """Its sampler is on no server; saved by ComfyUI's "Save (API format)"."""
    prompt = demo_workflow(DemoSettings(image="seed.png", seed=5, width=160, height=96, length=17))
    inputs = prompt["9"]["inputs"]
    assert isinstance(inputs, dict)
    inputs["sampler_name"] = SAMPLER
    path = tmp_path / "odd_sampler.json"
    path.write_text(json.dumps(prompt))
    return path


def regenerate_dialog(hands: Hands) -> RegenerateDialog:
    hands.press(Key.Key_R)
    dialog = hands.dialog()
    assert isinstance(dialog, RegenerateDialog)
    hands.wait(lambda: not dialog.preflight.is_checking)
    return dialog


def workflows_dialog(hands: Hands, window: MainWindow) -> WorkflowsDialog:
    window.actions_[Act.WORKFLOWS].trigger()
    dialog = hands.dialog()
    assert isinstance(dialog, WorkflowsDialog)
    hands.wait(lambda: dialog.list.count() > 0)
    return dialog


def drop_on(dialog: QDialog, path: Path, x: float = 600) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button = Qt.DropAction.CopyAction, LEFT
    none = Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(x, 200), action, data, button, none))


def choose_at_once(hands: Hands, dialog: QWidget, name: str, text: str) -> None:
    """From the open list, in one go: each step of it would be a choice."""
    box = hands.find(name, dialog)
    assert isinstance(box, QComboBox)
    number = next(n for n in range(box.count()) if text in box.itemText(n))
    box.setFocus()
    box.showPopup()
    view = box.view()
    hands.wait(view.isVisible)
    view.setCurrentIndex(box.model().index(number, 0))
    hands.press_on(view, Key.Key_Return)
    hands.wait(lambda: not view.isVisible())
    dialog.activateWindow()  # the offscreen platform leaves that to us
    hands.wait(dialog.isActiveWindow)


def words(dialog: QWidget, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def kept(folder: Path, look: Callable[[Workbench], object]) -> object:
    """What the project's file says, read afresh."""
    with open_project(folder, read_only=True) as project:
        return look(bench_on(project))


def trigger(menu: QMenu, text: str) -> None:
    next(one for one in menu.actions() if one.text() == text).trigger()


# the regenerate dialog


def test_a_value_under_more_is_found_changed_and_rendered(
    qtbot: QtBot, window: MainWindow, hands: Hands, served_folder: Path
) -> None:
    dialog = regenerate_dialog(hands)
    hands.click("more", dialog)
    hands.click("filter_fields", dialog)
    qtbot.keyClicks(hands.find("filter_fields", dialog), "shift")
    shift = hands.find("field_8.shift", dialog)
    shift.setFocus()
    hands.press(Key.Key_Up)
    changed = dialog.form.values.value("8.shift")
    assert changed != 8.0
    assert "1 changed" in dialog.form.more_button.text()
    hands.wait(dialog.go.isEnabled)
    hands.control(Key.Key_Return)
    hands.back()
    hands.wait(lambda: hands.version(1) == 2)
    leave(qtbot, window)

    def sent(bench: Workbench) -> object:
        version = bench.project.current(bench.project.scene(), 1)
        prompt = bench.project.store.versions.prompt(version.id)
        assert prompt is not None
        return prompt["8"]

    node = kept(served_folder, sent)
    assert isinstance(node, dict)
    assert node["inputs"]["shift"] == changed


def test_values_are_kept_under_a_name_and_come_back(
    qtbot: QtBot, window: MainWindow, hands: Hands, served_folder: Path
) -> None:
    dialog = regenerate_dialog(hands)
    hands.find("field_cfg", dialog).setFocus()
    hands.press(Key.Key_Up)
    cfg = dialog.form.values.value("cfg")
    menu = dialog.form.presets.menu()
    trigger(menu, "Save these values…")
    hands.wait(lambda: dialog.findChild(QInputDialog, "preset_name") is not None)
    asked = dialog.findChild(QInputDialog, "preset_name")
    assert isinstance(asked, QInputDialog)
    line = asked.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Bolder")
    qtbot.keyClick(line, Key.Key_Return)
    hands.wait(lambda: any(one.text() == "Bolder" for one in menu.actions()))
    hands.click("reset_parameters", dialog)
    assert dialog.form.values.parameters() == {}
    trigger(menu, "Bolder")
    assert dialog.form.values.parameters() == {"cfg": cfg}
    dialog.reject()
    hands.back()

    window.viewer.setFocus()
    again = regenerate_dialog(hands)
    trigger(again.form.presets.menu(), "Bolder")
    assert again.request().parameters == {"cfg": cfg}
    remove = again.form.presets.findChild(QMenu, "remove_presets_menu")
    assert isinstance(remove, QMenu)
    trigger(remove, "Bolder")
    hands.wait(lambda: again.form.presets.menu().actions()[0].text().startswith("None"))
    again.reject()


def test_what_a_server_refuses_is_told_at_the_field_before_anything_is_queued(
    qtbot: QtBot,
    window: MainWindow,
    hands: Hands,
    refused_workflow: Path,
    server: DemoServer,
) -> None:
    dialog = regenerate_dialog(hands)
    assert dialog.go.isEnabled()
    drop_on(dialog, refused_workflow)
    hands.wait(lambda: "odd_sampler" in dialog.right.workflow.box.currentText())
    hands.wait(lambda: "cannot run this: 1 problem" in words(dialog, "preflight_told"))
    assert not dialog.go.isEnabled()
    assert "1 problem" in dialog.form.more_button.text()
    hands.click("show_field", dialog)
    field = dialog.form._more.row("9.sampler_name") if dialog.form._more else None
    assert field is not None
    assert SAMPLER in field.problem
    assert field.made.widget.hasFocus()
    hands.click("copy_problems", dialog)
    assert f"Sampler ▸ sampler_name: {field.problem}" in QGuiApplication.clipboard().text()

    choose_at_once(hands, dialog, "field_9.sampler_name", "euler")
    hands.wait(dialog.go.isEnabled)
    assert field.problem == ""
    hands.wait(lambda: not dialog.right.standing.isVisible())
    dialog.reject()
    assert server.prompts_received == 0


def test_another_workflow_pins_the_end_and_the_switch_lets_it_go(
    qtbot: QtBot, window: MainWindow, hands: Hands
) -> None:
    dialog = regenerate_dialog(hands)
    assert not dialog.left.pin.box.isEnabled()
    assert dialog.left.pin.box.toolTip() == words(dialog, "pin_reason") != ""
    prompt = dialog.form.values.value("prompt")
    hands.find("field_cfg", dialog).setFocus()
    hands.press(Key.Key_Up)
    cfg = dialog.form.values.value("cfg")
    choose_at_once(hands, dialog, "workflow", "first and last frame")
    hands.wait(lambda: dialog.left.pin.box.isEnabled())
    assert dialog.left.pin.box.isChecked()
    assert dialog.form.values.value("cfg") == cfg
    assert dialog.form.values.value("prompt") == prompt
    assert dialog.request().workflow_id is not None
    assert dialog.request().pin_end is None
    hands.click("pin_end", dialog)
    assert dialog.request().pin_end is False
    assert "may need re-checking" in words(dialog, "impact_rest")
    dialog.reject()


def test_inputs_are_corrected_on_the_way_and_the_dialog_reads_them_again(
    qtbot: QtBot, window: MainWindow, hands: Hands
) -> None:
    dialog = regenerate_dialog(hands)
    assert dialog.form.values.field("negative_prompt") is not None
    hands.click("workflow_inputs", dialog)
    hands.wait(lambda: dialog.findChild(WorkflowsDialog) is not None)
    editor = dialog.findChild(WorkflowsDialog)
    assert isinstance(editor, WorkflowsDialog)
    editor.activateWindow()
    hands.wait(editor.isActiveWindow)
    choose_at_once(hands, editor, "places_negative_prompt", "None")
    hands.wait(lambda: words(editor, "confidence_negative_prompt") == "Chosen")
    hands.press(Key.Key_Escape)
    hands.wait(lambda: dialog.form.values.field("negative_prompt") is None)
    dialog.reject()


# the workflows


def test_a_workflow_is_named_corrected_and_put_back_by_keyboard(
    qtbot: QtBot, window: MainWindow, hands: Hands, served_folder: Path
) -> None:
    dialog = workflows_dialog(hands, window)
    hands.wait(lambda: isinstance(QApplication.focusWidget(), QComboBox))
    hands.press(Key.Key_F2)
    qtbot.keyClicks(dialog.page.name, "Lake")
    hands.press(Key.Key_Tab)
    hands.wait(lambda: dialog.list.item(0).text().startswith("Lake\n"))
    choose_at_once(hands, dialog, "places_seed", "None")
    hands.wait(lambda: words(dialog, "confidence_seed") == "Chosen")
    hands.find("reset_seed", dialog).setFocus()
    hands.press(Key.Key_Space)
    hands.wait(lambda: words(dialog, "confidence_seed") == "Certain")
    choose_at_once(hands, dialog, "places_cfg", "None")
    hands.wait(lambda: words(dialog, "confidence_cfg") == "Chosen")
    hands.press(Key.Key_Escape)
    hands.back()
    leave(qtbot, window)

    def stored(bench: Workbench) -> object:
        (record,) = bench.workflows.list()
        return record.name, dict(record.choice.places)

    assert kept(served_folder, stored) == ("Lake", {"cfg": ()})


def test_what_an_input_holds_is_shown_beside_it(
    qtbot: QtBot, window: MainWindow, hands: Hands
) -> None:
    dialog = workflows_dialog(hands, window)
    hands.wait(lambda: dialog.page.bindings.findChild(QLabel, "value_seed_frame") is not None)
    rows = dialog.page.bindings._rows
    assert rows["seed_frame"].value.whole_text.startswith("seed_0.png")
    assert rows["seed"].value.whole_text.startswith("1000")
    assert rows["seed"].box.currentText() == "Sampler ▸ seed"
    assert "End frame" in words(dialog, "absent_inputs")
    dialog.reject()


def test_workflows_come_from_files_and_with_restitch_and_leave_after_a_question(
    qtbot: QtBot, window: MainWindow, hands: Hands, refused_workflow: Path
) -> None:
    dialog = workflows_dialog(hands, window)
    drop_on(dialog, refused_workflow)
    hands.wait(lambda: dialog.list.count() == 2)
    menu = dialog.add.menu()
    trigger(menu, next(one.text() for one in menu.actions() if "LTX" in one.text()))
    hands.wait(lambda: dialog.list.count() == 3)
    record = dialog.list.record
    assert record is not None
    assert "LTX" in record.name
    dialog.list.setFocus()
    hands.press(Key.Key_Delete)
    assert dialog.list.count() == 3
    hands.click("remove_for_good", dialog)
    hands.wait(lambda: dialog.list.count() == 2)
    dialog.reject()


def test_what_makes_a_workflow_unusable_is_told_in_the_inspector(
    qtbot: QtBot, window: MainWindow, hands: Hands
) -> None:
    note = window.inspector.findChild(QLabel, "workflow_note")
    assert isinstance(note, QLabel)
    assert not note.isVisible()
    hands.click("parameters_inputs", window.inspector)
    dialog = hands.dialog()
    hands.wait(lambda: dialog.findChild(QComboBox, "places_seed_frame") is not None)
    choose_at_once(hands, dialog, "places_seed_frame", "None")
    hands.wait(lambda: words(dialog, "workflow_problem") != "")
    dialog.reject()
    hands.wait(note.isVisible)
    assert "seed frame" in note.text()


def test_a_file_without_a_workflow_is_refused_in_place(
    qtbot: QtBot, window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    dialog = workflows_dialog(hands, window)
    path = tmp_path / "notes.json"
    path.write_text('{"shopping": ["milk"]}')
    drop_on(dialog, path)
    hands.wait(lambda: words(dialog, "workflows_told") != "")
    assert dialog.list.count() == 1
    dialog.reject()


def test_a_render_of_the_server_gives_its_workflow(
    qtbot: QtBot, window: MainWindow, hands: Hands
) -> None:
    dialog = regenerate_dialog(hands)
    dialog.form.takes_row.takes.setValue(1)
    hands.control(Key.Key_Return)
    hands.back()
    hands.wait(lambda: hands.version(1) == 2)
    editor = workflows_dialog(hands, window)
    trigger(editor.add.menu(), "From a server's history…")
    hands.wait(lambda: editor.findChild(QDialog, "history_dialog") is not None)
    history = editor.findChild(QDialog, "history_dialog")
    assert isinstance(history, QDialog)
    hands.click("add_from_history", history)
    hands.wait(lambda: editor.findChild(QDialog, "history_dialog") is None)
    hands.wait(lambda: not editor._desk.is_busy)
    assert words(editor, "workflows_told") == ""
    assert editor.list.record is not None  # the very same workflow is kept once
    editor.reject()


# new scenes


def test_a_workflow_is_dropped_on_the_new_scene_and_serves_clips_without_one(
    qtbot: QtBot, window: MainWindow, server: DemoServer, tmp_path: Path
) -> None:
    window.project.memory.server = server.url
    window.project.memory.set_folder("projects", tmp_path)
    hands = Hands(qtbot, window)
    hands.back()
    folder = tmp_path / "loose"
    folder.mkdir()
    clips = [numbered_clip(folder / f"c_{n}.mp4", range(n, n + 8)) for n in range(2)]
    given = tmp_path / "shared.json"
    given.write_text(json.dumps(demo_workflow(DemoSettings(image="seed.png", seed=5))))
    with qtbot.waitSignal(window.session.opened, timeout=LONG_MS):
        hands.drop(clips)
        dialog = hands.dialog()
        hands.wait(lambda: "2 without a workflow: they" in words(dialog, "clips_told"))
        drop_on(dialog, given)
        hands.wait(lambda: words(dialog, "workflow_told") == "shared.json · Image to video")
        assert "2 without a workflow: the one below is used" in words(dialog, "clips_told")
        hands.click("make_scene", dialog)
    hands.back()
    window.viewer.setFocus()
    regenerate = regenerate_dialog(hands)
    assert "shared" in regenerate.right.workflow.box.currentText()
    assert regenerate.form.values.field("cfg") is not None
    regenerate.reject()


def test_dropped_clips_tell_what_their_workflows_lack(
    qtbot: QtBot, window: MainWindow, hands: Hands, server: DemoServer, tmp_path: Path
) -> None:
    window.project.memory.server = server.url
    window.project.memory.set_folder("projects", tmp_path)
    clip = numbered_clip(tmp_path / "bare.mp4", range(8))
    with qtbot.waitSignal(window.session.opened, timeout=LONG_MS):  # in place of what is open
        hands.drop([clip])
        hands.click("make_scene", hands.dialog())
    hands.back()
    hands.wait(lambda: window.notices.has("import"))
    hands.wait(lambda: "bare.mp4 carries no workflow" in words(window.banner, "banner_text"))
    hands.click("banner_way_0", window.banner)
    dialog = hands.dialog()
    assert isinstance(dialog, WorkflowsDialog)
    hands.wait(lambda: hands.find("no_workflows", dialog).isVisible())
    dialog.reject()
