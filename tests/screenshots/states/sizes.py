"""Scenes that are unusually small, large or long-named."""

from __future__ import annotations

from restitch_app.ui.waiting import let_settle
from tests.screenshots.studio import LOADED_S, Studio


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
