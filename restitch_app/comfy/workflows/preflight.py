"""A prompt against a server's node types: what `POST /prompt` would refuse, told before it is sent.

Pure: no request. It follows ComfyUI's own checks, so what those coerce ("3" for a whole number) or
ignore (steps, inputs that a node does not know) is no problem here either. One thing is stricter:
a value that a dynamic choice does not offer passes ComfyUI's check and fails once the node runs,
which for a saver is after the sampling; here it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Protocol

from restitch_app.comfy.loose import JsonObject
from restitch_app.comfy.workflows.graph import Graph
from restitch_app.comfy.workflows.input_checks import InputChecks
from restitch_app.comfy.workflows.nearest import nearest_class
from restitch_app.comfy.workflows.node_types import NodeTypes
from restitch_app.domain.bindings import KEYS, InputName
from restitch_app.domain.preflight import PreflightProblem, ProblemKind


class Bound(Protocol):
    """What of the bindings is needed here."""

    @property
    def output_node(self) -> str: ...

    def places(self, key: str) -> tuple[InputName, ...]: ...


@dataclass(frozen=True, slots=True)
class CheckedPrompt:
    problems: tuple[PreflightProblem, ...]
    """Any of them keeps the wanted video from being made."""
    warnings: tuple[PreflightProblem, ...]
    """Of other output nodes. The server leaves their branches out and says so only in passing."""


def preflight(
    prompt: JsonObject,
    types: NodeTypes,
    bindings: Bound | None = None,
    *,
    uploaded: frozenset[InputName] = frozenset(),
) -> tuple[PreflightProblem, ...]:
    """Why the wanted output would not be made; empty where nothing speaks against it."""
    return check_prompt(prompt, types, bindings, uploaded=uploaded).problems


def check_prompt(
    prompt: JsonObject,
    types: NodeTypes,
    bindings: Bound | None = None,
    *,
    uploaded: frozenset[InputName] = frozenset(),
) -> CheckedPrompt:
    """`prompt` in API format, filled. `uploaded` are inputs whose file will be sent before it runs.

    Without bindings any output node will do, as it does for ComfyUI.
    """
    return _Preflight(prompt, types, bindings, uploaded).checked()


class _Preflight:
    def __init__(
        self,
        prompt: JsonObject,
        types: NodeTypes,
        bindings: Bound | None,
        uploaded: frozenset[InputName],
    ) -> None:
        self._graph = Graph(prompt)
        self._types = types
        self._wanted = bindings.output_node if bindings is not None else None
        self._checks = InputChecks(self._graph, types, uploaded, _keys(bindings))
        self._found: dict[str, tuple[PreflightProblem, ...]] = {}

    def checked(self) -> CheckedPrompt:
        absent = tuple(
            self._missing_class(node_id)
            for node_id in self._graph
            if self._graph.class_of(node_id) not in self._types
        )
        outputs = [node_id for node_id in self._graph if self._is_output(node_id)]
        branches = {output: self._branch(output) for output in outputs}
        if self._wanted is not None:
            wanted = branches.pop(self._wanted, None)
            problems = self._branch(self._wanted) if wanted is None else wanted
            if wanted is None and not self._is_absent(self._wanted):
                problems = (self._no_output(self._wanted), *problems)
            return _told((*absent, *problems), branches.values())
        if not outputs and not absent:
            return CheckedPrompt((self._no_output(""),), ())
        if absent or all(branches.values()):
            return _told((*absent, *(one for found in branches.values() for one in found)), ())
        return _told((), branches.values())

    def _is_output(self, node_id: str) -> bool:
        node_type = self._types.get(self._graph.class_of(node_id))
        return node_type is not None and node_type.is_output_node

    def _is_absent(self, node_id: str) -> bool:
        return self._graph.class_of(node_id) not in self._types

    def _branch(self, output: str) -> tuple[PreflightProblem, ...]:
        """Everything wrong with the node and what it depends on, in the prompt's order."""
        feeds = self._feeds(output)
        inputs = [one for node in self._graph if node in feeds for one in self._inputs_of(node)]
        return (*inputs, *self._circle(feeds))

    def _inputs_of(self, node_id: str) -> tuple[PreflightProblem, ...]:
        if node_id not in self._found:
            self._found[node_id] = tuple(self._checks.problems(node_id))
        return self._found[node_id]

    def _feeds(self, output: str) -> dict[str, set[str]]:
        """By node, what feeds it through inputs that its class has; of the output's branch."""
        feeds: dict[str, set[str]] = {}
        waiting = [output]
        while waiting:
            here = waiting.pop()
            if here not in feeds and here in self._graph:
                feeds[here] = self._checks.fed_by(here)
                waiting.extend(feeds[here])
        return feeds

    def _circle(self, feeds: Mapping[str, set[str]]) -> tuple[PreflightProblem, ...]:
        try:
            TopologicalSorter(feeds).prepare()
        except CycleError as error:
            ring = error.args[1]
            told = " → ".join(self._graph.title(node_id) for node_id in ring)
            sentence = f"the nodes are connected in a circle: {told}."
            return (self._problem(ProblemKind.BROKEN_LINK, ring[0], sentence),)
        return ()

    def _missing_class(self, node_id: str) -> PreflightProblem:
        node_class = self._graph.class_of(node_id)
        if not node_class:
            sentence = "the node says no class; the workflow is damaged."
            return self._problem(ProblemKind.NODE_MISSING, node_id, sentence)
        sentence = f"the node {node_class} is not installed on this server."
        return self._problem(
            ProblemKind.NODE_MISSING,
            node_id,
            sentence,
            missing=node_class,
            nearest=self._nearest_classes(node_class),
        )

    def _nearest_classes(self, node_class: str) -> tuple[str, ...]:
        return nearest_class(node_class, self._types_by_names())

    def _types_by_names(self) -> dict[str, tuple[str, ...]]:
        found = ((name, self._types.get(name)) for name in self._types.names)
        return {name: (name, one.display_name) for name, one in found if one is not None}

    def _no_output(self, node_id: str) -> PreflightProblem:
        if node_id in self._graph:
            sentence = f"on this server {self._graph.class_of(node_id)} saves no result."
        else:
            sentence = "The workflow has no node that saves a result."
        return self._problem(ProblemKind.NO_OUTPUT, node_id, sentence)

    def _problem(
        self,
        kind: ProblemKind,
        node_id: str,
        sentence: str,
        *,
        missing: str = "",
        nearest: tuple[str, ...] = (),
    ) -> PreflightProblem:
        return PreflightProblem(
            kind=kind,
            node_id=node_id,
            node_title=self._graph.title(node_id) or (f"Node {node_id}" if node_id else ""),
            node_class=self._graph.class_of(node_id),
            input_name="",
            missing=missing,
            sentence=sentence,
            nearest=nearest,
        )


def _keys(bindings: Bound | None) -> dict[InputName, str]:
    """Of the first key where one input stands for several."""
    found: dict[InputName, str] = {}
    for key in KEYS if bindings is not None else ():
        for place in bindings.places(key) if bindings is not None else ():
            found.setdefault(place, key)
    return found


def _told(
    problems: Iterable[PreflightProblem], others: Iterable[Iterable[PreflightProblem]]
) -> CheckedPrompt:
    """Each once. What a branch shares with the wanted one is told there."""
    main = tuple(dict.fromkeys(problems))
    rest = dict.fromkeys(one for branch in others for one in branch)
    return CheckedPrompt(main, tuple(one for one in rest if one not in main))
