"""CFG, steps and denoise: how long and how closely the samplers follow the prompt."""

from __future__ import annotations

from collections.abc import Iterator

from restitch_app.comfy.bindings.names import STEPS
from restitch_app.comfy.bindings.reading import Reading
from restitch_app.comfy.bindings.sightings import Found, Sighting
from restitch_app.comfy.bindings.writing import agreeing, settled
from restitch_app.domain.bindings import Confidence, InputName

_CFG = ("cfg", "cfg_conds", "cfg_scale", "true_cfg_scale", "guidance_scale")
_GUIDANCE = ("guidance", "embedded_guidance_scale", "flux_guidance")
_DENOISE = ("denoise", "denoise_strength", "denoising_strength", "denoise_amount")
_SPLITS = ("start_at_step", "end_at_step", "start_step", "end_step")


def find_cfg(reading: Reading) -> Found:
    """Of the first sampler or guider, and of those after it that hold the same; a guidance that is
    built into the prompt (`FluxGuidance`) is a candidate.
    """
    nodes = [one for one in reading.video_first() if _is_guiding(reading, one)]
    found = list(_sightings(reading, nodes, _CFG))
    kept = agreeing(reading, found)
    built_in = [
        Sighting(seen.at, Confidence.UNSURE, f"{seen.reason}, built into the prompt")
        for seen in _sightings(reading, reading.used, _GUIDANCE)
        if reading.number(seen.at) is not None
    ]
    confidence = kept.confidence if kept.places or not built_in else Confidence.LIKELY
    return Found(kept.places, confidence, (*kept.sightings, *built_in))


def find_steps(reading: Reading) -> Found:
    nodes = [one for one in reading.video_first() if _is_scheduling(reading, one)]
    return agreeing(reading, list(_sightings(reading, nodes, STEPS)))


def find_denoise(reading: Reading) -> Found:
    nodes = [one for one in reading.video_first() if _is_scheduling(reading, one)]
    return agreeing(reading, list(_sightings(reading, nodes, _DENOISE)))


def find_split_steps(reading: Reading) -> tuple[InputName, ...]:
    """Handover points of chained samplers, the whole range's own ends left out."""
    places: list[InputName] = []
    for node_id in reading.used:
        steps = next(
            (n for name in STEPS if (n := reading.number(InputName(node_id, name))) is not None),
            None,
        )
        for name in _SPLITS:
            at = reading.number(InputName(node_id, name))
            if steps is not None and at is not None and 0 < at < steps:
                places.append(InputName(node_id, name))
    return settled(reading.graph, (*places, *_split_sigmas(reading)))


def _split_sigmas(reading: Reading) -> Iterator[InputName]:
    """`SplitSigmas.step`: where the schedule of one sampler is cut in two."""
    for node_id in reading.used:
        place = InputName(node_id, "step")
        if reading.linked(node_id, "SIGMAS") and (reading.number(place) or 0) > 0:
            yield place


def _sightings(
    reading: Reading, nodes: list[str] | tuple[str, ...], names: tuple[str, ...]
) -> Iterator[Sighting]:
    """The first of the names that each node has."""
    for node_id in nodes:
        inputs = reading.graph.inputs(node_id)
        name = next((name for name in names if name in inputs), None)
        if name is not None:
            title = reading.title(node_id)
            yield Sighting(InputName(node_id, name), Confidence.CERTAIN, f"{name} of {title}")


def _is_guiding(reading: Reading, node_id: str) -> bool:
    return (
        reading.is_sampler(node_id)
        or _is_called(reading, node_id, "sampler", "guider")
        or reading.gives(node_id, "GUIDER")
    )


def _is_scheduling(reading: Reading, node_id: str) -> bool:
    return (
        reading.is_sampler(node_id)
        or _is_called(reading, node_id, "sampler", "scheduler")
        or reading.gives(node_id, "SIGMAS")
    )


def _is_called(reading: Reading, node_id: str, *words: str) -> bool:
    name = reading.graph.class_of(node_id).lower()
    return any(word in name for word in words)
