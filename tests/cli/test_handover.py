"""`restitch handover` and `restitch merge`."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.running import Cli


def test_conflicts_are_listed_and_the_answer_is_no(cli: Cli, project: Path, tmp_path: Path) -> None:
    anna, file = shutil.copytree(project, tmp_path / "anna"), tmp_path / "anna.json"
    assert cli("approve", anna, 2).code == 0
    assert cli("approve", anna, 3).code == 0
    assert cli("handover", anna, file, "--json").json["verdicts"] == 2
    assert cli("approve", project, 3, "--needs-work", "blurred").code == 0
    tried = cli("merge", project, file, "--dry-run", "--json")
    assert (tried.code, tried.json["taken"]) == (1, [])
    merged = cli("merge", project, file)
    assert merged.code == 1
    assert "Taken over: segment 2: approved" in merged.out
    assert "Conflict: segment 3. Here: needs work, blurred" in merged.out
    taken = cli("merge", project, file, "--take", "segment 3", "--json")
    assert (taken.code, taken.json["taken"]) == (0, ["segment 3"])
    assert cli("merge", project, file, "--take", "segment 3").code == 2
