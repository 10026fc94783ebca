"""Where a scene frame lies on the screen, and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

FIT = 1.0
WIDEST_FRAME_PX = 24.0
"""No frame needs to be wider: the next one stays in sight."""
INSET_LEFT_PX, INSET_RIGHT_PX = 6.0, 14.0


@dataclass(frozen=True)
class TimeScale:
    """Positions in pixels, from the left edge of the lane's visible part.

    Frame n of the scene covers `x_of(n)` to `x_of(n + 1)`. `zoom` 1.0 fits the scene into the lane.
    """

    frames: int
    """Of the scene; 0 while there is none."""
    width_px: float
    """Of the lane, its insets included."""
    zoom: float = FIT
    scroll_px: float = 0.0

    @cached_property
    def frame_px(self) -> float:
        """Width of one frame."""
        return self._fit_px * self.zoom

    @property
    def content_px(self) -> float:
        """Width of the whole scene with the insets."""
        return self.frames * self.frame_px + INSET_LEFT_PX + INSET_RIGHT_PX

    @property
    def furthest_scroll_px(self) -> float:
        return max(0.0, self.content_px - self.width_px)

    @property
    def greatest_zoom(self) -> float:
        return max(FIT, WIDEST_FRAME_PX / self._fit_px)

    def x_of(self, scene_frame: float) -> float:
        return INSET_LEFT_PX + scene_frame * self.frame_px - self.scroll_px

    def frame_at(self, x_px: float) -> int:
        """The scene frame drawn there; the first or last one outside the scene."""
        frame = int((x_px + self.scroll_px - INSET_LEFT_PX) // self.frame_px)
        return max(0, min(frame, self.frames - 1))

    def visible(self) -> tuple[int, int]:
        """First frame in sight, and the first one after the last."""
        if not self.frames:
            return 0, 0
        return self.frame_at(0), self.frame_at(self.width_px) + 1

    def zoomed(self, zoom: float, anchor_px: float | None = None) -> TimeScale:
        """The frame under `anchor_px` (the middle, when None) stays where it is."""
        anchor = self.width_px / 2 if anchor_px is None else anchor_px
        frame = (anchor + self.scroll_px - INSET_LEFT_PX) / self.frame_px
        scaled = replace(self, zoom=max(FIT, min(zoom, self.greatest_zoom)))
        return scaled.scrolled_to(INSET_LEFT_PX + frame * scaled.frame_px - anchor)

    def scrolled_to(self, scroll_px: float) -> TimeScale:
        return replace(self, scroll_px=max(0.0, min(scroll_px, self.furthest_scroll_px)))

    def resized(self, frames: int, width_px: float) -> TimeScale:
        """The same zoom on another scene or lane; the first frame in sight stays first."""
        first = self.scroll_px / self.frame_px
        fitted = replace(self, frames=frames, width_px=width_px)
        fitted = replace(fitted, zoom=min(self.zoom, fitted.greatest_zoom))
        return fitted.scrolled_to(first * fitted.frame_px)

    def showing(self, first_frame: int, stop_frame: int, margin_px: float = 24.0) -> TimeScale:
        """Scrolled as little as puts these frames in sight; their start, where they do not fit."""
        left, right = self.x_of(first_frame) - margin_px, self.x_of(stop_frame) + margin_px
        if left < 0 or right - left > self.width_px:
            return self.scrolled_to(self.scroll_px + left)
        return self.scrolled_to(self.scroll_px + max(0.0, right - self.width_px))

    @property
    def _fit_px(self) -> float:
        return max(1.0, self.width_px - INSET_LEFT_PX - INSET_RIGHT_PX) / max(1, self.frames)
