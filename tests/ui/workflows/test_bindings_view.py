"""What a reviewer is asked about a workflow's inputs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from restitch_app.domain.bindings import (
    Binding,
    BindingChoice,
    Candidate,
    Confidence,
    InputName,
)
from restitch_app.domain.workflows import WorkflowOrigin, WorkflowRecord
from restitch_app.services.workflows.library import WorkflowView
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.workflows.bindings_view import BindingsView
from restitch_app.ui.workflows.words import place_words, value_words

SURE, UNSURE, NONE = Confidence.CERTAIN, Confidence.UNSURE, Confidence.LIKELY
FIRST, SECOND = InputName("4", "image"), InputName("9", "image")
FRAMES = tuple(
    Candidate(at, "Load Image", "LoadImage", f"{at.node_id}.png", UNSURE, "feeds start_image")
    for at in (FIRST, SECOND)
)
CFG = Candidate(InputName("7", "cfg"), "Sampler", "KSampler", 5.0, SURE, "cfg of Sampler")
OUTPUTS = tuple(
    Candidate(InputName(node, "video"), title, "SaveVideo", None, SURE, "")
    for node, title in (("20", "Save video"), ("21", "Save upscaled"))
)
BINDINGS = (
    Binding("cfg", (CFG.at,), SURE, (CFG,)),
    Binding("seed_frame", (), UNSURE, FRAMES),
    Binding("end_frame", (), NONE),
)


def view_of(choice: BindingChoice, bindings: tuple[Binding, ...] = BINDINGS) -> WorkflowView:
    origin = WorkflowOrigin.FILE
    record = WorkflowRecord(1, "Lake", origin, "lake.json", "ab", choice, True, "2026-01-01")
    return WorkflowView(record, bindings, OUTPUTS, "20", "")


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> BindingsView:
    made = BindingsView(theme)
    qtbot.addWidget(made)
    made.show_view(view_of(BindingChoice()))
    made.show()
    return made


def told(view: BindingsView, name: str) -> str:
    found = view.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def test_the_open_question_comes_first_and_is_marked(view: BindingsView) -> None:
    assert list(view._rows) == ["seed_frame", "cfg"]
    assert told(view, "confidence_seed_frame") == "Unsure: choose"
    assert view._rows["seed_frame"].box.currentText() == "Choose…"
    assert told(view, "absent_inputs") == "Not in this workflow: End frame"


def test_alternatives_of_one_title_are_told_apart(view: BindingsView) -> None:
    box = view._rows["seed_frame"].box
    shown = [box.itemText(number) for number in range(box.count())]
    assert shown[1:3] == ["Load Image (4) ▸ image", "Load Image (9) ▸ image"]
    assert "4.png" in str(box.itemData(1, Qt.ItemDataRole.ToolTipRole))


def test_what_is_chosen_is_handed_over_whole(qtbot: QtBot, view: BindingsView) -> None:
    with qtbot.waitSignal(view.chosen) as chosen:
        view._rows["seed_frame"].box.activated.emit(2)
    assert chosen.args == [BindingChoice({"seed_frame": (SECOND,)})]
    answered = Binding("seed_frame", (SECOND,), Confidence.CHOSEN, FRAMES)
    view.show_view(view_of(chosen.args[0], (BINDINGS[0], answered, BINDINGS[2])))
    assert list(view._rows) == ["seed_frame", "cfg"]  # nothing jumps while it is answered
    assert view._rows["seed_frame"].value.accessibleName() == "9.png · feeds start_image"
    with qtbot.waitSignal(view.chosen) as back:
        qtbot.mouseClick(view._rows["seed_frame"].reset, Qt.MouseButton.LeftButton)
    assert back.args == [BindingChoice()]


def test_several_inputs_are_ticked(qtbot: QtBot, view: BindingsView) -> None:
    row = view._rows["seed_frame"]
    row.box.activated.emit(row.box.count() - 1)
    box = view.findChild(QCheckBox, "takes_9.image")
    assert isinstance(box, QCheckBox)
    qtbot.waitUntil(lambda: box.isVisible() and box.width() > 50)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert chosen.args == [BindingChoice({"seed_frame": (SECOND,)})]


def test_another_result_can_be_taken(qtbot: QtBot, view: BindingsView) -> None:
    assert view.output.currentText() == "The one that is found: Save video"
    with qtbot.waitSignal(view.chosen) as chosen:
        view.output.activated.emit(2)
    assert chosen.args == [BindingChoice(output_node="21")]


def test_values_as_they_are_read() -> None:
    assert value_words("seed", [1, 1, 2]) == "1, 2"
    assert value_words("seed_frame", [None]) == "The picture that is uploaded"
    assert value_words("length", [None]) == "Decided when it runs"
    assert value_words("prompt", ["a\n  lake"]) == "a lake"
    assert place_words(InputName("99", "x"), FRAMES) == "Node 99 ▸ x"
