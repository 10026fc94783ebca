"""What the import contracts cannot see of the rooms' order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import restitch_app

PACKAGE = Path(restitch_app.__file__).parent
SHELLS = ("api", "bridge", "cli", "ui")
# `project.store` hands a shell the tables without an import.
REACHES_THE_TABLES = re.compile(r"\.store\b(?!\s*import)")


@pytest.mark.parametrize("room", SHELLS)
def test_shells_reach_tables_through_services_only(room: str) -> None:
    files = sorted((PACKAGE / room).rglob("*.py"))
    assert files
    found = [
        f"{path.relative_to(PACKAGE)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if REACHES_THE_TABLES.search(line)
    ]
    assert found == []
