"""The bundled workflows through the program's own server, over real sockets, in both manners."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import av
import pytest
from PIL import Image

from restitch_app.comfy.bindings.bindings import find_bindings
from restitch_app.comfy.bindings.fill import fill
from restitch_app.comfy.server.client import ComfyClient, upload_name
from restitch_app.comfy.server.outputs import video_of
from restitch_app.comfy.server.watch import watch
from restitch_app.comfy.workflows.bundled import BundledWorkflow, bundled_workflows
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.preflight import check_prompt
from restitch_app.demo.server import DemoServer
from restitch_app.demo.server.manner import NEW, OLD, Manner
from restitch_app.domain.progress import JobContext
from tests.comfy.conftest import PACE

ALL = bundled_workflows()
SIZES: dict[str, str | int | float] = {"width": 96, "height": 64, "length": 9, "steps": 2}


@pytest.fixture(params=[NEW, OLD])
def server(request: pytest.FixtureRequest) -> Iterator[DemoServer]:
    with DemoServer(step_delay_s=0.0, manner=Manner(request.param)) as running:
        yield running


def picture(shade: int) -> bytes:
    file = BytesIO()
    Image.new("RGB", (96, 64), (shade, 90, 120)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("bundled", ALL, ids=[one.name for one in ALL])
def test_it_renders_a_clip_of_the_size_and_length_asked_for(
    bundled: BundledWorkflow, server: DemoServer, tmp_path: Path
) -> None:
    bindings = find_bindings(bundled.prompt, choice=bundled.choice)
    values = dict(SIZES)
    with ComfyClient(server.url) as client:
        for shade, key in enumerate(("seed_frame", "end_frame"), start=60):
            if bindings.places(key):
                png = picture(shade)
                values[key] = client.upload_image(upload_name(png), png)
        prompt = fill(bundled.prompt, bindings, values)
        types = NodeTypes.from_object_info(client.all_object_info())
        assert check_prompt(prompt, types, bindings).problems == ()
        prompt_id = str(uuid.uuid4())
        client.submit(prompt, prompt_id, output_node=bindings.output_node)
        entry = watch(client, prompt_id, prompt, JobContext(), lambda _message: None, PACE)
        client.fetch_output(video_of(entry, bindings.output_node), tmp_path / "clip.mp4")
    with av.open(str(tmp_path / "clip.mp4")) as clip:
        frames = [(frame.width, frame.height) for frame in clip.decode(video=0)]
    assert frames == [(96, 64)] * 9
