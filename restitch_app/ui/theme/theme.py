"""The theme in use: follows the system, or the reviewer's choice, and says when it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from restitch_app.ui.theme import icons
from restitch_app.ui.theme.choice import ThemeChoice
from restitch_app.ui.theme.high_contrast import contrast_hints, high_contrast_tokens
from restitch_app.ui.theme.palette import palette_of
from restitch_app.ui.theme.screens import Screens
from restitch_app.ui.theme.shapes import Shape, shape_pixmap
from restitch_app.ui.theme.style_sheet import style_sheet
from restitch_app.ui.theme.tokens import DARK, ICON_PX, LIGHT, ColorRole, Tokens
from restitch_app.ui.theme.type import TextScale, TextSize

__all__ = ["WORD_ICON_SIZE", "Theme", "ThemeChoice"]

WORD_ROOM_PX = 4
WORD_ICON_SIZE = QSize(ICON_PX + WORD_ROOM_PX, ICON_PX)


class Theme(QObject):
    """One for the program, handed to every part that paints. After `changed`, ask for colours,
    icons and pixmaps again and call `update()`.
    """

    changed = Signal()
    chosen = Signal()  # another choice, whether or not it looks different

    def __init__(
        self,
        app: QApplication,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        text_percent: int = 100,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._system_font = app.font()
        self._system_palette = app.palette()
        self.text = TextScale(self._system_font, text_percent)
        app.setStyle("Fusion")
        app.setFont(self.font(TextSize.BODY))
        # Kept: with its last Python reference what it tells of accessibility would be gone as well.
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        if (contrast := contrast_hints(self._hints)) is not None:
            contrast.contrastPreferenceChanged.connect(self._follow_system)
        self._screens = Screens(app, self)
        self._screens.changed.connect(self.changed)
        self._tokens = self._wanted()
        self._apply()

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        self._choice = choice
        self._refresh()
        self.chosen.emit()

    def set_text_percent(self, percent: int) -> None:
        """Of the system's text size."""
        self.text = TextScale(self._system_font, percent)
        self._app.setFont(self.font(TextSize.BODY))
        self._apply()
        self.changed.emit()

    def font(self, size: TextSize, *, is_strong: bool = False) -> QFont:
        return self.text.font(size, is_strong=is_strong)

    def icon(
        self, name: str, role: ColorRole = "text", size_px: int = ICON_PX, *, on: str | None = None
    ) -> QIcon:
        """`on`: another icon for the checked state. Raises FileNotFoundError for an unknown one."""
        return icons.icon(name, self._tokens.hex(role), size_px, self._screens.ratios, on=on)

    def word_icon(self, name: str, role: ColorRole = "text") -> QIcon:
        """For the left of a word in a button: with room to the word. Use `WORD_ICON_SIZE`."""
        color, ratios = self._tokens.hex(role), self._screens.ratios
        return icons.icon(name, color, ICON_PX, ratios, room_px=WORD_ROOM_PX)

    def pixmap(
        self,
        name: str,
        role: ColorRole = "text",
        size_px: int = ICON_PX,
        pixel_ratio: float | None = None,
    ) -> QPixmap:
        """An icon to paint; `pixel_ratio` None is the program's largest."""
        ratio = pixel_ratio or self._app.devicePixelRatio()
        return icons.pixmap(name, self._tokens.hex(role), size_px, ratio)

    def shape(self, shape: Shape, size_px: int = 12, color: str | None = None) -> QPixmap:
        return shape_pixmap(shape, self._tokens, size_px, self._app.devicePixelRatio(), color)

    def shape_icon(self, shape: Shape, size_px: int = 12) -> QIcon:
        made = QIcon()
        for ratio in self._screens.ratios:
            picture = shape_pixmap(shape, self._tokens, size_px, ratio)
            made.addPixmap(picture, QIcon.Mode.Normal)
            made.addPixmap(picture, QIcon.Mode.Disabled)
            made.addPixmap(picture, QIcon.Mode.Selected)
        return made

    @Slot()
    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted != self._tokens:
            self._tokens = wanted
            self._apply()
            self.changed.emit()

    def _wanted(self) -> Tokens:
        if self._choice is ThemeChoice.HIGH_CONTRAST or self._is_contrast_wanted:
            return high_contrast_tokens(self._system_palette)
        if self._choice is ThemeChoice.SYSTEM:
            is_light = self._hints.colorScheme() is Qt.ColorScheme.Light
            return LIGHT if is_light else DARK
        return LIGHT if self._choice is ThemeChoice.LIGHT else DARK

    @property
    def _is_contrast_wanted(self) -> bool:
        hints = contrast_hints(self._hints)
        return (
            self._choice is ThemeChoice.SYSTEM
            and hints is not None
            and hints.contrastPreference() is Qt.ContrastPreference.HighContrast
        )

    def _apply(self) -> None:
        self._app.setStyleSheet("")  # a palette under a sheet costs three times the time of both
        self._app.setPalette(palette_of(self._tokens))
        self._app.setStyleSheet(style_sheet(self._tokens, self.text))
