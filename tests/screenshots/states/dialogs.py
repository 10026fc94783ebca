"""Dialogs that belong to no job: settings, help, export, a new scene."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.dialogs.new_scene_dialog import NewSceneDialog
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.settings.pages import PAGES
from restitch_app.ui.settings.settings_dialog import SIZE
from restitch_app.ui.waiting import let_settle, wait_until
from tests.screenshots.studio import LOADED_S, Studio, dialog_of

PROJECTS = "/projects/walk"
"""A folder as on any computer, for the guide's picture; nothing is written there."""
BESIDE = {
    Act.SHORTCUTS: ("shortcuts", "shortcuts_dialog", "All shortcuts"),
    Act.ABOUT: ("about", "about_dialog", "About Restitch"),
}


def take(studio: Studio) -> None:
    camera, server = studio.camera, studio.server
    project = studio.shelf.copy(studio.shelf.redone, server.url)
    with studio.window(project, url=server.url) as window:
        for act, (name, object_name, about) in BESIDE.items():
            window.actions_[act].trigger()
            dialog = _beside(window, object_name)
            camera.dialog(dialog, name, about)
            dialog.close()
        window.settings.show()
        settings = window.settings.shown
        assert settings is not None
        settings.resize(*SIZE)  # a platform without a screen claims a tiny one
        let_settle(2 * LOADED_S)
        for page in PAGES:
            settings.show_item(page.title, "")
            let_settle(LOADED_S)
            name = page.title.casefold().replace(" ", "-")
            camera.dialog(settings, f"settings-{name}", f"Settings: {page.title}")
        settings.close()
        window.dialogs.export(studio.folder / "film.mp4")
        dialog = dialog_of(window)
        let_settle(2 * LOADED_S)
        camera.dialog(dialog, "export", "Export, with what still stands open")
        dialog.reject()
        wait_until(lambda: window.dialogs.shown is None, "the dialog is closed")
        window.actions_[Act.WORKFLOWS].trigger()
        dialog = dialog_of(window)
        let_settle(2 * LOADED_S)
        camera.dialog(dialog, "workflow-inputs", "The inputs of a workflow")


def take_new_scene(studio: Studio) -> None:
    shelf = studio.shelf
    broken = studio.folder / "not_a_clip.mp4"
    broken.write_bytes(b"no video at all" * 100)
    clips = [*shelf.clips("walk", 4), *shelf.clips("wide", 1, (192, 96))]
    with studio.window() as window:
        window.project.new_scene(clips)
        dialog = dialog_of(window)
        assert isinstance(dialog, NewSceneDialog)
        dialog.folder.setText(PROJECTS)
        wait_until(lambda: len(dialog.clips.looks) == len(clips), "the clips are read")
        let_settle(LOADED_S)
        studio.camera.dialog(dialog, "new-scene", "One clip has another size")
        dialog.add([broken])
        wait_until(lambda: len(dialog.clips.looks) > len(clips), "the file is looked at")
        let_settle(LOADED_S)
        studio.camera.dialog(dialog, "new-scene-problems", "One clip differs, one is no clip")
        dialog.choices.converts.setChecked(True)
        first = dialog.clips.topLevelItem(0)
        assert first is not None
        first.setSelected(True)
        dialog.cuts.points.setText("3, 5")
        dialog.cuts.cut.click()
        wait_until(lambda: len(dialog.clips.looks) > len(clips) + 1, "the clip is cut")
        let_settle(LOADED_S)
        studio.camera.dialog(dialog, "new-scene-pieces", "A clip in three pieces, one converted")


def _beside(window: MainWindow, name: str) -> QDialog:
    wait_until(lambda: bool(window.findChildren(QDialog, name)), f"{name} is shown")
    return window.findChildren(QDialog, name)[-1]
