"""What is said of the frame in view: below its picture, beside the timecode, to a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from restitch_app.domain.spans import Span
from restitch_app.services.playback.frames import FrameFault
from restitch_app.services.playback.places import first_own_frame
from restitch_app.ui.damage.damage import Damage, damage_told
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.viewer.comparison import Comparison
from restitch_app.ui.viewer.shown import Shown, View
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
        damage = self.damage.get(version.id) if version is not None else None
        if version is None or damage is None or view.side.is_blind:
            return view
        unjudged = replace(version, score=None, verdict=None)  # not this file is what was judged
        side = replace(view.side, version=unjudged)
        count = version.facts.frame_count
        is_lost = own < count and damage.readable_frames < count
        if view.image is None and is_lost and version.sequence_index == segment:
            return View(side, damage_told(version, damage))
        return View(side, view.result)

    def caption(self, frame: int, segment: int | None, view: View) -> str:
        """Below the picture of `view` at this scene frame of `segment`: `Frame 78 of 81`, or
        `Frame 78 missing` where the clip should hold it and it cannot be read."""
        if segment is None:
            return ""
        side = view.side
        own = self._own_frame(frame, segment) + 1
        is_own = side.version is not None and side.version.sequence_index == segment
        version = side.version if is_own else self._state.current(segment)
        count = version.facts.frame_count if version else len(self._state.ranges[segment])
        if side.is_blind:
            return tr("Frame {number}", number=own)  # two versions may be of different length
        if own <= count and isinstance(view.result, FrameFault):
            text = tr("Frame {number} missing", number=own)
        else:
            text = tr("Frame {number} of {count}", number=own, count=count)
        is_plain = is_own or not side.letter
        return text if is_plain else f"{tr('Segment {number}', number=segment + 1)} · {text}"

    def place(self, frame: int) -> str:
        """`Segment 5 · 78 of 81`, of a scene frame; empty outside the scene."""
        segment = self._state.segment_at(frame)
        if segment is None:
            return ""
        own_frame = self._own_frame(frame, segment) + 1
        place = tr("Segment {number}", number=segment + 1)
        if segment == self._state.blind_segment:
            return f"{place} · {own_frame}"
        version = self._state.current(segment)
        count = version.facts.frame_count if version else len(self._state.ranges[segment])
        return tr(
            "{place} · {frame} of {count}", place=Verbatim(place), frame=own_frame, count=count
        )

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
