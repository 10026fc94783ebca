"""Which of the window's actions the viewer answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from restitch_app.ui.commands.actions import Act, Actions, live_key
from restitch_app.ui.state.review_state import CompareMode, ReviewState

if TYPE_CHECKING:
    from restitch_app.ui.viewer.canvas import Canvas
    from restitch_app.ui.viewer.viewer import Viewer

PAN_PX = 48
WIPE_STEP = 0.02


def answer_actions(viewer: Viewer, actions: Actions, state: ReviewState) -> None:
    """Checkable ones set their own state: what they hand over is not asked."""
    for act, shown in (viewer.bar.keyed | viewer.transport.keyed).items():
        live_key(actions, act, shown)
    for mode in CompareMode:
        actions.answer(Act(mode.value), partial(_choose_mode, viewer, mode))
    actions.answer(Act.FLIP, viewer.toggle_ab)
    actions.answer(Act.SWAP, viewer.comparison.swap)
    _answer_zoom(viewer.canvas, actions)
    actions.answer(Act.FRAME_STRIP, lambda _state: viewer.show_strip(not viewer.wants_strip))
    actions.answer(Act.PLAY, viewer.play_pause)
    actions.answer(Act.REVERSE, viewer.shuttle_reverse)
    actions.answer(Act.STOP, viewer.shuttle_stop)
    actions.answer(Act.FORWARD, viewer.shuttle_forward)
    for act, frames in (
        (Act.FRAME_BACK, -1),
        (Act.FRAME_FORWARD, 1),
        (Act.TEN_BACK, -10),
        (Act.TEN_FORWARD, 10),
    ):
        actions.answer(act, partial(viewer.step, frames))
    actions.answer(Act.SCENE_START, partial(viewer.go_to, 0))
    actions.answer(Act.SCENE_END, lambda: viewer.go_to(state.frame_count - 1))
    actions.answer(Act.LOOP, lambda _state: viewer.set_looping(not viewer.loops))
    actions.answer(Act.PREVIOUS_BOUNDARY, viewer.previous_boundary)
    actions.answer(Act.NEXT_BOUNDARY, viewer.next_boundary)


def _answer_zoom(canvas: Canvas, actions: Actions) -> None:
    for act, scale in (
        (Act.FIT_PICTURE, None),
        (Act.PICTURE_100, 1.0),
        (Act.PICTURE_200, 2.0),
        (Act.PICTURE_400, 4.0),
        (Act.PICTURE_800, 8.0),
    ):
        actions.answer(act, partial(canvas.set_scale, scale))
    actions.answer(Act.ENLARGE_PICTURE, partial(canvas.step_zoom, 1))
    actions.answer(Act.SHRINK_PICTURE, partial(canvas.step_zoom, -1))
    for act, x, y in (
        (Act.PAN_LEFT, 1, 0),
        (Act.PAN_RIGHT, -1, 0),
        (Act.PAN_UP, 0, 1),
        (Act.PAN_DOWN, 0, -1),
    ):
        actions.answer(act, partial(canvas.pan, QPointF(PAN_PX * x, PAN_PX * y)))
    actions.answer(Act.LINK_PICTURES, lambda _state: canvas.set_linked(not canvas.is_linked))
    actions.answer(Act.WIPE_LEFT, lambda: canvas.set_wipe(canvas.wipe - WIPE_STEP))
    actions.answer(Act.WIPE_RIGHT, lambda: canvas.set_wipe(canvas.wipe + WIPE_STEP))
    actions.answer(Act.MORE_GAIN, partial(canvas.step_gain, 1))
    actions.answer(Act.LESS_GAIN, partial(canvas.step_gain, -1))


def _choose_mode(viewer: Viewer, mode: CompareMode, _state: bool) -> None:
    viewer.set_mode(mode)
