"""Reading ComfyUI's refusal of a prompt: its own reasons, by node title and input name."""

from __future__ import annotations

from collections.abc import Iterator

from restitch_app.comfy.errors import NodeOrModelMissing, NodeReason, PromptRejected
from restitch_app.comfy.loose import JsonObject, as_array, as_object, as_text
from restitch_app.comfy.workflows.graph import Graph

_MISSING_NODE = ("missing_node_type", "invalid_prompt")  # the second is 0.3.64's word for it
MODEL_SUFFIXES = (".safetensors", ".sft", ".ckpt", ".pt", ".pth", ".bin", ".gguf", ".onnx")


def refusal_of(body: JsonObject, prompt: JsonObject) -> PromptRejected:
    """The error for a 400 answer of POST /prompt; `prompt` supplies the titles."""
    graph = Graph(prompt)
    error = as_object(body.get("error"))
    reasons = tuple(reasons_of(as_object(body.get("node_errors")), graph))
    if not reasons:
        reasons = (_overall_reason(error, graph),)
    names = tuple(dict.fromkeys(_missing_names(reasons, as_object(body.get("node_errors")))))
    if names or as_text(error.get("type")) == "missing_node_type":
        return NodeOrModelMissing(reasons, names)
    return PromptRejected(reasons)


def refusal_for_output(
    node_errors: object, prompt: JsonObject, output_node: str
) -> PromptRejected | None:
    """A 200 answer is a refusal all the same when the wanted output node will never run."""
    concerned = {
        node_id: entry
        for node_id, entry in as_object(node_errors).items()
        if node_id == output_node
        or output_node in as_array(as_object(entry).get("dependent_outputs"))
    }
    if not concerned:
        return None
    return refusal_of({"node_errors": concerned}, prompt)


def reasons_of(node_errors: JsonObject, graph: Graph) -> Iterator[NodeReason]:
    for node_id, entry in node_errors.items():
        for raw in as_array(as_object(entry).get("errors")):
            error = as_object(raw)
            extra = as_object(error.get("extra_info"))
            yield NodeReason(
                kind=as_text(error.get("type")),
                sentence=_sentence(error, as_text(extra.get("input_name"))),
                node_id=node_id,
                node_title=graph.title(node_id) or as_text(as_object(entry).get("class_type")),
                node_class=as_text(as_object(entry).get("class_type")),
                input_name=as_text(extra.get("input_name")),
            )


def _sentence(error: JsonObject, input_name: str) -> str:
    """Message and details, without saying the input's name again."""
    message = as_text(error.get("message")) or as_text(error.get("type")) or "Refused"
    # A list of choices can hold hundreds of file names.
    details = as_text(error.get("details")).partition(" not in [")[0]
    if not details or details == input_name or details in message:
        return message
    return f"{message} ({details})"


def _overall_reason(error: JsonObject, graph: Graph) -> NodeReason:
    extra = as_object(error.get("extra_info"))
    # 0.3.64 names the node only in the details, "Node ID '#9'".
    node_id = as_text(extra.get("node_id")) or as_text(error.get("details")).partition("#")[
        2
    ].strip("' ")
    node_class = as_text(extra.get("class_type")) or graph.class_of(node_id)
    return NodeReason(
        kind=as_text(error.get("type")),
        sentence=as_text(error.get("message")) or "Refused without a reason",
        node_id=node_id,
        node_title=as_text(extra.get("node_title")) or graph.title(node_id),
        node_class=node_class,
    )


def _missing_names(reasons: tuple[NodeReason, ...], node_errors: JsonObject) -> Iterator[str]:
    for reason in reasons:
        if reason.kind in _MISSING_NODE and reason.node_class:
            yield reason.node_class
    for entry in node_errors.values():
        for raw in as_array(as_object(entry).get("errors")):
            error = as_object(raw)
            value = as_text(as_object(error.get("extra_info")).get("received_value"))
            if error.get("type") == "value_not_in_list" and value.lower().endswith(MODEL_SUFFIXES):
                yield value
