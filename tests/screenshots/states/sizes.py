"""Scenes that are unusually small, large or long-named."""

from __future__ import annotations

from restitch_app.ui.theme.tokens import SMALLEST_WINDOW
from restitch_app.ui.waiting import let_settle
from tests.screenshots.states.review import compare
from tests.screenshots.studio import LOADED_S, Studio

LARGE_TEXT_PERCENT = 150


def take(studio: Studio) -> None:
    shelf = studio.shelf
    for project, name, about in (
        (shelf.empty, "scene-empty", "A project without segments"),
        (shelf.single, "scene-of-one", "A scene of one segment"),
        (shelf.many, "scene-of-200", "A scene of 200 segments"),
        (shelf.long_named, "scene-with-a-long-name", "Long names"),
    ):
        with studio.window(project) as window:
            let_settle(2 * LOADED_S)
            studio.camera.window(window, name, about)
    with studio.window(shelf.copy(shelf.redone)) as window:
        studio.theme.set_text_percent(LARGE_TEXT_PERCENT)
        try:
            compare(window)
            studio.camera.window(window, "large-text", "Text at 150 %")
            window.resize(*SMALLEST_WINDOW)
            let_settle(LOADED_S)
            studio.camera.as_it_is(window, "large-text-smallest", "150 % in the smallest window")
        finally:
            studio.theme.set_text_percent(100)
