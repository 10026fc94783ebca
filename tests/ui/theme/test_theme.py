from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from restitch_app.ui.theme import icons
from restitch_app.ui.theme.high_contrast import high_contrast_tokens
from restitch_app.ui.theme.screens import Screens
from restitch_app.ui.theme.shapes import Shape, paint_shape
from restitch_app.ui.theme.theme import Theme, ThemeChoice
from restitch_app.ui.theme.tokens import DARK, LIGHT, ColorRole, Tokens
from restitch_app.ui.theme.type import TextSize


def _channels(color: str) -> tuple[int, int, int]:
    made = QColor(color)
    return made.red(), made.green(), made.blue()


def _contrast(one: str, other: str) -> float:
    """WCAG 2.1, relative luminance of #RRGGBB."""

    def luminance(color: str) -> float:
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (channel / 255 for channel in _channels(color))
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _system(ground: str, text: str, mark: str) -> QPalette:
    palette = QPalette(QColor(ground))
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        palette.setColor(role, QColor(ground))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor(text))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(mark))
    return palette


HIGH = [
    high_contrast_tokens(_system(*colors))
    for colors in (
        ("#000000", "#FFFFFF", "#1AEBFF"),
        ("#FFFFFF", "#000000", "#37006E"),
        ("#202020", "#FFFF00", "#202020"),
        ("#EFEFEF", "#3A3A3A", "#308CC6"),  # no high-contrast set: white on black is taken
    )
]


@pytest.mark.parametrize("tokens", HIGH)
def test_high_contrast_is_high_everywhere(tokens: Tokens) -> None:
    grounds = (tokens.window, tokens.panel, tokens.raised, tokens.hover, tokens.selection)
    texts = (tokens.text, tokens.text_2, tokens.text_3, tokens.player_caption)
    assert min(_contrast(text, ground) for text in texts[:3] for ground in grounds) >= 7.0
    assert _contrast(tokens.player_caption, tokens.players) >= 7.0
    assert _contrast(tokens.on_primary, tokens.primary) >= 7.0
    marks = (tokens.smooth, tokens.borderline_edge, tokens.visible, tokens.accent, tokens.faint)
    assert min(_contrast(mark, tokens.panel) for mark in marks) >= 4.5
    assert _contrast(tokens.on_visible, tokens.visible) >= 4.5


def test_high_contrast_takes_the_systems_own_colours() -> None:
    black, white, yellow, made = HIGH
    assert (black.window, black.text, black.accent) == ("#000000", "#ffffff", "#1aebff")
    assert (white.window, white.text, white.accent) == ("#ffffff", "#000000", "#37006e")
    assert yellow.accent == yellow.text == "#ffff00"  # its mark could not be seen
    assert (made.window, made.text) == ("#000000", "#ffffff")


@pytest.mark.parametrize("tokens", [DARK, LIGHT])
def test_text_is_readable_on_every_ground(tokens: Tokens) -> None:
    texts = (tokens.text, tokens.text_2, tokens.text_3, tokens.accent)
    grounds = (tokens.window, tokens.panel, tokens.raised, tokens.hover, tokens.selection)
    assert min(_contrast(text, ground) for text in texts for ground in grounds) >= 4.5


@pytest.mark.parametrize("tokens", [DARK, LIGHT])
def test_verdicts_stand_out_from_the_panel(tokens: Tokens) -> None:
    marks = (tokens.smooth, tokens.borderline_edge, tokens.visible, tokens.control)
    assert min(_contrast(mark, tokens.panel) for mark in marks) >= 3.0
    assert _contrast(tokens.on_visible, tokens.visible) >= 4.5
    assert _contrast(tokens.on_primary, tokens.primary) >= 4.5


def test_greys_are_neutral() -> None:
    greys = ("window", "panel", "raised", "hover", "tile", "lane", "players", "text", "text_2")
    for tokens in (DARK, LIGHT):
        for name in greys:
            assert len(set(_channels(getattr(tokens, name)))) == 1, name


