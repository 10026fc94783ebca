"""Which of the viewer's actions do nothing now, and why."""

from __future__ import annotations

from collections.abc import Mapping

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.state.review_state import CompareMode

ONE_VERSION = "This segment has one version: there is nothing to compare yet"
NO_PAIR = "Only one version is shown"
NO_WIPE = "There is a line in Wipe only"
NO_DIFFERENCE = "Difference has a gain, other modes do not"
BLIND_KEYS = "1 and 2 answer the blind comparison now: choose the mode above the players"
BLIND = "Choose in the blind comparison first"

_PAIRS = (
    Act.SIDE_BY_SIDE, Act.WIPE, Act.DIFFERENCE, Act.TOGGLE, Act.FLIP, Act.SWAP, Act.BLIND,
)  # fmt: skip
_MODES = (Act.SIDE_BY_SIDE, Act.WIPE, Act.DIFFERENCE, Act.TOGGLE, Act.SINGLE)
_NAMES = (Act.SWAP, Act.BLIND, Act.LIVE_PREVIEW)
_OF_TWO = (Act.COPY_A, Act.COPY_B, Act.SAVE_A, Act.SAVE_B)


def reasons_of(mode: CompareMode, *, can_compare: bool, is_blind: bool) -> Mapping[Act, str]:
    """`mode`: the one in effect."""
    reasons: dict[Act, str] = {}
    if not can_compare:
        reasons |= dict.fromkeys(_PAIRS, ONE_VERSION)
    if mode is CompareMode.SINGLE:
        reasons |= dict.fromkeys(_OF_TWO, NO_PAIR)
    if mode is not CompareMode.WIPE:
        reasons |= dict.fromkeys((Act.WIPE_LEFT, Act.WIPE_RIGHT), NO_WIPE)
    if mode is not CompareMode.DIFFERENCE:
        reasons |= dict.fromkeys((Act.MORE_GAIN, Act.LESS_GAIN), NO_DIFFERENCE)
    if is_blind:
        reasons |= dict.fromkeys(_MODES, BLIND_KEYS) | dict.fromkeys(_NAMES, BLIND)
    return reasons
