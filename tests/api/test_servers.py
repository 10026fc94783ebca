"""GET /api/servers."""

from __future__ import annotations

from restitch_app.demo.server import DemoServer
from restitch_app.domain.servers import Server
from restitch_app.services.workbench import Workbench
from tests.api.client import ApiClient


def test_servers_are_told_as_they_are_now(
    api: ApiClient, bench: Workbench, demo_server: DemoServer
) -> None:
    bench.servers.save(Server(demo_server.url, "here"), "sk-secret")
    bench.servers.save(Server("http://127.0.0.1:9", "away", is_enabled=False))
    bench.servers.remove("http://127.0.0.1:8188")
    here, away = api.get("/api/servers")["servers"]
    assert (here["name"], here["is_answering"], here["version"]) == ("here", True, "0.33.0")
    assert (here["running"], here["queued"], here["problem"]) == (0, 0, None)
    assert (here["has_key"], here["seconds_per_take"]) == (True, None)
    assert (away["is_answering"], away["is_enabled"]) == (False, False)
    assert "connection refused" in away["problem"]
    assert "sk-secret" not in api.ask("GET", "/api/servers").text
