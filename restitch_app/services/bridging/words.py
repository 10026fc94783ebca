"""Bridges in a reviewer's words: what was made, how it was fitted, what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from restitch_app.domain.jobs import BridgeSpan

if TYPE_CHECKING:
    from restitch_app.services.bridging.offers import BridgeOffer

MINUTE_S = 60


def fitting(span: BridgeSpan) -> str:
    """How the frames that the server made became those that play. The length stays the same."""
    new = span.left_frames + span.right_frames
    told = f"{new} new frames between two of the film's own"
    if span.frames and span.frames != span.length:
        return (
            f"{told}, resampled: the server made {span.frames} frames where {span.length} were "
            "asked for."
        )
    return f"{told}."


def price(offer: BridgeOffer) -> str:
    """What making it would take, as far as earlier renders tell."""
    told = f"Makes {offer.new_frames} frames anew with {offer.workflow_name}."
    if offer.gpu_seconds is None:
        return f"{told} How long that takes is not known yet."
    about = "at most" if offer.is_at_most else "about"
    return f"{told} GPU time: {about} {_duration(offer.gpu_seconds)}."


def _duration(seconds: float) -> str:
    if seconds < MINUTE_S:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / MINUTE_S)} min"
