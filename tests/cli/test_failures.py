"""Whatever goes wrong: one sentence, the right exit code, one JSON object, no traceback."""

from __future__ import annotations

import errno
import logging.handlers
from pathlib import Path

import pytest

from restitch_app.cli import check as check_module
from restitch_app.cli import info as info_module
from restitch_app.cli.log import log_path, logging_to_file
from tests.cli.running import Cli, files_of, run_process, started


@pytest.mark.parametrize(
    "arguments",
    [
        ("no-such-command",),
        ("check",),
        ("check", "PROJECT", "--segment", "0"),
        ("check", "PROJECT", "--segment", "two"),
        ("check", "PROJECT", "--segment", "6"),
        ("check", "PROJECT", "--scene", "Other"),
        ("check", "PROJECT", "--seg", "1"),
        ("regenerate", "PROJECT", "3", "--set", "seed"),
        ("regenerate", "PROJECT", "3", "--set", "seed=1", "--set", "seed=2"),
        ("regenerate", "PROJECT", "3", "--set", "colour=red"),
        ("regenerate", "PROJECT", "3", "--set", "steps=many"),
        ("regenerate", "PROJECT", "3", "--takes", "0"),
        ("regenerate", "PROJECT", "3", "--takes", "99"),
        ("regenerate", "PROJECT", "99"),
        ("regenerate", "PROJECT", "3", "--patience", "-1"),
        ("versions", "PROJECT", "9"),
        ("use", "PROJECT", "3", "9"),
        ("use", "PROJECT", "3", "vv1"),
        ("approve", "PROJECT", "9"),
        ("smooth", "PROJECT", "1", "--boundary", "before", "--method", "auto"),
        ("smooth", "PROJECT", "5", "--boundary", "after", "--method", "auto"),
        ("smooth", "PROJECT", "9", "--boundary", "before", "--method", "auto"),
        ("smooth", "PROJECT", "2", "--boundary", "after", "--method", "glue"),
        ("smooth", "PROJECT", "2", "--boundary", "after", "--method", "blend", "--window", "49"),
        ("smooth", "PROJECT", "2", "--method", "blend"),
        ("accept", "PROJECT", "1", "--boundary", "before"),
        ("jobs", "PROJECT", "--cancel", "77"),
        ("jobs", "PROJECT", "--again", "77"),
        ("jobs", "PROJECT", "--resume", "--cancel", "1"),
        ("serve", "PROJECT", "--port", "99999"),
        ("new", "PROJECT", "clip.mp4"),
        ("info", "nowhere"),
        ("export", "PROJECT", "film.avi"),
        ("verify", "nowhere"),
    ],
)
def test_wrong_use_is_2_with_one_line_and_one_object(
    cli: Cli, project: Path, arguments: tuple[str, ...]
) -> None:
    before = files_of(project)
    given = [str(project) if word == "PROJECT" else word for word in arguments]
    result = cli(*given, "--json")
    assert result.code == 2
    error = result.json["error"]
    assert set(error) == {"code", "title", "detail", "hint"}
    assert error["title"]
    lines = [line for line in result.err.splitlines() if line.startswith("restitch: ")]
    assert len(lines) == 1
    assert error["title"] in lines[0]
    assert "Traceback" not in result.err
    assert files_of(project) == before


def test_without_json_nothing_is_on_standard_output(cli: Cli, project: Path) -> None:
    result = cli("versions", project, 9)
    assert (result.code, result.out) == (2, "")
    assert "There is no segment 9" in result.err
    assert "Choose one from 1 to 5" in result.err


