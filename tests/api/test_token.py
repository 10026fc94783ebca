"""Where the token comes from and who may read it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from restitch_app.api import token
from restitch_app.api.token import chosen_token, kept_token
from restitch_app.domain.errors import StorageError, WrongUse


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config" / "restitch" / "api-token"
    monkeypatch.setattr(token, "token_path", lambda: path)
    return path


def test_a_new_token_is_long_and_only_its_user_can_read_it(file: Path) -> None:
    made = chosen_token(None, {})
    assert len(made) >= 43
    assert file.read_text() == f"{made}\n"
    assert [path.name for path in file.parent.iterdir()] == ["api-token"]
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_scripts_may_rely_on_it_at_the_next_start(file: Path) -> None:
    assert chosen_token(None, {}) == chosen_token(None, {})


@pytest.mark.skipif(os.name == "nt", reason="there a profile is private by its folder")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o602])
def test_a_token_that_others_could_read_is_replaced(file: Path, mode: int) -> None:
    leaked = kept_token(file)
    file.chmod(mode)
    assert kept_token(file) != leaked
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"\n", b"two words", b"\xff\xfe"])
def test_a_spoilt_file_is_replaced(file: Path, content: bytes) -> None:
    kept_token(file)
    file.write_bytes(content)
    assert len(kept_token(file)) >= 43


def test_argument_comes_before_environment_before_file(file: Path) -> None:
    environment = {"RESTITCH_TOKEN": "from-environment"}
    assert chosen_token("from-argument", environment) == "from-argument"
    assert chosen_token(None, environment) == "from-environment"
    assert not file.exists()
    assert chosen_token(None, {"RESTITCH_TOKEN": ""}) == file.read_text().strip()


@pytest.mark.parametrize("wrong", ["", " ", "two words", "tokèn", "line\nbreak", "tab\there"])
def test_a_token_that_no_header_can_carry_is_refused(file: Path, wrong: str) -> None:
    with pytest.raises(WrongUse, match="cannot be used"):
        chosen_token(wrong, {})


def test_a_folder_that_cannot_be_made_is_named(file: Path) -> None:
    file.parent.parent.write_text("a file where a folder should be")
    with pytest.raises(StorageError, match="cannot be kept") as caught:
        chosen_token(None, {})
    assert str(file) in caught.value.detail
