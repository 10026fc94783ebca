"""A fix costs a segment, also in a scene of 10,000; flagging all that follow is one statement."""

from __future__ import annotations

from pathlib import Path

import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.progress import JobContext
from restitch_app.services.workbench import Workbench
from restitch_app.store.chain import ChainQueries
from tests.services.test_cost import SEGMENT_5, cost_of_a_fix, scene_of
from tests.services.torture.sizes import many

SEGMENTS = many(300, 10_000)


@pytest.mark.timeout(many(900, 3600))
def test_a_fix_in_a_very_long_scene(
    tmp_path: Path, ten_segments: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    costs = []
    for segments in (10, SEGMENTS):
        with (
            DemoServer(step_delay_s=0.01) as server,
            scene_of(segments, ten_segments, tmp_path / str(segments), server.url) as bench,
        ):
            costs.append(cost_of_a_fix(bench, server))
            assert statements_to_use(bench, 1, monkeypatch) == 1
            stale = bench.project.store.versions.stale_indices
            assert stale(bench.project.scene().id) == frozenset()
            assert statements_to_use(bench, 2, monkeypatch) == 1
            assert len(stale(bench.project.scene().id)) == segments - SEGMENT_5 - 1
    assert costs[0] == costs[1]
    assert costs[0].prompts == 1


def statements_to_use(bench: Workbench, number: int, patch: pytest.MonkeyPatch) -> int:
    """How many statements flag, or clear, the segments after another version's last frame."""
    wanted = bench.versions.numbered(bench.project.scene(), SEGMENT_5, number)
    flag, calls = ChainQueries._flag, []

    def counted(self: ChainQueries, *where: int) -> None:
        calls.append(where)
        flag(self, *where)

    with patch.context() as patched:
        patched.setattr(ChainQueries, "_flag", counted)
        bench.versions.use(wanted, JobContext())
    return len(calls)
