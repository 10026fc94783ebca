"""A render that is watched: its steps, its preview in tile and player, and how it is stopped."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.domain.jobs import JobState, RegenerationRequest
from restitch_app.services.jobs.live import LivePreviews
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.pieces.widgets import ElidedLabel
from restitch_app.ui.state.live_jobs import LiveJobs
from restitch_app.ui.viewer.preview_view import PreviewView
from tests.ui.hands import Hands
from tests.ui.panels import Panels, panels, red_project
from tests.ui.windows import open_in

__all__ = ["panels", "red_project"]  # fixtures
Key = Qt.Key
RED, BLUE = QColor(200, 30, 30), QColor(30, 30, 200)


@pytest.fixture
def watched() -> Iterator[DemoServer]:
    """Slow enough for a person to follow, and to act on."""
    with DemoServer(step_delay_s=0.8) as running:
        yield running


@pytest.fixture
def rendering(
    qtbot: QtBot, window: MainWindow, project_folder: Path, watched: DemoServer
) -> Iterator[MainWindow]:
    """Segment 3 is selected and renders; its first preview is there."""
    open_in(qtbot, window, project_folder)
    hands = Hands(qtbot, window)
    hands.back()
    window.state.show_segment(2)
    window.review.regenerate(RegenerationRequest(2, server_url=watched.url))
    hands.wait(lambda: bool(window.state.jobs))
    hands.wait(lambda: window.live.picture(window.state.jobs[-1].id) is not None)
    yield window
    for job in window.state.jobs:
        window.review.cancel(job.id)
    hands.wait(lambda: not any(job.state.is_open for job in window.state.jobs))


def _preview(window: MainWindow) -> PreviewView:
    found = window.viewer.findChild(PreviewView)
    assert isinstance(found, PreviewView)
    return found


def test_the_preview_shows_in_the_player_and_one_key_turns_to_the_version(
    qtbot: QtBot, rendering: MainWindow
) -> None:
    hands, preview = Hands(qtbot, rendering), _preview(rendering)
    hands.wait(preview.isVisible)
    assert preview.accessibleName().startswith("Preview of Segment 3, not a version")
    assert "v1 is current" in preview.accessibleName()
    line = hands.find("preview_text")
    assert isinstance(line, ElidedLabel)
    assert "step" in line.accessibleName()
    rendering.viewer.setFocus()
    hands.press(Key.Key_V)
    assert not preview.isVisible()
    hands.press(Key.Key_V)
    assert preview.isVisible()
    assert rendering.state.current(2) is not None


def test_whoever_plays_or_steps_sees_the_version(qtbot: QtBot, rendering: MainWindow) -> None:
    hands, preview = Hands(qtbot, rendering), _preview(rendering)
    hands.wait(preview.isVisible)
    rendering.viewer.setFocus()
    hands.press(Key.Key_Right)
    assert not preview.isVisible()
    hands.press(Key.Key_V)
    assert preview.isVisible()
    hands.press(Key.Key_Space)
    assert not preview.isVisible()
    assert rendering.viewer.player.is_playing
    rendering.viewer.player.pause()


def test_another_segment_shows_its_version_and_coming_back_the_preview(
    qtbot: QtBot, rendering: MainWindow
) -> None:
    hands, preview = Hands(qtbot, rendering), _preview(rendering)
    hands.wait(preview.isVisible)
    hands.click_tile(0)
    assert not preview.isVisible()
    hands.click_tile(2)
    hands.wait(preview.isVisible)


def test_the_card_says_node_step_and_server_and_cancelling_until_it_is_confirmed(
    qtbot: QtBot, rendering: MainWindow, watched: DemoServer
) -> None:
    hands = Hands(qtbot, rendering)
    [card] = rendering.jobs.cards
    hands.wait(lambda: card.view.step.startswith("step "))
    assert card.view.node
    assert card.view.server == watched.url.removeprefix("http://")
    hands.click("close", card)
    hands.wait(lambda: card.view.note == "Cancelling…")
    assert not _preview(rendering).isVisible()
    hands.wait(lambda: rendering.state.jobs[-1].state is JobState.CANCELLED)
    assert rendering.jobs.cards == []
    assert "cancel" not in hands.tile_name(2).lower()


def test_a_tile_alone_is_painted_for_a_preview(qtbot: QtBot, rendering: MainWindow) -> None:
    """Everything else is painted anew for reasons of its own, so a few previews may pass."""
    view = rendering.timeline.view
    job_id = rendering.state.jobs[-1].id
    for _ in range(5):
        before = view.grab().toImage()
        static = view._backdrop._picture  # what everything else is painted from
        shown = rendering.live.picture(job_id)
        qtbot.waitUntil(lambda: rendering.live.picture(job_id) is not shown)  # noqa: B023
        qtbot.waitUntil(lambda: not view._backdrop._changed_tiles)
        after = view.grab().toImage()
        if view._backdrop._picture is static:
            break
    else:
        raise AssertionError("a preview always paints the whole timeline anew")
    tile = view.layout_now().tile_rect(2).toAlignedRect()
    assert before.copy(tile) != after.copy(tile)
    other = view.layout_now().tile_rect(0).toAlignedRect()
    assert before.copy(other) == after.copy(other)


@pytest.fixture
def live(panels: Panels) -> Iterator[tuple[LiveJobs, LivePreviews]]:
    source = LivePreviews()
    made = LiveJobs(panels.context.session, panels.runners.desk, panels.window)
    made.follow(source)
    yield made, source
    made.forget()


def _picture(color: QColor, side: int = 64) -> bytes:
    data = BytesIO()
    Image.new("RGB", (side, side), color.name()).save(data, "PNG")
    return data.getvalue()


def test_the_newest_preview_is_the_one_that_stays(
    qtbot: QtBot, live: tuple[LiveJobs, LivePreviews]
) -> None:
    jobs, source = live
    for _ in range(20):
        source.show(7, _picture(RED), "image/png")
    source.show(7, _picture(BLUE), "image/png")
    source.note(7, node_title="Sampler")  # told at once, whatever came just before

    def shows_blue() -> bool:
        image = jobs.picture(7)
        return image is not None and image.pixelColor(5, 5) == BLUE

    qtbot.waitUntil(shows_blue)
    source.forget(7)
    qtbot.waitUntil(lambda: jobs.picture(7) is None)


def test_a_broken_preview_is_passed_over_and_a_large_one_made_smaller(
    qtbot: QtBot, live: tuple[LiveJobs, LivePreviews]
) -> None:
    jobs, source = live
    source.show(7, b"this is no picture", "image/jpeg")
    source.show(8, _picture(RED, 3000), "image/png")
    qtbot.waitUntil(lambda: jobs.picture(8) is not None)
    image = jobs.picture(8)
    assert image is not None
    assert max(image.width(), image.height()) <= 1280
    assert jobs.picture(7) is None
