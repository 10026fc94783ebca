"""Versions: recording them, finding them, which one is current."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, Literal

from peewee import fn

from restitch_app.domain.errors import NotFound
from restitch_app.domain.quality import QualityReport
from restitch_app.domain.versions import Version
from restitch_app.domain.workflows import WorkflowRecord
from restitch_app.store.chain import ChainQueries, is_current_in, select_versions
from restitch_app.store.errors import Refused
from restitch_app.store.quality import write_report
from restitch_app.store.rows import version_of, version_row
from restitch_app.store.tables import from_json, now_iso, segments, to_json
from restitch_app.store.values import NewVersion, Parameters


class Keep(Enum):
    """Says that a value stays as it is, where None is a value too."""

    KEEP = "keep"


KEEP: Literal[Keep.KEEP] = Keep.KEEP


_NO_WORK_NEEDED: Mapping[str, object] = {
    "needs_work": 0,
    "needs_work_reason": "",
    "needs_work_by": None,
    "needs_work_at": None,
}


class VersionQueries(ChainQueries):
    def add(self, new: NewVersion) -> Version:
        """Record a result and give it its number; a job's result is recorded once only."""
        with self._database.transaction():
            if new.job_id is not None:
                known = self.of_job(new.job_id)
                if known is not None:
                    return known
            if new.is_current:
                self._retire(new.scene_id, new.sequence_index)
            row = version_row(new) | {
                "version_number": self._next_number(new.scene_id, new.sequence_index),
                "created_at": now_iso(),
            }
            return self.get(self._database.run(segments.insert(**row)))

    def get(self, version_id: int) -> Version:
        row = self._database.first(select_versions().where(segments.c.id == version_id))
        if row is None:
            raise NotFound(f"There is no version with id {version_id}")
        return version_of(row)

    def history(self, scene_id: int, sequence_index: int) -> list[Version]:
        """All rows of a segment, newest first."""
        query = (
            select_versions()
            .where(_of_segment(scene_id, sequence_index))
            .order_by(segments.c.version_number.desc())
        )
        return [version_of(row) for row in self._database.rows(query)]

    def not_playing(self, scene_id: int) -> list[Version]:
        """All rows of a scene that are not current, newest first within each segment."""
        query = (
            select_versions()
            .where((segments.c.scene_id == scene_id) & (segments.c.is_current == 0))
            .order_by(segments.c.sequence_index, segments.c.version_number.desc())
        )
        return [version_of(row) for row in self._database.rows(query)]

    def by_request(self, request_id: str) -> list[Version]:
        """The takes of one request that were recorded so far, in the order of their takes."""
        query = (
            select_versions().where(segments.c.request_id == request_id).order_by(segments.c.take)
        )
        return [version_of(row) for row in self._database.rows(query)]

    def waiting(self, scene_id: int) -> list[Version]:
        """Results that were asked in place of what is still current, oldest first; purged ones are
        not among them."""
        current = segments.select(segments.c.id).where(is_current_in(scene_id))
        query = (
            select_versions()
            .where(
                (segments.c.scene_id == scene_id)
                & (segments.c.is_current == 0)
                & segments.c.purged_at.is_null()
                & segments.c.previous_segment_id.in_(current)
            )
            .order_by(segments.c.id)
        )
        return [version_of(row) for row in self._database.rows(query)]

    def refused(self, scene_id: int) -> dict[int, Version]:
        """The newest results of segments that cannot be used at all and still have their file, by
        sequence index. A segment whose newest result is usable is not among them.
        """
        later = segments.alias("later")
        is_newest = ~fn.EXISTS(
            later.select(later.c.id).where(
                (later.c.scene_id == segments.c.scene_id)
                & (later.c.sequence_index == segments.c.sequence_index)
                & (later.c.version_number > segments.c.version_number)
            )
        )
        query = select_versions().where(
            (segments.c.scene_id == scene_id)
            & ~segments.c.failure.is_null()
            & segments.c.purged_at.is_null()
            & is_newest
        )
        return {one.sequence_index: one for one in map(version_of, self._database.rows(query))}

    def of_job(self, job_id: int) -> Version | None:
        """What the job made; None while it made nothing."""
        row = self._database.first(select_versions().where(segments.c.job_id == job_id))
        return version_of(row) if row is not None else None

    def by_hash(self, file_sha256: str, scene_id: int) -> Version | None:
        """The scene's first version with exactly this file, at whatever segment."""
        query = (
            select_versions()
            .where((segments.c.file_sha256 == file_sha256) & (segments.c.scene_id == scene_id))
            .order_by(segments.c.id)
            .limit(1)
        )
        row = self._database.first(query)
        return version_of(row) if row is not None else None

    def with_file(self, file: str) -> tuple[Version, ...]:
        """Those that still need the file of that name in the project: purged ones do not."""
        query = select_versions().where((segments.c.file == file) & segments.c.purged_at.is_null())
        return tuple(version_of(row) for row in self._database.rows(query))

    def seeded_from(self, version_id: int) -> tuple[Version, ...]:
        """Made from its last frame, oldest first."""
        query = (
            select_versions()
            .where(segments.c.seed_from_version_id == version_id)
            .order_by(segments.c.id)
        )
        return tuple(version_of(row) for row in self._database.rows(query))

    def with_files(self) -> tuple[Version, ...]:
        """Every version of the project that is not purged, removed segments' too, oldest first."""
        query = select_versions().where(segments.c.purged_at.is_null()).order_by(segments.c.id)
        return tuple(version_of(row) for row in self._database.rows(query))

    def purged(self) -> tuple[Version, ...]:
        """Every version whose file was removed, oldest first."""
        query = select_versions().where(segments.c.purged_at.is_null(False)).order_by(segments.c.id)
        return tuple(version_of(row) for row in self._database.rows(query))

    def job_ids(self) -> frozenset[int]:
        """Of every job that made a version."""
        found = self._database.sql("SELECT job_id FROM segments WHERE job_id IS NOT NULL")
        return frozenset(int(row[0]) for row in found)

    def make_current(self, version_id: int) -> Version:
        """Let this version play; the one that did becomes a candidate and loses its stale flag.

        Raises Refused for a failed result and for one whose file was purged.
        Flags of the chain are not recomputed here: see `write_stale_roots`.
        """
        with self._database.transaction():
            version = self.get(version_id)
            if version.is_current:
                return version
            if version.failure is not None or version.purged_at is not None:
                raise Refused(
                    f"v{version.number} of segment {version.sequence_index + 1} cannot be used",
                    version.failure or "Its file was purged",
                    "Regenerate the segment",
                )
            self._retire(version.scene_id, version.sequence_index)
            self._update(version_id, is_current=1)
            return self.get(version_id)

    def set_quality(self, version_id: int, report: QualityReport) -> None:
        """Store QA's results in place of earlier ones, and the verdict and score they give."""
        with self._database.transaction():
            self._update(version_id, verdict=report.verdict.value, score=report.score)
            write_report(self._database, version_id, report)

    def set_boundary_ssim(
        self,
        version_id: int,
        *,
        before: float | Literal[Keep.KEEP] | None = KEEP,
        after: float | Literal[Keep.KEEP] | None = KEEP,
    ) -> None:
        """SSIM as it will be exported; None where a boundary is no longer measured."""
        given = {"boundary_ssim_before": before, "boundary_ssim_after": after}
        changes = {name: value for name, value in given.items() if value is not KEEP}
        if changes:
            self._update(version_id, **changes)

    def set_approval(
        self, version_id: int, upstream: str | None, by: str, at: str | None = None
    ) -> None:
        """Approve with the fingerprint of what is current upstream, or take approval back (None).

        `at`: when, ISO time; None: now. Who took it back and when is the audit trail's to say.
        """
        when, who = (at or now_iso(), by) if upstream is not None else (None, None)
        columns = {"approved_upstream": upstream, "approved_at": when, "approved_by": who}
        self._update(version_id, **columns, **_NO_WORK_NEEDED)

    def renew_approval(self, version_id: int, upstream: str) -> None:
        """What plays before it has other names, and shows the same: its approval holds."""
        self._update(version_id, approved_upstream=upstream)

    def set_seed_version(self, version_id: int, seed_from_version_id: int) -> None:
        """Its seed frame is found in another version by now: one that was split."""
        self._update(version_id, seed_from_version_id=seed_from_version_id)

    def set_needs_work(
        self,
        version_id: int,
        *,
        needs_work: bool,
        reason: str = "",
        by: str = "",
        at: str | None = None,
    ) -> None:
        """Say that its quality is not good enough yet; what was approved no longer is."""
        columns = dict(_NO_WORK_NEEDED)
        if needs_work:
            columns = {
                "needs_work": 1,
                "needs_work_reason": reason,
                "needs_work_by": by or None,
                "needs_work_at": at or now_iso(),
            }
        with self._database.transaction():
            if needs_work:
                self.set_approval(version_id, None, "")
            self._update(version_id, **columns)

    def mark_purged(self, version_id: int) -> None:
        """The file is gone, the row stays. A second time keeps the first date."""
        if self.get(version_id).purged_at is None:
            self._update(version_id, purged_at=now_iso())

    def regeneration_count(self, scene_id: int, sequence_index: int) -> int:
        """Regeneration requests for the segment so far, whatever became of them."""
        return int(
            self._database.sql(
                "SELECT COUNT(*) FROM (SELECT request_id FROM segments WHERE scene_id = ?1 AND "
                "sequence_index = ?2 AND request_id IS NOT NULL UNION SELECT request_id FROM jobs "
                "WHERE scene_id = ?1 AND sequence_index = ?2)",
                scene_id,
                sequence_index,
            )[0][0]
        )

    def frame_index(self, version_id: int) -> bytes:
        """The clip's index of presentation times as it was recorded; empty where none was."""
        found = self._column(version_id, "frame_index")
        return bytes(found) if found is not None else b""

    def frame_index_of(self, file: str) -> bytes:
        """The same by the file's name in the project; empty where it is no version's."""
        query = segments.select(segments.c.frame_index).where(segments.c.file == file).limit(1)
        row = self._database.first(query)
        return bytes(row["frame_index"]) if row and row["frame_index"] is not None else b""

    def prompt(self, version_id: int) -> dict[str, Any] | None:
        """The workflow that made the version; None where it is not known in API format."""
        return from_json(self._column(version_id, "prompt_json"))

    def editor(self, version_id: int) -> dict[str, Any] | None:
        """The same in the editor's format; None where the clip had it in the other, or none."""
        return from_json(self._column(version_id, "editor_json"))

    def link_workflow(self, version_id: int, workflow: WorkflowRecord | None) -> None:
        """Say which of the project's workflows its prompt is of; None: none that can be told."""
        self._update(
            version_id,
            workflow_id=workflow.id if workflow else None,
            workflow_name=workflow.name if workflow else "",
            workflow_shape=workflow.shape if workflow else "",
        )

    def set_converted(
        self, version_id: int, prompt: Mapping[str, object], parameters: Parameters, shape: str
    ) -> None:
        """Its own workflow, converted from the editor's format since."""
        self._update(
            version_id,
            prompt_json=to_json(prompt),
            parameters_json=to_json(parameters),
            workflow_shape=shape,
        )

    def _column(self, version_id: int, name: str) -> Any:  # noqa: ANN401
        query = segments.select(getattr(segments.c, name)).where(segments.c.id == version_id)
        row = self._database.first(query)
        if row is None:
            raise NotFound(f"There is no version with id {version_id}")
        return row[name]

    def _next_number(self, scene_id: int, sequence_index: int) -> int:
        highest = segments.select(fn.MAX(segments.c.version_number).alias("highest")).where(
            _of_segment(scene_id, sequence_index)
        )
        row = self._database.first(highest)
        return ((row["highest"] if row else None) or 0) + 1

    def _retire(self, scene_id: int, sequence_index: int) -> None:
        self._database.run(
            segments.update(is_current=0, is_stale=0, stale_root_index=None).where(
                is_current_in(scene_id) & (segments.c.sequence_index == sequence_index)
            )
        )

    def _update(self, version_id: int, **columns: object) -> None:
        if not self._database.run(segments.update(**columns).where(segments.c.id == version_id)):
            raise NotFound(f"There is no version with id {version_id}")


def _of_segment(scene_id: int, sequence_index: int) -> Any:  # noqa: ANN401
    return (segments.c.scene_id == scene_id) & (segments.c.sequence_index == sequence_index)
