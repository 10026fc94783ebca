from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.domain.jobs import JobProblem, JobState
from restitch_app.ui.jobs.all_jobs import COLUMNS, AllJobs
from restitch_app.ui.jobs.job_card import JobCard
from restitch_app.ui.jobs.job_view import view_of
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.pieces.times import when
from restitch_app.ui.state.stopwatch import Stopwatch
from restitch_app.ui.theme.theme import Theme
from tests.ui.samples import job
from tests.ui.windows import leave, open_in

FULL = JobProblem("oom", "The GPU ran out of memory", "", "Close other GPU programs, then retry")


def test_a_running_job_says_its_take_percent_and_step() -> None:
    view = view_of(job(take=1, takes=2, done=13, total=20), None, 72.4)
    assert (view.title, view.note) == ("Segment 8", "take 1 of 2")
    assert (view.percent, view.step, view.left) == (65, "step 13 of 20", "1:12 left")
    assert view.can_cancel
    assert view.spoken == "Segment 8, take 1 of 2, 65 %, step 13 of 20, 1:12 left"


def test_a_failed_job_says_where_and_why() -> None:
    view = view_of(job(state=JobState.FAILED, done=9, total=20, problem=FULL), None, None)
    assert (view.title, view.note) == ("Segment 8 failed", "at step 9 of 20")
    assert view.detail == "The GPU ran out of memory. Close other GPU programs, then retry."
    assert view.can_retry
    assert not view.can_cancel


@pytest.mark.parametrize(
    ("state", "title", "note"),
    [
        (JobState.QUEUED, "Segment 8", "queued"),
        (JobState.DONE, "Segment 8 v2", "done in 2:04"),
        (JobState.CANCELLED, "Segment 8", "cancelled"),
        (JobState.LOST, "Segment 8 lost", ""),
    ],
)
def test_other_states_have_words_of_their_own(state: JobState, title: str, note: str) -> None:
    view = view_of(job(state=state), 2, None)
    assert (view.title, view.note) == (title, note)


def test_a_job_that_waits_for_its_server_says_so() -> None:
    view = view_of(job(state=JobState.QUEUED, waiting_since="2026-11-22T14:30:00"), None, None)
    assert (view.kind, view.note) == ("waiting", "waiting for ComfyUI")
    assert view.can_cancel


def test_time_left_appears_after_three_steps() -> None:
    watch = Stopwatch()
    assert watch.seconds_left(job(done=0, total=20), 100.0) is None
    assert watch.seconds_left(job(done=2, total=20), 104.0) is None
    assert watch.seconds_left(job(done=4, total=20), 108.0) == pytest.approx(32.0)
    assert watch.seconds_left(job(done=19, total=20), 138.0) == pytest.approx(2.0)


def test_time_left_counts_each_stage_by_itself() -> None:
    watch = Stopwatch()
    watch.seconds_left(job(done=0, total=20), 0.0)
    assert watch.seconds_left(job(done=0, total=8, stage="Decoding"), 40.0) is None
    assert watch.seconds_left(job(done=4, total=8, stage="Decoding"), 42.0) == pytest.approx(2.0)


def _click(qtbot: QtBot, card: QWidget, name: str) -> None:
    kind = QToolButton if name == "close" else QPushButton
    button = card.findChild(kind, name)
    assert isinstance(button, QWidget)
    assert not button.isHidden()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_cross_cancels_a_running_job_and_dismisses_a_failed_one(
    qtbot: QtBot, theme: Theme
) -> None:
    card = JobCard(theme, view_of(job(), None, None))
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.cancel_asked) as caught:
        _click(qtbot, card, "close")
    assert caught.args == [1]
    card.show_view(view_of(job(state=JobState.FAILED, problem=FULL), None, None))
    with qtbot.waitSignal(card.dismissed):
        _click(qtbot, card, "close")
    with qtbot.waitSignal(card.retry_asked):
        _click(qtbot, card, "retry")


def test_running_jobs_come_first_and_cancelled_ones_leave(window: MainWindow) -> None:
    window.state.set_jobs(
        (
            job(1, JobState.QUEUED),
            job(2, JobState.FAILED, problem=FULL),
            job(3, JobState.CANCELLED),
            job(4, JobState.RUNNING),
        )
    )
    assert [card.view.job_id for card in window.jobs.cards] == [4, 2, 1]


def test_old_results_are_no_news(window: MainWindow) -> None:
    window.state.set_jobs((job(1, JobState.DONE), job(2, JobState.RUNNING)))
    assert [card.view.job_id for card in window.jobs.cards] == [2]
    window.state.set_jobs((job(1, JobState.DONE), job(2, JobState.DONE)))
    assert [card.view.job_id for card in window.jobs.cards] == [2]


