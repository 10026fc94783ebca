"""What is said of the frame in view: below its picture, beside the timecode, to a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from restitch_app.domain.spans import Span
from restitch_app.services.playback.places import first_own_frame
from restitch_app.ui.damage import Damage, damage_told
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.review_state import ReviewState
from restitch_app.ui.viewer.comparison import Comparison
from restitch_app.ui.viewer.shown import Shown, Side, View
from restitch_app.ui.viewer.wording import score_text, version_text


class FrameWords:
    def __init__(self, state: ReviewState, spans: Callable[[], tuple[Span, ...]]) -> None:
        """`spans`: what plays now."""
        self._state, self._spans = state, spans
        self.damage: Mapping[int, Damage] = {}
        """By version id: whose clip is not as it was recorded."""

    def with_damage(self, shown: Shown, segment: int | None) -> Shown:
        """What is known of a clip that cannot be played comes before what a decoder says of it."""
        if not self.damage or segment is None:
            return shown
        own = self._own_frame(shown.frame, segment)
        return Shown(shown.frame, tuple(self._told(view, segment, own) for view in shown.views))

    def _told(self, view: View, segment: int, own: int) -> View:
        version = view.side.version
        is_own = version is not None and version.sequence_index == segment
        if view.image is not None or version is None or not is_own or view.side.is_blind:
            return view
        damage = self.damage.get(version.id)
        count = version.facts.frame_count
        if damage is None or own >= count or damage.readable_frames >= count:
            return view
        return View(view.side, damage_told(version, damage))

    def caption(self, frame: int, segment: int | None, side: Side) -> str:
        """Below the picture of `side` at this scene frame of `segment`: `Frame 78 of 81`."""
        if segment is None:
            return ""
        own = self._own_frame(frame, segment) + 1
        is_own = side.version is not None and side.version.sequence_index == segment
        version = side.version if is_own else self._state.current(segment)
        count = version.facts.frame_count if version else len(self._state.ranges[segment])
        if side.is_blind:
            return f"Frame {own}"  # two versions may be of different length
        text = f"Frame {own} of {count}"
        return text if is_own or not side.letter else f"Segment {segment + 1} · {text}"

    def place(self, frame: int) -> str:
        """`Segment 5 · 78 of 81`, of a scene frame; empty outside the scene."""
        segment = self._state.segment_at(frame)
        if segment is None:
            return ""
        own = f"Segment {segment + 1} · {self._own_frame(frame, segment) + 1}"
        if segment == self._state.blind_segment:
            return own
        version = self._state.current(segment)
        count = version.facts.frame_count if version else len(self._state.ranges[segment])
        return f"{own} of {count}"

    def description(self, comparison: Comparison) -> str:
        """All that is in view, for a screen reader."""
        sides = [
            side.letter
            if side.is_blind
            else f"{side.letter} {version_text(side.version, comparison.versions)}, "
            f"QA {score_text(side.version)}"
            for side in comparison.sides
            if side.version is not None
        ]
        frame = f"Frame {self._state.playhead + 1} of {self._state.frame_count}"
        return "; ".join([*sides, frame])

    def _own_frame(self, scene_frame: int, segment: int) -> int:
        """In the count of its version's file, where notes hang: trimmed frames count too."""
        start = self._state.ranges[segment].start
        return scene_frame - start + first_own_frame(self._spans(), segment)
