"""The scene's sound in the window: follows the player at 1×, and says once why it cannot."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from restitch_app.domain.spans import Span
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.viewer.player import Player
from restitch_app.ui.viewer.transport import Transport

if TYPE_CHECKING:
    from restitch_app.services.playback.player import Playback
    from restitch_app.services.playback.sound import Sound
    from restitch_app.services.playback.sound_output import SoundOutput
    from restitch_app.ui.memory.memory import WindowMemory

VOLUME_STEP = 0.25


class Sounding(QObject):
    _came_to_nothing = Signal(str)  # the reason; emitted on the sound's thread

    def __init__(self, context: PanelContext, player: Player, transport: Transport) -> None:
        super().__init__(player)
        self._context, self._player, self._transport = context, player, transport
        self._memory: WindowMemory | None = None
        self._sound: Sound | None = None
        self._is_muted, self._volume = False, 1.0
        self.make_output: Callable[[], SoundOutput] = _device
        """Called on the sound's thread before the first sound of a project."""
        self._came_to_nothing.connect(self._say, Qt.ConnectionType.QueuedConnection)
        player.shown.connect(self._follow)
        player.held.connect(self._rest)
        player.playing_changed.connect(self._follow)
        player.pace_changed.connect(self._rest_if_silent)
        transport.mute_asked.connect(self.toggle_mute)
        transport.volume_asked.connect(self.set_volume)
        context.actions.answer(Act.MUTE, lambda _state: self.toggle_mute())
        context.actions.answer(Act.LOUDER, partial(self._change, VOLUME_STEP))
        context.actions.answer(Act.QUIETER, partial(self._change, -VOLUME_STEP))
        self._show()

    def remember(self, memory: WindowMemory) -> None:
        """Volume and mute are the person's: read now, kept when they change."""
        self._is_muted, self._volume = memory.is_muted, memory.volume
        self._memory = memory
        self._show()

    def set_scene(self, playback: Playback | None, spans: tuple[Span, ...]) -> None:
        """What plays from now on; None is silence."""
        overview = self._context.state.overview
        if playback is None or overview is None or not spans:
            if self._sound is not None:
                self._sound.set_scene(None)
            return
        if self._sound is None:
            from restitch_app.services.playback.sound import Sound  # av: loaded by now

            self._sound = Sound(lambda: self.make_output(), self._came_to_nothing.emit)
            self._show()
        self._sound.set_scene(partial(playback.sound, spans, overview.scene))

    def let_go(self) -> list[Sound]:
        """End; returns what has not ended yet."""
        ending = [self._sound] if self._sound is not None else []
        self._sound = None
        for one in ending:
            one.retire()
        return ending

    @property
    def is_muted(self) -> bool:
        return self._is_muted

    @property
    def volume(self) -> float:
        """0.0 to 1.0."""
        return self._volume

    @Slot()
    def toggle_mute(self) -> None:
        self._is_muted = not self._is_muted
        self._keep()

    @Slot(float)
    def set_volume(self, volume: float) -> None:
        """0.0 to 1.0; it is heard again where it was muted."""
        self._is_muted, self._volume = False, volume
        self._keep()

    def _change(self, by: float) -> None:
        self.set_volume(min(1.0, max(0.0, round(self._volume + by, 2))))
        self._context.notices.say(
            tr("Sound at {what} %.", what=f"{100 * self._volume:.0f}"), "volume-2"
        )

    def _keep(self) -> None:
        if self._memory is not None:
            self._memory.is_muted, self._memory.volume = self._is_muted, self._volume
        self._show()

    def _show(self) -> None:
        self._transport.set_sound(self._volume, is_muted=self._is_muted)
        self._context.actions[Act.MUTE].setChecked(self._is_muted)
        if self._sound is not None:
            self._sound.set_volume(self._volume)
        self._rest_if_silent()

    @property
    def _is_audible(self) -> bool:
        player = self._player
        at_its_speed = player.speed * player.factor == Fraction(1)
        return player.direction == 1 and at_its_speed and not self._is_muted

    @Slot()
    def _follow(self) -> None:
        overview, player = self._context.state.overview, self._player
        if self._sound is None or overview is None:
            return
        if self._is_audible and player.shown_at_s is not None:
            self._sound.follow(player.frame, overview.scene.rate, player.shown_at_s)
        else:
            self._sound.rest()

    @Slot()
    def _rest(self) -> None:
        if self._sound is not None:
            self._sound.rest()

    @Slot()
    def _rest_if_silent(self) -> None:
        if not self._is_audible:
            self._rest()

    @Slot(str)
    def _say(self, reason: str) -> None:
        self._context.notices.say(tr("Sound is off: {what}.", what=reason.rstrip(".")), "volume-x")


def _device() -> SoundOutput:
    from restitch_app.services.playback.sound_device import SoundDevice

    return SoundDevice()
