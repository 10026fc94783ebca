"""One segment becomes two, with exactly the frames it had."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

from restitch_app.analysis.seam import WINDOW_FRAMES
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.joins import Join
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import ExpectedFormat
from restitch_app.domain.splices import Splice
from restitch_app.domain.staleness import upstream_fingerprints
from restitch_app.domain.versions import Version
from restitch_app.media.cutting import cut_clip
from restitch_app.services.actor import ENGINE, current_actor
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.chain.order import MovedNote, OrderChange, SceneOrder
from restitch_app.services.imports.clip_scan import ClipScanner, ScannedClip
from restitch_app.services.project.noted_work import noted
from restitch_app.services.project.project import CLIPS, Project
from restitch_app.services.review.staleness import StaleChange
from restitch_app.services.workflows.segment import SegmentWorkflows
from restitch_app.store.values import NewVersion


@dataclass(frozen=True, slots=True)
class _Part:
    frames: FrameRange
    """Of the version that is split."""
    clip: ScannedClip


class Splitting:
    def __init__(
        self,
        project: Project,
        scanner: ClipScanner,
        boundaries: Boundaries,
        order: SceneOrder,
        workflows: SegmentWorkflows,
    ) -> None:
        self._project = project
        self._scanner = scanner
        self._boundaries = boundaries
        self._order = order
        self._workflows = workflows

    def split(self, version: Version, frame: int, kind: str, ctx: JobContext) -> StaleChange:
        """The current version's frames before `frame` become a new version of its segment, the
        rest a new segment after it, both bit-equal to what was decoded.

        Notes and treatments go with their frames, approvals stay, nothing becomes stale.
        Raises WrongUse for a frame that cannot be the first of the second segment, MediaError for a
        file that cannot be read, StorageError from the disk.
        """
        self._refuse(version, frame)
        self._order.refuse_while_working(version.scene_id, version.sequence_index)
        sides = FrameRange(0, frame), FrameRange(frame, version.facts.frame_count)
        places = [self._free(Path(version.file).stem, frames) for frames in sides]
        names = [place.name for place in places]
        with noted(self._project, *names), self._made() as made:
            first, second = (
                self._part(version, frames, place, made, ctx)
                for frames, place in zip(sides, places, strict=True)
            )
            head: Version | None = None
            tail: Version | None = None

            def make() -> OrderChange:
                nonlocal head, tail
                head = self._head(version, first)
                tail = self._tail(version, head, second)
                return self._change(version, head, tail, frame)

            def settle() -> None:
                assert head is not None
                assert tail is not None
                self._judge_as(version, (head, tail))
                self._join(version, head, tail)

            detail = {"segment": version.sequence_index + 1, "frame": frame + 1}
            return self._order.carry_out(
                version.scene_id,
                make,
                kind,
                detail,
                ctx,
                settle=settle,
                done=made.clear,  # they are versions' from then on
            )

    def _refuse(self, version: Version, frame: int) -> None:
        total, number = version.facts.frame_count, version.sequence_index + 1
        if not 0 < frame < total:
            raise WrongUse(
                f"Segment {number} cannot be split at frame {frame + 1}",
                f"It has {total} frames",
                f"Choose a frame from 2 to {total}" if total > 1 else "",
            )
        before, after = self._joins(version)
        start = before.treatment.right_taken if before else 0
        stop = total - (after.treatment.left_taken if after else 0)
        if not start < frame < stop:
            raise WrongUse(
                f"Segment {number} cannot be split at frame {frame + 1}",
                "The treatment of its boundary needs the frames there",
                f"Choose a frame from {start + 2} to {stop}, or remove the treatment",
            )

    def _joins(self, version: Version) -> tuple[Join | None, Join | None]:
        store = self._project.store
        before, after = store.versions.neighbours(version.scene_id, version.sequence_index)
        return (
            store.joins.get(before.id, version.id) if before else None,
            store.joins.get(version.id, after.id) if after else None,
        )

    @contextmanager
    def _made(self) -> Iterator[list[Path]]:
        """Files made so far; they go where nothing comes of it."""
        made: list[Path] = []
        try:
            yield made
        except BaseException:
            for path in made:
                with suppress(OSError):
                    path.unlink(missing_ok=True)
            raise

    def _part(
        self,
        version: Version,
        frames: FrameRange,
        target: Path,
        made: list[Path],
        ctx: JobContext,
    ) -> _Part:
        source = self._project.path(version.file)
        index = self._project.frame_index(version.file)
        path = cut_clip(source, index, frames, target, ctx)
        made.append(path)
        return _Part(frames, self._scanner.scan(path, ctx, "Splitting the segment", made))

    def _free(self, stem: str, frames: FrameRange) -> Path:
        plain = f"{stem}_{frames.start + 1}-{frames.stop}"
        folder = self._project.path(CLIPS)
        names = chain([plain], (f"{plain}_{number}" for number in count(2)))
        return next(
            folder / name for name in names if not any(folder.glob(f"{glob.escape(name)}.*"))
        )

    def _head(self, version: Version, part: _Part) -> Version:
        new = self._new(version, part, version.sequence_index)
        return self._recorded(replace(new, first_frame=version.first_frame), part)

    def _tail(self, version: Version, head: Version, part: _Part) -> Version:
        """Made from the last frame of the first part."""
        index = self._project.store.splices.next_removed(version.scene_id)
        new = replace(
            self._new(version, part, index),
            previous_segment_id=None,
            seed_frame=head.last_frame,
            seed_from_version_id=head.id,
            seed_back=0,
            # The very picture: what follows was made from it, and knows it by its hash.
            last_frame=version.last_frame,
            hand_off=version.hand_off,
            end_frame=version.end_frame,
            end_from_version_id=version.end_from_version_id,
            kept_frames=max(0, version.kept_frames - part.frames.start),
        )
        return self._recorded(new, part)

    def _new(self, version: Version, part: _Part, sequence_index: int) -> NewVersion:
        clip = part.clip
        prompt, parameters = self._workflows.shortened(version, len(part.frames))
        return NewVersion(
            scene_id=version.scene_id,
            sequence_index=sequence_index,
            file=clip.file,
            file_sha256=clip.sha256,
            file_bytes=clip.size_bytes,
            facts=clip.facts,
            first_frame=clip.first_frame,
            last_frame=clip.last_frame,
            frame_index=clip.index.to_bytes(),
            previous_segment_id=version.id,
            regeneration_count=version.regeneration_count,
            seed_frame=version.seed_frame,
            seed_from_version_id=version.seed_from_version_id,
            seed_back=version.seed_back,
            lineage=version.lineage,
            parameters=parameters,
            prompt=prompt,
            workflow_id=version.workflow_id,
            workflow_name=version.workflow_name,
            workflow_shape=version.workflow_shape,
            server_url=version.server_url,
            kept_frames=min(version.kept_frames, part.frames.stop),
            kept_from_version_id=version.kept_from_version_id,
        )

    def _recorded(self, new: NewVersion, part: _Part) -> Version:
        store = self._project.store
        scene = store.scenes.get(new.scene_id)
        version = store.versions.add(new)
        expected = ExpectedFormat(None, scene.rate, scene.width, scene.height)
        quality = part.clip.quality(expected, self._project.settings().quality, None)
        store.versions.set_quality(version.id, quality)
        return store.versions.get(version.id)

    def _change(self, version: Version, head: Version, tail: Version, frame: int) -> OrderChange:
        store = self._project.store
        notes = tuple(
            MovedNote(
                note.id,
                version.id,
                note.segment_frame,
                head.id if note.segment_frame < frame else tail.id,
                note.segment_frame - (0 if note.segment_frame < frame else frame),
            )
            for note in store.notes.of_version(version.id)
        )
        _, after = store.versions.neighbours(version.scene_id, version.sequence_index)
        follows = after is not None and after.seed_from_version_id == version.id
        lineage = ((after.id, version.id, tail.id),) if after is not None and follows else ()
        splice = Splice(version.sequence_index + 1, (), (tail.id,))
        return OrderChange(splice, (version.id, head.id), True, notes, lineage)

    def _judge_as(self, version: Version, parts: Sequence[Version]) -> None:
        """What was said of the whole is said of both parts. An approval of what no longer plays
        before it stays as little valid as it was."""
        versions = self._project.store.versions
        ids = [link.version_id for link in versions.chain_links(version.scene_id)]
        prints = dict(zip(ids, upstream_fingerprints(ids), strict=True))
        known = versions.get(version.id)
        first = parts[0]
        for part in parts:
            if known.is_approved:
                holds = known.approved_upstream == prints[first.id]
                upstream = prints[part.id] if holds else known.approved_upstream
                versions.set_approval(part.id, upstream, known.judged_by, known.judged_at or None)
            elif known.needs_work:
                versions.set_needs_work(
                    part.id,
                    needs_work=True,
                    reason=known.work_reason,
                    by=known.judged_by,
                    at=known.judged_at or None,
                )

    def _join(self, version: Version, head: Version, tail: Version) -> None:
        """The outer boundaries are those of the whole; the new one is left exactly as it is."""
        store = self._project.store
        before = store.versions.current_at(version.scene_id, head.sequence_index - 1)
        placed = store.versions.get(tail.id)
        after = store.versions.current_at(version.scene_id, placed.sequence_index + 1)
        known = store.joins.get(before.id, version.id) if before else None
        if known is not None:
            self._carry(replace(known, right_id=head.id), head)
        known = store.joins.get(version.id, after.id) if after else None
        if known is not None:
            self._carry(replace(known, left_id=tail.id), tail)
        self._boundaries.save(self._boundaries.as_it_is(head, placed), ENGINE)

    def _carry(self, join: Join, part: Version) -> None:
        """Measured again where the part is shorter than what a boundary looks at."""
        is_short = part.facts.frame_count <= WINDOW_FRAMES + join.treatment.left_taken
        measures = None if is_short else join.measures
        self._project.store.joins.save(replace(join, measures=measures), current_actor())
