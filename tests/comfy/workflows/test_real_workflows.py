"""Every real workflow in the editor's format against the prompt a server took for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from restitch_app.comfy.loose import JsonObject, as_object
from restitch_app.comfy.workflows.embedded import embedded_workflow
from restitch_app.comfy.workflows.workflow import (
    NotConvertible,
    convert,
    find_workflow,
    workflow_shape,
)
from restitch_app.media.probe import metadata
from tests.comfy.workflows.more_classes import recorded_types
from tests.shared import SHARED, needs_shared

UI = sorted((SHARED / "workflows-real" / "ui").glob("*.json"))
HANDMADE = SHARED / "comfyui-contract" / "workflows"
LACKING_IN_2025 = {
    "hunyuan15_720p_i2v": {"HunyuanVideo15ImageToVideo"},
    "kandinsky5_i2v": {"Kandinsky5ImageToVideo", "ReplaceVideoLatentFrames"},
    "wan22_14B_i2v": {"ComfySwitchNode", "ComfyMathExpression"},
    "wan_vace_flf2v": {"ComfySwitchNode", "ComfyMathExpression"},
    "ltx2_3_i2v": {"LTXVImgToVideoInplace", "ManualSigmas", "ComfySwitchNode"},
}
"""Classes that 0.3.64 does not have; not all of them."""

pytestmark = needs_shared


class Difference(NamedTuple):
    node_id: str
    input_name: str
    theirs: object
    ours: object


def allowed(theirs: JsonObject) -> list[Difference]:
    """`codec` is sent flat: only that form runs on both recorded versions (contract README).

    Nothing else may differ.
    """
    return [
        difference
        for node_id, node in theirs.items()
        for inputs in [as_object(as_object(node).get("inputs"))]
        if as_object(node).get("class_type") == "SaveVideo" and "format.codec" in inputs
        for difference in (
            Difference(node_id, "codec", None, inputs["format.codec"]),
            Difference(node_id, "format.codec", inputs["format.codec"], None),
        )
    ]


def differences(theirs: JsonObject, ours: JsonObject) -> list[Difference]:
    found = []
    for node_id, node in theirs.items():
        expected = as_object(as_object(node)["inputs"])
        given = as_object(as_object(ours[node_id])["inputs"])
        for name in sorted({*expected, *given}):
            left, right = expected.get(name), given.get(name)
            if left != right or type(left) is not type(right):
                found.append(Difference(node_id, name, left, right))
    return found


def read(file: Path) -> JsonObject:
    return as_object(json.loads(file.read_text(encoding="utf-8")))


def counterpart(file: Path) -> JsonObject | None:
    """The same workflow as a prompt; one published file has none."""
    folder = file.parent.parent / "api"
    api = folder / f"{file.stem}_api.json"
    return read(api) if api.exists() else None


@pytest.mark.parametrize("file", UI, ids=lambda file: file.stem)
def test_the_conversion_is_what_the_server_took(file: Path) -> None:
    theirs = counterpart(file)
    found = find_workflow(file.read_bytes(), file.name)
    assert found.prompt is None
    ours = convert(found.editor, recorded_types("0.33.0"), file.name)
    if theirs is None:
        assert file.stem == "examples_hunyuan_i2v"
        return
    assert set(ours.prompt) == set(theirs)
    for node_id, node in theirs.items():
        assert as_object(ours.prompt[node_id])["class_type"] == as_object(node)["class_type"]
    assert differences(theirs, ours.prompt) == sorted(allowed(theirs))
    assert workflow_shape(ours.prompt) == workflow_shape(theirs)
    assert ours.notes == ()


def test_a_workflow_older_than_its_nodes_gets_the_servers_defaults() -> None:
    file = SHARED / "workflows-real" / "ui" / "examples_hunyuan_i2v.json"
    prompt = convert(read(file), recorded_types("0.33.0"), file.name).prompt
    inputs = {
        as_object(node)["class_type"]: as_object(as_object(node)["inputs"])
        for node in prompt.values()
    }
    assert inputs["HunyuanImageToVideo"]["guidance_type"] == "v1 (concat)"
    assert inputs["TextEncodeHunyuanVideo_ImageToVideo"]["image_interleave"] == 2
    assert inputs["HunyuanImageToVideo"]["length"] == 57
    assert {"VAEDecode", "SaveWEBM", "Note"}.isdisjoint(inputs)


@pytest.mark.parametrize("file", UI, ids=lambda file: file.stem)
def test_an_older_server_gets_the_same_or_is_told_what_it_lacks(file: Path) -> None:
    types = recorded_types("0.3.64")
    if (lacking := LACKING_IN_2025.get(file.stem)) is None:
        older = convert(read(file), types, file.name)
        newer = convert(read(file), recorded_types("0.33.0"), file.name)
        assert differences(newer.prompt, older.prompt) == []
        return
    with pytest.raises(NotConvertible) as refused:
        convert(read(file), types, file.name)
    assert lacking <= refused.value.missing_classes
    assert all(name in str(refused.value) for name in refused.value.missing_classes)


CLIPS = sorted((SHARED / "clips").glob("*.webp"))
NEWER_THAN_ITS_CLIP = {("ltxv095_i2v_fox_768x512", "strength")}
"""`LTXVImgToVideo.strength` is required now and was not there when the clip was made."""


@pytest.mark.parametrize("file", CLIPS, ids=lambda file: file.stem)
def test_the_conversion_is_what_the_editor_itself_queued(file: Path) -> None:
    """Clips hold both: the prompt that ComfyUI's editor made, and the workflow it made it of."""
    found = embedded_workflow(metadata(file))
    assert found is not None
    assert found.prompt is not None
    ours = convert(found.editor, recorded_types("0.33.0"), file.name).prompt
    assert set(ours) == set(found.prompt)
    assert workflow_shape(ours) == workflow_shape(found.prompt)
    for one in differences(found.prompt, ours):
        # `upload` is a button of the editor, which the server ignores; 6 comes back as 6.0.
        is_button = one[1:] == ("upload", "image", None)
        assert (
            is_button
            or one.theirs == one.ours
            or (file.stem, one.input_name) in NEWER_THAN_ITS_CLIP
        ), one


def test_reroute_primitive_bypass_mute_and_values_by_name() -> None:
    stem = "handmade_vhs_reroute_primitive_bypass_mute"
    theirs = read(HANDMADE / f"{stem}_api.json")
    for version in ("0.33.0", "0.3.64"):
        ours = convert(read(HANDMADE / f"{stem}_ui.json"), recorded_types(version), stem)
        assert differences(theirs, ours.prompt) == []
        assert set(ours.prompt) == set(theirs)
        assert as_object(ours.prompt["1"])["_meta"] == {"title": "Seed frame"}
        assert ours.notes == ()
