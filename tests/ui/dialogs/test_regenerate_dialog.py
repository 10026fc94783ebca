"""The regenerate dialog on a real plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPlainTextEdit, QSpinBox
from pytestqt.qtbot import QtBot

from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.media.pictures import write_png
from restitch_app.services.regeneration.plan import Estimate, RegenerationPlan
from restitch_app.ui.dialogs.regenerate_dialog import RegenerateDialog
from restitch_app.ui.forms.changed_dot import ChangedDot
from restitch_app.ui.forms.field_row import FieldRow
from restitch_app.ui.forms.seed_row import SeedRow
from tests.services.scenes import panned_pictures
from tests.ui.panels import REDONE, Panels

Open = Callable[[int], RegenerateDialog]


@pytest.fixture
def opened(qtbot: QtBot, panels: Panels) -> Iterator[Open]:
    made: list[RegenerateDialog] = []

    def open_for(index: int) -> RegenerateDialog:
        scene = panels.bench.project.scene()
        plan = panels.bench.plans.plan(scene, index)
        dialog = RegenerateDialog(panels.context, panels.bench, scene, plan)
        qtbot.addWidget(dialog)
        dialog.open()
        made.append(dialog)
        return dialog

    yield open_for
    for dialog in made:
        dialog.reject()


def text(dialog: RegenerateDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert isinstance(found, QLabel), name
    return found.text()


def cfg(dialog: RegenerateDialog) -> QDoubleSpinBox:
    found = dialog.findChild(QDoubleSpinBox, "field_cfg")
    assert isinstance(found, QDoubleSpinBox)
    return found


def dot(dialog: RegenerateDialog, name: str) -> ChangedDot:
    found = next(one for one in dialog.form.findChildren(FieldRow) if one.name == name)
    return found.dot


def seed_row(dialog: RegenerateDialog) -> SeedRow:
    assert dialog.form.seed is not None
    return dialog.form.seed


def test_it_says_what_it_rests_on_and_what_it_sets_off(
    qtbot: QtBot, panels: Panels, opened: Open
) -> None:
    dialog = opened(REDONE)
    frame = panels.state.ranges[REDONE - 1].stop
    assert dialog.windowTitle() == "Regenerate segment 2"
    assert text(dialog, "seed_where") == f"Last frame of segment 1 v1 · frame {frame}"
    assert text(dialog, "seed_state") == "Original, unchanged"
    assert text(dialog, "seed_checksum").startswith("Checksum ")
    assert text(dialog, "impact_sentence") == "This will regenerate segment 2."
    assert text(dialog, "impact_rest") == "Segments 3–5 may need re-checking."
    qtbot.waitUntil(lambda: not dialog.left.seed.picture.pixmap().isNull())


def test_unchanged_it_asks_for_one_take_with_a_new_seed(qtbot: QtBot, opened: Open) -> None:
    dialog = opened(REDONE)
    assert dialog.go.text() == "Regenerate segment 2"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.asked) as asked:
        field = dialog.focusWidget()
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [RegenerationRequest(REDONE)]
    assert not dialog.isVisible()


def test_only_what_was_changed_is_sent(opened: Open) -> None:
    dialog = opened(REDONE)
    before = cfg(dialog).value()
    cfg(dialog).setValue(before + 0.5)
    prompt = dialog.findChild(QPlainTextEdit, "field_prompt")
    assert isinstance(prompt, QPlainTextEdit)
    prompt.setPlainText("a calmer lake")
    dialog.form.takes_row.takes.setValue(3)
    request = dialog.request()
    assert request.parameters == {"cfg": before + 0.5, "prompt": "a calmer lake"}
    assert request.takes == 3
    assert dot(dialog, "cfg").is_on
    assert dot(dialog, "cfg").accessibleName() == "Changed since the current version"
    dialog.form.reset.click()
    assert dialog.request() == RegenerationRequest(REDONE)
    assert not dot(dialog, "cfg").is_on


def test_a_kept_seed_gives_one_take(qtbot: QtBot, opened: Open) -> None:
    dialog = opened(REDONE)
    seed = seed_row(dialog)
    dialog.form.takes_row.takes.setValue(4)
    assert text(dialog, "seed_words") == "New seed for each take"
    seed.dice.click()
    assert seed.lock.isChecked()
    assert text(dialog, "seed_words") == "This seed"
    request = dialog.request()
    assert request.takes == 1
    assert request.parameters == {"seed": seed.line.number}
    seed.line.selectAll()
    qtbot.keyClick(seed.line, Qt.Key.Key_Delete)
    assert not dialog.go.isEnabled()
    assert dialog.go.toolTip() == "Give a seed, or open the lock"
    qtbot.keyClicks(seed.line, "77x")
    assert dialog.request().parameters == {"seed": 77}
    seed.lock.click()
    assert dialog.request().parameters == {}


def shown(panels: Panels, qtbot: QtBot, plan: RegenerationPlan) -> RegenerateDialog:
    scene = panels.bench.project.scene()
    dialog = RegenerateDialog(panels.context, panels.bench, scene, plan)
    qtbot.addWidget(dialog)
    return dialog


def test_what_the_workflow_lacks_is_not_shown(panels: Panels, qtbot: QtBot) -> None:
    plan = panels.bench.plans.plan(panels.bench.project.scene(), REDONE)
    prompt = next(one for one in plan.fields if one.name == "prompt")
    dialog = shown(panels, qtbot, replace(plan, fields=(prompt,)))
    assert dialog.findChild(QDoubleSpinBox, "field_cfg") is None
    assert dialog.findChild(QSpinBox, "field_steps") is None
    assert dialog.form.takes_row.takes.maximum() == 1
    assert dialog.form.more_button.isHidden()
    assert dialog.request() == RegenerationRequest(REDONE)
    dialog.done(0)


def test_a_segment_that_cannot_be_regenerated_says_why(panels: Panels, qtbot: QtBot) -> None:
    plan = panels.bench.plans.plan(panels.bench.project.scene(), REDONE)
    refused = replace(plan, parameters={}, fields=(), refusal="Segment 2 has no workflow.")
    dialog = shown(panels, qtbot, refused)
    assert not dialog.go.isEnabled()
    assert text(dialog, "problem") == "Segment 2 has no workflow."
    dialog.done(0)


def test_a_stale_segment_offers_both_seed_frames(opened: Open) -> None:
    dialog = opened(REDONE + 1)
    assert text(dialog, "seed_state") == "Changed since it was made"
    now, original = dialog.left.seed._group.buttons()
    assert now.isChecked()
    original.click()
    assert text(dialog, "seed_where") == "Last frame of segment 2 v1"
    assert dialog.request().seed_frame == "original"


def test_a_picture_file_becomes_the_seed_frame_and_a_wrong_one_is_refused(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    dialog = opened(REDONE)
    right = write_png(panned_pictures(3, 1)[0], tmp_path).path
    dialog.left.take_file(right)
    qtbot.waitUntil(lambda: text(dialog, "seed_state") == "Picture file")
    assert dialog.request().seed_frame == str(right)
    wrong = write_png(panned_pictures(3, 1)[0][:40, :40].copy(), tmp_path).path
    dialog.left.take_file(wrong)
    qtbot.waitUntil(lambda: "another size" in text(dialog, "problem"))
    assert dialog.request().seed_frame == str(right)


def test_an_earlier_frame_is_chosen_by_its_picture_and_by_keys(
    qtbot: QtBot, panels: Panels, opened: Open
) -> None:
    dialog = opened(REDONE)
    pictures = panels.bench.project.path("media/frames")
    kept = set(pictures.iterdir())
    seed = dialog.left.seed
    seed.other.click()
    strip = seed.earlier.list
    qtbot.waitUntil(lambda: strip.count() > 2)
    last = strip.count() - 1
    assert strip.currentRow() == last, "the last frame is chosen"
    assert strip.item(last).text().startswith("Last\n")
    assert "1 frame before the last one of segment 1 v1" in strip.item(last - 1).toolTip()
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert dialog.request().seed_frame == "-2"
    frame = panels.state.ranges[REDONE - 1].stop - 1  # the last one repeats, and does not play
    assert text(dialog, "seed_state") == "Earlier frame"
    assert text(dialog, "seed_where").startswith(
        f"2 frames before the last one of segment 1 v1 · frame {frame}."
    )
    assert "choose that as the seed frame" in text(dialog, "cascade_told")
    strip.setCurrentRow(last)
    assert dialog.request() == RegenerationRequest(REDONE)
    assert set(pictures.iterdir()) == kept, "looking writes nothing"


def test_the_good_part_is_kept_and_what_that_comes_to_is_told(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    dialog = opened(REDONE)
    keep, total = dialog.left.keep, dialog._plan.version.facts.frame_count
    dialog.left.cascade.box.setChecked(True)
    keep.keep_before(5)
    assert not dialog.left.cascade.is_on
    assert text(dialog, "cascade_told").startswith("A cascade makes whole segments anew")
    assert text(dialog, "seed_where") == (
        "Frame 6 of segment 2 v2 itself, since those before it are kept"
    )
    assert dialog.left.seed.other.isHidden()
    assert dialog.go.text() == "Regenerate segment 2 from frame 6"
    dialog.form.takes_row.takes.setValue(2)
    assert dialog.request() == RegenerationRequest(REDONE, takes=2, from_frame=5)
    told = "Frames 1–5 of v2 stay; frame 6 is the seed frame. "
    qtbot.waitUntil(lambda: text(dialog, "keep_told").startswith(told))
    keep.field.setValue(total + 9)
    assert dialog.request().from_frame == total - 1

    right = write_png(panned_pictures(3, 1)[0], tmp_path).path
    dialog.left.take_file(right)
    qtbot.waitUntil(lambda: text(dialog, "seed_state") == "Picture file")
    assert dialog.request() == RegenerationRequest(REDONE, takes=2, seed_frame=str(right))


def test_the_last_segment_affects_no_other(opened: Open) -> None:
    assert text(opened(4), "impact_rest") == "No later segments are affected."


def test_the_estimate_is_the_median_times_takes(qtbot: QtBot, opened: Open) -> None:
    dialog = opened(REDONE)
    qtbot.waitUntil(lambda: not dialog._estimates.is_waiting)
    dialog._take_estimate(Estimate(120.0, 12))
    assert text(dialog, "estimate") == "≈ 2 min instead of 10 min"
    assert text(dialog, "estimate_words").startswith("Estimate from the last 12 runs on ")
    dialog.form.takes_row.takes.setValue(2)
    assert text(dialog, "estimate") == "≈ 4 min instead of 10 min"
    dialog._take_estimate(None)
    assert text(dialog, "estimate") == "No estimate yet"


def test_any_server_is_part_of_the_request(qtbot: QtBot, opened: Open) -> None:
    dialog = opened(REDONE)
    assert dialog.request().server_url is None
    server = dialog.right.server
    server.setFocus()
    qtbot.keyClick(server, Qt.Key.Key_Home)
    assert server.currentText() == "Any server that can run it"
    assert dialog.request().server_url == ANY_SERVER
    qtbot.waitUntil(lambda: not dialog._planning.is_reading)


def test_a_server_that_is_away_lets_the_job_wait(qtbot: QtBot, opened: Open) -> None:
    dialog = opened(REDONE)  # its server ended with the fixture that rendered v2
    qtbot.waitUntil(lambda: bool(text(dialog, "preflight_told")))
    assert text(dialog, "preflight_told").endswith("the job will wait until it is back.")
    assert dialog.go.isEnabled()
