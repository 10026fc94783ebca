"""The main job on generated and natural pictures: real clips cut into ten segments."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from restitch_app.analysis.psnr import SAME_PICTURE_DB, psnr
from restitch_app.comfy.loose import JsonObject
from restitch_app.demo.server import DemoServer
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext
from restitch_app.domain.workflows import WorkflowOrigin
from restitch_app.media.encode import encode_clip
from restitch_app.media.lossless import needs_lossless_copy, write_lossless_copy
from restitch_app.media.luma import luma, rgb
from restitch_app.media.reader import open_reader
from restitch_app.services.imports.clip_scan import file_sha256
from restitch_app.services.workbench import Workbench
from restitch_app.services.workflows.files import NamedWorkflow
from tests.services.scenes import new_workbench, smoothed
from tests.shared import shared_folder

CLIPS = ("wan21_camera_maid_512.webp", "cogvideox_ship_720x480.mp4", "bigbuckbunny_720p.mp4")
HEIGHT = 192
SEGMENTS = 10


@pytest.fixture(params=CLIPS)
def real_clips(request: pytest.FixtureRequest, tmp_path: Path) -> list[Path]:
    """The clip as a chain of ten: each segment starts with the last frame of the one before."""
    source = shared_folder() / "clips" / request.param
    frames = list(upright_frames(source, tmp_path))
    step = (len(frames) - 1) // SEGMENTS
    paths = []
    for number in range(SEGMENTS):
        part = frames[number * step : (number + 1) * step + 1]
        paths.append(tmp_path / f"part_{number + 1:02}.mp4")
        encode_clip(paths[-1], part, Fraction(16), x264={"g": "8"})
    return paths


def upright_frames(source: Path, folder: Path) -> Iterator[av.VideoFrame]:
    """All frames, scaled to a height that keeps the test quick."""
    if needs_lossless_copy(source):
        copy = folder / "copy.mkv"
        write_lossless_copy(source, copy)
        source = copy
    with open_reader(source) as reader:
        for frame in islice(reader.frames(), 121):
            width = round(frame.width * HEIGHT / frame.height / 16) * 16
            small = cv2.resize(rgb(frame), (width, HEIGHT), interpolation=cv2.INTER_AREA)
            yield av.VideoFrame.from_ndarray(np.asarray(small, dtype=np.uint8), format="rgb24")


def test_the_whole_job_on_real_pictures(
    real_clips: list[Path], server: DemoServer, tmp_path: Path
) -> None:
    bench = new_workbench(tmp_path / "project", server.url)
    try:
        do_the_job(bench, real_clips, tmp_path)
        assert server.prompts_executed == 1
    finally:
        bench.project.close()


def do_the_job(bench: Workbench, clips: list[Path], folder: Path) -> None:
    ctx = JobContext()
    prompt: JsonObject = {**demo_workflow(DemoSettings(image="seed.png", seed=1, steps=4))}
    workflow = NamedWorkflow("Demo", WorkflowOrigin.FILE, "demo.json", prompt, None)
    scene = bench.importing.import_clips(clips, ctx, workflow=workflow).scene
    old = bench.project.current(scene, 4)
    old_sha = file_sha256(bench.project.path(old.file))

    bench.regeneration.request(scene, RegenerationRequest(4, {"seed": 77}))
    bench.engine.run()

    new = bench.versions.history(scene, 4)[0]
    assert new.failure is None
    assert new.facts.frame_count >= old.facts.frame_count - 3  # Wan rounds down to 4k+1
    bench.versions.use(new, ctx)
    assert file_sha256(bench.project.path(old.file)) == old_sha
    assert bench.project.store.versions.stale_indices(scene.id) == frozenset(range(5, 10))

    before = bench.boundaries.at(scene, 4, ctx)
    blended = smoothed(bench, scene, 4, "blend", 2).boundary
    assert before.ssim is not None
    assert blended.ssim is not None
    assert blended.ssim > before.ssim

    film = bench.exporting.export(scene, folder / "film.mp4", ctx)
    measured = bench.films.boundary_ssim(scene, film.path, 4)
    assert measured == pytest.approx(blended.ssim, abs=0.02)
    copied = {frame for ranges in film.report.copied for part in ranges for frame in part}
    with open_reader(film.path) as reader:
        spans = bench.project.spans(scene)
        assert reader.frame_count == spans[-1].scene_stop
        for span in spans:
            with open_reader(bench.project.path(span.file)) as source:
                for offset, number in enumerate(span.frames):
                    scene_frame = span.scene_start + offset
                    shown, wanted = luma(reader.frame(scene_frame)), luma(source.frame(number))
                    if scene_frame in copied:
                        assert np.array_equal(shown, wanted)
                    else:
                        assert psnr(shown, wanted) >= SAME_PICTURE_DB
