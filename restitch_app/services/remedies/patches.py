"""A remedy as what is exported: frames left out, and a lossless patch at full size."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from pathlib import Path

import av

from restitch_app.domain.joins import Patch, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.media.patch import frame_from_rgb, write_patch
from restitch_app.media.reader import open_reader
from restitch_app.services.bridging.generated_frames import GeneratedFrames
from restitch_app.services.project.patch_names import being_made, known_patch, named_by_content
from restitch_app.services.project.project import PATCHES, Project
from restitch_app.services.remedies.frames import JoinPlace, RemedyFrames
from restitch_app.services.remedies.results import RESULTS_VERSION
from restitch_app.services.remedies.trial import recipe_of
from restitch_app.services.remedies.values import Candidate
from restitch_app.smoothing.recipes import Rendered, render
from restitch_app.smoothing.workspace import Workspace


class RemedyPatches:
    def __init__(self, project: Project, frames: RemedyFrames) -> None:
        self._project = project
        self._frames = frames
        self._generated = GeneratedFrames(project)

    def treatment(self, place: JoinPlace, candidate: Candidate, ctx: JobContext) -> Treatment:
        """The candidate as a treatment of the place's join; its patch is on disk then.

        Raises MediaError, StorageError, JobCancelled.
        """
        trim_left = place.base.trim_left + candidate.trim_left
        trim_right = place.base.trim_right + candidate.trim_right
        if not candidate.frames_changed:
            return Treatment(candidate.name, trim_left, trim_right)
        folder, stem = self._project.path(PATCHES), self._stem(place, candidate)
        path = known_patch(folder, stem)
        if path is None:
            path = being_made(folder, stem)
            self._write(path, place, candidate, ctx)
            path = named_by_content(path, stem)
        patch = Patch(f"{PATCHES}/{path.name}", candidate.touched_left, candidate.touched_right)
        return Treatment(candidate.name, trim_left, trim_right, patch)

    def _write(self, path: Path, place: JoinPlace, candidate: Candidate, ctx: JobContext) -> None:
        rendered = self._rendered(place, candidate, ctx)
        tail = rendered.left_frames[len(rendered.left_frames) - candidate.touched_left :]
        head = rendered.right_frames[: candidate.touched_right]
        like = self._like(place)
        frames = []
        for picture in (*tail, *head):
            ctx.wait(0)
            frames.append(frame_from_rgb(picture, like))
        write_patch(path, frames, Fraction(place.left.facts.rate))

    def _rendered(self, place: JoinPlace, candidate: Candidate, ctx: JobContext) -> Rendered:
        """At the left clip's own size, as long as the candidate was when it was compared."""
        tail, head = self._frames.sides(place, None, ctx)
        if candidate.file:
            return self._generated.rendered(candidate, tail, head, ctx)
        recipe = recipe_of(candidate.name, candidate.window)
        return render(recipe, tail, head, Workspace(lambda: ctx.wait(0)), room=place.room)

    def _like(self, place: JoinPlace) -> av.VideoFrame:
        """Pixel format and colour tags: a patch is one clip, and has those of the left."""
        version = place.left
        index = self._project.frame_index(version.file)
        with open_reader(self._project.path(version.file), index) as reader:
            return reader.frame(0)

    def _stem(self, place: JoinPlace, candidate: Candidate) -> str:
        """Of what it is made of, so that undo, redo and a second try find it again."""
        told: tuple[object, ...] = (place.key, candidate.name, candidate.window, RESULTS_VERSION)
        if candidate.file:
            told = (*told, candidate.file, candidate.touched_left, candidate.touched_right)
        digest = hashlib.sha256(repr(told).encode()).hexdigest()[:12]
        return f"join_{place.left.id}_{place.right.id}_{digest}"
