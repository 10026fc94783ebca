"""Values, presets, problems and pinned ends of a regeneration, as a person uses them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QInputDialog,
    QLineEdit,
    QMenu,
)
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.services.workbench import Workbench
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.workflows.workflows_dialog import WorkflowsDialog
from tests.ui.hands import Hands
from tests.ui.windows import leave
from tests.ui.workflow_hands import (
    SAMPLER,
    choose_at_once,
    drop_on,
    kept,
    regenerate_dialog,
    trigger,
    words,
)

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


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
