"""Nothing that is nobody else's business is in a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from restitch_app.services.diagnostics import codec_facts, last_troubles, without_secrets

HOME = Path("/home/anna")
KEY = "sk-4f9c1b77e2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http://anna:geheim@gpu-box:8188 away", "http://gpu-box:8188 away"),
        ("GET https://gpu-box/prompt?token=abc&x=1 failed", "GET https://gpu-box/prompt failed"),
        ("header Authorization: Bearer abc.def-ghi", "header Authorization: Bearer …"),
        ("api_key=abc123, next", "api_key=…, next"),
        ("'password': 'abc123'", "'password': '…'"),
        ("/home/anna/films/lake.mp4 is gone", "~/films/lake.mp4 is gone"),
        ("/media/anna/disk/lake.mp4", "/media/…/disk/lake.mp4"),
        (r"C:\Users\anna\lake.mp4", r"C:\Users\…\lake.mp4"),
        (f"the server refused {KEY}", "the server refused …"),
        ("Segment 5 failed at step 9 of 20", "Segment 5 failed at step 9 of 20"),
        ("the token: is missing", "the token: … missing"),
    ],
)
def test_keys_passwords_and_names_are_taken_out(text: str, expected: str) -> None:
    assert without_secrets(text, home=HOME, user="anna", keys=(KEY,)) == expected


def test_keys_of_the_environment_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESTITCH_API_KEY_GPU_BOX", KEY)
    assert KEY not in without_secrets(f"refused: {KEY}", home=HOME, user="anna")


def test_only_troubles_of_the_log_are_told_and_of_these_the_newest(tmp_path: Path) -> None:
    log = tmp_path / "restitch.log"
    lines = ["2026-11-22 10:00:00,000 INFO ui: shown"]
    lines += [f"2026-11-22 10:00:{n:02},000 ERROR comfy: number {n}" for n in range(40)]
    lines += ["Traceback (most recent call last):", '  File "x.py", line 1']
    log.write_text("\n".join(lines))
    troubles = last_troubles(log)
    assert len(troubles) == 30
    assert troubles[-1].endswith("number 39")
    assert last_troubles(tmp_path / "none.log") == ()
    assert last_troubles(None) == ()


def test_codecs_are_named() -> None:
    assert codec_facts().startswith("libavcodec ")
    assert "libx264" in codec_facts()
