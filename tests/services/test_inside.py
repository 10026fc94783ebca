"""Names that programs choose lead nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from restitch_app.domain.errors import WrongUse
from restitch_app.services.inside import path_inside

ELSEWHERE = [
    "",
    ".",
    "..",
    "../film.mp4",
    "sub/../../film.mp4",
    "/etc/film.mp4",
    "//server/share/film.mp4",
    "C:film.mp4",
    "C:\\film.mp4",
    "..\\film.mp4",
    "film.mp4/",
    "film.mp4\0.txt",
    "line\nbreak.mp4",
    "NUL",
    "con.mp4",
    "film.mp4:stream",
    "film.mp4.",
    "film.mp4 ",
    ".hidden.mp4",
    "sub/.hidden/film.mp4",
    "~root/film\\.mp4",
    "é" * 101,
    "\udc80.mp4",
]


@pytest.mark.parametrize("name", ELSEWHERE)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(WrongUse, match="cannot be used"):
        path_inside(tmp_path, name)


@pytest.mark.parametrize("name", ["film.mp4", "sub/film.mp4", "Das Meer – 2.mov", "a..b.mkv"])
def test_plain_names_are_taken(tmp_path: Path, name: str) -> None:
    (tmp_path / "sub").mkdir()
    assert path_inside(tmp_path, name) == tmp_path / name


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_not_followed_outside(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "exports"
    outside.mkdir()
    (folder / "real").mkdir(parents=True)
    (folder / "out").symlink_to(outside)
    (folder / "in").symlink_to(folder / "real")
    (folder / "film.mp4").symlink_to(outside / "film.mp4")
    for name in ("out/film.mp4", "in/../out/film.mp4", "film.mp4"):
        with pytest.raises(WrongUse, match="cannot be used"):
            path_inside(folder, name)
    assert path_inside(folder, "in/film.mp4") == folder / "in" / "film.mp4"