def test_every_colour_is_a_colour() -> None:
    for tokens in (DARK, LIGHT):
        for field in fields(Tokens):
            if field.name != "is_dark":
                assert QColor(getattr(tokens, field.name)).isValid(), field.name


def _colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("role", ["text", "accent", "visible"])
def test_icons_take_the_colour_of_their_role(theme: Theme, role: ColorRole) -> None:
    image = theme.pixmap("square", role, 24, 2.0).toImage()
    assert (image.width(), image.height()) == (48, 48)
    assert _colours(image) == {theme.tokens.hex(role).lower()}


def test_every_shipped_icon_draws_something(qapp: QApplication) -> None:
    names = {path.stem for path in icons.FOLDER.glob("*.svg")}
    assert len(names) > 60
    for name in names:
        image = icons.pixmap(name, "#FFFFFF", 16, 1.0).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)), name


def test_icons_are_drawn_for_the_screens_that_are_there(qapp: QApplication, theme: Theme) -> None:
    ratio = qapp.devicePixelRatio()
    assert Screens(qapp, theme).ratios == (ratio,)
    picture = theme.icon("square", "accent", 16).pixmap(QSize(16, 16), ratio)
    assert (picture.width(), picture.devicePixelRatio()) == (round(16 * ratio), ratio)


def test_the_licence_of_the_icons_is_shipped() -> None:
    text = (Path(icons.FOLDER) / "LICENSE").read_text(encoding="utf-8")
    assert "ISC" in text
    assert "Feather" in text


def test_choosing_a_theme_changes_colours_and_says_so(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.LIGHT)
    assert theme.tokens is LIGHT
    assert qapp.palette().windowText().color() == QColor(LIGHT.text)
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(ThemeChoice.DARK)


def test_high_contrast_can_be_chosen_and_text_enlarged(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    usual = qapp.font().pixelSize()
    with qtbot.waitSignals([theme.changed, theme.chosen]):
        theme.choose(ThemeChoice.HIGH_CONTRAST)
    assert _contrast(theme.tokens.text, theme.tokens.window) >= 7.0
    with qtbot.waitSignal(theme.changed):
        theme.set_text_percent(150)
    assert qapp.font().pixelSize() == round(1.5 * usual)
    theme.set_text_percent(100)
    theme.choose(ThemeChoice.DARK)
    assert (theme.tokens, qapp.font().pixelSize()) == (DARK, usual)


def test_figures_are_of_one_width(theme: Theme) -> None:
    font = theme.font(TextSize.TIMECODE, is_strong=True)
    assert font.featureValue(QFont.Tag("tnum")) == 1
    assert font.pixelSize() == theme.text.px(TextSize.TIMECODE)


def test_shapes_differ_without_colour(qapp: QApplication) -> None:
    def drawn(shape: Shape) -> bytes:
        image = QImage(24, 24, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.black)
        painter = QPainter(image)
        paint_shape(painter, shape, QRectF(0, 0, 24, 24), DARK, color="#FFFFFF")
        painter.end()
        return bytes(image.constBits())

    assert len({drawn(shape) for shape in Shape}) == len(Shape)


def test_the_system_is_followed_again_after_a_choice(theme: Theme) -> None:
    """Qt's word on contrast is asked long after the theme was made."""
    before = theme.choice
    for choice in (ThemeChoice.LIGHT, ThemeChoice.SYSTEM, ThemeChoice.SYSTEM):
        theme.choose(choice)
        assert theme.choice is choice
    assert theme.tokens in (LIGHT, DARK)
    theme.choose(before)


def test_the_icon_of_a_field_lies_in_its_middle(qtbot: QtBot, theme: Theme) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.addAction(theme.icon("search", "text_3"), QLineEdit.ActionPosition.LeadingPosition)
    field.show()
    button = field.findChild(QToolButton)
    assert button is not None
    assert field.rect().contains(button.geometry())
    assert abs(button.geometry().center().y() - field.rect().center().y()) <= 1
