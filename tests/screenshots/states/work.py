"""Regenerating: the dialog, jobs at work, and jobs that went wrong."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from restitch_app.demo.server import AnswerFault, Faults
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.dialogs.regenerate_dialog import RegenerateDialog
from restitch_app.ui.jobs.all_jobs import AllJobs
from restitch_app.ui.jobs.job_details import JobDetails
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.waiting import let_settle, wait_until
from tests.screenshots.shelf import BAD
from tests.screenshots.studio import LOADED_S, Studio, dialog_of, job_is

DIALOG_SIZE = (960, 684)
REFUSAL = AnswerFault(route="/prompt", does="status", method="POST", status=400, times=1)


def take(studio: Studio) -> None:
    slow = studio.slow
    with studio.window(studio.shelf.copy(studio.shelf.redone, slow.url), url=slow.url) as window:
        window.state.select_segment(BAD)
        _dialogs(studio, window)
        _at_work(studio, window)
        _gone_wrong(studio, window)


def take_candidate(studio: Studio) -> None:
    """What came back cannot be used: the old version stays."""
    server = studio.server
    project = studio.shelf.copy(studio.shelf.drawn, server.url)
    with studio.window(project, url=server.url) as window:
        server.faults = Faults(extra_frames=-30)
        window.review.regenerate(RegenerationRequest(BAD))
        wait_until(
            lambda: bool(window.state.jobs) and not window.state.jobs[-1].state.is_open,
            "the job has ended",
        )
        window.state.select_segment(BAD)
        let_settle(2 * LOADED_S)
        studio.camera.window(
            window, "candidate-failed", "The result is too short: v1 stays in the scene"
        )


def _dialogs(studio: Studio, window: MainWindow) -> None:
    window.actions_[Act.REGENERATE].trigger()
    dialog = dialog_of(window)
    assert isinstance(dialog, RegenerateDialog)
    dialog.resize(*DIALOG_SIZE)
    wait_until(lambda: not dialog.preflight.is_checking, "the workflow is checked")
    let_settle(LOADED_S)
    studio.camera.dialog(dialog, "regenerate-fresh", "Regenerate segment 5")
    _pictures_to_begin_with(studio, dialog)
    dialog.right.form.values.set("cfg", 6.5)
    let_settle(2 * LOADED_S)
    studio.camera.dialog(dialog, "regenerate-changed", "One value was changed")
    _drop(dialog, _refused_workflow(studio.folder))
    wait_until(lambda: not dialog.preflight.is_checking, "the other workflow is checked")
    let_settle(2 * LOADED_S)
    studio.camera.dialog(dialog, "regenerate-problems", "The server has not what is asked for")
    dialog.reject()
    wait_until(lambda: window.dialogs.shown is None, "the dialog is closed")


def _pictures_to_begin_with(studio: Studio, dialog: RegenerateDialog) -> None:
    seed, keep = dialog.left.seed, dialog.left.keep
    seed.other.click()
    strip = seed.earlier.list
    wait_until(lambda: strip.count() > 0, "the last frames are there")
    strip.setCurrentRow(strip.count() - 3)
    let_settle(LOADED_S)
    studio.camera.dialog(dialog, "regenerate-earlier-frame", "An earlier frame is the seed frame")
    strip.setCurrentRow(strip.count() - 1)
    seed.other.click()
    keep.keep_before(20)
    wait_until(lambda: not dialog.preflight.is_checking, "the workflow is checked again")
    let_settle(LOADED_S)
    studio.camera.dialog(dialog, "regenerate-from-frame", "Its first frames are kept")
    keep.box.setChecked(False)


def _refused_workflow(folder: Path) -> Path:
    """The demo's, with a sampler that is on no server."""
    prompt = demo_workflow(DemoSettings(image="seed.png", seed=5, width=832, height=480, length=49))
    inputs = prompt["9"]["inputs"]
    assert isinstance(inputs, dict)
    inputs["sampler_name"] = "sampler_of_tomorrow"
    path = folder / "odd_sampler.json"
    path.write_text(json.dumps(prompt))
    return path


def _drop(dialog: RegenerateDialog, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    middle, none = QPointF(dialog.rect().center()), Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(middle, action, data, button, none))


def _at_work(studio: Studio, window: MainWindow) -> None:
    for index in (7, 8):
        window.review.regenerate(RegenerationRequest(index))
    wait_until(job_is(window, "running"), "a job runs")
    wait_until(lambda: any(job.done > 3 for job in window.state.jobs), "it is at step 4")
    window.state.select_segment(7)
    let_settle(LOADED_S)
    studio.camera.window(window, "review-generating", "Segment 8 is generating, 9 is queued")
    for job in window.state.jobs:
        if job.state.is_open:
            window.review.cancel(job.id)
    wait_until(
        lambda: not any(job.state.is_open for job in window.state.jobs), "the jobs are cancelled"
    )


def _gone_wrong(studio: Studio, window: MainWindow) -> None:
    camera = studio.camera
    studio.slow.faults = Faults(fail_at_class="KSampler", fail_with="oom")
    window.review.regenerate(RegenerationRequest(BAD))
    wait_until(job_is(window, "failed"), "the job fails")
    window.state.select_segment(BAD)
    let_settle(LOADED_S)
    camera.window(window, "job-failed", "The GPU ran out of memory at the sampler")
    window.job_windows.show_details(next(c.view.job_id for c in window.jobs.cards))
    details = window.findChildren(JobDetails)[-1]
    camera.dialog(details, "job-details", "Why a job failed, and what to do")
    details.close()
    studio.slow.faults = Faults(answers=(REFUSAL,))
    window.review.regenerate(RegenerationRequest(6))
    _wait_for_end(window)
    camera.window(window, "prompt-rejected", "ComfyUI refused a prompt")
    studio.slow.faults = Faults(lose_job_at_step=2)
    window.review.regenerate(RegenerationRequest(8))
    wait_until(job_is(window, "lost"), "the job is lost")
    camera.window(window, "job-lost", "The server no longer knows this job")
    window.job_windows.show_all()
    every = window.findChildren(AllJobs)[-1]
    let_settle(LOADED_S)
    camera.dialog(every, "all-jobs", "All jobs")
    every.close()


def _wait_for_end(window: MainWindow) -> None:
    known = len(window.state.jobs)
    wait_until(
        lambda: (
            len(window.state.jobs) >= known
            and not any(job.state.is_open for job in window.state.jobs)
        ),
        "the job has ended",
    )
    let_settle(LOADED_S)
