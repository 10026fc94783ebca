from __future__ import annotations

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import WrongUse
from restitch_app.services.project_settings import change_server
from restitch_app.services.server_status import ask_server
from restitch_app.services.workbench import Workbench


def test_a_server_that_answers_tells_its_queue(server: DemoServer) -> None:
    status = ask_server(server.url)
    assert status.is_answering
    assert (status.running, status.queued, status.problem) == (0, 0, "")
    assert status.name == server.url.removeprefix("http://")


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "no address", ""])
def test_what_does_not_answer_is_no_exception(url: str) -> None:
    status = ask_server(url)
    assert not status.is_answering
    assert status.problem


def test_the_server_can_be_changed(bench: Workbench) -> None:
    assert change_server(bench.project, " gpu-box:8188/ ").server_url == "http://gpu-box:8188"
    assert bench.overview.settings().server_url == "http://gpu-box:8188"


@pytest.mark.parametrize("url", ["", "ftp://gpu-box", "http://"])
def test_a_wrong_address_changes_nothing(bench: Workbench, url: str) -> None:
    before = bench.overview.settings()
    with pytest.raises(WrongUse):
        change_server(bench.project, url)
    assert bench.overview.settings() == before
