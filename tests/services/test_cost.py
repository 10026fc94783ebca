"""A fix costs a segment, never the scene: the same at 10 and at 200 segments."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from restitch_app.demo.server import DemoServer
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.media.metering import counted_decodes
from restitch_app.services.project.project import CLIPS, open_project
from restitch_app.services.workbench import Workbench
from restitch_app.store.values import NewVersion
from tests.services.scenes import FRAMES, bench_on, with_settings

SEGMENT_5 = 4


@dataclass(frozen=True)
class Cost:
    prompts: int
    decoded_files: int
    decoded_frames: int
    new_clips: int
    new_versions: int


def test_one_regeneration_costs_the_same_in_a_scene_of_200(
    tmp_path: Path, ten_segments: Path
) -> None:
    costs = {}
    for segments in (10, 200):
        with DemoServer(step_delay_s=0.01) as server:
            folder = tmp_path / str(segments)
            with scene_of(segments, ten_segments, folder, server.url) as bench:
                costs[segments] = cost_of_a_fix(bench, server)
    assert costs[200] == costs[10]
    assert costs[10].prompts == costs[10].new_clips == costs[10].new_versions == 1
    assert costs[10].decoded_files <= 3
    assert costs[10].decoded_frames <= 3 * FRAMES


@contextmanager
def scene_of(segments: int, ten: Path, folder: Path, server_url: str) -> Iterator[Workbench]:
    """The ten-segment scene, repeated to that length with linked files."""
    shutil.copytree(ten, folder)
    with open_project(folder) as project:
        bench = bench_on(project)
        with_settings(bench, server_url=server_url)
        lengthen(bench, segments)
        yield bench


def lengthen(bench: Workbench, segments: int) -> None:
    project, scene = bench.project, bench.project.scene()
    versions = project.store.versions
    chain = versions.current(scene.id)
    before = chain[-1]
    with project.store.transaction():
        for index in range(len(chain), segments):
            like = chain[index % 10]
            file = f"{CLIPS}/copy_{index:03}.mp4"
            project.path(file).hardlink_to(project.path(like.file))
            before = versions.add(
                NewVersion(
                    scene_id=scene.id,
                    sequence_index=index,
                    file=file,
                    file_sha256=like.file_sha256,
                    file_bytes=like.file_bytes,
                    facts=like.facts,
                    first_frame=like.first_frame,
                    last_frame=like.last_frame,
                    frame_index=versions.frame_index(like.id),
                    is_current=True,
                    seed_frame=before.last_frame,
                    seed_from_version_id=before.id,
                    prompt=versions.prompt(like.id),
                )
            )


def cost_of_a_fix(bench: Workbench, server: DemoServer) -> Cost:
    scene = bench.project.scene()
    clips = set(bench.project.path(CLIPS).iterdir())
    rows = row_count(bench)
    with counted_decodes() as meter:
        bench.regeneration.request(scene, RegenerationRequest(SEGMENT_5))
        bench.engine.run()
        bench.boundaries.check(scene, JobContext(), only={SEGMENT_5 - 1, SEGMENT_5})
    assert bench.project.current(scene, SEGMENT_5).number == 2
    stale = bench.project.store.versions.stale_indices(scene.id)
    assert len(stale) == bench.project.store.versions.segment_count(scene.id) - 5
    return Cost(
        server.prompts_received,
        len(meter.by_path),
        meter.total,
        len(set(bench.project.path(CLIPS).iterdir()) - clips),
        row_count(bench) - rows,
    )


def row_count(bench: Workbench) -> int:
    versions = bench.project.store.versions
    scene = bench.project.scene()
    return sum(
        len(versions.history(scene.id, index)) for index in range(versions.segment_count(scene.id))
    )
