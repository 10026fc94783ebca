"""The boundary inspector, for what a boundary can be."""

from __future__ import annotations

from restitch_app.ui.boundary.comparing import Trying
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.inspector.boundary_words import LEAVES_AS_IS
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.waiting import let_settle, wait_until
from tests.screenshots.shelf import BAD
from tests.screenshots.studio import LOADED_S, Studio

TRYING_S = 120.0


def take(studio: Studio) -> None:
    camera = studio.camera
    with studio.window(studio.shelf.copy(studio.shelf.redone)) as window:
        window.pages.open_boundary(BAD)
        let_settle(LOADED_S)
        camera.window(window, "boundary-working", "Fixes of boundary 5 | 6 are being tried")
        _tried(window)
        camera.window(window, "boundary-visible", "A visible jump at 5 | 6, with its fixes")
        _trigger(window, Act.CALL_BORDERLINE)
        camera.window(window, "boundary-called", "A verdict that the reviewer does not share")
        _trigger(window, Act.CALL_BACK)
        _trigger(window, Act.DECLARE_CUT)
        camera.window(window, "boundary-cut", "Declared a cut")
        _trigger(window, Act.DECLARE_CUT)
        _tried(window)
        window.actions_[Act.APPLY].trigger()
        wait_until(lambda: _is_smoothed(window), "the boundary is smoothed")
        window.pages.open_boundary(BAD)
        let_settle(LOADED_S)
        camera.window(window, "boundary-smoothed", "Smoothed: what was predicted and measured")
        window.pages.open_boundary(0)
        let_settle(2 * LOADED_S)
        camera.window(window, "boundary-smooth", "A boundary that is smooth as it is")
    with studio.window(studio.shelf.copy(studio.shelf.redone)) as window:
        window.pages.open_boundary(BAD)
        let_settle(LOADED_S)
        _trigger(window, Act.APPROVE)
        window.pages.open_boundary(BAD)
        let_settle(LOADED_S)
        camera.window(window, "boundary-accepted", "A visible jump, accepted as it is")


def _tried(window: MainWindow) -> None:
    comparing = window.fixes.comparing
    wait_until(lambda: comparing.state is Trying.DONE, "the fixes are tried", TRYING_S)
    let_settle(LOADED_S)


def _trigger(window: MainWindow, act: Act) -> None:
    wait_until(window.actions_[act].isEnabled, f"{act} can be done")
    window.actions_[act].trigger()
    let_settle(2 * LOADED_S)


def _is_smoothed(window: MainWindow) -> bool:
    boundary = window.state.boundary(BAD)
    return boundary is not None and boundary.join.treatment.method not in LEAVES_AS_IS
