"""Which two versions of a segment a reviewer wants to see beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from restitch_app.domain.versions import Version


def can_play(version: Version) -> bool:
    return version.purged_at is None and version.facts.frame_count > 0


def default_pair(versions: Sequence[Version]) -> tuple[int, int] | None:
    """(A, B) of a segment's versions, newest first: what B replaced, and the newest.

    None where fewer than two can be played.
    """
    playable = [version for version in versions if can_play(version)]
    if len(playable) < 2:
        return None
    newest, *others = playable
    for version in others:
        if version.id == newest.previous_segment_id:
            return version.id, newest.id
    return others[0].id, newest.id


def find(versions: Sequence[Version], version_id: int | None) -> Version | None:
    return next((version for version in versions if version.id == version_id), None)


def candidate(versions: Sequence[Version]) -> Version | None:
    """A usable version that is newer than the current one and waits for a decision."""
    current = next((version for version in versions if version.is_current), None)
    newest = next((v for v in versions if can_play(v) and v.failure is None), None)
    if current is None or newest is None or newest.number <= current.number:
        return None
    return newest
