from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from restitch_app.domain.errors import JobCancelled, StorageError
from restitch_app.media.atomic import atomic_file, is_left_behind, unfinished_name


def write_half_of(target: Path, fault: BaseException) -> None:
    with atomic_file(target) as unfinished:
        unfinished.write_bytes(b"half")
        raise fault


def test_a_finished_file_takes_its_name_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    with atomic_file(tmp_path / "clip.mp4") as unfinished:
        assert unfinished.suffix == ".mp4"
        unfinished.write_bytes(b"whole")
    assert [entry.name for entry in tmp_path.iterdir()] == ["clip.mp4"]
    assert (tmp_path / "clip.mp4").read_bytes() == b"whole"


@pytest.mark.parametrize("fault", [JobCancelled(), ValueError("a bug"), KeyboardInterrupt()])
def test_an_interrupted_write_keeps_the_earlier_file(tmp_path: Path, fault: BaseException) -> None:
    target = tmp_path / "clip.mp4"
    target.write_bytes(b"earlier")
    with pytest.raises(type(fault)):
        write_half_of(target, fault)
    assert target.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        write_half_of(tmp_path / "clip.mp4", OSError(errno.ENOSPC, "No space left on device"))
    assert caught.value.title == "The disk is full"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    target = tmp_path / "gone" / "clip.mp4"
    with pytest.raises(StorageError) as caught, atomic_file(target) as unfinished:
        unfinished.write_bytes(b"")
    assert str(tmp_path / "gone") in caught.value.detail


@pytest.mark.skipif(os.name == "nt", reason="age alone tells there")
def test_a_file_is_left_behind_once_its_writer_is_dead(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from restitch_app.media.atomic import *; "
        "path = unfinished_name(Path(sys.argv[1])); path.touch(); print(path)"
    )
    target = str(tmp_path / "clip.mp4")
    told = subprocess.run([sys.executable, "-c", code, target], capture_output=True, check=True)
    dead, mine = Path(told.stdout.decode().strip()), unfinished_name(tmp_path / "clip.mp4")
    mine.touch()
    assert is_left_behind(dead)
    assert not is_left_behind(mine)
    os.utime(mine, (0, 0))
    assert is_left_behind(mine)
