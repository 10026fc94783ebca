"""A downloaded render becomes a version: read, judged, measured, recorded."""

from __future__ import annotations

import logging
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from restitch_app.analysis.quality.stats import SeedPicture
from restitch_app.comfy.bindings.hand_off import without_hand_off
from restitch_app.domain.errors import MediaError
from restitch_app.domain.frames import ClipFacts
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import (
    CheckName,
    ExpectedFormat,
    QualityReport,
    Verdict,
    summed_up,
)
from restitch_app.domain.versions import Picture, Version
from restitch_app.media.lossless import needs_lossless_copy, write_lossless_copy
from restitch_app.services.imports.clip_scan import ClipScanner, ScannedClip, file_sha256
from restitch_app.services.jobs.hand_off import HandOffs
from restitch_app.services.jobs.kept_frames import KeptFrames
from restitch_app.services.project.made_names import lossless_beside
from restitch_app.services.project.project import Project
from restitch_app.services.review.versions import Versions
from restitch_app.store.values import NewVersion

log = logging.getLogger(__name__)

NO_PICTURES = ClipFacts(
    width=0,
    height=0,
    rate=Fraction(1),
    frame_count=0,
    codec="unknown",
    pixel_format="unknown",
    is_variable_rate=False,
    has_sound=False,
)


class TakeResult:
    def __init__(
        self,
        project: Project,
        scanner: ClipScanner,
        versions: Versions,
        hand_offs: HandOffs,
        kept: KeptFrames,
    ) -> None:
        self._project = project
        self._scanner = scanner
        self._versions = versions
        self._hand_offs = hand_offs
        self._kept = kept

    def record(self, job: JobRecord, path: Path, ctx: JobContext) -> Version:
        """Record the file as a candidate, with QA and both boundaries. May be done again.

        A file that cannot play in its place is kept as a failed candidate with the reason.
        MediaError where the file has vanished, or where a neighbour cannot be read: the new version
        is then recorded all the same, and a second try checks it without rendering it again.
        """
        if not path.is_file():
            hint = "Submit the job again"
            if self.recorded(job) is not None:
                hint = "Put it back and submit the job again, or regenerate the segment"
            raise MediaError("The downloaded render has vanished", str(path), hint)
        if not self._kept.is_joined(job, path):
            self._kept.refuse_without(job)
        try:
            render = playable(path, ctx)
            clip = self._kept.joined(job, render, ctx)
            scanned = self._scanner.scan(clip, ctx, "Checking the take")
        except MediaError as error:
            return self._project.store.versions.add(self._unreadable(job, path, str(error)))
        kept = job.kept_frames if self._kept.is_joined(job, clip) else 0
        quality = self._quality(job, scanned, kept)
        store = self._project.store
        with store.transaction():
            version = store.versions.add(self._readable(job, scanned, _failure(quality), kept))
            store.versions.set_quality(version.id, quality)
        if kept and clip != render:
            self._kept.discard_parts(render)
        if version.failure is None:
            self._check_around(version, ctx)
        return store.versions.get(version.id)

    def recorded(self, job: JobRecord) -> Version | None:
        """The version that this job has made already; None while it has none."""
        return self._project.store.versions.of_job(job.id)

    def _quality(self, job: JobRecord, clip: ScannedClip, kept: int) -> QualityReport:
        expected = self._expected(job, clip.facts.frame_count, kept)
        limits = self._project.settings().quality
        # A clip with kept frames begins as the old one did: its seed frame lies inside.
        seed = None if kept else self._seed_picture(job, clip.facts)
        quality = clip.quality(expected, limits, seed)
        if not kept or limits.is_off:
            return quality
        meeting = self._kept.check(clip.file, kept, clip.facts.frame_count)
        return summed_up([*quality.checks, meeting]) if meeting is not None else quality

    def _seed_picture(self, job: JobRecord, facts: ClipFacts) -> SeedPicture | None:
        """None where it is gone: the render was paid for, and the other checks can be made."""
        try:
            return self._scanner.seed_picture(_seed_frame(job), facts)
        except MediaError as error:
            log.warning("job %s is judged without its seed frame: %s", job.id, error)
            return None

    def _check_around(self, version: Version, ctx: JobContext) -> None:
        try:
            self._versions.check_around(version, ctx)
        except MediaError as error:
            raise MediaError(
                f"v{version.number} of segment {version.sequence_index + 1} is here, but cannot be "
                "compared with its neighbour",
                f"{error.title}. It stays a candidate",
                "Put the neighbour's clip back and submit the job again: nothing is rendered again",
            ) from error

    def _expected(self, job: JobRecord, frame_count: int, kept: int) -> ExpectedFormat:
        """Of the first clip of a scene only its length is known: it settles the rest."""
        versions = self._project.store.versions
        previous = versions.get(job.previous_segment_id) if job.previous_segment_id else None
        frames = _expected_frames(job, previous, frame_count, kept)
        if versions.segment_count(job.scene_id) == 0:
            return ExpectedFormat(frames)
        scene = self._project.store.scenes.get(job.scene_id)
        return ExpectedFormat(frames, scene.rate, scene.width, scene.height)

    def _readable(
        self, job: JobRecord, clip: ScannedClip, failure: str | None, kept: int
    ) -> NewVersion:
        new = replace(
            self._new(job, clip.file, clip.sha256, clip.size_bytes, clip.facts, failure),
            first_frame=clip.first_frame,
            last_frame=clip.last_frame,
            hand_off=self._hand_offs.kept(job, clip),
            frame_index=clip.index.to_bytes(),
        )
        if not kept or job.kept_from_version_id is None:
            return new
        old = self._project.store.versions.get(job.kept_from_version_id)
        return replace(  # its first frames rest on what the old version's rested on
            new,
            kept_frames=kept,
            kept_from_version_id=old.id,
            seed_frame=old.seed_frame,
            seed_from_version_id=old.seed_from_version_id,
            seed_back=old.seed_back,
            lineage=old.lineage,
        )

    def _unreadable(self, job: JobRecord, path: Path, reason: str) -> NewVersion:
        file, size_bytes = self._project.relative(path), path.stat().st_size
        return self._new(job, file, file_sha256(path), size_bytes, NO_PICTURES, reason)

    def _workflow_id(self, job: JobRecord) -> int | None:
        """None where it was removed while the job ran."""
        known = {record.id for record in self._project.store.workflows.list()}
        return job.workflow_id if job.workflow_id in known else None

    def _new(
        self,
        job: JobRecord,
        file: str,
        sha256: str,
        size_bytes: int,
        facts: ClipFacts,
        failure: str | None,
    ) -> NewVersion:
        """Without pictures and index, which only a readable clip has."""
        return NewVersion(
            scene_id=job.scene_id,
            sequence_index=job.sequence_index,
            file=file,
            file_sha256=sha256,
            file_bytes=size_bytes,
            facts=facts,
            first_frame=None,
            last_frame=None,
            previous_segment_id=job.previous_segment_id,
            regeneration_count=job.regeneration_count,
            seed_frame=_seed_frame(job),
            seed_from_version_id=job.seed_from_version_id,
            seed_back=job.seed_back,
            parameters=job.parameters,
            end_frame=_end_frame(job),
            end_from_version_id=job.end_from_version_id,
            # Without what we put in to hand the last frame off: the workflow is the reviewer's.
            prompt=without_hand_off(dict(self._project.store.jobs.prompt(job.id))),
            workflow_id=self._workflow_id(job),
            workflow_name=job.workflow_name,
            workflow_shape=job.workflow_shape,
            server_url=job.server_url,
            failure=failure,
            take=job.take,
            request_id=job.request_id,
            job_id=job.id,
        )


