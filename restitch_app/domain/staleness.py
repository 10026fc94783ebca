"""Which segments rest on a frame that is no longer there. Decided by lineage alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A current version as staleness sees it."""

    version_id: int
    seed_from_version_id: int | None
    """Whose last frame it was generated from; None for a start image or a chosen picture."""
    seed_hash: str | None
    """Of the seed picture's pixels; None where no seed frame is known."""
    last_frame_hash: str
    approved_upstream: str | None
    """`upstream_fingerprint` at the time of approval; None while not approved."""
    hand_off_hash: str | None = None
    """The last frame before any encoder, where it is kept: the same frame, an encode apart."""

    @property
    def ends(self) -> tuple[str, ...]:
        """Hashes of its last frame, as decoded and as handed off: either seeds the next."""
        handed = () if self.hand_off_hash is None else (self.hand_off_hash,)
        return (self.last_frame_hash, *handed)


def upstream_fingerprints(version_ids: Iterable[int]) -> Iterator[str]:
    """For each position, a fingerprint of everything current before it."""
    upstream = hashlib.sha256()
    for version_id in version_ids:
        yield upstream.hexdigest()[:32]
        upstream.update(f"{version_id};".encode())


def pictures_to_compare(chain: Sequence[ChainLink]) -> list[tuple[str, str]]:
    """Pairs (seed picture, last frame before it) that only a look at the pixels can decide."""
    return [
        (link.seed_hash, end)
        for before, link in pairwise(chain)
        if link.seed_hash is not None
        and link.seed_from_version_id != before.version_id
        and link.seed_hash not in before.ends
        for end in before.ends
    ]


def stale_roots(
    chain: Sequence[ChainLink], same_picture: Callable[[str, str], bool]
) -> tuple[int | None, ...]:
    """For each position None, or the index of the segment whose changed seed frame it rests on.

    Its own index means "seed changed", a smaller one "follows". `same_picture(hash, hash)` is asked
    only for pairs that `pictures_to_compare` lists. A seed frame that is not known is not stale.
    """
    roots: list[int | None] = []
    prints = upstream_fingerprints(link.version_id for link in chain)
    for index, (link, upstream) in enumerate(zip(chain, prints, strict=True)):
        if index == 0 or link.approved_upstream == upstream:
            roots.append(None)
        elif _seed_changed(link, chain[index - 1], same_picture):
            roots.append(index)
        else:
            roots.append(roots[index - 1])
    return tuple(roots)


def _seed_changed(
    link: ChainLink, before: ChainLink, same_picture: Callable[[str, str], bool]
) -> bool:
    if link.seed_hash is None or link.seed_hash in before.ends:
        return False
    if link.seed_from_version_id == before.version_id:
        return False
    return not any(same_picture(link.seed_hash, end) for end in before.ends)
