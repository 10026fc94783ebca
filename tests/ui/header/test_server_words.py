from __future__ import annotations

import pytest

from restitch_app.domain.servers import Server, ServerState
from restitch_app.ui.header.server_words import gpu_words, header_words, menu_line, state_word

GPU_BOX = Server("http://gpu-box:8188", "gpu-box:8188")
SECOND = Server("https://render:8443", "render-2")
THIRD = Server("http://third:8188", "third")
BUSY = "1 running, 3 queued"
OFF = Server("http://off:8188", "off", is_enabled=False)


def there(server: Server, running: int = 0, queued: int = 0) -> ServerState:
    return ServerState(server, is_answering=True, running=running, queued=queued)


def away(server: Server) -> ServerState:
    return ServerState(server, is_answering=False, problem="It refused")


@pytest.mark.parametrize(
    ("states", "word", "detail", "short"),
    [
        ((there(GPU_BOX, 1, 1),), "ComfyUI connected", "gpu-box · 1 running, 1 queued", "1 + 1"),
        ((away(GPU_BOX),), "ComfyUI not answering", "", ""),
        ((there(GPU_BOX, 1, 1), there(SECOND, 0, 2)), "2 servers", BUSY, "1 + 3"),
        ((there(GPU_BOX, 1), away(SECOND), there(THIRD, 0, 3)), "2 of 3 servers", BUSY, "1 + 3"),
        ((away(GPU_BOX), away(SECOND)), "None of 2 servers answers", "", ""),
    ],
)
def test_the_header_says_all_servers_in_one(
    states: tuple[ServerState, ...], word: str, detail: str, short: str
) -> None:
    words = header_words([state.server for state in states], states)
    assert (words.word, words.detail, words.short) == (word, detail, short)
    are_all_there = all(state.is_answering for state in states)
    assert words.icon == ("server" if are_all_there else "unplug")


def test_until_all_have_answered_nothing_is_claimed() -> None:
    assert header_words((GPU_BOX, SECOND), (there(GPU_BOX),)).detail == "asking"
    assert header_words((), ()).word == "No server"


def test_each_server_has_a_line_with_its_state() -> None:
    assert menu_line(SECOND, there(SECOND, 1, 3)) == "render-2 · 1 running, 3 queued"
    assert menu_line(SECOND, away(SECOND)) == "render-2 · not answering"
    assert menu_line(SECOND, None) == "render-2 · asking"
    assert menu_line(OFF, there(OFF)) == "off · off"
    assert state_word(SECOND, there(SECOND)) == "Connected"


@pytest.mark.parametrize(
    ("devices", "words"),
    [
        (("cuda:0 NVIDIA L4 : cudaMallocAsync",), "NVIDIA L4 · 4 of 22 GB free"),
        (("mps",), "mps · 4 of 22 GB free"),
        (("cuda:0 A", "cuda:1 B"), "A and 1 more · 4 of 22 GB free"),
        ((), ""),
    ],
)
def test_the_gpu_is_told_by_its_name(devices: tuple[str, ...], words: str) -> None:
    state = ServerState(
        GPU_BOX, True, devices=devices, vram_total_bytes=22 << 30, vram_free_bytes=4 << 30
    )
    assert gpu_words(state) == words
