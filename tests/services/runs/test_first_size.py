"""The picture size that a new scene gets from its start image."""

from __future__ import annotations

from pathlib import Path

import pytest

from restitch_app.domain.runs import RunWishes
from restitch_app.domain.workflows import FieldKind, FormField
from restitch_app.media.pictures import write_png
from restitch_app.services.runs.first_size import proposed_by, size_for, with_size
from tests.services.scenes import panned_pictures


def number(name: str, value: int | None, step: int, most: int = 4096) -> FormField:
    return FormField(name, name, "", FieldKind.WHOLE, value, True, least=16, most=most, step=step)


@pytest.mark.parametrize(
    ("picture", "size", "told"),
    [
        ((832, 480), (832, 480), "The scene gets 832×480, the size of lake.png."),
        ((480, 270), (480, 272), "nearest to lake.png (480×270), in steps of 16."),
        ((1920, 1080), (848, 480), "as many pixels as the workflow makes (832×480)"),
        ((3000, 4000), (544, 736), "the shape of lake.png (3000×4000)"),
        ((9000, 90), (4096, 64), "the shape of lake.png"),
        ((7, 5), (16, 16), "nearest to lake.png (7×5)"),
    ],
)
def test_it_is_the_shape_of_the_picture_as_the_workflow_takes_it(
    picture: tuple[int, int], size: tuple[int, int], told: str
) -> None:
    fields = (number("width", 832, 16), number("height", 480, 16))
    first = size_for(fields, "lake.png", picture, is_step_known=True)
    assert first is not None
    assert (first.width_px, first.height_px) == size
    assert told in first.told


def test_without_a_server_its_own_size_says_what_the_workflow_takes() -> None:
    fields = (number("width", 768, 8), number("height", 512, 8))
    first = size_for(fields, "lake.png", (500, 500), is_step_known=False)
    assert first is not None
    assert (first.width_px, first.height_px, first.step_px) == (512, 512, 32)
    assert "in steps of 32" in first.told
    assert size_for(fields[:1], "lake.png", (500, 500), is_step_known=False) is None
    unsettled = (number("width", None, 8), fields[1])
    assert size_for(unsettled, "lake.png", (500, 500), is_step_known=False) is None


def test_only_the_first_segment_is_told_its_size() -> None:
    fields = (number("width", 832, 16), number("height", 480, 16))
    first = size_for(fields, "lake.png", (832, 480), is_step_known=True)
    assert first is not None
    wishes = with_size(RunWishes({"steps": 4}, each={0: {"prompt": "dusk"}}), first)
    assert wishes.parameters_at(0) == {"steps": 4, "prompt": "dusk", "width": 832, "height": 480}
    assert wishes.parameters_at(1) == {"steps": 4}


def test_a_bundled_workflow_proposes_one_before_there_is_a_project(tmp_path: Path) -> None:
    picture = write_png(panned_pictures(0, 1, (400, 200))[0], tmp_path).path
    first = proposed_by(picture, "wan22_image_to_video", None)
    assert first is not None
    assert (first.width_px, first.height_px) == (384, 192)
    assert f"{picture.name[:18]}…{picture.name[-18:]} (400×200)" in first.told
