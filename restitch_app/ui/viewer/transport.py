"""The row below the players: where the playhead is, and everything that moves it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup, QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QWidget

from restitch_app.ui.commands.actions import Act, HasKey
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import KeyButton, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_S
from restitch_app.ui.viewer.buttons import IconButton, MenuButton, QuietKeyButton
from restitch_app.ui.viewer.looping import LoopReach
from restitch_app.ui.viewer.place import Place

TRANSPORT_HEIGHT = 48
MOVE_WIDTH, REACH_WIDTH = 34, 26
KEYS_FROM_WIDTH = 900
"""Below it J, K and L stand in tooltips only."""
SOUND_FROM_WIDTH = 900
"""Below it the sound is in the menu of the speeds, whose button shows that it is muted."""
VOLUMES = (1.0, 0.75, 0.5, 0.25)
SPEEDS = (Fraction(1, 4), Fraction(1, 2), Fraction(1), Fraction(3, 2), Fraction(2))


class Transport(QFrame):
    boundary_asked = Signal(int)  # -1 previous, 1 next
    step_asked = Signal(int)
    shuttle_asked = Signal(int)  # -1 backwards, 1 forwards
    play_pause_asked = Signal()
    loop_asked = Signal(bool)
    reach_asked = Signal(object)  # LoopReach
    speed_asked = Signal(object)  # Fraction
    go_to_asked = Signal()
    mute_asked = Signal()
    volume_asked = Signal(float)  # 0.0 to 1.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_compact = False
        self._reach = LoopReach.TWELVE
        self._speed = Fraction(1)
        self._sound_name, self._is_muted = "Sound", False
        self.setObjectName("transport")
        self.setProperty("ground", "panel")
        self.setProperty("edge", "top")
        self.setFixedHeight(TRANSPORT_HEIGHT)
        self._keyed: dict[Act, HasKey] = {}
        self._place = Place(theme)
        self._place.setToolTip(tr("Go to a frame or timecode"))
        self._place.setCursor(Qt.CursorShape.PointingHandCursor)
        self._place.installEventFilter(self)
        self._play = QuietKeyButton(theme, "play", "")
        self._play.setObjectName("play")
        self._loop = KeyButton(theme, "", "repeat")
        self._loop.setObjectName("loop")
        self._loop.setCheckable(True)
        self._loop.clicked.connect(self.loop_asked)
        self._loop_menu = IconButton(theme, "chevron-down", "How far the loop reaches")
        self._loop_menu.setObjectName("loop_reach")
        self._loop_menu.setFixedWidth(REACH_WIDTH)
        self._loop_menu.setMenu(self._made_reaches())
        self._speeds = MenuButton(theme)
        self._speeds.setObjectName("speed")
        self._volume = IconButton(theme, "volume-2", "Sound")
        self._volume.setObjectName("volume")
        self._volume.setFixedWidth(MOVE_WIDTH)
        self._volume.setMenu(self._made_volumes())
        self._speeds.setMenu(self._made_speeds())
        self._lay_out()
        theme.changed.connect(self._tell_sound)
        self.set_playing(0, 1)
        self._refresh()

    @property
    def keyed(self) -> dict[Act, HasKey]:
        """What shows the key of an action."""
        return self._keyed | {
            Act.REVERSE: self._reverse,
            Act.STOP: self._play,
            Act.FORWARD: self._forward,
            Act.LOOP: self._loop,
        }

    # what it shows

    def set_place(self, frame: int, count: int, rate: Fraction, segment: str) -> None:
        """`frame` from 0 of `count`; `segment`: `Segment 5 · 78 of 81`."""
        self._place.set_place(frame, count, rate, segment)

    def describe_place(self) -> None:
        """Tell assistive programs where the playhead rests."""
        self._place.describe()

    def set_playing(self, direction: int, factor: int) -> None:
        """`direction` 0 at rest. The icon in the middle shows what a click does."""
        self._play.set_icon("pause" if direction else "play")
        name = "Pause" if direction else "Play"
        self._play.setAccessibleName(tr(name))
        for button, way in ((self._reverse, -1), (self._forward, 1)):
            button.setChecked(direction == way)
            button.setToolTip(tr("{what}, again for faster", what=button.accessibleName()))
        self._factor = factor

    def set_pace(self, told_fps: float | None, factor: int, late: int = 0) -> None:
        """The rate that is reached, where that is less than was asked for; frames shown late."""
        parts = [f"{factor}×"] if factor > 1 else []
        parts += [f"{told_fps:.1f} fps"] if told_fps is not None else []
        parts += [f"{late} late"] if late else []
        self._place.set_pace("  ".join(parts))

    def set_loop(self, is_on: bool, reach: LoopReach, *, can_loop: bool) -> None:
        self._loop.setChecked(is_on)
        self._loop.setEnabled(can_loop)
        self._loop.setToolTip("" if can_loop else tr("The scene has one segment: no boundary"))
        self._reach = reach
        for action in self._reaches.actions():
            action.setChecked(action.data() == reach)
        self._refresh()

    def set_marked(self, is_marked: bool) -> None:
        """Whether there is an in or out point to loop from or to."""
        self._marked_reach.setEnabled(is_marked)

    def set_speed(self, speed: Fraction) -> None:
        self._speed = speed
        self._refresh()

    def set_sound(self, volume: float, *, is_muted: bool) -> None:
        """`volume` 0.0 to 1.0; sound plays at 1× and forwards alone."""
        name = "Sound muted" if is_muted else f"Sound {_percent(volume)}"
        self._volume.set_icon("volume-x" if is_muted else "volume-2")
        self._volume.set_name(name)
        self._sound_name, self._is_muted = name, is_muted
        self._mute.setChecked(is_muted)
        for action in self._volumes.actions():
            action.setChecked(not is_muted and action.data() == volume)
        self._tell_sound()

    def set_compact(self, is_compact: bool) -> None:
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._place and event.type() == QEvent.Type.MouseButtonRelease:
            self.go_to_asked.emit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in (self._reverse, self._play, self._forward):
            button.set_compact(self.width() < KEYS_FROM_WIDTH)
        self._volume.setVisible(self.width() >= SOUND_FROM_WIDTH)
        self._tell_sound()

    # parts

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(PANEL_PADDING, 0, PANEL_PADDING, 0)
        grid.setHorizontalSpacing(SPACE_S)
        grid.addWidget(self._place, 0, 0)
        grid.addLayout(self._made_moves(), 0, 1)
        right = row(-1, self._loop, self._loop_menu, self._speeds, self._volume)
        grid.addLayout(right, 0, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)

    def _made_moves(self) -> QHBoxLayout:
        theme = self._theme
        self._reverse = QuietKeyButton(theme, "rewind", "")
        self._forward = QuietKeyButton(theme, "fast-forward", "")
        for button, name, key, way in (
            (self._reverse, "Play backwards", "reverse", -1),
            (self._forward, "Play forwards", "forward", 1),
        ):
            button.setObjectName(key)
            button.setAccessibleName(tr(name))
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, way=way: self.shuttle_asked.emit(way))
        self._play.clicked.connect(self.play_pause_asked)
        group = QFrame()
        group.setProperty("kind", "group")
        inside = QHBoxLayout(group)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for part in (self._reverse, self._play, self._forward):
            inside.addWidget(part)
        boundary, step = self.boundary_asked.emit, self.step_asked.emit
        return row(
            self._move("skip-back", "Previous boundary", Act.PREVIOUS_BOUNDARY, boundary, -1),
            self._move("step-back", "One frame back", Act.FRAME_BACK, step, -1),
            group,
            self._move("step-forward", "One frame forward", Act.FRAME_FORWARD, step, 1),
            self._move("skip-forward", "Next boundary", Act.NEXT_BOUNDARY, boundary, 1),
        )

    def _move(
        self, icon: str, name: str, act: Act, ask: Callable[[int], object], way: int
    ) -> IconButton:
        button = IconButton(self._theme, icon, name)
        self._keyed[act] = button
        button.setFixedWidth(MOVE_WIDTH)
        button.setObjectName(icon.replace("-", "_"))
        button.clicked.connect(lambda: ask(way))
        return button

    def _made_reaches(self) -> QMenu:
        menu = QMenu(self)
        self._reaches = QActionGroup(menu)
        for reach in LoopReach:
            action = self._reaches.addAction(tr(reach.word.capitalize()))
            action.setCheckable(True)
            action.setData(reach)
            action.triggered.connect(lambda _=False, chosen=reach: self.reach_asked.emit(chosen))
        menu.addActions(self._reaches.actions())
        self._marked_reach = action  # the last one
        self._marked_reach.setEnabled(False)
        return menu

    def _made_speeds(self) -> QMenu:
        menu = QMenu(self)
        self._rates = QActionGroup(menu)
        for speed in SPEEDS:
            action = self._rates.addAction(_speed_text(speed))
            action.setCheckable(True)
            action.setData(speed)
            action.triggered.connect(lambda _=False, chosen=speed: self.speed_asked.emit(chosen))
        menu.addActions(self._rates.actions())
        menu.addSeparator()
        sound = menu.addMenu(tr("Sound"))
        sound.addActions(self._volume.menu().actions())
        return menu

    def _made_volumes(self) -> QMenu:
        menu = QMenu(self)
        self._mute = menu.addAction(tr("Mute"))
        self._mute.setCheckable(True)
        self._mute.triggered.connect(self.mute_asked)
        menu.addSeparator()
        self._volumes = QActionGroup(menu)
        self._volumes.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for volume in VOLUMES:
            action = self._volumes.addAction(_percent(volume))
            action.setCheckable(True)
            action.setData(volume)
            action.triggered.connect(lambda _=False, chosen=volume: self.volume_asked.emit(chosen))
        menu.addActions(self._volumes.actions())
        return menu

    @Slot()
    def _tell_sound(self) -> None:
        """Where its own button has no room the speed's shows what it would."""
        is_told = self._volume.isHidden() and self._is_muted
        icon = self._theme.icon("volume-x", "text") if is_told else QIcon()
        self._speeds.setIcon(icon)
        self._speeds.set_word(self._speeds.text().strip())
        told = [f"Speed {_speed_text(self._speed)}", *([self._sound_name] if is_told else [])]
        self._speeds.setAccessibleName(tr(", ".join(told)))
        self._speeds.setToolTip(tr(", ".join(told)))

    @Slot()
    def _refresh(self) -> None:
        reach, speed = self._reach, _speed_text(self._speed)
        self._loop.setText(f" {tr(reach.word if self._is_compact else reach.phrase)}")
        self._loop.setAccessibleName(tr(reach.phrase))
        self._loop.updateGeometry()
        self._speeds.set_word(speed if self._is_compact else tr("Speed {speed}", speed=speed))
        for action in self._rates.actions():
            action.setChecked(action.data() == self._speed)
        self._tell_sound()
        self._place.set_compact(self._is_compact)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _speed_text(speed: Fraction) -> str:
    return f"{float(speed):g}×"
