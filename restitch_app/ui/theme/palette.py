"""The tokens as Qt's palette, for everything that the style sheet does not name."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from restitch_app.ui.theme.tokens import ColorRole, Tokens

_Role = QPalette.ColorRole
_ROLES: dict[QPalette.ColorRole, ColorRole] = {
    _Role.Window: "panel",
    _Role.WindowText: "text",
    _Role.Base: "field",
    _Role.AlternateBase: "panel",
    _Role.Text: "text",
    _Role.Button: "raised",
    _Role.ButtonText: "text",
    _Role.BrightText: "text",
    _Role.ToolTipBase: "raised",
    _Role.ToolTipText: "text",
    _Role.PlaceholderText: "text_3",
    _Role.Highlight: "selection",
    _Role.HighlightedText: "text",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Light: "hover",
    _Role.Midlight: "raised",
    _Role.Mid: "line",
    _Role.Dark: "line_strong",
    _Role.Shadow: "line_strong",
    _Role.Accent: "accent",
}
_FAINT = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def palette_of(tokens: Tokens) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, tokens.color(token))
    for role in _FAINT:
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.color("faint"))
    return palette
