"""`restitch split`, `remove`, `insert` and `move`; regenerating from a frame on."""

from __future__ import annotations

from pathlib import Path

from restitch_app.demo.server import DemoServer
from tests.cli.running import Cli


def test_a_scene_is_split_shortened_grown_and_reordered(
    cli: Cli, project: Path, clips: list[Path]
) -> None:
    told = cli("split", project, 2, "--at-frame", 9, "--json").json
    assert (told["segments"], told["segment_count"]) == ([2, 3], 6)
    assert told["stale"] == {"flagged": [], "newly_flagged": []}
    assert cli("remove", project, 6).out.startswith("Segment 6 was taken out")
    told = cli("insert", project, 6, clips[0], "--link", "reference", "--convert", "--json").json
    assert (told["segments"], told["segment_count"]) == ([6], 6)
    moved = cli("move", project, 6, 1, "--json").json
    assert moved["segments"] == [1]
    assert cli("split", project, 2, "--at-frame", 99).code == 2
    assert cli("move", project, 1, 9).code == 2
    assert cli("insert", project, 1, clips[0], "--keep-frames").code == 2
    assert cli("verify", project).code == 0


def test_the_good_part_is_kept(cli: Cli, project: Path, server: DemoServer) -> None:
    result = cli("regenerate", project, 3, "--from-frame", 10, "--server", server.url, "--json")
    assert result.code == 0, result.err
    [new] = result.json["versions"]["new"]
    assert new["frames"] == 9 + 9
    assert "Frames 1–9 of v1 stay; frame 10 is the seed frame." in result.err
    assert cli("verify", project).code == 0
    result = cli("regenerate", project, 2, "--seed-frame", "-2", "--server", server.url)
    assert result.code == 0, result.err
    assert cli("regenerate", project, 3, "--from-frame", 1).code == 2
