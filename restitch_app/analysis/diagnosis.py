"""Why a boundary is seen: the causes, biggest first (seams.md section 4)."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.analysis.channels import Channel
from restitch_app.analysis.natural import FEWEST_PAIRS, Natural
from restitch_app.analysis.seam import SeamMeasures
from restitch_app.domain.seams import Cause as Cause


@dataclass(frozen=True, slots=True)
class Diagnosis:
    causes: tuple[Cause, ...]
    """Biggest first; empty where nothing is visible."""

    @property
    def is_cut(self) -> bool:
        return Cause.HARD_CUT in self.causes


def diagnose(found: SeamMeasures) -> Diagnosis:
    """Name what the channels show. A hard cut is named alone: next to it nothing else matters."""
    if _is_hard_cut(found):
        return Diagnosis((Cause.HARD_CUT,))
    causes: dict[Cause, float] = {}
    if _of(found, Channel.REPEAT) >= 1:
        causes[Cause.REPEAT] = _of(found, Channel.REPEAT)
    if _of(found, Channel.COLOUR) >= 1:
        causes[Cause.COLOUR] = _of(found, Channel.COLOUR)
    if _of(found, Channel.SHARP) >= 1:
        causes[Cause.SHARPNESS] = _of(found, Channel.SHARP)
    if Cause.REPEAT not in causes:
        causes |= _motion_cause(found)
    if not causes:
        causes |= _texture_cause(found)
    return Diagnosis(tuple(sorted(causes, key=causes.__getitem__, reverse=True)))


def _is_hard_cut(found: SeamMeasures) -> bool:
    """dE - m > 12 and m - fs > .08, or m - fs > .20. Plain SSIM where there is no flow.

    The second alone also held for frames missing in fast motion and for changed textures, where
    colours stay what they were: below a drop of .40 they have to step as well. And it held for one
    shade of black next to another, which have no structure in common and none that differs: what is
    gone with the step of brightness is a step of colour.
    """
    usual, similarity = found.compensated_natural, found.compensated_ssim
    if usual is None or similarity is None:
        usual, similarity = found.natural, found.ssim
    if not _is_known(usual) or usual is None:
        return False
    drop = usual.median - similarity
    natural_colour = found.colour_natural.median if found.colour_natural else 0.0
    step = found.colour.delta_e - natural_colour
    if step > 12 and drop > 0.08:
        return True
    in_structure = min(drop, usual.median - found.levelled_ssim)
    return in_structure > (0.20 if step > 2.5 else 0.40)


def _motion_cause(found: SeamMeasures) -> dict[Cause, float]:
    """At most one of reversal, misalignment, skip and motion change."""
    reverse, align = _of(found, Channel.REVERSE), _of(found, Channel.ALIGN)
    motion = _of(found, Channel.MOTION)
    along = found.correlation or 0.0
    if reverse >= 1:
        return {Cause.REVERSAL: reverse}
    if align >= 1 and along < 0.6:
        return {Cause.MISALIGNMENT: align}
    if max(motion, _of(found, Channel.STRUCT)) >= 1 and _goes_too_far(found):
        return {Cause.SKIP: max(motion, _of(found, Channel.STRUCT))}
    if align >= 1:
        return {Cause.MISALIGNMENT: align}
    return {Cause.MOTION: motion} if motion >= 1 else {}


def _goes_too_far(found: SeamMeasures) -> bool:
    """The jump goes along the motion, by at least a third of a frame, and adds to it."""
    along, missing, ratio = found.correlation, found.missing_frames, found.motion_ratio
    if along is None or missing is None or ratio is None:
        return False
    return along > 0.35 and missing > 0.35 and ratio > 1.25


def _texture_cause(found: SeamMeasures) -> dict[Cause, float]:
    worst = max(_of(found, Channel.DETAIL), _of(found, Channel.STRUCT))
    return {Cause.TEXTURE: worst} if worst >= 1 else {}


def _of(found: SeamMeasures, channel: Channel) -> float:
    return found.channels.get(channel, 0.0)


def _is_known(usual: Natural | None) -> bool:
    return usual is not None and usual.pairs >= FEWEST_PAIRS
