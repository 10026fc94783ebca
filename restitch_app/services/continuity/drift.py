"""How brightness, contrast, colour and sharpness go along the chain, and a way back from drift."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from restitch_app.analysis.drift import drift_of
from restitch_app.domain.drift import Chain, Quantity, SceneDrift, SegmentTone, Tone
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.joins import Decision
from restitch_app.domain.versions import Scene
from restitch_app.media.pictures import read_png
from restitch_app.services.actor import current_actor
from restitch_app.services.continuity.scene_curve import SceneCurve
from restitch_app.services.imports.clip_scan import ClipScanner
from restitch_app.services.project.project import Project
from restitch_app.services.regeneration.plan import SeedChoice
from restitch_app.smoothing.reanchor import reanchored

REANCHORED = "seed_reanchored"
"""A corrected seed frame was made; whether anything is generated from it shows by its hash."""
HINT = "Regenerate it from its own seed frame, or choose another picture"
NAMES = {
    Quantity.BRIGHTNESS: "brightness",
    Quantity.CONTRAST: "contrast",
    Quantity.CHROMA: "chroma",
    Quantity.SHARPNESS: "sharpness",
    Quantity.GREEN_RED: "tint",
    Quantity.BLUE_YELLOW: "tint",
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A corrected seed frame, kept with the project's pictures."""

    seed: SeedChoice
    told: str
    """What it shows, as people say it."""
    drifted: tuple[Quantity, ...]
    """What was taken back."""


class Drift:
    """Decodes nothing: it reads what `Continuity` has measured. Safe on any thread."""

    def __init__(self, project: Project, scanner: ClipScanner) -> None:
        self._project = project
        self._scanner = scanner

    def of(self, scene: Scene, curve: SceneCurve) -> SceneDrift:
        """Of what the curve knows by now. A declared cut begins a new chain."""
        count = self._project.store.versions.segment_count(scene.id)
        return SceneDrift(count, chains_of(curve.tones, self._cuts(scene)))

    def anchor(self, scene: Scene, sequence_index: int, drift: SceneDrift) -> Anchor:
        """The segment's seed frame, with what the chain drifted by until there taken back.

        Raises WrongUse where nothing has drifted before the segment; MediaError for a lost picture.
        """
        chain = drift.chain_of(sequence_index)
        tones = {one.sequence_index: one for one in chain.segments} if chain else {}
        before = tones.get(sequence_index - 1)
        if chain is None or before is None or not chain.courses:
            raise _nothing(sequence_index)
        drifted = _drifted(chain, before)
        if not drifted:  # it starts inside this segment: its own tone says which way
            drifted = _drifted(chain, tones[sequence_index])
        if not drifted:
            raise _nothing(sequence_index)
        return self._made(scene, sequence_index, before.median, chain, drifted)

    def _made(
        self,
        scene: Scene,
        sequence_index: int,
        now: Tone,
        chain: Chain,
        drifted: tuple[Quantity, ...],
    ) -> Anchor:
        source = self._project.current(scene, sequence_index - 1)
        assert source.next_seed is not None, "a current version has frames"
        seed = read_png(self._project.path(source.next_seed.file))
        picture = self._scanner.keep_picture(
            reanchored(seed, now, chain.reference(), frozenset(drifted))
        )
        path = self._project.path(picture.file)
        seed_choice = SeedChoice(str(path), picture, f"Re-anchored to {_numbers(chain)}")
        told = (
            f"Last frame of segment {source.sequence_index + 1} v{source.number}, "
            f"with the {_listed(drifted)} of {_numbers(chain)}"
        )
        self._project.store.events.add(
            REANCHORED,
            current_actor(),
            version_id=source.id,
            detail={"picture": picture.hash, "told": told},
        )
        return Anchor(seed_choice, told, drifted)

    def _cuts(self, scene: Scene) -> frozenset[int]:
        """Left indices of boundaries that are meant to be cuts."""
        store = self._project.store
        joins = store.joins.for_scene(scene.id)
        chain = store.versions.chain_clips(scene.id)
        return frozenset(
            index
            for index, (left, right) in enumerate(pairwise(chain))
            if (join := joins.get((left.version_id, right.version_id)))
            and join.decision is Decision.CUT
        )


def chains_of(tones: tuple[SegmentTone, ...], cuts: frozenset[int]) -> tuple[Chain, ...]:
    """`tones` in scene order, without those that are not known; `cuts`: left indices."""
    parts: list[list[SegmentTone]] = []
    for tone in tones:
        is_new = not parts or any(
            left in cuts for left in range(parts[-1][-1].sequence_index, tone.sequence_index)
        )
        if is_new:
            parts.append([])
        parts[-1].append(tone)
    return tuple(drift_of(part) for part in parts)


def _drifted(chain: Chain, tone: SegmentTone) -> tuple[Quantity, ...]:
    return tuple(
        one.quantity
        for one in chain.courses
        if abs(tone.median[one.quantity] - one.reference) > one.tolerance
    )


def _numbers(chain: Chain) -> str:
    first = chain.segments[0].sequence_index + 1
    last = chain.segments[chain.reference_count - 1].sequence_index + 1
    return f"segment {first}" if first == last else f"segments {first}–{last}"


def _listed(drifted: tuple[Quantity, ...]) -> str:
    names = list(dict.fromkeys(NAMES[one] for one in drifted))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _nothing(sequence_index: int) -> WrongUse:
    return WrongUse(
        f"Segment {sequence_index + 1} needs no re-anchoring",
        "The segment before it is like the first ones of its chain",
        HINT,
    )
