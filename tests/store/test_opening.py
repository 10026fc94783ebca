"""Making, opening and closing project files, for writing and for reading only."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from restitch_app.domain.errors import NotFound, StorageError
from restitch_app.domain.versions import ProjectSettings
from restitch_app.store.errors import Refused
from restitch_app.store.store import Store, create_store, open_store
from tests.store.samples import names_in, raw


def test_a_closed_project_is_one_file(db_path: Path) -> None:
    with create_store(db_path) as store:
        store.project.save_settings(ProjectSettings("Winter"))
    assert names_in(db_path.parent) == {"project.restitch"}
    assert raw(db_path, "PRAGMA journal_mode") == [("wal",)]


def test_connections_are_durable_and_hold_foreign_keys(store: Store) -> None:
    database = store._database
    assert database.pragma("journal_mode") == "wal"
    assert database.pragma("foreign_keys") == 1
    assert database.pragma("synchronous") == 2
    assert database.pragma("busy_timeout") == 15_000


def test_making_a_project_over_another_is_refused(store: Store, db_path: Path) -> None:
    with pytest.raises(Refused, match="already a project"):
        create_store(db_path)


def test_a_leftover_of_an_interrupted_creation_is_no_hindrance(db_path: Path) -> None:
    db_path.with_name("project.restitch.part").write_bytes(b"half")
    db_path.with_name("project.restitch.part-wal").write_bytes(b"half")
    with create_store(db_path) as store:
        assert store.faults() == []
    assert names_in(db_path.parent) == {"project.restitch"}


def test_making_a_project_in_a_missing_folder_is_a_storage_error(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be opened"):
        create_store(tmp_path / "none" / "project.restitch")


def test_a_missing_project_is_not_made_by_opening(db_path: Path) -> None:
    with pytest.raises(NotFound, match="no Restitch project"):
        open_store(db_path)
    assert names_in(db_path.parent) == set()


@pytest.mark.parametrize("read_only", [False, True])
def test_folder_names_with_url_signs_are_opened(tmp_path: Path, read_only: bool) -> None:
    folder = tmp_path / "50% of #1? ünï &c"
    folder.mkdir()
    create_store(folder / "project.restitch").close()
    with open_store(folder / "project.restitch", read_only) as store:
        assert store.project.settings().name == folder.name


def test_reading_only_refuses_every_write(db_path: Path) -> None:
    create_store(db_path).close()
    with open_store(db_path, read_only=True) as store:
        assert store.read_only
        with pytest.raises(StorageError, match="cannot be written"):
            store.project.save_settings(ProjectSettings("Winter"))
        assert store.project.settings().name == db_path.parent.name


def test_a_reader_sees_what_a_writer_commits(store: Store, db_path: Path) -> None:
    with open_store(db_path, read_only=True) as reader:
        before = reader.data_version()
        assert reader.data_version() == before
        store.project.save_settings(ProjectSettings("Winter"))
        assert reader.data_version() != before
        assert reader.project.settings().name == "Winter"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
class TestReadOnlyFolder:
    @pytest.fixture
    def fixed_path(self) -> Iterator[Path]:
        """A project in a folder without write rights, seen by a user whom rights bind."""
        folder = Path(tempfile.mkdtemp(prefix="restitch-"))
        db_path = folder / "project.restitch"
        create_store(db_path, ProjectSettings("Winter")).close()
        db_path.chmod(0o444)
        folder.chmod(0o555)
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(65534)
        try:
            yield db_path
        finally:
            if is_root:
                os.seteuid(0)
            folder.chmod(stat.S_IRWXU)
            shutil.rmtree(folder)

    def test_it_can_be_read(self, fixed_path: Path) -> None:
        with open_store(fixed_path, read_only=True) as store:
            assert store.project.settings().name == "Winter"

    def test_writing_is_refused_with_a_sentence(self, fixed_path: Path) -> None:
        with pytest.raises(StorageError, match=r"cannot be (written|opened)"):
            open_store(fixed_path).project.save_settings(ProjectSettings("Summer"))

    def test_making_a_project_is_refused_with_a_sentence(self, fixed_path: Path) -> None:
        with pytest.raises(StorageError, match="cannot be opened"):
            create_store(fixed_path.with_name("other.restitch"))