def _end_frame(job: JobRecord) -> Picture | None:
    if job.end_frame_hash is None or job.end_frame_file is None:
        return None
    return Picture(job.end_frame_hash, job.end_frame_file)


def playable(path: Path, ctx: JobContext) -> Path:
    """The file itself, or a lossless copy beside an animated picture. Raises MediaError."""
    if needs_lossless_copy(path) is None:
        return path
    write_lossless_copy(path, lossless_beside(path), ctx)
    return lossless_beside(path)


def _seed_frame(job: JobRecord) -> Picture:
    return Picture(job.seed_hash, job.seed_file)


def _failure(quality: QualityReport) -> str | None:
    """Another size, rate or number of frames than asked for can never stand in the scene."""
    for check in quality.checks:
        if check.name is CheckName.FORMAT and check.verdict is Verdict.FAIL:
            return check.message
    return None


def _expected_frames(
    job: JobRecord, previous: Version | None, frame_count: int, kept: int
) -> int | None:
    """Frames asked for; `frame_count` itself where a video model may have rounded to it.

    Models make 4k+1 or 8k+1 frames and round down to that. None where no length is known. `kept`:
    so many of them are those of another version, and were not asked for.
    """
    length = job.parameters.get("length")
    if not isinstance(length, int):
        return None
    rounded = {(length - 1) // step * step + 1 + kept for step in (4, 8)}
    asked_again = previous is not None and length == previous.parameters.get("length")
    if asked_again and previous is not None and not kept:
        is_part = previous.facts.frame_count == length  # of a split: no model made that number
        return frame_count if is_part and frame_count in rounded else previous.facts.frame_count
    return frame_count if frame_count in rounded else length + kept
