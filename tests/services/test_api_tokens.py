"""Tokens of the HTTP API: shown once, kept as a hash, gone when revoked."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from restitch_app.domain.errors import StorageError, WrongUse
from restitch_app.services.project.api_tokens import FILE_NAME, OneToken, ProjectTokens


@pytest.fixture
def tokens(tmp_path: Path) -> ProjectTokens:
    return ProjectTokens(tmp_path / "lake", tmp_path / "config" / "restitch")


def test_a_new_token_is_long_and_kept_as_a_hash_only(tokens: ProjectTokens, tmp_path: Path) -> None:
    plain = tmp_path / "config" / "restitch" / "api-token"
    plain.parent.mkdir(parents=True)
    plain.write_text("an earlier program's")
    made = tokens.create()
    file = plain.with_name(FILE_NAME)
    assert len(made) >= 43
    assert made not in file.read_text()
    assert not plain.exists()
    assert tokens.allows(made.encode())
    assert not tokens.allows(made[:-1].encode())
    assert not tokens.allows(b"")
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_each_project_has_its_own(tokens: ProjectTokens, tmp_path: Path) -> None:
    other = ProjectTokens(tmp_path / "sea", tmp_path / "config" / "restitch")
    lake, sea = tokens.create(), other.create()
    assert not tokens.allows(sea.encode())
    assert not other.allows(lake.encode())
    assert tokens.revoke()
    assert tokens.current() is None
    assert other.allows(sea.encode())


def test_a_change_elsewhere_counts_at_once(tokens: ProjectTokens, tmp_path: Path) -> None:
    elsewhere = ProjectTokens(tmp_path / "lake", tmp_path / "config" / "restitch")
    old = tokens.create()
    assert elsewhere.allows(old.encode())
    new = elsewhere.create()
    assert tokens.allows(new.encode())
    assert not tokens.allows(old.encode())
    assert elsewhere.revoke()
    assert not tokens.allows(new.encode())
    assert not tokens.revoke()


@pytest.mark.skipif(os.name == "nt", reason="there a profile is private by its folder")
def test_a_file_that_others_can_write_is_not_believed(
    tokens: ProjectTokens, tmp_path: Path
) -> None:
    made = tokens.create()
    file = tmp_path / "config" / "restitch" / FILE_NAME
    file.chmod(0o622)
    again = ProjectTokens(tmp_path / "lake", file.parent)
    assert not again.allows(made.encode())


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"tokens": [3]}', b'{"tokens": [{}]}', b"\xff\xfe"]
)
def test_a_spoilt_file_lets_nobody_in(
    tokens: ProjectTokens, tmp_path: Path, content: bytes
) -> None:
    made = tokens.create()
    (tmp_path / "config" / "restitch" / FILE_NAME).write_bytes(content)
    assert not tokens.allows(made.encode())
    assert tokens.allows(tokens.create().encode())


@pytest.mark.parametrize("wrong", ["", " ", "two words", "tokèn", "line\nbreak", "tab\there"])
def test_a_token_that_no_header_can_carry_is_refused(wrong: str) -> None:
    with pytest.raises(WrongUse, match="cannot be used"):
        OneToken(wrong)


def test_one_token_lets_in_itself() -> None:
    assert OneToken("secret").allows(b"secret")
    assert not OneToken("secret").allows(b"Secret")


def test_a_folder_that_cannot_be_made_is_named(tokens: ProjectTokens, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where a folder should be")
    with pytest.raises(StorageError, match="cannot be kept") as caught:
        tokens.create()
    assert str(tmp_path / "config") in caught.value.detail
