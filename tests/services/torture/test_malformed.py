"""Malformed media files and workflows: refused or imported; no crash, no hang, little memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.services.torture.fuzzing import good_media, malformed_media, malformed_workflow
from tests.services.torture.sizes import many

BUDGET_MIB = int(os.environ.get("RESTITCH_TORTURE_MIB", "1024"))
ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/statm").is_file(), reason="needs /proc to tell how much memory is used"
)


def read_all(files: list[Path], folder: Path) -> dict[str, str]:
    """What became of each, by name; `fault` for one that ended its process, which is begun anew."""
    outcomes: dict[str, str] = {}
    while left := [file for file in files if file.name not in outcomes]:
        ended = read_some(left, folder / str(len(outcomes)))
        for line in ended.stdout.splitlines():
            what, name, *told = line.split(" ", 2)
            outcomes[name] = told[0] if what == "end" else f"fault: died {ended.returncode}"
        assert left[0].name in outcomes, ended.stderr[-3000:]
    return outcomes


def read_some(files: list[Path], folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "faulthandler", "-m"]
    command += ["tests.services.torture.reading_malformed", str(folder), str(BUDGET_MIB)]
    return subprocess.run(
        [*command, *map(str, files)],
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OPENCV_FOR_THREADS_NUM": "1"},
        capture_output=True,
        text=True,
        timeout=many(120, 3600),
        check=False,
    )


def check(outcomes: dict[str, str], count: int) -> None:
    assert len(outcomes) == count
    faults = {name: told for name, told in outcomes.items() if told.startswith("fault")}
    assert not faults
    assert all("Traceback" not in told for told in outcomes.values())


@pytest.mark.timeout(many(900, 3600))
def test_malformed_media_are_refused_or_imported(tmp_path: Path) -> None:
    good = good_media(tmp_path / "good")
    folder = tmp_path / "bad"
    folder.mkdir()
    files = [malformed_media(good, number, folder) for number in range(many(25, 500))]
    outcomes = read_all([*good, *files], tmp_path / "project")
    check(outcomes, len(good) + len(files))
    assert all(outcomes[path.name] == "imported" for path in good)
    assert sum(told.startswith("refused") for told in outcomes.values()) > len(files) // 5


@pytest.mark.timeout(many(900, 3600))
def test_malformed_workflows_are_refused_or_kept(tmp_path: Path) -> None:
    files = [malformed_workflow(number, tmp_path) for number in range(many(15, 500))]
    outcomes = read_all(files, tmp_path / "project")
    check(outcomes, len(files))
    assert any(told.startswith("refused") for told in outcomes.values())
