"""new, info, check, versions, use, approve, accept, smooth, export, verify on a real project."""

from __future__ import annotations

import hashlib
import json
import os
from fractions import Fraction
from itertools import accumulate
from pathlib import Path

import pytest

from restitch_app.services.project.project import create_project
from tests.cli.running import Cli, files_of
from tests.clips import number_of, numbered_clip, numbered_picture, write_clip
from tests.services.scenes import FRAMES, SIZE, chain_clips


def film_frames(path: Path) -> int:
    import av

    with av.open(path) as container:
        return sum(1 for _ in container.decode(video=0))


def test_new_makes_a_project_of_the_clips_of_a_folder_in_natural_order(
    cli: Cli, tmp_path: Path
) -> None:
    folder, project = tmp_path / "clips", tmp_path / "Lac d'été 湖"
    folder.mkdir()
    for name, first in (("shot_10.mp4", 200), ("shot_2.mp4", 100), ("shot_1.mp4", 0)):
        numbered_clip(folder / name, range(first, first + 6), gop=3)
    (folder / "notes.txt").write_text("no clip", encoding="utf-8")
    result = cli("new", project, folder, "--json")
    assert result.code == 0
    assert (result.json["segments"], result.json["frames"]) == (3, 18)
    film = tmp_path / "film.mp4"
    assert cli("export", project, film).code == 0
    assert _numbers(film) == [*range(6), *range(100, 106), *range(200, 206)]


def _numbers(path: Path) -> list[int]:
    import av

    with av.open(path) as container:
        return [number_of(frame) for frame in container.decode(video=0)]


def test_new_takes_a_pattern_where_no_shell_has_resolved_it(cli: Cli, tmp_path: Path) -> None:
    for name, first in (("shot_10.mp4", 200), ("shot_2.mp4", 100), ("other.mp4", 0)):
        numbered_clip(tmp_path / name, range(first, first + 6), gop=3)
    assert cli("new", tmp_path / "project", tmp_path / "shot_*.mp4").code == 0
    film = tmp_path / "film.mp4"
    assert cli("export", tmp_path / "project", film).code == 0
    assert _numbers(film) == [*range(100, 106), *range(200, 206)]
    nothing = cli("new", tmp_path / "other", tmp_path / "nothing_*.mp4", "--json")
    assert (nothing.code, nothing.json["error"]["code"]) == (2, "not_found")
    assert not (tmp_path / "other").exists()


def test_new_names_what_it_left_out_and_keeps_the_rest(cli: Cli, tmp_path: Path) -> None:
    good = chain_clips(tmp_path / "clips", 2)
    empty = tmp_path / "clips" / "empty.mp4"
    empty.touch()
    small = numbered_clip(tmp_path / "clips" / "small.mp4", 5, size=(96, 64))
    result = cli("new", tmp_path / "project", good[0], empty, small, good[1], "--json")
    assert result.code == 0
    assert result.json["segments"] == 2
    assert {Path(one["file"]).name for one in result.json["refused"]} == {"empty.mp4", "small.mp4"}
    assert "empty.mp4" in result.err
    assert "small.mp4" in result.err


def test_new_leaves_nothing_behind_where_no_clip_can_be_used(cli: Cli, tmp_path: Path) -> None:
    result = cli("new", tmp_path / "project", tmp_path / "nowhere.mp4", "--json")
    assert result.code == 3
    assert "nowhere.mp4" in result.json["error"]["detail"]
    assert not (tmp_path / "project").exists()


def test_new_leaves_a_folder_that_was_there_as_it_was(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "brief.txt").write_text("mine", encoding="utf-8")
    assert cli("new", folder, tmp_path / "nowhere.mp4").code == 3
    assert files_of(folder) == {folder / "brief.txt"}
    assert not (folder / "media").exists()


def test_new_goes_on_with_a_project_that_a_killed_import_left_empty(
    cli: Cli, tmp_path: Path, clips: list[Path]
) -> None:
    create_project(tmp_path / "project").close()
    assert cli("new", tmp_path / "project", *clips[:2], "--json").json["segments"] == 2
    same = cli("new", tmp_path / "project", *clips[:2], "--json").json
    assert (same["is_new"], same["segments"]) == (False, 2)
    again = cli("new", tmp_path / "project", *clips[:3], "--json")
    assert (again.code, again.json["error"]["title"]) == (2, "There is a project already")
    assert "--scene" in again.json["error"]["hint"]


