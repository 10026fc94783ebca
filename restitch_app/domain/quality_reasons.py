"""Why each quality check matters, for people who did not choose it."""

from __future__ import annotations

from collections.abc import Mapping

from restitch_app.domain.quality import CheckName

WHY_IT_MATTERS: Mapping[CheckName, str] = {
    CheckName.FORMAT: "A clip of another size, rate or length cannot stand in its place.",
    CheckName.BLACK: "Black frames show as a blink, and the next segment may be seeded from one.",
    CheckName.FROZEN: "A picture that stands still reads as a player that hangs.",
    CheckName.REPEATED: "A frame shown twice makes movement stutter.",
    CheckName.FLICKER: "Brightness that swings from frame to frame tires the eye at once.",
    CheckName.SHARPNESS: "Softness is handed on: the next segment starts from the last frame.",
    CheckName.COLOUR: "A shift of colour adds up from segment to segment along the chain.",
    CheckName.SEED: "A start unlike its seed frame jumps at the boundary before it.",
    CheckName.MOTION: "Too little or too much movement does not go with its neighbours.",
    CheckName.JUMP: "A jump inside a segment looks like a cut that nobody made.",
    CheckName.MEETING: "Where kept frames meet the render, a step would show inside the segment.",
}
