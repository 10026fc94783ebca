"""Forms in which a scene is written with every frame encoded anew."""

from __future__ import annotations

from enum import StrEnum


class MasterKind(StrEnum):
    PRORES = "prores"
    """ProRes 422 HQ in .mov: 10 bits, not lossless."""
    FFV1 = "ffv1"
    """Lossless for every clip of the first one's pixel format, in .mkv."""
    PNG = "png"
    """A folder of pictures, 8 bits, frame_000001.png and on."""
