"""Nodes nobody has heard of, understood by what a server says they take and give."""

from __future__ import annotations

from restitch_app.comfy.bindings.bindings import (
    describe_bindings,
    find_bindings,
    output_candidates,
)
from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.domain.bindings import Confidence
from tests.comfy.bindings.written import graph


def _class(takes: JsonObject, *gives: str, is_output: bool = False) -> JsonObject:
    return {"input": {"required": takes}, "output": list(gives), "output_node": is_output}


STUDIO = NodeTypes.from_object_info(
    {
        "ShotStill": _class({"asset": [["a.png"], {"image_upload": True}]}, "IMAGE"),
        "ShotGrade": _class({"before": ["IMAGE"], "amount": ["FLOAT", {}]}, "IMAGE"),
        "ShotWords": _class({"said": ["STRING", {"multiline": True}]}, "SHOT_WORDS"),
        "ShotEngine": _class({"file": [["x.safetensors"], {}]}, "SHOT_ENGINE"),
        "ShotDenoiser": _class(
            {
                "engine": ["SHOT_ENGINE"],
                "model": ["MODEL"],
                "opening": ["IMAGE"],
                "positive": ["SHOT_WORDS"],
                "dice": ["INT", {"control_after_generate": True}],
                "steps": ["INT", {}],
                "num_frames": ["INT", {}],
            },
            "LATENT",
        ),
        "ShotDevelop": _class({"tape": ["LATENT"]}, "IMAGE"),
        "ShotKeep": _class(
            {"takes": ["IMAGE"], "rate": ["FLOAT", {}], "title": ["STRING", {}]}, is_output=True
        ),
    }
)
SHOT = graph(r"""
1 ShotStill asset=a.png
2 ShotGrade amount=0.5 before=@1.0
3 ShotWords said="a boat"
4 ShotEngine file=x.safetensors
5 ShotDenoiser dice=7 steps=12 num_frames=49 engine=@4.0 model=@4.0 opening=@2.0 positive=@3.0
6 ShotDevelop tape=@5.0
7 ShotKeep rate=24.0 title=shot takes=@6.0
""")


def test_a_studios_own_nodes_are_understood_by_their_types() -> None:
    bindings = find_bindings(SHOT, types=STUDIO)
    found = {key: " ".join(map(str, bindings.places(key))) for key in bindings.keys}
    assert found == {
        "seed_frame": "1.asset", "seed": "5.dice", "steps": "5.steps", "prompt": "3.said",
        "length": "5.num_frames", "fps": "7.rate",
    }  # fmt: skip
    assert bindings.output_node == "7"


def test_a_name_that_says_nothing_is_less_sure_than_one_that_does() -> None:
    described = {one.key: one for one in describe_bindings(SHOT, types=STUDIO)}
    assert described["seed_frame"].confidence is Confidence.LIKELY
    (candidate,) = described["seed_frame"].candidates
    assert candidate.value == "a.png"
    assert candidate.reason == "feeds opening of ShotDenoiser"


def test_only_what_the_server_runs_as_an_output_is_one() -> None:
    assert [one.at.node_id for one in output_candidates(SHOT, STUDIO)] == ["7"]
