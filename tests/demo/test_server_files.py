"""Uploads and downloads, and what the written clips carry."""

from __future__ import annotations

import json
from fractions import Fraction
from io import BytesIO

import av
import pytest
import requests

from tests.demo.conftest import SMALL, TIMEOUT_S, Talk, decoded, png_bytes, seed_picture, workflow


def test_an_upload_never_takes_another_files_name(talk: Talk) -> None:
    data = png_bytes(seed_picture())
    assert talk.upload(data, "a.png").json() == {"name": "a.png", "subfolder": "", "type": "input"}
    assert talk.upload(data, "a.png").json()["name"] == "a.png"
    assert talk.upload(b"other", "a.png").json()["name"] == "a (1).png"
    assert talk.upload(b"other", "a.png", overwrite="True").json()["name"] == "a (1).png"
    assert talk.upload(b"other", "a.png", overwrite="true").json()["name"] == "a.png"


def test_an_upload_into_a_subfolder_is_loaded_by_its_path(talk: Talk) -> None:
    answer = talk.upload(png_bytes(seed_picture()), "s.png", subfolder="restitch/one").json()
    assert answer["subfolder"] == "restitch/one"
    _, _, kinds = talk.run(workflow(image="restitch/one/s.png"))
    assert "execution_success" in kinds


@pytest.mark.parametrize(
    ("fields", "status"), [({"subfolder": "../../evil"}, 400), ({"type": "bogus"}, 500)]
)
def test_bad_uploads(talk: Talk, fields: dict[str, str], status: int) -> None:
    assert talk.upload(b"x", "x.png", **fields).status_code == status


def test_an_upload_without_a_file(talk: Talk) -> None:
    url = f"{talk.server.url}/upload/image"
    nothing = requests.post(url, files={"other": ("x", b"x")}, timeout=TIMEOUT_S)
    text = requests.post(url, files={"image": (None, "text")}, timeout=TIMEOUT_S)
    assert (nothing.status_code, text.status_code) == (400, 500)


def test_view_serves_ranges_and_conditions(talk: Talk) -> None:
    prompt_id, _, _ = talk.run(workflow())
    entry = talk.output(prompt_id)
    url = f"{talk.server.url}/view"

    def view(**headers: str) -> requests.Response:
        return requests.get(url, params=entry, headers=headers, timeout=TIMEOUT_S)

    whole = view()
    size = len(whole.content)
    assert int(whole.headers["content-length"]) == size
    part = view(Range="bytes=10-19")
    assert (part.status_code, part.content) == (206, whole.content[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{size}"
    assert view(Range="bytes=-5").content == whole.content[-5:]
    assert view(Range=f"bytes={size}-").status_code == 416
    assert view(**{"If-None-Match": whole.headers["etag"]}).status_code == 304
    assert view(Range="bytes=0-1", **{"If-Range": '"old"'}).status_code == 206
    head = requests.head(url, params=entry, timeout=TIMEOUT_S)
    assert (head.content, int(head.headers["content-length"])) == (b"", size)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"filename": "nope.mp4"}, 404),
        ({}, 404),
        ({"filename": "seed.png", "type": "bogus"}, 400),
        ({"filename": "../input/seed.png"}, 400),
        ({"filename": "/etc/hostname"}, 400),
        ({"filename": "seed.png", "subfolder": "../input"}, 403),
        ({"filename": "seed.png [input]"}, 200),
    ],
)
def test_view_answers_only_for_files_inside(talk: Talk, query: dict[str, str], status: int) -> None:
    answer = talk.get("/view", **query)
    assert answer.status_code == status
    assert status == 200 or answer.content == b""


def test_the_clip_carries_prompt_and_own_keys_and_video_tags(talk: Talk) -> None:
    extra = {"extra_pnginfo": {"workflow": {"nodes": []}, "restitch": {"segment": 3}}}
    prompt_id, _, _ = talk.run(workflow(), extra_data=extra)
    with av.open(BytesIO(talk.download(talk.output(prompt_id)))) as clip:
        tags, stream = clip.metadata, clip.streams.video[0]
        context = stream.codec_context
        colours = (context.color_primaries, context.color_trc, context.colorspace)
        assert (colours, context.color_range) == ((1, 13, 1), 1)
        assert (context.name, context.pix_fmt) == ("h264", "yuv420p")
        assert stream.average_rate == Fraction(16)
    assert json.loads(tags["restitch"]) == {"segment": 3}
    prompt = json.loads(tags["prompt"])
    assert prompt["9"]["inputs"]["seed"] == SMALL.seed
    assert len(prompt["1"]["is_changed"][0]) == 64


def test_names_count_up_by_prefix(talk: Talk) -> None:
    names = [talk.output(talk.run(workflow(seed=one))[0])["filename"] for one in (1, 2)]
    assert names == ["segment_00001_.mp4", "segment_00002_.mp4"]


def test_a_prefix_that_leaves_the_folder_fails_at_run_time(talk: Talk) -> None:
    _, _, kinds = talk.run(workflow(prefix="../../evil"))
    assert "execution_error" in kinds


def test_image_outputs_come_one_for_each_frame(talk: Talk) -> None:
    graph = workflow()
    graph["13"] = {
        "class_type": "ImageFromBatch",
        "inputs": {"image": ["10", 0], "batch_index": -1, "length": 1},
    }
    graph["14"] = {
        "class_type": "SaveImage",
        "inputs": {"images": ["13", 0], "filename_prefix": "l"},
    }
    graph["15"] = {"class_type": "PreviewImage", "inputs": {"images": ["10", 0]}}
    prompt_id, _, _ = talk.run(graph)
    outputs = talk.history(prompt_id)["outputs"]
    assert isinstance(outputs, dict)
    assert len(outputs["15"]["images"]) == SMALL.length
    assert {one["type"] for one in outputs["15"]["images"]} == {"temp"}
    last = talk.download(outputs["14"]["images"][0])
    assert last.startswith(b"\x89PNG")
    assert len(decoded(talk.download(talk.output(prompt_id)))) == SMALL.length