def test_a_bug_of_our_own_is_one_sentence_and_a_log_entry(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError("somebody divided")

    monkeypatch.setattr(info_module, "_scene_text", broken)
    result = cli("info", project, "--json")
    assert result.code == 3
    assert result.json["error"]["code"] == "internal"
    assert len(result.err.splitlines()) == 1
    assert str(log_path()) in result.err
    logged = log_path().read_text(encoding="utf-8")
    assert "Traceback" in logged
    assert "somebody divided" in logged


def test_who_debugs_sees_the_traceback(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError("somebody divided")

    monkeypatch.setattr(check_module, "_text", broken)
    monkeypatch.setenv("RESTITCH_DEBUG", "1")
    result = cli("check", project)
    assert result.code == 3
    assert "Traceback" in result.err


def test_a_log_that_cannot_be_written_stops_nothing(
    cli: Cli, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "a file, no folder"
    in_the_way.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(in_the_way))
    assert cli("info", project).code == 0


def test_a_log_that_fills_the_disk_prints_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(logging.handlers.RotatingFileHandler, "shouldRollover", full)
    with logging_to_file():
        logging.getLogger("restitch").warning("the disk is full")
    assert capsys.readouterr().err == ""


def test_an_error_begins_a_line_of_its_own(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)

    def broken(*_: object) -> str:
        raise ZeroDivisionError("somebody divided")

    monkeypatch.setattr(check_module, "_text", broken)
    result = cli("check", project)
    assert "Checking boundaries" in result.err
    drawn, said = result.err.split("\rrestitch: ")
    assert drawn.endswith(" ")
    assert "mistake" in said


def test_a_damaged_database_is_a_fault_outside(project: Path) -> None:
    database = project / "project.restitch"
    for path in project.glob("project.restitch*"):
        path.unlink()
    database.write_bytes(b"this is no database at all" * 100)
    result = run_process("info", project, "--json")
    assert result.code == 3
    assert result.json["error"]["code"] == "not_a_project"


def test_a_reader_that_stops_reading_is_no_failure(project: Path) -> None:
    with started("info", project, "--json") as process:
        assert process.stdout is not None
        process.stdout.close()
        process.wait(timeout=120)
        assert process.stderr is not None
        assert (process.returncode, process.stderr.read()) == (0, "")


def test_ctrl_c_before_the_command_line_is_there_is_one_sentence(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pressed(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("restitch_app.cli.main.run", pressed)
    result = cli("check", "lake")
    assert (result.code, result.out) == (130, "")
    assert result.err == "restitch: Stopped. Nothing was begun.\n"


@pytest.mark.parametrize(
    ("during", "stays"),
    [
        ("restitch_app.services.imports.clip_scan.judge", False),
        ("restitch_app.services.boundaries.checking.measure_seam", True),
    ],
    ids=["reading the clips", "measuring their boundaries"],
)
def test_ctrl_c_during_an_import_leaves_all_or_nothing(
    cli: Cli,
    clips: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    during: str,
    stays: bool,
) -> None:
    def pressed(*_: object, **_also: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(during, pressed)
    result = cli("new", tmp_path / "project", *clips[:2], "--json")
    assert result.code == 130
    assert result.json["error"]["code"] == "interrupted"
    assert (tmp_path / "project").exists() is stays
    if stays:
        assert cli("versions", tmp_path / "project", 2).code == 0
        assert cli("verify", tmp_path / "project").code == 0


def test_a_demo_that_has_no_place_says_so(cli: Cli, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    result = cli("demo", "--headless", "--output", in_the_way, "--json")
    assert (result.code, result.json["error"]["code"]) == (3, "storage")


@pytest.mark.parametrize("command", ["info", "new"])
def test_a_name_that_is_too_long_is_no_mistake_of_the_program(
    cli: Cli, tmp_path: Path, command: str
) -> None:
    result = cli(command, tmp_path / ("n" * 300), *(["clip.mp4"] if command == "new" else []))
    assert result.code != 0
    assert "mistake" not in result.err
    assert len(result.err.strip().splitlines()) == 1


def test_what_the_system_refuses_is_told_by_name(
    cli: Cli, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENAMETOOLONG, "File name too long", "some/file")

    monkeypatch.setattr(info_module, "_scene_json", refuse)
    result = cli("info", project, "--json")
    assert (result.code, result.json["error"]["code"]) == (3, "storage")
    assert result.json["error"]["detail"] == "some/file: File name too long"
