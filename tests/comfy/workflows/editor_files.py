"""Small workflows in the editor's format, put together by hand, and a server that knows them."""

from __future__ import annotations

from restitch_app.comfy.loose import JsonObject, as_array, as_object
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.comfy.workflows.workflow import Converted, convert
from tests.comfy.workflows.more_classes import described, dynamic, real, whole

MUTED, BYPASSED = 2, 4

CODEC = dynamic(auto={}, h264={"encoding": dynamic(auto={}, re_encode={"crf": real(23.0)})})
SERVER: JsonObject = {
    "LoadImage": described({"image": [["a.png"], {"image_upload": True}]}, ["IMAGE", "MASK"]),
    "LoadMask": described(
        {"image": [["a.png"], {"image_upload": True}], "channel": [["alpha", "red"]]}, ["MASK"]
    ),
    "Blur": described(
        {"image": ["IMAGE"], "radius": whole(1), "sigma": real(1.0)}, ["IMAGE"], {"mask": ["MASK"]}
    ),
    "Blend": described({"first": ["IMAGE"], "second": ["IMAGE"], "by": real(0.5)}, ["IMAGE"]),
    "Encode": described(
        {"positive": ["COND"], "negative": ["COND"], "image": ["IMAGE"]}, ["COND", "COND", "LATENT"]
    ),
    "Text": described({"text": ["STRING", {"multiline": True}]}, ["COND"]),
    "Sampler": described(
        {
            "cond": ["COND"], "latent": ["LATENT"],
            "seed": whole(0, control_after_generate=True), "steps": whole(20), "cfg": real(7.0),
            "sampler": [["euler", "fixed"]],
        }, ["IMAGE"],
    ),
    "Number": described({"value": whole(0, control_after_generate=True)}, ["INT"]),
    "Maths": described(
        {"formula": ["STRING"], "values": ["COMFY_AUTOGROW_V3", {"template": {
            "input": {"required": {"value": ["FLOAT,INT"]}}, "names": ["a", "b"], "min": 1,
        }}]}, ["INT"],
    ),
    "Save": {
        **described(
            {"images": ["IMAGE"], "prefix": ["STRING", {"default": "out"}],
             "format": dynamic(auto={"codec": CODEC}, mp4={"codec": CODEC})},
            [], {"codec": [*CODEC[:1], {**as_object(CODEC[1]), "hidden": True}],
                 "depth": whole(8)},
        ), "output_node": True,
    },
    "Forced": described(
        {"a": whole(1, forceInput=True), "b": whole(2), "c": ["STRING", {"forceInput": True}]},
        ["INT"],
    ),
    "Named": described({"images": ["IMAGE"], "rate": real(8.0), "kind": [["gif", "mp4"]]}, []),
    "Several": described(
        {"names": ["COMBO", {"options": ["x", "y"], "multiselect": True}], "colour": ["COLOR"]},
        ["LIST"],
    ),
    "Slotted": described(
        {"extra": ["COMFY_DYNAMICSLOT_V3", {"slotType": "IMAGE", "inputs": {
            "required": {"weight": real(0.25)}}}], "last": whole(3)}, ["IMAGE"],
    ),
}  # fmt: skip


class EditorFile:
    """One level of a workflow: nodes and links are added in order, with ids of their own."""

    def __init__(self, *, inside: bool = False) -> None:
        self.nodes: list[JsonObject] = []
        self._by_id: dict[int, JsonObject] = {}
        self.links: list[object] = []
        self.definitions: list[JsonObject] = []
        self._inside = inside

    def node(self, node_type: str, *values: object, **more: object) -> int:
        node_id = as_int(more.pop("id", len(self.nodes) + 1))
        raw: JsonObject = {
            "id": node_id, "type": node_type, "mode": more.pop("mode", 0),
            "inputs": [], "outputs": more.pop("outputs", []),
            "widgets_values": more.pop("values", list(values)), **more,
        }  # fmt: skip
        self.nodes.append(raw)
        self._by_id[node_id] = raw
        return node_id

    def link(
        self, origin: tuple[int, int], target: int, name: str, kind: str = "IMAGE", *,
        is_widget: bool = False,
    ) -> int:  # fmt: skip
        """Connect an output to an input of that name; -10 and -20 are the outside."""
        number = len(self.links) + 1
        slot = 0
        if target != -20:
            inputs = as_array(self._of(target)["inputs"])
            slot = len(inputs)
            described: JsonObject = {"name": name, "type": kind, "link": number}
            if is_widget:
                described["widget"] = {"name": name}
            inputs.append(described)
        else:
            slot = int(name)
        parts = (number, origin[0], origin[1], target, slot, kind)
        names = ("id", "origin_id", "origin_slot", "target_id", "target_slot", "type")
        self.links.append(dict(zip(names, parts, strict=True)) if self._inside else list(parts))
        return number

    def open_input(self, target: int, name: str, kind: str = "IMAGE", **more: object) -> None:
        """An input that nothing is connected to."""
        as_array(self._of(target)["inputs"]).append(
            {"name": name, "type": kind, "link": None, **more}
        )

    def as_file(self, **extra: object) -> JsonObject:
        return {
            "version": 0.4, "nodes": self.nodes, "links": self.links,
            "definitions": {"subgraphs": self.definitions}, **extra,
        }  # fmt: skip

    def as_subgraph(self, name: str, inputs: dict[str, str], outputs: dict[str, str]) -> JsonObject:
        """`inputs` and `outputs`: type by name; what they are connected by is told by the links."""
        return {
            "id": name, "name": name.title(), "nodes": self.nodes, "links": self.links,
            "inputs": [{"name": one, "type": kind} for one, kind in inputs.items()],
            "outputs": [{"name": one, "type": kind} for one, kind in outputs.items()],
        }  # fmt: skip

    def _of(self, node_id: int) -> JsonObject:
        return self._by_id[node_id]


def as_int(value: object) -> int:
    assert isinstance(value, int)
    return value


def converted(workflow: EditorFile | JsonObject, **extra: object) -> Converted:
    raw = workflow.as_file(**extra) if isinstance(workflow, EditorFile) else workflow
    return convert(raw, NodeTypes.from_object_info(SERVER), "lake.json")


def inputs_of(workflow: EditorFile | JsonObject, node_id: int | str) -> JsonObject:
    prompt = converted(workflow).prompt
    return as_object(as_object(prompt[str(node_id)])["inputs"])
