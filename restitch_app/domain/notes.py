"""What a reviewer wrote at a frame."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    id: int
    version_id: int
    segment_frame: int
    """In the version's own count, from 0."""
    text: str
    author: str
    created_at: str
    """ISO time, UTC."""