def test_a_project_that_only_can_be_read_gives_its_film(
    cli: Cli, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may = os.access
    monkeypatch.setattr("os.access", lambda path, mode: mode != os.W_OK and may(path, mode))
    result = cli("export", project, tmp_path / "film.mp4", "--json")
    assert result.code == 0
    assert film_frames(tmp_path / "film.mp4") == result.json["frames"]
    assert cli("approve", project, 1).code == 3


def test_an_estimate_writes_nothing_and_has_a_time_once_one_is_known(
    cli: Cli, project: Path, tmp_path: Path
) -> None:
    film = tmp_path / "film.mp4"
    before = cli("export", project, film, "--estimate", "--json").json
    assert before["seconds"] is None
    assert not film.exists()
    made = cli("export", project, film, "--json").json
    assert {name: made[name] for name in ("frames", "encoded_frames")} == {
        name: before[name] for name in ("frames", "encoded_frames")
    }
    assert before["size_bytes"] == pytest.approx(made["size_bytes"], rel=0.5)
    told = cli("export", project, film, "--estimate")
    assert told.out.endswith("on this computer. Nothing was written.\n")
    assert cli("export", project, "--csv", tmp_path / "a.csv", "--estimate").code == 2


def test_new_refuses_a_workflow_that_is_none(cli: Cli, tmp_path: Path, clips: list[Path]) -> None:
    workflow = tmp_path / "w.json"
    workflow.write_text(json.dumps({"nodes": []}), encoding="utf-8")
    assert cli("new", tmp_path / "project", *clips[:2], "--workflow", workflow).code == 2
    assert cli("new", tmp_path / "project", *clips[:2], "--workflow", tmp_path / "no").code == 3
    assert not (tmp_path / "project").exists()


def test_a_second_scene_has_to_be_named(cli: Cli, project: Path, clips: list[Path]) -> None:
    assert cli("new", project, *clips[:2], "--scene", "Second").code == 0
    assert cli("new", project, *clips[:3], "--scene", "Second").code == 2
    unnamed = cli("check", project)
    assert unnamed.code == 2
    assert "Pan, Second" in unnamed.err
    assert len(cli("check", project, "--scene", "Second", "--json").json["boundaries"]) == 1
    assert [scene["scene"] for scene in cli("info", project, "--json").json["scenes"]] == [
        "Pan",
        "Second",
    ]


def test_info_tells_what_there_is(cli: Cli, project: Path) -> None:
    told = cli("info", project, "--json").json
    [scene] = told["scenes"]
    assert (scene["scene"], scene["segments"], scene["stale"]) == ("Pan", 5, [])
    assert scene["frames"] == 5 * 17 - 4  # the repeated seed frames are left out
    assert [one["segment"] for one in scene["current"]] == [1, 2, 3, 4, 5]
    text = cli("info", project).out
    assert "5 segments" in text
    assert f"{SIZE[0]}×{SIZE[1]}" in text


def test_info_names_clips_that_are_missing_or_of_another_size(cli: Cli, project: Path) -> None:
    assert cli("info", project, "--json").json["scenes"][0]["missing_clips"] == []
    assert "Clips" not in cli("info", project).out
    clips = sorted((project / "media" / "clips").iterdir())
    clips[1].unlink()
    clips[3].unlink()
    clips[4].write_bytes(clips[4].read_bytes()[:-100])
    [scene] = cli("info", project, "--json").json["scenes"]
    assert (scene["missing_clips"], scene["altered_clips"]) == ([2, 4], [5])
    text = cli("info", project).out
    assert "Clips missing, by segment: 2, 4" in text
    assert "Clips of another size than was recorded, by segment: 5" in text


def test_a_project_may_be_named_by_its_database_file(cli: Cli, project: Path) -> None:
    assert cli("info", project / "project.restitch").code == 0


def test_check_answers_yes_where_nothing_is_red(cli: Cli, project: Path) -> None:
    result = cli("check", project, "--json")
    assert result.code == 0
    assert result.json["red"] == []
    assert [(one["left"], one["right"]) for one in result.json["boundaries"]] == [
        (1, 2),
        (2, 3),
        (3, 4),
        (4, 5),
    ]
    for one in result.json["boundaries"]:
        assert one["class"] in ("green", "yellow")
        assert one["cause"] is None
        assert one["needs_smoothing"] is False
        assert one["treatment"]["method"] == "drop_repeat"
        assert one["natural"]["min"] <= one["natural"]["median"] <= one["natural"]["max"]


@pytest.mark.parametrize(("segment", "lefts"), [(1, [1]), (3, [2, 3]), (5, [4])])
def test_check_of_a_segment_looks_at_its_own_boundaries(
    cli: Cli, project: Path, segment: int, lefts: list[int]
) -> None:
    told = cli("check", project, "--segment", segment, "--json").json
    assert [one["left"] for one in told["boundaries"]] == lefts


@pytest.fixture
def jumping(cli: Cli, tmp_path: Path) -> Path:
    """Two clips that have nothing to do with each other."""
    pictures = [numbered_picture(number) for number in range(FRAMES)]
    upside_down = [255 - picture[::-1, ::-1] for picture in pictures]
    clips = [
        write_clip(tmp_path / "one.mp4", pictures, gop=8),
        write_clip(tmp_path / "two.mp4", upside_down, gop=8),
    ]
    folder = tmp_path / "jumping"
    assert cli("new", folder, *clips).code == 0
    return folder


def test_check_answers_no_until_a_red_boundary_is_accepted(cli: Cli, jumping: Path) -> None:
    red = cli("check", jumping, "--json")
    assert red.code == 1
    assert red.json["red"] == ["1|2"]
    [boundary] = red.json["boundaries"]
    assert boundary["needs_smoothing"] is True
    assert boundary["recommendation"]
    accepted = cli("accept", jumping, 1, "--boundary", "after", "--json")
    assert accepted.code == 0
    assert accepted.json["decision"] == "accepted"
    after = cli("check", jumping, "--json")
    assert after.code == 0
    assert after.json["boundaries"][0]["ssim"] == boundary["ssim"]
    assert after.json["boundaries"][0]["needs_smoothing"] is True


def test_accepting_changes_no_frame(cli: Cli, jumping: Path, tmp_path: Path) -> None:
    films = [tmp_path / "before.mp4", tmp_path / "after.mp4"]
    assert cli("export", jumping, films[0]).code == 0
    assert cli("accept", jumping, 2, "--boundary", "before").code == 0
    assert cli("export", jumping, films[1]).code == 0
    assert films[0].read_bytes() == films[1].read_bytes()


def test_a_preview_of_smoothing_changes_nothing(cli: Cli, jumping: Path) -> None:
    before = cli("check", jumping, "--json").json
    arguments = ("smooth", jumping, 1, "--boundary", "after", "--method", "blend", "--window", 4)
    preview = cli(*arguments, "--preview", "--json").json
    assert preview["applied"] is False
    assert preview["ssim_after"] > preview["ssim_before"]
    assert cli("check", jumping, "--json").json == before


def test_smoothing_raises_the_ssim_and_can_be_taken_away(cli: Cli, jumping: Path) -> None:
    before = cli("check", jumping, "--json").json["boundaries"][0]
    smoothed = cli(
        "smooth", jumping, 2, "--boundary", "before", "--method", "blend", "--window", 6, "--json"
    )
    told = smoothed.json
    assert smoothed.code == (1 if told["class_after"] == "red" or told["warning"] else 0)
    assert (told["boundary"], told["applied"], told["window"]) == ("1|2", True, 6)
    stands = cli("check", jumping, "--json").json["boundaries"][0]
    assert stands["ssim"] == told["ssim_after"] > before["ssim"]
    assert stands["treatment"] == {
        "method": "blend",
        "trim_left": 0,
        "trim_right": 0,
        "patch_frames": 12,
    }
    away = cli("smooth", jumping, 1, "--boundary", "after", "--method", "none", "--json")
    assert away.code == 0
    assert away.json["ssim_after"] == before["ssim"]


def test_export_writes_the_film_and_says_what_was_copied(
    cli: Cli, project: Path, tmp_path: Path
) -> None:
    film = tmp_path / "film.mp4"
    told = cli("export", project, film, "--json").json
    assert told["path"] == str(film)
    assert told["frames"] == film_frames(film) == 81
    assert told["seconds"] == pytest.approx(81 / 16, abs=0.001)
    assert told["copied_frames"] + told["encoded_frames"] == 81
    assert told["size_bytes"] == film.stat().st_size


def test_export_refuses_to_write_among_the_clips(cli: Cli, project: Path) -> None:
    result = cli("export", project, project / "media" / "film.mp4")
    assert result.code == 2
    assert not (project / "media" / "film.mp4").exists()


def test_approving_a_segment_is_shown(cli: Cli, project: Path) -> None:
    poor = cli("approve", project, 2, "--needs-work", "hand melts", "--json").json
    assert (poor["needs_work"], poor["reason"]) == (True, "hand melts")
    assert "needs work" in cli("approve", project, 2, "--needs-work").out
    gone = cli("approve", project, 2, "--undo", "--json").json
    assert (gone["needs_work"], gone["version"]["is_approved"]) == (False, False)
    assert cli("approve", project, 2, "--undo", "--needs-work").code == 2
    told = cli("approve", project, 2, "--json").json
    assert told["version"]["is_approved"] is True
    assert told["stale"] == {"flagged": [], "newly_flagged": []}
    assert "approved" in cli("versions", project, 2).out


def test_verify_finds_nothing_in_a_copied_project(cli: Cli, project: Path) -> None:
    result = cli("verify", project, "--json")
    assert result.code == 0
    assert result.json["faults"] == []
    assert result.json["files"] == 5 + 2 * 5  # clips, and their first and last frames


def test_verify_names_every_file_that_is_missing_or_altered(cli: Cli, project: Path) -> None:
    clips = sorted((project / "media" / "clips").iterdir())
    clips[0].unlink()
    longer = clips[1].read_bytes() + b"x"
    clips[1].write_bytes(longer)
    altered = bytearray(clips[2].read_bytes())
    altered[-1] ^= 1
    clips[2].write_bytes(altered)
    pictures = sorted((project / "media" / "frames").iterdir())
    pictures[0].unlink()
    pictures[1].write_bytes(pictures[2].read_bytes())
    pictures[3].write_bytes(b"no picture")
    result = cli("verify", project, "--json")
    assert result.code == 1
    found = {(fault["kind"], Path(fault["file"]).name) for fault in result.json["faults"]}
    assert found == {
        ("missing", clips[0].name),
        ("altered", clips[1].name),
        ("altered", clips[2].name),
        ("missing", pictures[0].name),
        ("altered", pictures[1].name),
        ("unreadable", pictures[3].name),
    }
    told = cli("verify", project).out
    assert "segment 1, v1" in told
    assert "verify --repair puts right what can be proved" in told
    left = cli("verify", project, "--repair")
    assert left.code == 1
    assert "What is left cannot be put right by what is here" in left.out


def test_verify_looks_at_patches_too(cli: Cli, jumping: Path) -> None:
    smooth = ("smooth", jumping, 1, "--boundary", "after", "--method", "blend", "--window", 4)
    assert cli(*smooth).code in (0, 1)
    [patch] = (jumping / "media" / "patches").iterdir()
    assert cli("verify", jumping).code == 0
    whole = patch.read_bytes()
    for spoiled in (whole[: len(whole) // 2], bytes([*whole[:-9], whole[-9] ^ 1, *whole[-8:]])):
        patch.write_bytes(spoiled)
        assert patch.name in cli("verify", jumping, "--json").json["faults"][0]["file"]
    assert cli(*smooth).code in (0, 1)
    assert cli("verify", jumping).code == 0, "the same fix makes its frames anew"
    assert patch.read_bytes() == whole
    patch.unlink()
    result = cli("verify", jumping, "--json")
    assert (result.code, result.json["faults"][0]["kind"]) == (1, "missing")
    assert "boundary 1|2" in result.json["faults"][0]["needed_for"]


def test_a_missing_clip_is_named_when_the_film_is_asked_for(
    cli: Cli, project: Path, tmp_path: Path
) -> None:
    sorted((project / "media" / "clips").iterdir())[2].unlink()
    result = cli("export", project, tmp_path / "film.mp4", "--json")
    assert result.code == 3
    assert "segment 3" in result.json["error"]["title"]
    assert not (tmp_path / "film.mp4").exists()


def refuses_to_write_to(cli: Cli, project: Path, out: Path) -> None:
    before = {path: path.read_bytes() for path in files_of(project / "media")}
    result = cli("export", project, out, "--json")
    assert (result.code, result.json["error"]["code"]) == (2, "wrong_use")
    assert {path: path.read_bytes() for path in files_of(project / "media")} == before


def test_a_film_never_takes_the_place_of_a_clip(cli: Cli, project: Path) -> None:
    refuses_to_write_to(cli, project, min((project / "media" / "clips").iterdir()))
    refuses_to_write_to(cli, project, project / "media" / "film.mp4")


@pytest.mark.skipif(os.name == "nt", reason="links need rights of their own there")
def test_nor_by_another_name_of_the_folder(cli: Cli, project: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(project / "media", target_is_directory=True)
    clip = min((project / "media" / "clips").iterdir())
    refuses_to_write_to(cli, project, tmp_path / "link" / "clips" / clip.name)


def test_an_export_says_what_it_had_to_change(cli: Cli, tmp_path: Path) -> None:
    uneven = tuple(accumulate([1000, 2000, 1500, 500] * 5, initial=0))
    clip = numbered_clip(tmp_path / "uneven.mp4", 21, pts=uneven, time_base=Fraction(1, 16000))
    assert cli("new", tmp_path / "project", clip).code == 0
    result = cli("export", tmp_path / "project", tmp_path / "film.mp4", "--json")
    [warning] = result.json["warnings"]
    assert "variable rate" in warning
    assert warning in result.err


def test_the_file_hashes_that_are_told_are_those_of_the_files(cli: Cli, project: Path) -> None:
    [version] = cli("versions", project, 4, "--json").json["versions"]
    content = Path(version["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == version["file_sha256"]


def test_export_writes_what_other_programs_take(cli: Cli, project: Path, tmp_path: Path) -> None:
    lists = {name: tmp_path / f"lake.{name}" for name in ("otio", "edl", "fcpxml", "csv")}
    report = tmp_path / "lake.html"
    asked = [part for name, path in lists.items() for part in (f"--{name}", path)]
    told = cli("export", project, *asked, "--report", report, "--json").json
    assert told == {"written": [str(path) for path in (*lists.values(), report)]}
    assert "Pan" in report.read_text(encoding="utf-8")
    assert lists["edl"].read_text(encoding="utf-8").startswith("TITLE: Pan")
    assert cli("export", project).code == 2
    assert cli("export", project, "--otio", tmp_path / "none" / "lake.otio").code == 3


def test_export_writes_a_part_as_a_master(cli: Cli, project: Path, tmp_path: Path) -> None:
    whole = cli("export", project, tmp_path / "whole.mp4", "--json").json["frames"]
    segment = cli("export", project, tmp_path / "two.mp4", "--segment", 2, "--json").json
    assert segment["frames"] == film_frames(tmp_path / "two.mp4") < whole
    told = cli(
        "export", project, tmp_path / "part.mkv", "--as", "ffv1", "--frames", "5-12", "--json"
    ).json
    assert (told["as"], told["frames"], told["encoded_frames"]) == ("ffv1", 8, 8)
    assert film_frames(tmp_path / "part.mkv") == 8
    ranges = ("12-5", f"1-{whole + 1}", "0-5", "²", "1-99999999999999999999", "-", "")
    segments = ("99", "0", "99999999999999999999", "²")
    for wrong in (
        *(("--frames", one) for one in ranges),
        *(("--segment", one) for one in segments),
    ):
        assert cli("export", project, tmp_path / "no.mp4", *wrong).code == 2
    assert cli("export", project, tmp_path / "no.mp4", "--as", "prores").code == 2
    assert not (tmp_path / "no.mp4").exists()


def test_one_long_clip_becomes_segments_of_another_rate(cli: Cli, tmp_path: Path) -> None:
    long = numbered_clip(tmp_path / "long.mp4", 24)
    asked = ("new", tmp_path / "project", long, "--cuts", "9,17", "--conform", "@8", "--json")
    made = cli(*asked, "--overlap", "1").json
    assert (made["segments"], made["frames"], made["is_new"]) == (3, 12, True)
    assert made["boundaries"][0]["treatment"]["method"] == "drop_repeat"
    assert not cli(*asked).json["is_new"]


@pytest.mark.parametrize(
    "wrong",
    [
        ("--conform", "832x@16"),
        ("--conform", "@0"),
        ("--overlap", "some"),
        ("--rate", "1/0"),
        ("--keep-frames",),
        ("--cuts", "soon"),
    ],
)
def test_wishes_that_mean_nothing_are_refused(
    cli: Cli, tmp_path: Path, clips: list[Path], wrong: tuple[str, ...]
) -> None:
    assert cli("new", tmp_path / "project", clips[0], *wrong).code == 2
    assert not (tmp_path / "project").exists()
