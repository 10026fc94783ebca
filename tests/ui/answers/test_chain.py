"""Split, move, insert and remove by hand in the real window, and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.dialogs.insert_dialog import InsertDialog
from restitch_app.ui.dialogs.regenerate_dialog import RegenerateDialog
from restitch_app.ui.main_window import MainWindow
from tests.ui.hands import Hands
from tests.ui.windows import answers_of


def ids(window: MainWindow) -> list[int]:
    overview = window.state.overview
    return [version.id for version in overview.current] if overview else []


def undo(hands: Hands, window: MainWindow, label: str, then: list[int]) -> None:
    hands.wait(lambda: window.actions_[Act.UNDO].text() == f"Undo {label}")
    hands.control(Qt.Key.Key_Z)
    hands.wait(lambda: ids(window) == then)


def test_the_order_is_changed_and_every_step_taken_back(
    hands: Hands, window: MainWindow, small_clips: list[Path]
) -> None:
    before = ids(window)
    hands.click_tile(1)
    window.state.set_playhead(window.state.scene_frame(1, 5))
    window.actions_[Act.SPLIT].trigger()
    hands.wait(lambda: len(ids(window)) == len(before) + 1)
    part = window.state.current(1)
    assert part is not None
    assert part.facts.frame_count == 5
    undo(hands, window, "Split segment 2", before)

    hands.click_tile(0)
    window.actions_[Act.MOVE_LATER].trigger()
    hands.wait(lambda: ids(window)[:2] == [before[1], before[0]])
    undo(hands, window, "Move segment 1", before)

    hands.click_tile(1)
    window.actions_[Act.REMOVE_SEGMENT].trigger()
    hands.wait(lambda: ids(window) == [before[0], *before[2:]])
    undo(hands, window, "Remove segment 2", before)

    answers_of(window).files = [small_clips[0]]
    hands.click_tile(1)
    window.actions_[Act.INSERT_CLIPS].trigger()
    hands.wait(lambda: isinstance(window.dialogs.shown, InsertDialog))
    dialog = cast(InsertDialog, window.dialogs.shown)
    hands.wait(dialog.go.isEnabled)
    dialog.choices.link.setCurrentIndex(2)
    dialog.go.click()
    hands.wait(lambda: len(ids(window)) == len(before) + 1)
    assert ids(window)[2:] == before[1:]
    inserted = window.state.current(1)
    assert inserted is not None
    assert Path(inserted.file) == small_clips[0]
    hands.wait(lambda: window.actions_[Act.UNDO].text() == "Undo Insert clips at 2")
    window.actions_[Act.UNDO].trigger()  # no system gives the focus back to an offscreen window
    hands.wait(lambda: ids(window) == before)


def test_the_frames_before_the_playhead_are_kept(hands: Hands, window: MainWindow) -> None:
    hands.click_tile(1)
    window.state.set_playhead(window.state.scene_frame(1, 6))
    window.actions_[Act.REGENERATE_FROM_HERE].trigger()
    hands.wait(lambda: isinstance(window.dialogs.shown, RegenerateDialog))
    dialog = cast(RegenerateDialog, window.dialogs.shown)
    assert dialog.request().from_frame == 6
    hands.wait(dialog.go.isEnabled)
    dialog.go.click()
    old = ids(window)[1]
    bench = window.context.session.bench
    assert bench is not None
    scene = bench.project.scene()
    hands.wait(lambda: len(bench.versions.history(scene, 1)) == 2)
    new = bench.versions.history(scene, 1)[0]
    assert (new.kept_frames, new.kept_from_version_id) == (6, old)
