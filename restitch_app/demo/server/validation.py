"""Judging a prompt before it is queued, with ComfyUI's own reasons and its own order of checks."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field

from restitch_app.demo.server.folders import Folders, OutsideFolder
from restitch_app.demo.server.graph import (
    InputSpec,
    Json,
    NodeClass,
    Prompt,
    deepest_first,
    is_link,
)
from restitch_app.demo.server.manner import Manner

_RAISED = (KeyError, IndexError, TypeError)
"""By graphs that are not as they should be."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """The body of a 400."""

    error: Json
    node_errors: Json


@dataclass(frozen=True, slots=True)
class Judged:
    good_outputs: list[str]
    node_errors: Json


def refusal(kind: str, message: str, details: str = "", extra: Json | None = None) -> Refusal:
    error: Json = {"type": kind, "message": message, "details": details, "extra_info": extra or {}}
    return Refusal(error, {})


def judge(
    prompt: Prompt, folders: Folders, targets: list[str] | None, manner: Manner
) -> Judged | Refusal:
    """Check the graph and bring its values to their types, in place.

    `targets` restricts the output nodes to run. Malformed prompts raise TypeError or
    AttributeError, which a real server answers with 500.
    """
    outputs: list[str] = []
    for node_id, node in prompt.items():
        unknown = _unknown_class(node_id, node, manner)
        if unknown is not None:
            return unknown
        wanted = targets is None or node_id in targets
        if manner.nodes[str(node["class_type"])].is_output and wanted:
            outputs.append(node_id)
    if not outputs:
        return refusal("prompt_no_outputs", "Prompt has no outputs")
    return _Judge(prompt, folders, manner).outputs(outputs)


def _unknown_class(node_id: str, node: Json, manner: Manner) -> Refusal | None:
    meta = node.get("_meta")
    title = meta.get("title") if isinstance(meta, dict) else None
    kind = node.get("class_type")
    extra: Json = {"node_id": node_id, "class_type": kind, "node_title": title or kind}
    if kind is None:
        message = (
            f"Node 'ID #{node_id}' has no class_type. "
            "The workflow may be corrupted or a custom node is missing."
        )
    elif kind not in manner.nodes and manner.is_old:
        message = f"Cannot execute because node {kind} does not exist."
        return refusal("invalid_prompt", message, f"Node ID '#{node_id}'")
    elif kind not in manner.nodes:
        message = f"Node '{title or kind}' not found. The custom node may not be installed."
    else:
        return None
    return refusal("missing_node_type", message, f"Node ID '#{node_id}'", extra)


@dataclass
class _Judge:
    prompt: Prompt
    folders: Folders
    manner: Manner
    results: dict[str, tuple[bool, list[Json]]] = field(default_factory=dict)
    walking: list[str] = field(default_factory=list)

    def outputs(self, outputs: list[str]) -> Judged | Refusal:
        good: list[str] = []
        node_errors: dict[str, dict[str, object]] = {}
        own_reasons: list[Json] = []
        for output in outputs:
            try:
                self._all_before(output)
                valid, reasons = self.node(output)
            except (*_RAISED, RecursionError) as error:  # a ring of thousands, as in ComfyUI
                valid, reasons = False, [_exception(error, "exception_during_validation", {})]
                self.results[output] = (False, reasons)
            if valid:
                good.append(output)
                continue
            own_reasons += reasons
            self._collect(output, node_errors)
        told: Json = dict(node_errors)
        if good:
            return Judged(good, told)
        details = "\n".join(f"{one['message']}: {one['details']}" for one in own_reasons)
        failed = refusal(
            "prompt_outputs_failed_validation", "Prompt outputs failed validation", details
        )
        return Refusal(failed.error, told)

    def _all_before(self, output: str) -> None:
        """Judge what an output needs, deepest first, so that a long chain is no deep recursion."""
        for node_id in deepest_first(output, self._sources)[:-1]:
            with suppress(*_RAISED):  # told where the node that it leads to is judged
                self.node(node_id)

    def _sources(self, node_id: str) -> list[str]:
        """The nodes that judging this one leads to."""
        inputs = self.prompt[node_id].get("inputs")
        kind = self.manner.nodes[str(self.prompt[node_id]["class_type"])]
        found: list[str] = []
        if not isinstance(inputs, dict):
            return found
        for name, spec in kind.inputs.items():
            with suppress(*_RAISED):
                link = inputs[name]
                source = str(link[0])
                of = self.manner.nodes[str(self.prompt[source]["class_type"])]
                is_whole = is_link(link) and len(link) == 2
                if is_whole and _fits(of.outputs[int(link[1])], spec.kind):
                    found.append(source)
        return found

    def _collect(self, output: str, node_errors: dict[str, dict[str, object]]) -> None:
        for node_id, (valid, reasons) in self.results.items():
            if valid or not reasons:
                continue
            entry = node_errors.setdefault(
                node_id,
                {
                    "errors": reasons,
                    "dependent_outputs": [],
                    "class_type": self.prompt[node_id]["class_type"],
                },
            )
            dependent = entry["dependent_outputs"]
            assert isinstance(dependent, list)
            dependent.append(output)

    def node(self, node_id: str) -> tuple[bool, list[Json]]:
        if node_id in self.results:
            return self.results[node_id]
        if node_id in self.walking:
            return self._cycle(node_id)
        self.walking.append(node_id)
        try:
            inputs = self.prompt[node_id]["inputs"]
            kind = self.manner.nodes[str(self.prompt[node_id]["class_type"])]
            assert isinstance(inputs, dict)
            valid, reasons = self._inputs(node_id, kind, inputs)
        finally:
            self.walking.pop()
        if node_id not in self.results:  # a cycle may have been found below
            self.results[node_id] = (valid, reasons)
        return self.results[node_id]

    def _inputs(self, node_id: str, kind: NodeClass, inputs: Json) -> tuple[bool, list[Json]]:
        reasons: list[Json] = []
        upstream_valid = True
        for name, spec in kind.inputs.items():
            if name not in inputs:
                if name in kind.required:
                    extra: Json = {"input_name": name}
                    reasons.append(
                        _reason("required_input_missing", "Required input is missing", name, extra)
                    )
                continue
            if is_link(inputs[name]):
                problem, upstream = self._link(node_id, name, spec, inputs[name])
                upstream_valid = upstream_valid and upstream
            else:
                problem = self._value(kind, name, spec, inputs)
            if problem is not None:
                reasons.append(problem)
        return upstream_valid and not reasons, reasons

    def _link(
        self, node_id: str, name: str, spec: InputSpec, link: object
    ) -> tuple[Json | None, bool]:
        facts: Json = {"input_name": name, "input_config": spec.described()}
        if not isinstance(link, list) or len(link) != 2:
            message = "Bad linked input, must be a length-2 list of [node_id, slot_index]"
            return _reason(
                "bad_linked_input", message, name, {**facts, "received_value": link}
            ), True
        source = str(link[0])
        received = self.manner.nodes[str(self.prompt[source]["class_type"])].outputs[int(link[1])]
        if not _fits(received, spec.kind):
            details = f"{name}, received_type({received}) mismatch input_type({spec.kind})"
            extra = {**facts, "received_type": received, "linked_node": link}
            message = "Return type mismatch between linked nodes"
            return _reason("return_type_mismatch", message, details, extra), True
        try:
            return None, self.node(source)[0]
        except _RAISED as error:
            extra = {**facts, "linked_node": link}
            told = _exception(error, "exception_during_inner_validation", extra)
            self.results[source] = (False, [told])
            return None, False

    def _value(self, kind: NodeClass, name: str, spec: InputSpec, inputs: Json) -> Json | None:
        value = inputs[name]
        facts: Json = {"input_name": name, "input_config": spec.described()}
        if name == kind.file_input:
            return self._file(name, value)
        if isinstance(spec.kind, tuple):
            if value in spec.kind:
                return None
            details = f"{name}: '{value}' not in {list(spec.kind)}"
            extra = {**facts, "received_value": value}
            return _reason("value_not_in_list", "Value not in list", details, extra)
        try:
            inputs[name] = value = _coerced(spec.kind, value)
        except (ValueError, TypeError) as error:
            message = f"Failed to convert an input value to a {spec.kind} value"
            extra = {**facts, "received_value": value, "exception_message": str(error)}
            return _reason("invalid_input_type", message, f"{name}, {value}, {error}", extra)
        return _out_of_range(name, spec, value, facts)

    def _file(self, name: str, value: object) -> Json | None:
        try:
            found = self.folders.annotated(str(value)).is_file()
        except OutsideFolder:
            found = False
        if found:
            return None
        details = f"{name} - Invalid image file: {value}"
        extra: Json = {"input_name": name}
        return _reason(
            "custom_validation_failed", "Custom validation failed for node", details, extra
        )

    def _cycle(self, node_id: str) -> tuple[bool, list[Json]]:
        ring = [*self.walking[self.walking.index(node_id) :]]
        named = [f"{one} ({self.prompt[one]['class_type']})" for one in (*ring, node_id)]
        extra: Json = {"node_id": node_id, "cycle_nodes": ring}
        details = " -> ".join(named)
        for one in ring:
            told = _reason(
                "dependency_cycle",
                "Dependency cycle detected",
                details,
                {**extra, "node_id": one},
            )
            self.results[one] = (False, [told])
        return self.results[node_id]


def _coerced(kind: str, value: object) -> object:
    if kind == "INT":
        return int(value)  # type: ignore[call-overload]
    if kind == "FLOAT":
        return float(value)  # type: ignore[arg-type]
    if kind == "STRING":
        return str(value)
    if kind == "BOOLEAN":
        return bool(value)
    return value


def _out_of_range(name: str, spec: InputSpec, value: object, facts: Json) -> Json | None:
    low, high = spec.options.get("min"), spec.options.get("max")
    if not isinstance(value, int | float):
        return None
    extra = {**facts, "received_value": value}
    if isinstance(low, int | float) and value < low:
        message = f"Value {value} smaller than min of {low}"
        return _reason("value_smaller_than_min", message, name, extra)
    if isinstance(high, int | float) and value > high:
        message = f"Value {value} bigger than max of {high}"
        return _reason("value_bigger_than_max", message, name, extra)
    return None


def _fits(received: str, wanted: str | tuple[str, ...]) -> bool:
    if isinstance(wanted, tuple):
        return True
    return "*" in (received, wanted) or bool(set(received.split(",")) & set(wanted.split(",")))


def _reason(kind: str, message: str, details: str, extra: Json) -> Json:
    return {"type": kind, "message": message, "details": details, "extra_info": extra}


def _exception(error: Exception, kind: str, extra: Json) -> Json:
    told = {
        **extra,
        "exception_message": str(error),
        "exception_type": type(error).__name__,
        "traceback": [],
    }
    inner = kind == "exception_during_inner_validation"
    message = f"Exception when validating {'inner ' if inner else ''}node"
    return _reason(kind, message, str(error), told)
