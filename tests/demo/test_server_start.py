"""Starting the bundled server."""

from __future__ import annotations

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.demo.server import server as server_module


def test_a_start_that_takes_too_long_is_told_and_leaves_no_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(server_module, "START_TIMEOUT_S", 0.0)
    server = DemoServer()
    with pytest.raises(TimeoutError, match="in time"):
        server.start()
    assert not server._thread.is_alive()
