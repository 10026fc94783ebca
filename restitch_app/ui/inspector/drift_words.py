"""Drift in a viewer's words."""

from __future__ import annotations

from restitch_app.domain.drift import METERED, Chain, Course, Quantity, SceneDrift, Wander
from restitch_app.ui.language.translating import mark, tr

NAMES = {
    Quantity.BRIGHTNESS: "Brightness",
    Quantity.CONTRAST: "Contrast",
    Quantity.CHROMA: "Chroma",
    Quantity.SHARPNESS: "Sharpness",
    Quantity.GREEN_RED: "Green–red",
    Quantity.BLUE_YELLOW: "Blue–yellow",
}
_LESS_MORE = {
    Quantity.BRIGHTNESS: ("Darker", "Brighter"),
    Quantity.CONTRAST: ("Flatter", "More contrast"),
    Quantity.CHROMA: ("Paler", "More colourful"),
    Quantity.SHARPNESS: ("Softer", "Sharper"),
    Quantity.GREEN_RED: ("Greener", "Redder"),
    Quantity.BLUE_YELLOW: ("Bluer", "Yellower"),
}
MINUS = "−"
STEADY = mark("steady")
"""What is painted where nothing wanders off."""


def shown_quantities(drift: SceneDrift) -> tuple[Quantity, ...]:
    """The four that are always metered, and the tints that wander off."""
    leaving = {one.course.quantity for one in drift.wanders}
    return (*METERED, *(one for one in Quantity if one not in METERED and one in leaving))


def value_text(quantity: Quantity, value: float) -> str:
    """Like `47 %`; colour in CIE units, sharpness as the energy of fine detail."""
    if quantity in (Quantity.BRIGHTNESS, Quantity.CONTRAST):
        return f"{value:.0f} %"
    if quantity is Quantity.SHARPNESS:
        return f"{2**value:.1f}" if value < 3.3 else f"{2**value:.0f}"
    return f"{value:.1f}".replace("-", MINUS)


def change_text(quantity: Quantity, change: float) -> str:
    """Like `−18 %`, `ΔE 6.2` or `detail × 0.54`."""
    if quantity is Quantity.SHARPNESS:
        return f"detail × {2**change:.2f}"
    if quantity in (Quantity.BRIGHTNESS, Quantity.CONTRAST):
        return f"{change:+.0f} %".replace("-", MINUS)
    return f"ΔE {abs(change):.1f}"


def wander_text(wander: Wander) -> str:
    """Like `Darker from segment 6 on, −18 %`."""
    course = wander.course
    word = _LESS_MORE[course.quantity][course.change > 0]
    change = change_text(course.quantity, course.change)
    return f"{word} from segment {wander.sequence_index + 1} on, {change}"


def band_text(course: Course) -> str:
    """Like `natural 44 to 52 %`."""
    quantity = course.quantity
    low = value_text(quantity, course.low).removesuffix(" %")
    return f"natural {low} to {value_text(quantity, course.high)}"


def meter_name(drift: SceneDrift) -> str:
    """All of the meter for who cannot see it."""
    if not drift.chains:
        return "Drift meter: not measured yet"
    told = [wander_text(one) for one in drift.wanders]
    told = told or ["brightness, contrast, chroma and sharpness stay near the first segments"]
    return tr("Drift meter: {told}", told="; ".join(map(tr, told)))


def target_of(drift: SceneDrift, selected: int | None) -> int | None:
    """Which segment to re-anchor: the selected one where its chain has left by there, or else the
    first one that leaves. None where nothing wanders off.
    """
    wanders = drift.wanders
    if not wanders:
        return None
    if selected is not None and (chain := drift.chain_of(selected)) is not None:
        starts = [_start(chain, one) for one in chain.wandering]
        if starts and selected >= min(starts):
            return selected
    return wanders[0].sequence_index


def _start(chain: Chain, course: Course) -> int:
    assert course.leaves_at is not None, "it wanders off"
    return chain.segments[course.leaves_at].sequence_index
