from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from restitch_app.ui.memory.memory import DEFAULT_SERVER, MOST_RECENTS, Recent, WindowMemory
from restitch_app.ui.theme.theme import ThemeChoice


def test_what_was_remembered_is_there_at_the_next_start(tmp_path: Path) -> None:
    memory = WindowMemory(tmp_path / "window.ini")
    memory.theme = ThemeChoice.LIGHT
    memory.server = "http://gpu-box:8188"
    memory.set_geometry(QByteArray(b"places"))
    memory.set_layout("1600x1000", QByteArray(b"widths"))
    memory.note_recent(Recent("/a", "A", "10 segments", visible=2))
    memory.save()

    again = WindowMemory(tmp_path / "window.ini")
    assert again.theme is ThemeChoice.LIGHT
    assert again.server == "http://gpu-box:8188"
    assert again.geometry() == QByteArray(b"places")
    assert again.layout("1600x1000") == QByteArray(b"widths")
    assert again.layout("1280x800") is None
    assert again.recents == (Recent("/a", "A", "10 segments", visible=2),)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe not an ini",
        b'[General]\ntheme=purple\nrecents="[1, 2"\n[window]\ngeometry=7\n',
        b'[General]\nrecents="[{\\"unknown\\": 1}]"\n',
    ],
)
def test_a_bad_file_counts_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "window.ini").write_bytes(content)
    memory = WindowMemory(tmp_path / "window.ini")
    assert memory.theme is ThemeChoice.SYSTEM
    assert memory.recents == ()
    assert memory.geometry() is None
    assert memory.server == DEFAULT_SERVER


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    memory = WindowMemory(tmp_path / "no" / "such" / "window.ini")
    memory.note_recent(Recent("/a", "A", ""))
    memory.save()
    assert [one.folder for one in memory.recents] == ["/a"]


def test_a_project_is_listed_once_newest_first(tmp_path: Path) -> None:
    memory = WindowMemory(tmp_path / "window.ini")
    for folder in ("/a", "/b", "/a"):
        memory.note_recent(Recent(folder, folder, ""))
    assert [one.folder for one in memory.recents] == ["/a", "/b"]
    memory.move_recent("/a", "/moved")
    memory.forget_recent("/b")
    assert [one.folder for one in memory.recents] == ["/moved"]
    memory.forget_recents()
    assert memory.recents == ()


def test_the_list_of_projects_does_not_grow_for_ever(tmp_path: Path) -> None:
    memory = WindowMemory(tmp_path / "window.ini")
    for number in range(MOST_RECENTS + 5):
        memory.note_recent(Recent(f"/{number}", "", ""))
    assert len(memory.recents) == MOST_RECENTS
    assert memory.recents[0].folder == f"/{MOST_RECENTS + 4}"