def test_what_does_not_fit_is_counted(qtbot: QtBot, window: MainWindow) -> None:
    window.jobs.resize(1200, 52)
    window.state.set_jobs(tuple(job(number, JobState.QUEUED) for number in range(1, 13)))
    shown = [card for card in window.jobs.cards if not card.isHidden()]
    assert 0 < len(shown) < 12
    more = window.jobs.findChild(QPushButton, "more_jobs")
    assert isinstance(more, QPushButton)
    assert more.text() == f"+{12 - len(shown)} more"
    assert max(card.geometry().right() for card in shown) < more.x()


def test_the_full_list_is_shown_once(make_window: Callable[..., MainWindow]) -> None:
    window = make_window()
    window.state.set_jobs((job(1, JobState.FAILED, problem=FULL), job(2, JobState.RUNNING)))
    window.job_windows.show_all()
    window.job_windows.show_all()
    (dialog,) = window.findChildren(AllJobs)
    dialog.select(1)
    table = dialog.findChild(QTableWidget, "jobs_table")
    assert isinstance(table, QTableWidget)
    item = table.item(table.currentRow(), COLUMNS.index("Asked for"))
    assert item is not None
    assert item.text() == when(job(1).created_at)
    dialog.close()


def test_the_full_list_can_cancel_what_is_selected(
    qtbot: QtBot, make_window: Callable[..., MainWindow]
) -> None:
    window = make_window()
    window.state.set_jobs((job(1, JobState.FAILED, problem=FULL), job(2, JobState.RUNNING)))
    dialog = AllJobs(window.context, window)
    dialog.select(2)
    heard: list[int] = []
    dialog.cancel_asked.connect(heard.append)
    cancel = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Cancel job")
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert heard == [2]
    dialog.select(1)
    assert not cancel.isEnabled()
    dialog.deleteLater()


def test_cards_close_up_when_others_leave(window: MainWindow) -> None:
    eight, nine = job(1, JobState.RUNNING, index=7, total=20), job(2, JobState.QUEUED, index=8)
    window.state.set_jobs((eight, nine))
    gone = (job(1, JobState.CANCELLED, index=7), job(2, JobState.CANCELLED, index=8))
    window.state.set_jobs((*gone, job(3, JobState.QUEUED, index=4)))
    window.state.set_jobs((*gone, job(3, JobState.RUNNING, index=4, done=1, total=20)))
    window.state.set_jobs((*gone, job(3, JobState.FAILED, index=4, problem=FULL)))
    (card,) = window.jobs.cards
    assert card.x() < 100


def test_a_result_that_cannot_be_used_says_why_and_keeps_the_way_to_look_at_it() -> None:
    failure = "It has 19 frames, not 49"
    view = view_of(job(state=JobState.DONE), 2, None, failure=failure)
    assert view.title == "Segment 8 v2 cannot be used"
    assert view.detail == "It has 19 frames, not 49. The old version stays in the scene."
    assert view.has_problem
    assert not view.can_retry


def test_a_failure_that_was_put_away_stays_away_at_the_next_start_until_it_fails_anew(
    qtbot: QtBot, make_window: Callable[..., MainWindow], project_folder: Path
) -> None:
    failed = job(3, JobState.FAILED, index=1, problem=FULL)
    first = make_window()
    open_in(qtbot, first, project_folder)
    first.state.set_jobs((failed,))
    (card,) = first.jobs.cards
    _click(qtbot, card, "close")
    assert first.jobs.cards == []
    leave(qtbot, first)

    again = make_window()
    open_in(qtbot, again, project_folder)
    again.state.set_jobs((failed, job(4, JobState.FAILED, index=2, problem=FULL)))
    assert [card.view.job_id for card in again.jobs.cards] == [4]
    again.state.set_jobs((replace(failed, updated_at="2026-11-23T09:00:00"),))
    assert [card.view.job_id for card in again.jobs.cards] == [3]


def test_the_next_projects_cards_are_its_own(
    qtbot: QtBot, window: MainWindow, project_folder: Path, tmp_path: Path
) -> None:
    """Whose ids begin at 1 again: what was put away or over in one says nothing of the other."""
    other = shutil.copytree(project_folder, tmp_path / "other")
    open_in(qtbot, window, project_folder)
    window.state.set_jobs(
        (job(1, JobState.DONE), job(2, JobState.QUEUED), job(3, JobState.FAILED, problem=FULL))
    )
    _click(qtbot, next(card for card in window.jobs.cards if card.view.job_id == 3), "close")
    assert [card.view.job_id for card in window.jobs.cards] == [2]

    open_in(qtbot, window, other)
    assert window.jobs.cards == []
    again = replace(job(3, JobState.FAILED, problem=FULL), updated_at="2026-11-23T09:00:00")
    window.state.set_jobs((job(1, JobState.QUEUED), job(2, JobState.DONE), again))
    assert [card.view.job_id for card in window.jobs.cards] == [3, 1]
