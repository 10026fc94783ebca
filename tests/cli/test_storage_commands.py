"""`restitch purge`, `restitch verify --repair`, and the way back from a damaged database."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Cli


def test_purging_tells_first_and_asks_twice_for_a_seed(cli: Cli, project: Path) -> None:
    refused = cli("purge", project, 2, 1, "--yes", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (2, "refused")
    assert cli("purge", project, 2, 9).code == 2
    assert all(path.exists() for path in (project / "media/clips").iterdir())


def test_a_damaged_database_is_one_sentence_and_goes_back(cli: Cli, project: Path) -> None:
    assert cli("verify", project, "--json").json["backups"]  # made by this opening
    before = cli("info", project, "--json").json
    database = project / "project.restitch"
    database.write_bytes(database.read_bytes()[:9000])

    told = cli("info", project)
    assert told.code == 3
    assert "damaged" in told.err
    assert "--repair" in told.err
    assert "Traceback" not in told.err

    repaired = cli("verify", project, "--repair")
    assert repaired.code == 0
    assert "The database was damaged" in repaired.out
    assert cli("info", project, "--json").json == before
    assert len(list(project.glob("project.damaged.*"))) == 1


def test_without_a_sound_backup_the_damaged_database_stays(cli: Cli, project: Path) -> None:
    database = project / "project.restitch"
    cut = database.read_bytes()[:9000]
    database.write_bytes(cut)
    for backup in (project / "backups").glob("*"):
        backup.write_bytes(b"damaged too")
    told = cli("verify", project, "--repair", "--json")
    assert told.code == 3
    assert told.json["error"]["code"] == "database_damaged"
    assert database.read_bytes() == cut


def test_a_clip_that_moved_is_put_back(cli: Cli, project: Path) -> None:
    clip = sorted((project / "media/clips").iterdir())[1]
    clip.rename(clip.with_name("elsewhere.mp4"))
    assert cli("verify", project).code == 1
    repaired = cli("verify", project, "--repair", "--json")
    assert (repaired.code, repaired.json["faults"]) == (0, [])
    assert [one["file"] for one in repaired.json["repairs"]] == [f"media/clips/{clip.name}"]
