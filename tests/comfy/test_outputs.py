from __future__ import annotations

import pytest

from restitch_app.comfy.errors import BadOutput
from restitch_app.comfy.server.history import HistoryEntry, Outcome
from restitch_app.comfy.server.outputs import OutputRef, files_of, video_of


def entry(outputs: dict[str, object], outcome: Outcome = Outcome.SUCCEEDED) -> HistoryEntry:
    return HistoryEntry("an id", outcome, outputs, {}, {})


def file(name: str, kind: str = "output") -> dict[str, object]:
    return {"filename": name, "subfolder": "video", "type": kind}


@pytest.mark.parametrize(
    "output",
    [
        {"images": [file("a.MP4")], "animated": [True]},
        {"images": [file("first.png"), file("a.MP4")]},
        {"gifs": [{**file("a.MP4"), "frame_rate": 16, "fullpath": "/srv/out/a.MP4"}]},
        {"videos": [file("a.MP4")], "text": ["done"]},
    ],
    ids=["SaveVideo", "mixed", "VHS", "videos"],
)
def test_the_video_is_told_by_its_suffix_wherever_it_is_listed(output: dict[str, object]) -> None:
    found = video_of(entry({"3": {"images": [file("preview.mp4", "temp")]}, "12": output}), "12")
    assert found == OutputRef("a.MP4", "video", "output")


def test_an_animated_png_is_a_video_and_a_still_one_is_not() -> None:
    found = video_of(entry({"12": {"images": [file("a.png")], "animated": [True]}}), "12")
    assert found.filename == "a.png"
    with pytest.raises(BadOutput, match=r"made no video.*a\.png"):
        video_of(entry({"12": {"images": [file("a.png")]}}), "12")


def test_pictures_come_in_their_order() -> None:
    names = ["f_00001_.png", "f_00002_.png", "f_00010_.png"]
    found = files_of(entry({"9": {"images": [file(name) for name in names]}}), "9")
    assert [ref.filename for ref in found] == names


def test_an_output_node_that_did_not_run_is_said_so() -> None:
    with pytest.raises(BadOutput, match="did not run"):
        video_of(entry({"11": {"images": [file("a.mp4")]}}), "12")


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.INTERRUPTED])
def test_what_a_failed_render_left_is_not_used(outcome: Outcome) -> None:
    with pytest.raises(BadOutput, match="did not finish"):
        video_of(entry({"12": {"images": [file("a.mp4")]}}, outcome), "12")


def test_a_listed_name_that_leaves_the_folder_is_refused() -> None:
    with pytest.raises(BadOutput, match="outside its folder"):
        video_of(entry({"12": {"images": [file("../../a.mp4")]}}), "12")


@pytest.mark.parametrize("output", [None, [], {"images": "a.mp4"}, {"images": [None, 3, {}]}])
def test_an_output_of_another_shape_is_no_video(output: object) -> None:
    with pytest.raises(BadOutput):
        video_of(entry({"12": output}), "12")
