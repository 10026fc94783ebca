"""What is wrong at a boundary, in the words of somebody who watches it; the same in every shell."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.seams import Cause, SeamFigures

MOST_CAUSES = 2
NO_CAUSE = "The picture changes all over. Regenerating may work better."

SAME_PICTURE = 0.9
"""Share of the usual difference that is gone: from here up a frame is shown twice; below, the
motion only stalls."""
SEEN_PERCENT = 1.0
SEEN_STEP = 0.8  # CIE L*a*b* units: signed medians below it say nothing of how a colour changed
SEEN_SHIFT_PX = 0.5


@dataclass(frozen=True, slots=True)
class CauseWords:
    cause: Cause
    short: str
    """Beside a marker: "5 % brighter"."""
    sentence: str
    """Without its full stop: "The right side is 5 % brighter"."""


def cause_words(boundary: Boundary) -> tuple[CauseWords, ...]:
    """Of what will be exported, biggest first, at most two; empty where nothing is seen."""
    found = boundary.join.measures.treated if boundary.join.measures else None
    if found is None:
        return ()
    return tuple(words_of(cause, found) for cause in found.causes[:MOST_CAUSES])


def diagnosis(boundary: Boundary) -> str | None:
    """Sentences for a boundary that is seen: at most two causes, biggest first.

    None where it is smooth, not measured, or declared a cut.
    """
    if boundary.boundary_class in (None, BoundaryClass.GREEN):
        return None
    told = cause_words(boundary)
    if not told:
        return NO_CAUSE
    return " ".join(f"{words.sentence}." for words in told)


def marker_text(boundary: Boundary) -> str:
    """Why the marker looks so: "0.71 · normal here 0.69–0.78 · 5 % brighter"."""
    measures = boundary.join.measures
    if measures is None:
        return "not checked"
    return " · ".join((f"{measures.ssim:.2f}", *marker_reasons(boundary)))


def marker_reasons(boundary: Boundary) -> tuple[str, ...]:
    """What the value is to be seen against: "normal here 0.69–0.78", "5 % brighter".

    None for a cut and where nothing is measured.
    """
    measures = boundary.join.measures
    if measures is None or boundary.is_cut:
        return ()
    parts = []
    if measures.natural_min is not None and measures.natural_max is not None:
        parts.append(f"normal here {measures.natural_min:.2f}–{measures.natural_max:.2f}")
    if boundary.boundary_class in (BoundaryClass.YELLOW, BoundaryClass.RED):
        parts += [words.short for words in cause_words(boundary)]
    return tuple(parts)


def words_of(cause: Cause, found: SeamFigures) -> CauseWords:
    short, sentence = _SPOKEN[cause](found)
    return CauseWords(cause, short, sentence)


_Spoken = tuple[str, str]


def _hard_cut(_found: SeamFigures) -> _Spoken:
    return "another shot", "Another shot begins here"


def _repeat(found: SeamFigures) -> _Spoken:
    if (found.duplicate or 0.0) >= SAME_PICTURE:
        return "frame shown twice", "A frame is shown twice"
    return "motion stalls", "The motion stalls for a moment"


def _colour(found: SeamFigures) -> _Spoken:
    """By the largest of the signed steps: brightness, warm or cool, green or red, saturation."""
    percent = round(abs(found.brightness_percent))
    steps = {
        "brightness": abs(found.lightness_step) if percent >= SEEN_PERCENT else 0.0,
        "warmth": abs(found.blue_yellow_step),
        "tint": abs(found.green_red_step),
        # A shift of one hue moves the saturation too; alone it is what is seen only if it is more.
        "saturation": 0.9 * abs(found.chroma_step),
    }
    largest = max(steps, key=steps.__getitem__)
    if steps[largest] < SEEN_STEP:
        return "colours change", "The colours change"
    if largest == "brightness":
        word = "brighter" if found.lightness_step > 0 else "darker"
        return f"{percent} % {word}", f"The right side is {percent} % {word}"
    word = {
        "warmth": "warmer" if found.blue_yellow_step > 0 else "cooler",
        "tint": "redder" if found.green_red_step > 0 else "greener",
        "saturation": "more colourful" if found.chroma_step > 0 else "less colourful",
    }[largest]
    return word, f"The right side is {word}"


def _sharpness(found: SeamFigures) -> _Spoken:
    word = "sharper" if found.sharpness_step > 0 else "softer"
    return word, f"{word.capitalize()} from here on"


def _reversal(_found: SeamFigures) -> _Spoken:
    return "motion turns around", "The motion turns around"


def _misalignment(found: SeamFigures) -> _Spoken:
    shift = hypot(*found.shift_px) * found.clip_scale if found.shift_px else 0.0
    if shift < SEEN_SHIFT_PX:
        return "scaled or turned", "The picture is scaled or turned a little"
    told = f"{shift:.0f} px" if shift >= 1 else "half a px"
    return f"shifted by {told}", f"Shifted by {told}"


def _skip(found: SeamFigures) -> _Spoken:
    missing = round(found.missing_frames or 0.0)
    if missing < 1:
        return "motion jumps ahead", "The motion jumps ahead"
    if missing == 1:
        return "≈ 1 frame missing", "About 1 frame is missing: the motion jumps"
    return (
        f"≈ {missing} frames missing",
        f"About {missing} frames are missing: the motion jumps",
    )


def _motion(_found: SeamFigures) -> _Spoken:
    return "motion breaks", "The motion goes on differently"


def _texture(_found: SeamFigures) -> _Spoken:
    return "texture changes", "The fine texture changes"


_SPOKEN = {
    Cause.HARD_CUT: _hard_cut,
    Cause.REPEAT: _repeat,
    Cause.COLOUR: _colour,
    Cause.SHARPNESS: _sharpness,
    Cause.REVERSAL: _reversal,
    Cause.MISALIGNMENT: _misalignment,
    Cause.SKIP: _skip,
    Cause.MOTION: _motion,
    Cause.TEXTURE: _texture,
}
