"""The players and everything around them, put together."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from restitch_app.domain.versions import Version
from restitch_app.ui.commands.actions import Act, live_key
from restitch_app.ui.context import PanelContext
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.focus.key_guard import TAB_FLIPS
from restitch_app.ui.language.translating import tr
from restitch_app.ui.state.review_state import CompareMode
from restitch_app.ui.viewer.aids import Aids
from restitch_app.ui.viewer.answers import answer_actions
from restitch_app.ui.viewer.bar import ViewerBar
from restitch_app.ui.viewer.blind import Blind
from restitch_app.ui.viewer.candidate_line import CandidateLine
from restitch_app.ui.viewer.canvas import Canvas
from restitch_app.ui.viewer.comparison import Comparison
from restitch_app.ui.viewer.feed import Feed
from restitch_app.ui.viewer.frame_words import FrameWords
from restitch_app.ui.viewer.live_preview import LivePreview
from restitch_app.ui.viewer.looping import LoopReach
from restitch_app.ui.viewer.player import Player
from restitch_app.ui.viewer.playing import Playing
from restitch_app.ui.viewer.possible import reasons_of
from restitch_app.ui.viewer.preview_line import PreviewLine
from restitch_app.ui.viewer.preview_view import PreviewView
from restitch_app.ui.viewer.shown import Shown
from restitch_app.ui.viewer.sounding import Sounding
from restitch_app.ui.viewer.strip import FrameStrip
from restitch_app.ui.viewer.transport import Transport
from restitch_app.ui.viewer.warm import WarmTakes

if TYPE_CHECKING:
    from restitch_app.ui.memory.memory import WindowMemory

STRIP_FROM_HEIGHT = 900
"""Window height from which the frame strip has room."""


class Viewer(QWidget):
    """Paints the scene, or two versions of the selected segment, at the state's playhead."""

    use_asked = Signal(int)  # version id
    full_screen_asked = Signal()
    loop_changed = Signal(object)  # scene frames that play again and again, or None

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._state = context.state
        self._words = FrameWords(self._state, lambda: self.feed.spans)
        self.wants_strip = True
        self.comparison = Comparison(context, self)
        self.setObjectName("viewer")
        self.setProperty("ground", "players")
        self.setProperty(TAB_FLIPS, True)
        self.player = Player(self._state, self)
        self.feed = Feed(context, self.player, self.comparison)
        self.bar = ViewerBar(context.theme)
        self.line = CandidateLine()
        self.preview_line = PreviewLine(context.theme)
        live_key(context.actions, Act.LIVE_PREVIEW, self.preview_line)
        self.canvas = Canvas(context.theme)
        self.strip = FrameStrip(self._state, context.theme)
        self.transport = Transport(context.theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.warm = WarmTakes(self._state, self)
        self.blind = Blind(context, self.comparison, self)
        lines = (self.blind.line, self.line, self.preview_line)
        self.aids = Aids(context, self.canvas, self)
        for part in (self.bar, *lines):
            layout.addWidget(part)
        layout.addLayout(self.aids.row(), 1)
        for below in (self.aids.read_out, self.strip, self.transport):
            layout.addWidget(below)
        self.setFocusProxy(self.canvas)
        self.live = LivePreview(
            context,
            self.player,
            lambda: self.mode is not CompareMode.SINGLE,
            PreviewView(context.theme, self.canvas),
            self.preview_line,
        )
        self.playing = Playing(context, self.player, self.transport, self)
        self.sounding = Sounding(context, self.player, self.transport)
        self.feed.to(self.strip, self.sounding, self.aids, self.warm)
        self._connect()
        answer_actions(self, context.actions, context.state)
        context.actions[Act.FRAME_STRIP].setChecked(True)
        self._show_compare()
        self._show_place()
        self._show_zoom()
        self._show_look()

    # the project

    def remember(self, memory: WindowMemory) -> None:
        """Volume, mute, the frame cache's limit and the loop's reach are the person's; call
        once.
        """
        self.sounding.remember(memory)
        self.set_cache_limit(memory.frame_cache_bytes)
        self.set_reach(LoopReach(memory.loop_frames))

    def set_cache_limit(self, limit_bytes: int) -> None:
        """Memory for frames and pictures: kept from now on, in this project and the next ones."""
        self.feed.set_cache_limit(limit_bytes)

    @property
    def cache_fill(self) -> float | None:
        """How full the frame cache is, 0.0 to 1.0; None without a project."""
        return self.feed.cache_fill

    @Slot()
    def _scene_refreshed(self) -> None:
        self.playing.refresh()
        self.feed.refresh_sources()
        self._show_place()

    # comparing

    @property
    def mode(self) -> CompareMode:
        """The mode in effect."""
        return self.comparison.mode

    def _show_compare(self) -> None:
        versions, mode = self.comparison.versions, self.mode
        self.bar.set_versions(versions, self.comparison.pair)
        self.bar.set_mode(mode)
        self.canvas.set_mode(mode)
        is_blind = self._state.is_blind
        self.bar.set_blind(is_blind)
        waiting = versions if self.blind.line.isHidden() else ()  # one line at a time
        self.line.set_versions(waiting, is_read_only=self._state.is_read_only)
        can_compare = self.comparison.is_possible
        reasons = reasons_of(mode, can_compare=can_compare, is_blind=is_blind)
        self._context.actions.set_off(reasons, by="viewer")
        for one in CompareMode:
            self._context.actions[Act(one.value)].setChecked(one is mode)
        self._place_strip()

    @Slot()
    def _compare_changed(self) -> None:
        self.feed.refresh_sources()
        self._show_compare()

    def set_mode(self, mode: CompareMode) -> None:
        """The reviewer's choice; it stays when another segment is selected."""
        self.comparison.choose_mode(mode)

    @Slot()
    def swap(self) -> None:
        self.comparison.swap()

    @Slot(object, int)
    def audition(self, a: int | None, b: int) -> None:
        """Show this version as B at the playhead, in the mode there is."""
        if self._state.is_blind:
            return
        if a is None:
            self._state.set_compare(None, None)
        else:
            self.comparison.compare(a, b)
            if self.mode is CompareMode.TOGGLE and not self.canvas.shows_b:
                self.canvas.flip()

    @Slot()
    def toggle_ab(self) -> None:
        """Flip A and B in place; from another mode, enter the one that flips."""
        if self.mode is CompareMode.TOGGLE:
            self.canvas.flip()
        else:
            self.set_mode(CompareMode.TOGGLE)

    # moving

    @Slot()
    def play_pause(self) -> None:
        self.player.play_pause()

    @Slot()
    def shuttle_reverse(self) -> None:
        self.playing.shuttle(-1)

    @Slot()
    def shuttle_forward(self) -> None:
        self.playing.shuttle(1)

    @Slot()
    def shuttle_stop(self) -> None:
        self.player.pause()

    def step(self, frames: int) -> None:
        self.player.step(frames)

    def go_to(self, scene_frame: int) -> None:
        self._state.set_playhead(scene_frame)

    @Slot()
    def previous_boundary(self) -> None:
        self.playing.go_to_boundary(-1)

    @Slot()
    def next_boundary(self) -> None:
        self.playing.go_to_boundary(1)

    @property
    def loops(self) -> bool:
        return self.playing.loops.is_on

    def set_looping(self, is_on: bool) -> None:
        """Around the selected boundary, or else the one nearest to the playhead."""
        self.playing.loops.set_on(is_on)

    def set_reach(self, reach: LoopReach) -> None:
        self.playing.loops.set_reach(reach)

    def set_speed(self, speed: Fraction) -> None:
        self.player.set_speed(speed)
        self.transport.set_speed(speed)

    # what is painted

    @Slot(object)
    def _paint(self, shown: Shown) -> None:
        self.canvas.set_moving(not self.player.is_resting)
        segment = self._state.segment_at(shown.frame)
        captions = [self._words.caption(shown.frame, segment, view) for view in shown.views]
        told = _with_scene_version(shown, self._current_at(segment))
        told = self._words.with_damage(told, segment)
        self.canvas.show_frame(told, (captions[0], captions[-1]))
        if self.player.is_resting:
            self.canvas.setAccessibleName(tr(self._words.description(self.comparison)))
            self.transport.describe_place()

    @Slot(object)
    def set_damage(self, damage: Mapping[int, Damage]) -> None:
        """By version id: what is known of clips that cannot be played."""
        self._words.damage = damage
        shown = self.canvas.look.shown
        if shown is not None and any(view.image is None for view in shown.views):
            self._paint(shown)

    def _current_at(self, segment: int | None) -> Version | None:
        return self._state.current(segment) if segment is not None else None

    @Slot()
    def _show_place(self) -> None:
        overview, frame = self._state.overview, self._state.playhead
        rate = overview.scene.rate if overview else Fraction(1)
        place = self._words.place(frame)
        self.transport.set_place(frame, self._state.frame_count, rate, place)

    @Slot()
    def _playing_changed(self) -> None:
        player = self.player
        self.transport.set_playing(player.direction, player.factor)
        self._pace_changed()

    @Slot()
    def _pace_changed(self) -> None:
        player = self.player
        self.transport.set_pace(player.told_fps, player.factor, player.told_late)

    # the window around it

    def show_strip(self, is_wanted: bool) -> None:
        """View > Frame strip. It still hides where there is no room for it."""
        self.wants_strip = is_wanted
        self._context.actions[Act.FRAME_STRIP].setChecked(is_wanted)
        self._place_strip()

    def _place_strip(self) -> None:
        has_room = self.window().height() >= STRIP_FROM_HEIGHT
        is_mode = self.mode is CompareMode.SIDE_BY_SIDE and not self._state.is_blind
        self.strip.setVisible(self.wants_strip and has_room and is_mode)

    @Slot()
    def _show_zoom(self) -> None:
        canvas = self.canvas
        self.bar.set_zoom(canvas.zoom.scale, canvas.scale)
        self.bar.set_linked(canvas.is_linked)
        self._context.actions[Act.LINK_PICTURES].setChecked(canvas.is_linked)

    @Slot()
    def _show_look(self) -> None:
        self.bar.set_gain(self.canvas.look.gain)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()
        self._place_strip()

    @Slot()
    def _fit_words(self) -> None:
        is_narrow = self._context.theme.text.is_narrow(self.window().width())
        self.bar.set_compact(is_narrow)
        self.transport.set_compact(is_narrow)

    # wiring

    def _connect(self) -> None:
        self._context.theme.changed.connect(self._fit_words)
        self.feed.refreshed.connect(self._scene_refreshed)
        self.feed.emptied.connect(self.canvas.clear)
        self.comparison.changed.connect(self._compare_changed)
        self._state.playhead_moved.connect(self._playhead_moved)
        self.player.shown.connect(self._paint)
        self.player.waiting_changed.connect(self.canvas.set_waiting)
        self.player.playing_changed.connect(self._playing_changed)
        self.player.pace_changed.connect(self._pace_changed)
        self._connect_bar()
        self._connect_transport()
        self.line.use_asked.connect(self.use_asked)
        self.blind.line.use_asked.connect(self.use_asked)
        self.blind.line.closed.connect(self._show_compare)
        self.line.compare_asked.connect(self.comparison.compare)
        self.strip.frame_asked.connect(self.go_to)

    def _connect_bar(self) -> None:
        self.bar.mode_asked.connect(self.set_mode)
        self.bar.compare_asked.connect(self._state.set_compare)
        self.bar.swap_asked.connect(self.comparison.swap)
        self.bar.scale_asked.connect(self.canvas.set_scale)
        self.bar.gain_asked.connect(self.canvas.set_gain)
        self.bar.link_asked.connect(self.canvas.set_linked)
        self.bar.full_screen_asked.connect(self.full_screen_asked)
        self.canvas.zoom_changed.connect(self._show_zoom)
        self.canvas.look_changed.connect(self._show_look)

    def _connect_transport(self) -> None:
        self.transport.boundary_asked.connect(self.playing.go_to_boundary)
        self.transport.step_asked.connect(self.step)
        self.transport.shuttle_asked.connect(self.player.shuttle)
        self.transport.play_pause_asked.connect(self.player.play_pause)
        self.playing.loops.changed.connect(self.loop_changed)
        self.transport.loop_asked.connect(self.set_looping)
        self.transport.reach_asked.connect(self.set_reach)
        self.transport.speed_asked.connect(self.set_speed)

    @Slot(int)
    def _playhead_moved(self, _frame: int) -> None:
        self._show_place()


def _with_scene_version(shown: Shown, current: Version | None) -> Shown:
    """The scene's own view says which version plays there, without a letter."""
    if len(shown.views) != 1 or shown.views[0].side.letter:
        return shown
    return shown.of_version(current)
