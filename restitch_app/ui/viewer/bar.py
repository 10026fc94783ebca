"""The bar above the players: compare modes, what A and B are, zoom, link, full screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QWidget

from restitch_app.domain.versions import Version
from restitch_app.ui.commands.actions import Act, HasKey
from restitch_app.ui.language.translating import tr
from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_S
from restitch_app.ui.viewer.buttons import IconButton, MenuButton, QuietKeyButton, chip_icon
from restitch_app.ui.viewer.comparing import can_play, find
from restitch_app.ui.viewer.look import GAINS, USUAL_GAIN
from restitch_app.ui.viewer.possible import BLIND, ONE_VERSION
from restitch_app.ui.viewer.wording import score_text, version_text

BAR_HEIGHT = 44
MODES = (
    (CompareMode.SIDE_BY_SIDE, "columns-2", "Side by side"),
    (CompareMode.WIPE, "square-split-horizontal", "Wipe"),
    (CompareMode.DIFFERENCE, "contrast", "Difference"),
    (CompareMode.TOGGLE, "arrow-left-right", "Toggle"),
    (CompareMode.SINGLE, "square", "Single"),
)
LINKED = (CompareMode.SIDE_BY_SIDE, CompareMode.WIPE)
SCALES: tuple[tuple[str, float | None], ...] = (
    ("Fit", None),
    ("50 %", 0.5),
    ("100 %", 1.0),
    ("200 %", 2.0),
    ("400 %", 4.0),
    ("800 %", 8.0),
)


class ViewerBar(QFrame):
    mode_asked = Signal(object)  # CompareMode
    compare_asked = Signal(int, int)  # version ids of A and B
    swap_asked = Signal()
    scale_asked = Signal(object)  # screen pixels per picture pixel; None fits
    gain_asked = Signal(int)
    link_asked = Signal(bool)
    full_screen_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._versions: Sequence[Version] = ()
        self._pair: tuple[int | None, int | None] = (None, None)
        self._mode = CompareMode.SINGLE
        self._is_compact = self._is_blind = False
        self._shown_gain = 0
        self.setObjectName("viewer_bar")
        self.setProperty("ground", "panel")
        self.setProperty("edge", "bottom")
        self.setFixedHeight(BAR_HEIGHT)
        self._modes = self._made_modes()
        self._pickers = {letter: self._made_picker(letter) for letter in "AB"}
        self._swap = IconButton(theme, "arrow-left-right", "Swap A and B")
        self._swap.setObjectName("swap")
        self._swap.clicked.connect(self.swap_asked)
        self._gain = self._menu_button(
            "gain", f"×{USUAL_GAIN}", [(f"×{gain}", gain) for gain in GAINS]
        )
        self._gain.menu().triggered.connect(lambda action: self.gain_asked.emit(action.data()))
        self._zoom = self._menu_button("zoom", "Fit", list(SCALES))
        self._zoom.menu().triggered.connect(lambda action: self.scale_asked.emit(action.data()))
        self._link = IconButton(theme, "link-2", "Move and zoom both pictures together")
        self._link.setObjectName("link")
        self._link.setCheckable(True)
        self._link.setChecked(True)
        self._link.clicked.connect(self.link_asked)
        self._full = IconButton(theme, "maximize", "Full screen")
        self._full.setObjectName("full_screen_button")
        self._full.clicked.connect(self.full_screen_asked)
        self._lay_out()
        theme.changed.connect(self._tint)
        self._tint()
        self._refresh()

    @property
    def keyed(self) -> dict[Act, HasKey]:
        """What shows the key of an action."""
        modes: dict[Act, HasKey] = {Act(mode.value): button for mode, button in self._modes.items()}
        return modes | {
            Act.SWAP: self._swap,
            Act.LINK_PICTURES: self._link,
            Act.FULL_SCREEN: self._full,
        }

    # what it shows

    def set_versions(
        self, versions: Sequence[Version], pair: tuple[int | None, int | None]
    ) -> None:
        """The segment's versions, newest first, and which of them are A and B."""
        self._versions, self._pair = versions, pair
        self._refresh()

    def set_mode(self, mode: CompareMode) -> None:
        """The mode in effect."""
        self._mode = mode
        self._refresh()

    def set_zoom(self, scale: float | None, shown: float) -> None:
        """The chosen scale; with None the one that fits, which `shown` is."""
        percent = f"{shown * 100:.0f} %"
        self._zoom.set_word("Fit" if scale is None else percent)
        told = f"Zoom: fits, at {percent}" if scale is None else f"Zoom: {percent}"
        self._zoom.setAccessibleName(tr(told))
        self._zoom.setToolTip(tr(told))
        for action in self._zoom.menu().actions():
            action.setChecked(action.data() == scale)

    def set_gain(self, gain: int) -> None:
        """Also called at every frame that plays, for the same gain."""
        if gain == self._shown_gain:
            return
        self._shown_gain = gain
        self._gain.set_word(f"×{gain}")
        self._gain.setAccessibleName(tr("Difference times {gain}", gain=gain))
        for action in self._gain.menu().actions():
            action.setChecked(action.data() == gain)

    def set_linked(self, is_linked: bool) -> None:
        self._link.setChecked(is_linked)

    def set_blind(self, is_blind: bool) -> None:
        """Nothing names A and B until the reviewer has chosen."""
        self._is_blind = is_blind
        self._refresh()

    def set_compact(self, is_compact: bool) -> None:
        """On narrow windows the mode in use alone keeps its name."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_names()

    # parts

    def _made_modes(self) -> dict[CompareMode, QuietKeyButton]:
        group = QButtonGroup(self)
        made = {}
        for mode, icon, word in MODES:
            button = QuietKeyButton(self._theme, icon, word)
            button.setObjectName(f"mode_{mode.value}")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, chosen=mode: self.mode_asked.emit(chosen))
            group.addButton(button)
            made[mode] = button
        return made

    def _made_picker(self, letter: str) -> MenuButton:
        button = MenuButton(self._theme)
        button.setObjectName(f"pick_{letter.lower()}")
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill_menu(letter, menu))
        button.setMenu(menu)
        return button

    def _menu_button(
        self, name: str, text: str, choices: list[tuple[str, float | None]] | list[tuple[str, int]]
    ) -> MenuButton:
        button = MenuButton(self._theme, text)
        button.setObjectName(name)
        menu = QMenu(button)
        for word, value in choices:
            action = menu.addAction(tr(word))
            action.setData(value)
            action.setCheckable(True)
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        group = QFrame()
        group.setProperty("kind", "group")
        inside = self._group = QHBoxLayout(group)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for button in self._modes.values():
            inside.addWidget(button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PANEL_PADDING, 0, PANEL_PADDING, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(group, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(SPACE_S)
        for part in (self._pickers["A"], self._swap, self._pickers["B"], self._gain):
            layout.addWidget(part)
        layout.addStretch(1)
        for part in (self._zoom, self._link, self._full):
            layout.addWidget(part)

    def _fill_menu(self, letter: str, menu: QMenu) -> None:
        menu.clear()
        group = QActionGroup(menu)
        chosen = self._pair[0 if letter == "A" else 1]
        for version in self._versions:
            score = "" if version.score is None else f"   QA {score_text(version)}"
            action = menu.addAction(tr(version_text(version, self._versions)) + score)
            action.setCheckable(True)
            action.setChecked(version.id == chosen)
            action.setEnabled(can_play(version))
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, picked=version.id: self._pick(letter, picked))

    def _pick(self, letter: str, version_id: int) -> None:
        a, b = self._pair
        if a is None or b is None:
            return
        other = b if letter == "A" else a
        if version_id == other:  # the same one twice compares nothing: they change places
            self.swap_asked.emit()
        elif letter == "A":
            self.compare_asked.emit(version_id, b)
        else:
            self.compare_asked.emit(a, version_id)

    def _refresh(self) -> None:
        compares = None not in self._pair
        for mode, button in self._modes.items():
            is_active = mode is self._mode
            is_single = mode is CompareMode.SINGLE
            button.setEnabled(not self._is_blind if is_single else compares)
            button.setChecked(is_active)
            button.set_compact(self._is_compact and not is_active)
            if not button.isEnabled():
                button.setToolTip(tr(BLIND) if is_single else tr(ONE_VERSION))
            else:
                button.setToolTip(button.accessibleName())
        for letter, version_id in zip("AB", self._pair, strict=True):
            version = find(self._versions, version_id)
            is_named = compares and not self._is_blind
            self._pickers[letter].setVisible(is_named and version is not None)
            if version is not None:
                text = version_text(version, self._versions)
                self._pickers[letter].set_word(text)
                self._pickers[letter].setAccessibleName(f"{letter}: {tr(text)}")
        self._swap.setVisible(compares and not self._is_blind)
        self._gain.setVisible(compares and self._mode is CompareMode.DIFFERENCE)
        self._link.setVisible(compares and self._mode in LINKED)
        self._fit_names()

    def _fit_names(self) -> None:
        """The mode in use loses its name as well where the row has no room for it."""
        layout, button = self.layout(), self._modes[self._mode]
        if layout is None:
            return
        button.set_compact(False)
        self._group.activate()
        if layout.minimumSize().width() > self.width():
            button.set_compact(True)
            self._group.activate()

    @Slot()
    def _tint(self) -> None:
        self._zoom.setIcon(self._theme.icon("zoom-in", "text"))
        self._zoom.set_word(self._zoom.text().strip())
        for letter, picker in self._pickers.items():
            picker.setIcon(chip_icon(self._theme, letter))
