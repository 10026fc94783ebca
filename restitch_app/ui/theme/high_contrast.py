"""The high-contrast theme: the system's own colours where they are, and verdicts by shape."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette, QStyleHints

from restitch_app.ui.theme.contrast import contrast, luminance
from restitch_app.ui.theme.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints

ENOUGH = 7.0
"""WCAG 2.2, 1.4.6: text at the enhanced level."""
SHAPE_ENOUGH = 4.5
BLACK, WHITE, YELLOW, BLUE = "#000000", "#FFFFFF", "#FFFF00", "#0A3FA0"

_Role = QPalette.ColorRole


def contrast_hints(hints: QStyleHints) -> QAccessibilityHints | None:
    """Where Qt can tell what contrast the person wants: from 6.10 on, else None."""
    return hints.accessibility() if hasattr(hints, "accessibility") else None


def high_contrast_tokens(system: QPalette) -> Tokens:
    """`system`: as it was before the program set colours of its own.

    Its colours are used where they are a high-contrast set; else white on black.
    """
    ground, text = system.color(_Role.Window), system.color(_Role.WindowText)
    field, typed = system.color(_Role.Base), system.color(_Role.Text)
    if min(contrast(ground, text), contrast(field, typed), contrast(ground, typed)) < 2 * ENOUGH:
        return _made(QColor(BLACK), QColor(WHITE), QColor(BLACK), QColor(YELLOW))
    return _made(ground, text, field, system.color(_Role.Highlight))


def _made(ground: QColor, text: QColor, field: QColor, mark: QColor) -> Tokens:
    is_dark = luminance(ground) < luminance(text)
    base = DARK if is_dark else LIGHT
    accent = mark if contrast(mark, ground) >= SHAPE_ENOUGH else text
    plain, ink = ground.name(), text.name()
    return replace(
        base,
        window=plain,
        panel=plain,
        raised=plain,
        hover=plain,
        tile=plain,
        lane=plain,
        text=ink,
        text_2=ink,
        text_3=ink,
        line=ink,
        line_strong=ink,
        control=ink,
        smooth=_seen(QColor(base.smooth), ground, text),
        visible=_seen(QColor(base.visible), ground, text),
        field=field.name(),
        selection=_selection(ground, text),
        players=BLACK,
        accent=accent.name(),
        primary=BLUE,
        on_primary=WHITE,
        borderline=_seen(QColor(base.borderline), ground, text),
        borderline_edge=_seen(QColor(base.borderline_edge), ground, text),
        borderline_fill=plain,
        on_visible=plain,
        player_label=WHITE,
        player_caption=WHITE,
        chip_a=WHITE,
        on_chip_a=BLACK,
        faint=_faint(is_dark),
    )


def _seen(color: QColor, ground: QColor, text: QColor) -> str:
    """The verdict's colour where it can be seen well; else the shape is drawn in text colour."""
    return (color if contrast(color, ground) >= SHAPE_ENOUGH else text).name()


def _selection(ground: QColor, text: QColor) -> str:
    """A ground that text is still read on, and that differs from the rest."""
    for candidate in (QColor(DARK.selection), QColor(LIGHT.selection)):
        if contrast(candidate, text) >= ENOUGH:
            return candidate.name()
    return ground.name()


def _faint(is_dark: bool) -> str:
    """What cannot be used: still to be read, unlike in the other themes."""
    return DARK.text_2 if is_dark else LIGHT.text_3
