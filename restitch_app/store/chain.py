"""The current versions of a scene in order, and the flags that depend on that order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from peewee import OP, SQL, Expression, Select

from restitch_app.domain.spans import ChainClip
from restitch_app.domain.splices import FIRST_REMOVED_INDEX
from restitch_app.domain.staleness import ChainLink
from restitch_app.domain.versions import Version
from restitch_app.store.database import Database
from restitch_app.store.rows import version_of
from restitch_app.store.tables import segments

_LIGHT_COLUMNS = """
    id scene_id sequence_index version_number is_current previous_segment_id regeneration_count
    stale_root_index boundary_ssim_before boundary_ssim_after file file_sha256 file_bytes
    width height rate_num rate_den frame_count codec pixel_format is_variable_rate has_sound
    colour_matrix colour_range rotation_degrees first_frame_hash first_frame_file
    last_frame_hash last_frame_file seed_frame_hash seed_frame_file seed_from_version_id lineage
    verdict score failure approved_upstream take request_id created_at purged_at needs_work
    parameters_json hand_off_hash hand_off_file end_frame_hash end_frame_file end_from_version_id
    workflow_id workflow_name workflow_shape server_url approved_by approved_at
    kept_frames kept_from_version_id removed_at seed_back
    needs_work_reason needs_work_by needs_work_at
"""
# All but the workflow and the frame index: a scene's worth of those is many megabytes.
# As text, since peewee takes a millisecond to spell out forty columns.
_LIGHT = SQL(", ".join(_LIGHT_COLUMNS.split()))


def select_versions() -> Select:
    return segments.select(_LIGHT)


def is_current_in(scene_id: int) -> Expression:
    # Written as the partial index has it, so that SQLite uses the index.
    condition: Expression = (segments.c.scene_id == scene_id) & (segments.c.is_current == 1)
    return condition


class ChainQueries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self, scene_id: int) -> list[Version]:
        """Current versions by `sequence_index`; a segment without one is left out."""
        query = select_versions().where(is_current_in(scene_id)).order_by(segments.c.sequence_index)
        return [version_of(row) for row in self._database.rows(query)]

    def current_at(self, scene_id: int, sequence_index: int) -> Version | None:
        at = is_current_in(scene_id) & (segments.c.sequence_index == sequence_index)
        row = self._database.first(select_versions().where(at))
        return version_of(row) if row is not None else None

    def neighbours(
        self, scene_id: int, sequence_index: int
    ) -> tuple[Version | None, Version | None]:
        """Current versions right before and right after the segment."""
        beside = segments.c.sequence_index.in_([sequence_index - 1, sequence_index + 1])
        rows = self._database.rows(select_versions().where(is_current_in(scene_id) & beside))
        found = {row["sequence_index"]: version_of(row) for row in rows}
        return found.get(sequence_index - 1), found.get(sequence_index + 1)

    def chain_links(self, scene_id: int) -> list[ChainLink]:
        query = (
            segments.select(
                segments.c.id,
                segments.c.seed_from_version_id,
                segments.c.seed_frame_hash,
                segments.c.last_frame_hash,
                segments.c.approved_upstream,
                segments.c.hand_off_hash,
            )
            .where(is_current_in(scene_id))
            .order_by(segments.c.sequence_index)
        )
        return [ChainLink(*row.values()) for row in self._database.rows(query)]

    def link(self, version_id: int) -> ChainLink | None:
        """The version as staleness sees it; None where there is none, or none with frames."""
        query = segments.select(
            segments.c.id,
            segments.c.seed_from_version_id,
            segments.c.seed_frame_hash,
            segments.c.last_frame_hash,
            segments.c.approved_upstream,
            segments.c.hand_off_hash,
        ).where((segments.c.id == version_id) & segments.c.last_frame_hash.is_null(False))
        row = self._database.first(query)
        return ChainLink(*row.values()) if row is not None else None

    def chain_clips(self, scene_id: int) -> list[ChainClip]:
        query = (
            segments.select(segments.c.id, segments.c.file, segments.c.frame_count)
            .where(is_current_in(scene_id))
            .order_by(segments.c.sequence_index)
        )
        return [ChainClip(*row.values()) for row in self._database.rows(query)]

    def segment_count(self, scene_id: int) -> int:
        """Segments that play. A place whose first results could not be used is none yet."""
        return int(
            self._database.sql(
                "SELECT COUNT(*) FROM segments WHERE scene_id = ? AND is_current = 1", scene_id
            )[0][0]
        )

    def places(self, scene_id: int) -> tuple[int, ...]:
        """Sequence indices that have any version at all, in order."""
        found = self._database.sql(
            "SELECT DISTINCT sequence_index FROM segments "
            "WHERE scene_id = ? AND sequence_index < ? ORDER BY 1",
            scene_id,
            FIRST_REMOVED_INDEX,
        )
        return tuple(row[0] for row in found)

    def stale_indices(self, scene_id: int) -> frozenset[int]:
        """Sequence indices of the stale segments."""
        query = segments.select(segments.c.sequence_index).where(
            is_current_in(scene_id) & (segments.c.is_stale == 1)
        )
        return frozenset(row["sequence_index"] for row in self._database.rows(query))

    def write_stale_roots(self, scene_id: int, roots: Sequence[int | None]) -> tuple[int, ...]:
        """Store `domain.staleness.stale_roots` of the chain; writes only what differs.

        Returns the sequence indices whose flag or root changed. ValueError where `roots` does not
        have one entry for each current version: the chain changed since it was read.
        """
        query = (
            segments.select(segments.c.sequence_index, segments.c.stale_root_index)
            .where(is_current_in(scene_id))
            .order_by(segments.c.sequence_index)
        )
        with self._database.transaction():
            rows = self._database.rows(query)
            if len(rows) != len(roots):
                raise ValueError(f"{len(roots)} roots for a chain of {len(rows)}")
            wanted = [
                (row["sequence_index"], root, row["stale_root_index"] != root)
                for row, root in zip(rows, roots, strict=True)
            ]
            for first, last, root in _changed_runs(wanted):
                self._flag(scene_id, first, last, root)
        return tuple(index for index, _, differs in wanted if differs)

    def _flag(self, scene_id: int, first: int, last: int, root: int | None) -> None:
        self._database.run(
            segments.update(stale_root_index=root, is_stale=int(root is not None)).where(
                is_current_in(scene_id)
                & segments.c.sequence_index.between(first, last)
                & Expression(segments.c.stale_root_index, OP.IS_NOT, root)
            )
        )


def _changed_runs(
    wanted: Sequence[tuple[int, int | None, bool]],
) -> Iterator[tuple[int, int, int | None]]:
    """(first index, last index, root) of each stretch with one root that holds any change."""
    for root, stretch in groupby(wanted, key=lambda entry: entry[1]):
        changed = [index for index, _, differs in stretch if differs]
        if changed:
            yield changed[0], changed[-1], root
