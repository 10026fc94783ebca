"""A workflow as it is read for its bindings: the part that makes the result, and what its inputs
carry. A server's node types say so; without them the names of inputs do."""

from __future__ import annotations

from collections.abc import Iterator

from restitch_app.comfy.bindings import names
from restitch_app.comfy.bindings.values import Literal, number_at, text_at
from restitch_app.comfy.loose import as_text
from restitch_app.comfy.workflows.graph import Graph, Link
from restitch_app.comfy.workflows.handing_on import handed_on
from restitch_app.comfy.workflows.node_types import InputKind, InputType, NodeType, NodeTypes
from restitch_app.domain.bindings import InputName

ANYTHING = "*"
_FED_TO_SAMPLERS = {"model", "guider", "pipe", "latent", "samples", "noise", "embeds"}


class Reading:
    """One workflow and the nodes that its result rests on. For one thread at a time."""

    def __init__(self, graph: Graph, types: NodeTypes | None, output_node: str | None) -> None:
        """Without an output node all nodes count."""
        self.graph = graph
        self.types = types
        self._is_sampler: dict[str, bool] = {}
        self._asked: dict[Link, tuple[str, ...]] = {}
        resting = graph.upstream(output_node) if output_node is not None else frozenset(graph)
        self.used = tuple(sorted((one for one in graph if one in resting), key=graph.depth))
        """By depth: what comes first in the graph comes first here."""
        self.samplers = self._samplers_first()
        """Those of the video before those that only make a picture for it; by depth otherwise."""
        self.before_samplers = graph.upstream(*self.samplers)
        """The samplers and all they rest on."""

    def _samplers_first(self) -> tuple[str, ...]:
        samplers = [one for one in self.used if self.is_sampler(one)]
        set_out = self.graph.downstream(*(one for one in self.used if self.sets_out_video(one)))
        of_video = [one for one in samplers if one in set_out]
        of_stills = [one for one in samplers if one not in set_out] if of_video else []
        self.for_stills = self.graph.upstream(*of_stills)
        """What only a picture rests on that the workflow makes for its video."""
        return (*(of_video or samplers), *of_stills)

    def video_first(self) -> list[str]:
        """The nodes in use by depth, those that only a made picture rests on after all others."""
        return sorted(self.used, key=self.for_stills.__contains__)

    def lengths(self, node_id: str) -> tuple[InputName, ...]:
        """The inputs that tell a node how many frames there are."""
        inputs = self.graph.inputs(node_id)
        return tuple(
            InputName(node_id, name)
            for name in names.LENGTHS
            if name in inputs and not isinstance(inputs[name], str | bool)
        )

    def sets_out_video(self, node_id: str) -> bool:
        """Told a number of frames, it makes something new: a size comes with it, it samples, or
        what comes out is latents that none went into.
        """
        if not self.lengths(node_id):
            return False
        if "width" in self.graph.inputs(node_id) or self.is_sampler(node_id):
            return True
        is_audio = "audio" in self.graph.class_of(node_id).lower()
        is_new = self.gives(node_id, "LATENT") or any(
            self.linked(node_id, wanted) for wanted in ("VAE", "MODEL", "CONDITIONING")
        )
        return is_new and not is_audio and not self.linked(node_id, "LATENT")

    def makes_video(self, node_id: str) -> bool:
        """It sets out a video, or calls itself image-to-video."""
        name = self.graph.class_of(node_id)
        return names.makes_video_of_image(name) or self.sets_out_video(node_id)

    def node_type(self, node_id: str) -> NodeType | None:
        """None for a class that the server does not have, or when none was asked."""
        return self.types.get(self.graph.class_of(node_id)) if self.types is not None else None

    def input_type(self, place: InputName) -> InputType | None:
        node_type = self.node_type(place.node_id)
        return node_type.input(place.input_name) if node_type is not None else None

    def places(self, node_id: str) -> Iterator[InputName]:
        return (InputName(node_id, name) for name in self.graph.inputs(node_id))

    def linked(self, node_id: str, wanted: str) -> tuple[InputName, ...]:
        """The connected inputs of a node that carry this type."""
        return tuple(place for place in self.places(node_id) if self.carries(place, wanted))

    def unknown(self, node_id: str) -> tuple[InputName, ...]:
        """The connected inputs of which nothing says what they carry."""
        linked = ((place, self.graph.link(place)) for place in self.places(node_id))
        return tuple(
            place
            for place, link in linked
            if link is not None
            and not (self._given(link) or self._taken(place) or self._asked_of(link))
        )

    def carries(self, place: InputName, wanted: str) -> bool:
        """Something of this type is connected here."""
        link = self.graph.link(place)
        if link is None:
            return False
        given = self._given(link)
        if given:
            return wanted in given
        taken = self._taken(place)
        return wanted in taken if taken else wanted in self._asked_of(link)

    def _given(self, link: Link) -> tuple[str, ...]:
        """What an output is of; empty if that is not known."""
        node_type = self.node_type(link.node_id)
        if node_type is not None and link.slot < len(node_type.outputs):
            types = node_type.outputs[link.slot].types
            return () if ANYTHING in types else types
        return _well_known(self.graph.class_of(link.node_id), link.slot)

    def _taken(self, place: InputName) -> tuple[str, ...]:
        declared = self.input_type(place)
        if declared is not None and declared.types and ANYTHING not in declared.types:
            return declared.types
        said = names.slot_type(place.input_name)
        return (said,) if said else ()

    def _asked_of(self, link: Link) -> tuple[str, ...]:
        """What others take the same output for, or what it hands on."""
        if link not in self._asked:
            self._asked[link] = self._asked_by_name(link)
        return self._asked[link]

    def _asked_by_name(self, link: Link) -> tuple[str, ...]:
        for place in self.graph.consumers(link):
            if taken := self._taken(place):
                return taken
        passed = handed_on(self.graph, link.node_id)
        return self._taken(passed) if passed is not None else ()

    def gives(self, node_id: str, wanted: str) -> bool:
        """One of the node's outputs is of this type, or is used as if it were."""
        node_type = self.node_type(node_id)
        if node_type is not None:
            return any(wanted in one.types for one in node_type.outputs)
        return any(
            wanted in (self._given(link) or self._asked_of(link))
            for link in self.graph.outputs(node_id)
        )

    def is_sampler(self, node_id: str) -> bool:
        """A node that denoises: it says Sampler or takes noise and steps, is fed a model or a
        latent, and is not itself handed to one that does.
        """
        if node_id not in self._is_sampler:
            self._is_sampler[node_id] = self._samples(node_id)
        return self._is_sampler[node_id]

    def _samples(self, node_id: str) -> bool:
        inputs = self.graph.inputs(node_id)
        takes_steps = any(name in inputs for name in names.STEPS)
        takes_noise = any(self.is_seed(InputName(node_id, name)) for name in inputs)
        says_so = "sampler" in self.graph.class_of(node_id).lower()
        if not says_so and not (takes_steps and takes_noise):
            return False
        fed = {
            word
            for place in self.places(node_id)
            if self.graph.link(place) is not None
            for word in names.words(place.input_name)
        }
        return bool(fed & _FED_TO_SAMPLERS) and not self.gives(node_id, "SAMPLER")

    def is_seed(self, place: InputName) -> bool:
        """A whole number called a seed, or one that the editor rolls anew after each run."""
        said = names.words(place.input_name)
        declared = self.input_type(place)
        if declared is not None and declared.has_control_after_generate:
            return declared.kind is InputKind.WHOLE
        if not said or said[-1] != "seed":
            return False
        if declared is not None:
            return declared.kind is InputKind.WHOLE or "INT" in declared.types
        value = self.graph.value(place)
        return isinstance(value, int | list) and not isinstance(value, bool)

    def number(self, place: InputName) -> float | None:
        return number_at(self.graph, place)

    def text(self, place: InputName) -> str | None:
        return text_at(self.graph, place)

    def value(self, place: InputName) -> Literal | None:
        """What an input holds or works out to; None where only a run will tell."""
        value = self.graph.literal(place)
        if isinstance(value, str | int | float | bool):
            return value
        number = self.number(place)
        return number if number is not None else self.text(place)

    def title(self, node_id: str) -> str:
        """What the editor shows: the node's own title, else the class as the server names it."""
        node_type = self.node_type(node_id)
        title = self.graph.title(node_id)
        if node_type is not None and title == self.graph.class_of(node_id):
            return node_type.display_name
        return title


def _well_known(class_name: str, slot: int) -> tuple[str, ...]:
    """Of the classes that nearly every workflow has."""
    if as_text(class_name).startswith("LoadImage"):
        return (("IMAGE",), ("MASK",))[slot] if slot < 2 and "Mask" not in class_name else ("MASK",)
    for word, given in (("VAEDecode", "IMAGE"), ("VAEEncode", "LATENT")):
        if class_name.startswith(word):
            return (given,)
    return ()
