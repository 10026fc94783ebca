from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from restitch_app.comfy.server.client import ComfyClient
from restitch_app.comfy.server.watch import Pace
from restitch_app.comfy.server.wire import Limits, Timeouts
from tests.comfy.fake_server import FakeComfy
from tests.shared import shared_folder

TIMEOUTS = Timeouts(connect_s=1.0, read_s=0.5, answer_s=2.0, submit_s=2.0, cancel_s=0.5)
PACE = Pace(
    poll_s=0.3, poll_without_socket_s=0.05, ending_poll_s=0.02, late_history_s=2.0,
    lost_after_s=0.2, socket_retry_s=0.1, quiet_socket_s=30.0, tick_s=0.02, report_s=0.0,
)  # fmt: skip


@pytest.fixture
def server() -> Iterator[FakeComfy]:
    fake = FakeComfy()
    yield fake
    fake.stop()


@pytest.fixture
def client(server: FakeComfy) -> Iterator[ComfyClient]:
    limits = Limits(answer_bytes=1 << 20, upload_bytes=1 << 20, output_bytes=1 << 20)
    with ComfyClient(server.url, "reviewer-1", TIMEOUTS, limits) as client:
        yield client


@pytest.fixture(scope="session")
def shared() -> Path:
    """Recordings and published workflows, where the checkout has them beside it."""
    return shared_folder()
