"""A new version beside the one before, in every way of comparing."""

from __future__ import annotations

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.waiting import let_settle, wait_until
from tests.screenshots.shelf import BAD
from tests.screenshots.studio import LOADED_S, Studio

SCENE_TAB = 2

MODES = {
    CompareMode.WIPE: "Wipe",
    CompareMode.DIFFERENCE: "Difference",
    CompareMode.TOGGLE: "Toggle",
    CompareMode.SINGLE: "Single",
}


def take(studio: Studio) -> None:
    camera = studio.camera
    with studio.window(studio.shelf.copy(studio.shelf.redone)) as window:
        compare(window)
        camera.window(
            window, "review-new-version", "New v2 of segment 5 beside v1; 6 to 10 are stale"
        )
        _hints(studio, window)
        for mode, name in MODES.items():
            window.viewer.set_mode(mode)
            let_settle(LOADED_S)
            camera.window(window, f"compare-{mode.value.replace('_', '-')}", f"{name} of A and B")
        window.viewer.set_mode(CompareMode.SIDE_BY_SIDE)
        window.actions_[Act.SCOPES].trigger()
        let_settle(LOADED_S)
        camera.window(window, "review-scopes", "Histogram and waveform of the shown frame")
        window.actions_[Act.SCOPES].trigger()
        window.state.select_segment(BAD + 1)
        let_settle(LOADED_S)
        camera.window(window, "review-stale", "Segment 6: its seed frame has changed")
        window.state.extend_to(BAD + 3)
        let_settle(LOADED_S)
        camera.window(window, "review-several", "Segments 6 to 8 are selected together")
        window.state.let_go_of_several()
        window.inspector.tabs.setCurrentIndex(SCENE_TAB)
        let_settle(LOADED_S)
        camera.window(window, "review-scene-tab", "The scene tab: totals and open points")


def _hints(studio: Studio, window: MainWindow) -> None:
    window.actions_[Act.HINTS].trigger()
    while (card := window.hints.card) is not None:
        name = card.hint.area.value
        studio.camera.window(window, f"hint-{name}", f"A hint for beginners: {card.hint.title}")
        card.go.click()


def compare(window: MainWindow) -> None:
    """Segment 5 selected, both versions on their middle frame."""
    state = window.state
    state.select_segment(BAD)
    wait_until(lambda: None not in state.compare, "old and new are compared")
    window.viewer.set_mode(CompareMode.SIDE_BY_SIDE)
    frames = state.ranges[BAD]
    state.set_playhead((frames.start + frames.stop) // 2)
    let_settle(LOADED_S)
    wait_until(lambda: window.viewer.player.is_resting, "the frame is shown")
