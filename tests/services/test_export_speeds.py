"""How long a film will take is told from films that were written here, and otherwise not at all."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from restitch_app.services.export_speeds import MOST_KEPT, NAME, ExportSpeeds, FilmTook, FilmWork

COPIED = FilmTook(10_000_000, 0, 0.0, 0.5)
TREATED = FilmTook(10_000_000, 20_000_000, 4.0, 1.5)


def test_nothing_is_told_before_it_was_measured(tmp_path: Path) -> None:
    speeds = ExportSpeeds(tmp_path / "settings")
    assert speeds.seconds(FilmWork(1, 0)) is None
    speeds.note(COPIED)
    assert speeds.seconds(FilmWork(20_000_000, 0)) == pytest.approx(1.0)
    assert speeds.seconds(FilmWork(20_000_000, 1)) is None
    speeds.note(TREATED)
    again = ExportSpeeds(tmp_path / "settings")
    assert again.seconds(FilmWork(20_000_000, 0)) == pytest.approx(2.0)
    assert again.seconds(FilmWork(0, 10_000_000)) == pytest.approx(2.0)


def test_the_last_films_count(tmp_path: Path) -> None:
    speeds = ExportSpeeds(tmp_path)
    speeds.note(FilmTook(1_000_000, 0, 0.0, 99.0))
    for _ in range(MOST_KEPT):
        speeds.note(COPIED)
    assert speeds.seconds(FilmWork(10_000_000, 0)) == pytest.approx(0.5)


@pytest.mark.parametrize(
    "damaged",
    ["", "[]", '{"films": [{}]}', '{"films": [1]}', '{"films": null}', "{" * 100_000]
    + [json.dumps({"films": [{"size_bytes": 1, "encoded_pixels": 0, "encoding_s": x, "rest_s": x}]})
       for x in (-1.0, "1", None, math.nan, math.inf)],
)  # fmt: skip
def test_a_damaged_record_says_nothing_and_is_replaced(tmp_path: Path, damaged: str) -> None:
    (tmp_path / NAME).write_text(damaged)
    speeds = ExportSpeeds(tmp_path)
    assert speeds.seconds(FilmWork(1, 0)) is None
    speeds.note(COPIED)
    assert speeds.seconds(FilmWork(10_000_000, 0)) == pytest.approx(0.5)


def test_a_folder_that_takes_no_record_fails_no_export(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("a file")
    ExportSpeeds(tmp_path / "settings").note(COPIED)
    assert (tmp_path / "settings").read_text() == "a file"
