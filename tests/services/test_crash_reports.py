"""Whatever nobody catches is written down for people, without what is nobody else's business."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from restitch_app.services.crash_reports import MOST_A_RUN, MOST_REPORTS, CrashReports

DIES = """
import faulthandler, sys
from pathlib import Path
from restitch_app.services.crash_reports import CrashReports
with CrashReports(Path(sys.argv[1])).watching():
    faulthandler._sigabrt()
"""


@pytest.fixture
def reports(tmp_path: Path) -> CrashReports:
    return CrashReports(tmp_path / "crashes", tmp_path / "none.log")


def test_an_error_of_a_thread_becomes_a_report(reports: CrashReports) -> None:
    written: list[Path] = []
    reports.on_written = written.append

    def fail() -> None:
        raise ValueError("token=geheim42 at " + str(Path.home() / "scene"))

    with reports.watching():
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join(30)
    assert reports.left() == tuple(written)
    text = reports.text(written[0])
    assert "ValueError" in text
    assert "geheim42" not in text
    assert str(Path.home()) not in text
    reports.remove(written[0])
    assert reports.left() == ()


def test_the_same_error_again_and_again_fills_no_disk(reports: CrashReports) -> None:
    with reports.watching():
        for number in range(MOST_A_RUN + 5):
            error = RuntimeError(str(number))
            sys.excepthook(RuntimeError, error, None)
    assert len(reports.left()) == MOST_A_RUN
    for number in range(MOST_REPORTS + 3):
        (reports.left()[0].parent / f"report-0{number:02}.txt").write_text("old")
    reports._written = 0
    with reports.watching():
        sys.excepthook(RuntimeError, RuntimeError("new"), None)
    assert len(reports.left()) == MOST_REPORTS
    assert "new" in reports.text(reports.left()[-1])


def test_a_process_that_died_is_reported_by_the_next_one(
    reports: CrashReports, tmp_path: Path
) -> None:
    died = subprocess.run(
        [sys.executable, "-c", DIES, str(tmp_path / "crashes")],
        check=False,
        capture_output=True,
        timeout=120,
    )
    assert died.returncode != 0
    (report,) = reports.left()
    assert "Fatal Python error" in reports.text(report)
    assert reports.left() == (report,), "once"


def test_a_process_that_ended_well_leaves_nothing(reports: CrashReports, tmp_path: Path) -> None:
    with reports.watching():
        assert reports.left() == ()
    assert list((tmp_path / "crashes").iterdir()) == []
