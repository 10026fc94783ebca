"""Changing the order of a scene's segments: rows of versions and of jobs move to other places."""

from __future__ import annotations

from restitch_app.domain.splices import FIRST_REMOVED_INDEX, Splice, new_indices
from restitch_app.store.chain import is_current_in
from restitch_app.store.database import Database
from restitch_app.store.errors import Refused
from restitch_app.store.tables import now_iso, segments

_ASIDE = 1 << 40
"""Rows wait beyond this while others still stand where they go: places are unique."""


class SpliceQueries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self, scene_id: int) -> tuple[int, ...]:
        """The current version of every place, in order."""
        query = (
            segments.select(segments.c.id)
            .where(is_current_in(scene_id))
            .order_by(segments.c.sequence_index)
        )
        return tuple(int(row["id"]) for row in self._database.rows(query))

    def next_removed(self, scene_id: int) -> int:
        """A sequence index beyond every place, for a segment that is in no order yet."""
        highest = self._database.sql(
            "SELECT MAX(sequence_index) FROM segments WHERE scene_id = ?", scene_id
        )[0][0]
        return max(FIRST_REMOVED_INDEX, (highest or 0) + 1)

    def place_of(self, version_id: int) -> int | None:
        """The sequence index of its segment; None where there is no such version."""
        found = self._database.sql("SELECT sequence_index FROM segments WHERE id = ?", version_id)
        return int(found[0][0]) if found else None

    def stands(self, scene_id: int, splice: Splice) -> bool:
        """Whether the order is as the splice left it."""
        if len(self.names(scene_id)) < splice.first + len(splice.after):
            return False
        names = [*splice.after, *(set(splice.before) - set(splice.after))]
        places = [self.place_of(name) for name in names]
        wanted = range(splice.first, splice.first + len(splice.after))
        inside, outside = places[: len(splice.after)], places[len(splice.after) :]
        return inside == list(wanted) and all(
            place is not None and place >= FIRST_REMOVED_INDEX for place in outside
        )

    def carry_out(self, scene_id: int, splice: Splice) -> None:
        """Move all versions and jobs of the segments, and of every segment behind them.

        What leaves the order keeps its versions, with `removed_at` in the one that played; what
        comes back plays that one again. Raises Refused where the order is another by now.
        Flags of the chain are not recomputed here: see `write_stale_roots`.
        """
        with self._database.transaction():
            if not self.stands(scene_id, splice.undone):
                raise Refused(
                    "The segments stand in another order by now",
                    "Nothing was changed",
                    "Look at the scene again",
                )
            now_at = {name: self.place_of(name) for name in {*splice.before, *splice.after}}
            targets = new_indices(splice, self.next_removed(scene_id))
            behind = splice.first + len(splice.before)
            self._aside(scene_id, behind, FIRST_REMOVED_INDEX - 1, splice.shift)
            for name, target in targets.items():
                place = now_at[name]
                assert place is not None, "`stands` found it"
                self._aside(scene_id, place, place, target - place)
                self._retire_or_restore(scene_id, target)
            for table in ("segments", "jobs"):
                self._database.sql(
                    f"UPDATE {table} SET sequence_index = sequence_index - ?1 "
                    "WHERE scene_id = ?2 AND sequence_index >= ?1",
                    _ASIDE,
                    scene_id,
                )

    def _aside(self, scene_id: int, first: int, last: int, shift: int) -> None:
        if shift == 0 and first != last:
            return
        for table in ("segments", "jobs"):
            self._database.sql(
                f"UPDATE {table} SET sequence_index = sequence_index + ? "
                "WHERE scene_id = ? AND sequence_index BETWEEN ? AND ?",
                _ASIDE + shift,
                scene_id,
                first,
                last,
            )

    def _retire_or_restore(self, scene_id: int, target: int) -> None:
        """Of the segment that waits for that place."""
        here = (segments.c.scene_id == scene_id) & (segments.c.sequence_index == target + _ASIDE)
        if target >= FIRST_REMOVED_INDEX:
            self._database.run(
                segments.update(
                    is_current=0, is_stale=0, stale_root_index=None, removed_at=now_iso()
                ).where(here & (segments.c.is_current == 1))
            )
            return
        self._database.run(
            segments.update(is_current=1, removed_at=None).where(
                here & segments.c.removed_at.is_null(False)
            )
        )
