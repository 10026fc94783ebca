"""Progress: one changing line on a terminal, few lines in a pipe."""

from __future__ import annotations

import io

from restitch_app.cli.output import listed, table
from restitch_app.cli.progress import ProgressLine
from restitch_app.domain.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_in_a_pipe_a_stage_is_one_line() -> None:
    pipe = io.StringIO()
    line = ProgressLine(pipe)
    for done in range(50):
        line(Progress("Rendering", done, 50))
    line(Progress("Downloading", 0, 0))
    line.note("kept")
    assert pipe.getvalue() == "Rendering\nDownloading\nkept\n"


def test_on_a_terminal_the_line_is_drawn_over_and_taken_away() -> None:
    terminal = Terminal()
    line = ProgressLine(terminal)
    line(Progress("Rendering", 3, 20))
    line(Progress("Saving", 0, 0))
    line.note("done")
    assert terminal.getvalue().split("\r") == [
        "",
        "Rendering [###.................] 3/20",
        "Saving".ljust(37),
        " " * 6,
        "done\n",
    ]


def test_a_terminal_is_not_flooded() -> None:
    terminal = Terminal()
    line = ProgressLine(terminal)
    for done in range(1000):
        line(Progress("Rendering", done, 1000))
    assert terminal.getvalue().count("\r") < 20


def test_a_long_stage_stays_on_one_line() -> None:
    terminal = Terminal()
    ProgressLine(terminal)(Progress("x" * 500, 0, 0))
    assert len(terminal.getvalue()) < 200


def test_numbers_are_listed_as_people_write_them() -> None:
    assert listed([10, 6, 7, 8, 12]) == "6–8, 10, 12"
    assert listed([]) == ""


def test_a_table_is_as_wide_as_its_entries() -> None:
    assert table([("A", "Longer"), ("wide", 1)]) == "A     Longer\nwide  1"
