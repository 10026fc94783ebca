"""Joins, kept per pair of versions, and which pictures were found to be the same."""

from __future__ import annotations

from itertools import pairwise

from restitch_app.domain.joins import Join
from restitch_app.store.chain import is_current_in
from restitch_app.store.database import Database, Row
from restitch_app.store.rows import decision_columns, join_of, join_row
from restitch_app.store.tables import joins, now_iso, picture_matches, segments


class JoinQueries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, left_id: int, right_id: int) -> Join | None:
        row = self._row(left_id, right_id)
        return join_of(row) if row is not None else None

    def save(self, join: Join, by: str) -> Join:
        """Store the pair as it is now; returns it as it is stored.

        A decision keeps the name, time and reason of who made it first, when the join is measured
        again; one that says by whom and when (an undo) is stored so.
        """
        now = now_iso()
        row = join_row(join) | {"updated_by": by, "updated_at": now}
        with self._database.transaction():
            known = self._row(join.left_id, join.right_id)
            if join.decided is not None or known is None or known["decision"] != row["decision"]:
                row |= decision_columns(join, by, now)
            if known is None:
                chained = join.is_chained or self._is_chained(join.left_id, join.right_id)
                row["is_chained"] = int(chained)
                self._database.run(joins.insert(**row))
            else:
                self._database.run(joins.update(**row).where(joins.c.id == known["id"]))
            stored = self.get(join.left_id, join.right_id)
            assert stored is not None
            return stored

    def for_scene(self, scene_id: int) -> dict[tuple[int, int], Join]:
        """Joins between neighbouring current versions, in scene order, by (left, right).

        A boundary whose pair was never measured nor treated is not among them.
        """
        current = (
            segments.select(segments.c.id)
            .where(is_current_in(scene_id))
            .order_by(segments.c.sequence_index)
        )
        with_left = joins.select().where(
            joins.c.left_id.in_(segments.select(segments.c.id).where(is_current_in(scene_id)))
        )
        ids = [row["id"] for row in self._database.rows(current)]
        known = {(row["left_id"], row["right_id"]): row for row in self._database.rows(with_left)}
        return {pair: join_of(known[pair]) for pair in pairwise(ids) if pair in known}

    def with_patches(self, scene_id: int) -> tuple[Join, ...]:
        """All of the scene that have one, of neighbours or of versions that stand elsewhere now."""
        of_scene = segments.select(segments.c.id).where(segments.c.scene_id == scene_id)
        rows = self._database.rows(
            joins.select()
            .where(joins.c.left_id.in_(of_scene) & joins.c.patch_file.is_null(False))
            .order_by(joins.c.id)
        )
        return tuple(join_of(row) for row in rows)

    def _is_chained(self, left_id: int, right_id: int) -> bool:
        right = self._database.first(
            segments.select(segments.c.seed_from_version_id).where(segments.c.id == right_id)
        )
        return right is not None and right["seed_from_version_id"] == left_id

    def picture_match(self, hash_a: str, hash_b: str) -> bool | None:
        """Whether a look at the pixels found the two to be one picture; None: nobody looked."""
        first, second = sorted((hash_a, hash_b))
        row = self._database.first(
            picture_matches.select(picture_matches.c.same).where(
                (picture_matches.c.hash_a == first) & (picture_matches.c.hash_b == second)
            )
        )
        return bool(row["same"]) if row is not None else None

    def save_picture_match(self, hash_a: str, hash_b: str, *, same: bool) -> None:
        first, second = sorted((hash_a, hash_b))
        self._database.run(picture_matches.replace(hash_a=first, hash_b=second, same=int(same)))

    def _row(self, left_id: int, right_id: int) -> Row | None:
        return self._database.first(
            joins.select().where((joins.c.left_id == left_id) & (joins.c.right_id == right_id))
        )
