"""What a failed job's details say, and what can be done from there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.demo.server.faults import Faults
from restitch_app.domain.jobs import JobProblem, JobState, RegenerationRequest
from restitch_app.ui.jobs.job_details import JobDetails, reasons_of, report
from restitch_app.ui.jobs.job_view import view_of
from restitch_app.ui.main_window import MainWindow
from tests.ui.hands import Hands
from tests.ui.samples import job
from tests.ui.windows import open_in

REJECTED = JobProblem(
    "prompt_rejected",
    "ComfyUI refused the prompt",
    "Load Checkpoint ▸ ckpt_name: wan.safetensors is not there; Sampler ▸ steps: 0 is below 1",
    "Change the named inputs and try again",
)


def test_each_reason_of_a_refusal_is_told_by_its_node() -> None:
    assert reasons_of(job(state=JobState.FAILED, problem=REJECTED)) == (
        "Load Checkpoint ▸ ckpt_name: wan.safetensors is not there",
        "Sampler ▸ steps: 0 is below 1",
    )
    crashed = JobProblem("execution_failed", "ComfyUI failed at Sampler", "a; b", "")
    assert reasons_of(job(state=JobState.FAILED, problem=crashed)) == ("a; b",)
    assert reasons_of(job(state=JobState.LOST)) == ()


def test_the_report_has_what_whoever_keeps_the_server_needs() -> None:
    failed = job(state=JobState.FAILED, done=9, total=20, problem=REJECTED)
    told = report(failed, view_of(failed, None, None), "gpu-box")
    for line in (
        "What: Segment 8 failed at step 9 of 20",
        "Problem: ComfyUI refused the prompt",
        "Code: prompt_rejected",
        f"Server: gpu-box ({failed.server_url})",
    ):
        assert line in told.splitlines()


@pytest.fixture
def failed(qtbot: QtBot, window: MainWindow, served_folder: Path, server: DemoServer) -> MainWindow:
    """Segment 3 failed at the sampler."""
    open_in(qtbot, window, served_folder)
    server.faults = Faults(fail_at_class="KSampler")
    window.review.regenerate(RegenerationRequest(2))
    hands = Hands(qtbot, window)
    hands.back()
    hands.wait(lambda: bool(window.jobs.cards) and window.jobs.cards[0].view.kind == "failed")
    return window


def test_details_name_the_node_and_can_be_copied(qtbot: QtBot, failed: MainWindow) -> None:
    hands = Hands(qtbot, failed)
    [card] = failed.jobs.cards
    for _ in range(2):
        hands.click("details", card)
    [details] = [one for one in failed.findChildren(JobDetails) if one.isVisible()]
    told = " ".join(one.text() for one in details.findChildren(QLabel))
    assert "Segment 3 failed" in told
    assert "at Sampler" in told
    assert "The old version stays in the scene." in told
    hands.click("copy_report", details)
    assert "Code: execution_failed" in QGuiApplication.clipboard().text()
    details.close()


def test_retrying_from_the_details_renders_it(
    qtbot: QtBot, failed: MainWindow, server: DemoServer
) -> None:
    hands = Hands(qtbot, failed)
    server.faults = Faults()
    hands.click("details", failed.jobs.cards[0])
    [details] = failed.findChildren(JobDetails)
    hands.click("details_retry", details)
    hands.wait(lambda: hands.version(2) == 2)
    assert failed.state.jobs[-1].state is JobState.DONE
