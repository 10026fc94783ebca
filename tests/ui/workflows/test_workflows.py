"""A project's workflows on the real window, as a person uses them."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
)
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.services.workbench import Workbench
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.workflows.workflows_dialog import WorkflowsDialog
from tests.clips import numbered_clip
from tests.ui.hands import Hands
from tests.ui.windows import leave
from tests.ui.workflow_hands import (
    choose_at_once,
    drop_on,
    kept,
    regenerate_dialog,
    trigger,
    words,
    workflows_dialog,
)

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


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
    assert rows["seed_frame"].value.accessibleName().startswith("seed_0.png")
    assert rows["seed"].value.accessibleName().startswith("1000")
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
    with qtbot.waitSignal(window.session.opened):
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
    with qtbot.waitSignal(window.session.opened):  # in place of what is open
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
