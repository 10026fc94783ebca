"""Something outside does not work: servers, files, other programs, the disk."""

from __future__ import annotations

import os
from pathlib import Path

from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.services.project.project import open_project
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.waiting import let_settle, wait_until
from tests.screenshots.shelf import BAD, NOBODY
from tests.screenshots.studio import LOADED_S, Studio, dialog_of, job_is, press

DAMAGED = 6


def take_away(studio: Studio) -> None:
    with studio.window(studio.shelf.copy(studio.shelf.redone, NOBODY), url=NOBODY) as window:
        wait_until(lambda: window.notices.has("server"), "it is known that nobody answers")
        window.review.regenerate(RegenerationRequest(7))
        wait_until(job_is(window, "waiting"), "the job waits")
        studio.camera.window(window, "server-away", "ComfyUI does not answer; a job waits for it")


def take_files(studio: Studio) -> None:
    project = studio.shelf.copy(studio.shelf.redone)
    clip = _clip_of(project, DAMAGED)
    os.truncate(clip, clip.stat().st_size // 2)
    _clip_of(project, 8).unlink()
    os.truncate(_clip_of(project, BAD), 2_000)
    with studio.window(project) as window:
        wait_until(lambda: window.notices.has("damage"), "the damage is noticed")
        _show(window, DAMAGED)
        wait_until(window.extras.faults.isVisible, "the ways on are shown")
        studio.camera.window(window, "clip-damaged", "The clip of segment 7 breaks off")
        _show(window, BAD)
        wait_until(window.extras.faults.use.isVisible, "another version is offered")
        studio.camera.window(
            window, "version-damaged", "Segment 5 has another version, and a server"
        )
        _show(window, 8)
        wait_until(window.extras.faults.isVisible, "the ways on are shown")
        studio.camera.window(window, "clip-missing", "The clip of segment 9 is gone")


def take_elsewhere(studio: Studio) -> None:
    project = studio.shelf.copy(studio.shelf.redone)
    with studio.window(project), studio.window(project) as second:
        wait_until(lambda: bool(second.session.holder), "it is known who holds the project")
        studio.camera.window(second, "open-elsewhere", "Another window has this project")


def take_storage(studio: Studio) -> None:
    """A folder that cannot be written to; root may write anywhere, and there it is a file."""
    with studio.window(studio.shelf.copy(studio.shelf.drawn)) as window:
        in_the_way = studio.folder / "not-a-folder"
        in_the_way.write_text("")
        window.dialogs.export(in_the_way / "film.mp4")
        dialog = dialog_of(window)
        let_settle(LOADED_S)
        press(dialog, "export")
        let_settle(2.0)
        studio.camera.dialog(dialog, "export-refused", "The film cannot be written there")
        dialog.reject()
        wait_until(lambda: window.dialogs.shown is None, "the dialog is closed")
        window.open(studio.folder / "no-project")
        wait_until(lambda: window.notices.worst is not None, "the project is not found")
        studio.camera.window(window, "project-not-found", "There is no project in that folder")


def _clip_of(project: Path, index: int) -> Path:
    with open_project(project, read_only=True) as opened:
        return opened.path(opened.current(opened.scene(), index).file)


def _show(window: MainWindow, index: int) -> None:
    window.state.select_segment(index)
    frames = window.state.ranges[index]
    window.state.set_playhead(frames.stop - 3)
    let_settle(2 * LOADED_S)
