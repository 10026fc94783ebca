"""Keeps the stale flags of a scene true after every change of a current version."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from restitch_app.analysis.psnr import is_same_picture
from restitch_app.domain.errors import MediaError
from restitch_app.domain.staleness import ChainLink, pictures_to_compare, stale_roots
from restitch_app.media.pictures import read_png
from restitch_app.services.project.project import PICTURES, Project

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StaleChange:
    """Sequence indices, in scene order."""

    flagged: tuple[int, ...]
    """Everything that is stale now."""
    newly_flagged: tuple[int, ...]
    changed: tuple[int, ...]
    """Where the flag or its reason differs from before: what has to be drawn again."""


class Staleness:
    def __init__(self, project: Project) -> None:
        self._project = project

    def learn(self, chain: Sequence[ChainLink]) -> None:
        """Decode and compare the pictures that `refresh` will need, ahead of its transaction."""
        for seed_hash, last_hash in pictures_to_compare(chain):
            self.same_picture(seed_hash, last_hash)

    def learn_if_current(self, scene_id: int, link: ChainLink, sequence_index: int) -> None:
        """The same for the chain as it would be with this version in its place."""
        chain = self._project.store.versions.chain_links(scene_id)
        if sequence_index <= len(chain):
            self.learn([*chain[:sequence_index], link, *chain[sequence_index + 1 :]])

    def refresh(self, scene_id: int) -> StaleChange:
        """Recompute all flags of the scene. Call inside the transaction that made the change."""
        versions = self._project.store.versions
        roots = stale_roots(versions.chain_links(scene_id), self.same_picture)
        before = versions.stale_indices(scene_id)
        changed = versions.write_stale_roots(scene_id, roots)
        flagged = tuple(index for index, root in enumerate(roots) if root is not None)
        return StaleChange(flagged, tuple(sorted(set(flagged) - before)), changed)

    def same_picture(self, first_hash: str, second_hash: str) -> bool:
        """Whether the two show one picture, as product.md defines it; decodes where nobody looked.

        A picture that cannot be read counts as another one: a flag too many is safe.
        """
        if first_hash == second_hash:
            return True
        joins = self._project.store.joins
        known = joins.picture_match(first_hash, second_hash)
        if known is None:
            try:
                first, second = (read_png(self._picture(h)) for h in (first_hash, second_hash))
            except MediaError as error:
                log.warning("pictures cannot be compared: %s", error)
                return False
            known = is_same_picture(first, second)
            joins.save_picture_match(first_hash, second_hash, same=known)
        return known

    def _picture(self, picture_hash: str) -> Path:
        return self._project.path(f"{PICTURES}/{picture_hash}.png")
