"""Remedies for one boundary: tried on the real frames, measured, and applied as a treatment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import av
import numpy as np

from restitch_app.analysis.boundary import NaturalRange
from restitch_app.domain.boundaries import Boundary, BoundaryClass, judge_boundary
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.join_notes import join_to_note
from restitch_app.domain.joins import UNTREATED, Decision, Join, Patch, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.media.luma import rgb
from restitch_app.media.patch import (
    PlaneArray,
    frame_from_planes,
    frame_from_rgb,
    planes,
    write_patch,
)
from restitch_app.media.reader import open_reader
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries import DROP_REPEAT, Boundaries
from restitch_app.services.project import PATCHES, Project
from restitch_app.smoothing.blend import Plane, blend
from restitch_app.smoothing.gate import sharpness_loss
from restitch_app.smoothing.reextract import reextract

BLEND_FRAMES = 4
REEXTRACT_FRAMES = 12
LARGEST_WINDOW = 48


class Method(StrEnum):
    AUTO = "auto"
    BLEND = "blend"
    REEXTRACT = "reextract"
    NONE = "none"
    """Take the treatment away; only a repeated seed frame stays left out."""


@dataclass(frozen=True, slots=True)
class Smoothed:
    """One remedy as it came out on the frames that would be exported."""

    method: Method
    window: int
    """Frames on each side that were blended or searched."""
    before: Boundary
    """As the boundary stands without this remedy."""
    after: Boundary
    sharpness_loss: float
    """Largest relative loss of fine detail it causes, 0 to 1."""

    @property
    def gain(self) -> float:
        """SSIM won; negative when the remedy makes the step larger."""
        assert self.before.ssim is not None
        assert self.after.ssim is not None
        return self.after.ssim - self.before.ssim


class Smoothing:
    def __init__(self, project: Project, boundaries: Boundaries) -> None:
        self._project = project
        self._boundaries = boundaries

    def preview(
        self, scene: Scene, left_index: int, method: Method, window: int | None, ctx: JobContext
    ) -> Smoothed:
        """Try a remedy on the real frames and measure it; the boundary stays as it is.

        `window`: frames a side, 1 to 48; None for the method's usual one. Raises WrongUse where it
        does not fit, NotFound for no such boundary.
        """
        before = self._boundaries.at(scene, left_index, ctx)
        if before.join.decision is Decision.CUT:
            raise WrongUse(f"Boundary {before.label} is a cut", "Cuts are never smoothed")
        if window is not None and not 1 <= window <= LARGEST_WINDOW:
            raise WrongUse(f"A window of {window} frames cannot be used", "Choose 1 to 48")
        if method is Method.AUTO:
            return self._best(scene, before, window, ctx)
        return self._tried(scene, before, method, window)

    def apply(self, smoothed: Smoothed) -> Boundary:
        """Store what a preview showed as the join's treatment. No version's file changes.

        Raises WrongUse where another decision meanwhile left it no room or other versions there.
        """
        boundary = smoothed.after
        store = self._project.store
        with store.transaction():
            left, right = (
                store.versions.get(one) for one in (boundary.join.left_id, boundary.join.right_id)
            )
            if not (left.is_current and right.is_current):
                raise WrongUse(
                    f"Boundary {boundary.label} has changed",
                    "Another version is current there by now",
                    "Try the remedy again",
                )
            self._refuse_overlap(left, right, boundary.join.treatment)
            before = store.joins.get(boundary.join.left_id, boundary.join.right_id)
            self._boundaries.save(boundary.join, current_actor())
            note = {"method": smoothed.method, "window": smoothed.window}
            self._note("smoothed", boundary, before, boundary.join, note)
        self._boundaries.tell(boundary.left_index)
        return boundary

    def _note(
        self,
        kind: str,
        boundary: Boundary,
        before: Join | None,
        after: Join,
        detail: Mapping[str, object],
    ) -> None:
        """With the join on both sides of the decision, so that it can be undone."""
        self._project.store.events.add(
            kind,
            current_actor(),
            join=(after.left_id, after.right_id),
            detail={
                "boundary": boundary.label,
                "before": join_to_note(before) if before else None,
                "after": join_to_note(after),
                **detail,
            },
        )

    def _best(
        self, scene: Scene, before: Boundary, window: int | None, ctx: JobContext
    ) -> Smoothed:
        """The gentlest remedy that ends the red, else the one that gains most, else none.

        Gentle first: leaving frames out keeps every picture as rendered, a short cross-fade
        doubles fewer contours than a long one.
        """
        wanted = [(Method.REEXTRACT, window)] + [
            (Method.BLEND, frames) for frames in ((window,) if window else (2, 4, 8))
        ]
        tried = []
        for done, (method, frames) in enumerate(wanted):
            ctx.progress(f"Trying remedies for {before.label}", done, len(wanted))
            try:
                remedy = self._tried(scene, before, method, frames)
            except WrongUse:
                continue  # longer than the segments allow
            if remedy.gain > 0 and remedy.after.boundary_class is not BoundaryClass.RED:
                return remedy
            tried.append(remedy)
        tried.append(self._tried(scene, before, Method.NONE, None))
        return max(tried, key=lambda remedy: remedy.gain)

    def _tried(
        self, scene: Scene, before: Boundary, method: Method, window: int | None
    ) -> Smoothed:
        left = self._project.current(scene, before.left_index)
        right = self._project.current(scene, before.left_index + 1)
        base = self._base(before.join, left, right)
        if method is Method.BLEND:
            window = window or BLEND_FRAMES
            treatment = self._blended(left, right, base, window)
        elif method is Method.REEXTRACT:
            window = window or REEXTRACT_FRAMES
            treatment = self._reextracted(left, right, base, window)
        else:
            window, treatment = 0, base
        self._refuse_overlap(left, right, treatment)
        join = self._boundaries.with_treatment(left, right, treatment)
        policy = self._project.settings().boundary_policy
        return Smoothed(
            method,
            window,
            before,
            judge_boundary(before.left_index, join, policy),
            self._sharpness_loss(left, right, base, treatment),
        )

    def _base(self, join: Join, left: Version, right: Version) -> Treatment:
        """What holds without any remedy: a repeated seed frame is still left out, if it can be."""
        repeats = join.measures is not None and join.measures.repeat >= 1.0
        if not (repeats and self._project.settings().trim_repeats):
            return UNTREATED
        return DROP_REPEAT if self._boundaries.fits(left, right, DROP_REPEAT) else UNTREATED

    def _refuse_overlap(self, left: Version, right: Version, treatment: Treatment) -> None:
        if not self._boundaries.fits(left, right, treatment):
            raise WrongUse(
                "The remedy needs more frames than there are",
                f"Segments {left.sequence_index + 1} and {right.sequence_index + 1} are too short, "
                "or the boundary on their other side uses the same frames",
                "Choose a smaller window",
            )

    def _blended(self, left: Version, right: Version, base: Treatment, window: int) -> Treatment:
        patch = Patch(
            f"{PATCHES}/join_{left.id}_{right.id}_blend_{window}_{base.trim_left}.mkv",
            window,
            window,
        )
        treatment = Treatment("blend", base.trim_left, base.trim_right, patch)
        self._refuse_overlap(left, right, treatment)
        if not self._project.path(patch.file).exists():  # whole if it is there: written atomically
            end = left.facts.frame_count - base.trim_left
            tail = self._read(left, FrameRange(end - window, end))
            head = self._read(right, FrameRange(base.trim_right, base.trim_right + window))
            frames = _cross_faded(tail, head)
            write_patch(self._project.path(patch.file), frames, Fraction(left.facts.rate))
        return treatment

    def _reextracted(
        self, left: Version, right: Version, base: Treatment, window: int
    ) -> Treatment:
        """Searched among the frames that `base` leaves: a repeated frame never comes back."""
        before, after = self._boundaries.window(left, right, base, window)
        measures = self._boundaries.measured(left, right).measures
        assert measures is not None
        if measures.natural_median is None or measures.natural_min is None:
            return base  # single frames: there is nothing to choose from
        assert measures.natural_max is not None
        natural = NaturalRange(measures.natural_median, measures.natural_min, measures.natural_max)
        found = reextract(before, after, natural)
        if found.trim_left == found.trim_right == 0:
            return base
        return Treatment(
            "reextract", base.trim_left + found.trim_left, base.trim_right + found.trim_right
        )

    def _sharpness_loss(
        self, left: Version, right: Version, base: Treatment, treatment: Treatment
    ) -> float:
        if treatment.patch is None:
            return 0.0
        frames = treatment.patch.left_frames + 4
        before = self._boundaries.window(left, right, base, frames)
        after = self._boundaries.window(left, right, treatment, frames)
        return sharpness_loss(*before, *after)

    def _read(self, version: Version, frames: FrameRange) -> list[av.VideoFrame]:
        index = self._project.frame_index(version.file)
        with open_reader(self._project.path(version.file), index) as reader:
            return list(reader.frames(frames.start, frames.stop))


def _cross_faded(
    tail: Sequence[av.VideoFrame], head: Sequence[av.VideoFrame]
) -> list[av.VideoFrame]:
    """On the stored samples where both sides have the same kind, which converts no colour."""
    like = tail[0]
    kinds = {(frame.format.name, frame.width, frame.height) for frame in (*tail, *head)}
    if len(kinds) == 1 and _is_planar_8_bit(like):
        return [frame_from_planes(samples, like) for samples in _blended_planes(tail, head)]
    left, right = blend([rgb(frame) for frame in tail], [rgb(frame) for frame in head])
    return [frame_from_rgb(picture, like) for picture in (*left, *right)]


def _blended_planes(
    tail: Sequence[av.VideoFrame], head: Sequence[av.VideoFrame]
) -> list[list[Plane]]:
    """Plane lists of the new frames, in scene order."""
    tails, heads = ([planes(frame) for frame in side] for side in (tail, head))
    new: list[list[Plane]] = [[] for _ in (*tail, *head)]
    for number in range(len(tails[0])):
        left, right = blend(
            [_8_bit(samples[number]) for samples in tails],
            [_8_bit(samples[number]) for samples in heads],
        )
        for samples, plane in zip(new, (*left, *right), strict=True):
            samples.append(plane)
    return new


def _8_bit(plane: PlaneArray) -> Plane:
    return plane.astype(np.uint8, copy=False)


def _is_planar_8_bit(frame: av.VideoFrame) -> bool:
    parts = frame.format.components
    return len(frame.planes) == len(parts) and all(part.bits == 8 for part in parts)
