"""Colours, spacing and sizes as data; the values are those of the interface reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QColor

ColorRole = Literal[
    "window",
    "panel",
    "raised",
    "hover",
    "selection",
    "field",
    "tile",
    "lane",
    "players",
    "line",
    "line_strong",
    "control",
    "text",
    "text_2",
    "text_3",
    "accent",
    "primary",
    "on_primary",
    "smooth",
    "borderline",
    "borderline_edge",
    "borderline_fill",
    "visible",
    "on_visible",
    "player_label",
    "player_caption",
    "chip_a",
    "on_chip_a",
    "faint",
]


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours, #RRGGBB."""

    is_dark: bool
    window: str
    panel: str
    raised: str
    hover: str
    selection: str
    field: str
    tile: str
    lane: str
    players: str
    line: str
    line_strong: str
    control: str
    """Outline of controls."""
    text: str
    text_2: str
    text_3: str
    accent: str
    """Focus, links, progress and B. Never a verdict."""
    primary: str
    on_primary: str
    smooth: str
    borderline: str
    borderline_edge: str
    """Outline of the borderline shape and pill; in dark the fill itself."""
    borderline_fill: str
    """Ground of the borderline pill and of banners."""
    visible: str
    on_visible: str
    player_label: str
    player_caption: str
    chip_a: str
    """Ground of the A chip; B has that of the primary button."""
    on_chip_a: str
    faint: str
    """Text of what cannot be used now; its tooltip says why."""

    def hex(self, role: ColorRole) -> str:
        value: str = getattr(self, role)
        return value

    def color(self, role: ColorRole) -> QColor:
        return QColor(self.hex(role))


DARK = Tokens(
    is_dark=True,
    window="#161616",
    panel="#1D1D1D",
    raised="#282828",
    hover="#323232",
    selection="#22374F",
    field="#141414",
    tile="#242424",
    lane="#191919",
    players="#0C0C0C",
    line="#333333",
    line_strong="#4A4A4A",
    control="#747474",
    text="#EAEAEA",
    text_2="#B8B8B8",
    text_3="#A0A0A0",
    accent="#6CB2FF",
    primary="#1F6FD0",
    on_primary="#FFFFFF",
    smooth="#2FC9A0",
    borderline="#FFDB57",
    borderline_edge="#FFDB57",
    borderline_fill="#352E17",
    visible="#FA5A3C",
    on_visible="#1C0803",
    player_label="#D8D8D8",
    player_caption="#A8A8A8",
    chip_a="#D8D8D8",
    on_chip_a="#1A1A1A",
    faint="#6B6B6B",
)

LIGHT = Tokens(
    is_dark=False,
    window="#E9E9E9",
    panel="#F6F6F6",
    raised="#FFFFFF",
    hover="#E2E2E2",
    selection="#D6E6FA",
    field="#FFFFFF",
    tile="#FFFFFF",
    lane="#EFEFEF",
    players="#2A2A2A",
    line="#D4D4D4",
    line_strong="#BDBDBD",
    control="#858585",
    text="#1A1A1A",
    text_2="#454545",
    text_3="#5C5C5C",
    accent="#0A5CC2",
    primary="#0A5CC2",
    on_primary="#FFFFFF",
    smooth="#00735A",
    borderline="#F0BE22",
    borderline_edge="#7A5600",
    borderline_fill="#FBF0CC",
    visible="#B3260E",
    on_visible="#FFFFFF",
    player_label="#EAEAEA",
    player_caption="#A8A8A8",
    chip_a="#454545",
    on_chip_a="#FFFFFF",
    faint="#9A9A9A",
)
FAULT_GROUND = "#181818"
"""Of what stands in a player's place; players are dark in both themes."""
FAULT_WAYS_PX = 48
"""Kept free at its foot, for buttons."""
PREVIEW_GROUND = "#B4000000"
"""Behind the words on a preview; lets some of it through."""

# Spacing, pixels at 100 %.
SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 12, 16, 24
PANEL_PADDING, DIALOG_PADDING = 12, 16

# Corner radii.
RADIUS_IMAGE, RADIUS_CHIP, RADIUS_CONTROL, RADIUS_CARD, RADIUS_DIALOG, RADIUS_PILL = (
    2,
    3,
    4,
    6,
    8,
    10,
)

# Heights.
HEADER_HEIGHT, BANNER_HEIGHT, JOBS_HEIGHT, STATUS_HEIGHT = 52, 40, 52, 24
CONTROL_HEIGHT, DIALOG_BUTTON_HEIGHT, TABLE_ROW_HEIGHT = 28, 32, 20
LIST_ROW_HEIGHT, SECTION_HEADING_HEIGHT = 51, 25
HIT_AREA, FOCUS_RING = 24, 2
ICON_PX, LARGE_ICON_PX = 16, 32

# Widths.
INSPECTOR_WIDTH, NARROW_INSPECTOR_WIDTH = 380, 316
NARROW_BELOW = 1400
"""Window width below which the inspector narrows and words shorten."""
SMALLEST_WINDOW = (1120, 700)
