"""Clips that are in the project by now, before there are rows of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from restitch_app.domain.versions import Version
from restitch_app.services.imports.clip_scan import ScannedClip
from restitch_app.services.imports.keeping_clips import SAME_BYTES, KeptClip
from restitch_app.services.imports.origins import Origin, OriginReader
from restitch_app.services.imports.source_clips import SourceClip
from restitch_app.services.imports.wishes import ClipPiece
from restitch_app.services.workflows.files import NamedWorkflow


@dataclass(frozen=True, slots=True)
class ScannedImport:
    source: SourceClip
    kept: KeptClip
    scanned: ScannedClip
    workflow: NamedWorkflow | None

    @property
    def told(self) -> str:
        """What was done with it that is not plain copying; empty for nothing."""
        told = self.kept.note or self.source.lossless_reason or ""
        sequence = self.source.sequence
        if sequence is not None and sequence.missing:
            told += f"; {len(sequence.missing)} of its numbers are missing"
        return told


def files_of(clips: Sequence[ScannedImport]) -> list[tuple[str, NamedWorkflow | None]]:
    """Names and workflows; a clip that was cut counts once."""
    found = {
        (clip.source.path, 0 if clip.source.frames else number): clip
        for number, clip in enumerate(clips, start=1)
    }
    return [(clip.source.path.name, clip.workflow) for clip in found.values()]


def origins_of(
    asked: Sequence[ClipPiece], clips: Sequence[ScannedImport], versions: Sequence[Version]
) -> Iterator[Origin]:
    """In the order asked for, those that were refused too: the same wish is known again."""
    reader = OriginReader()
    waiting = list(zip(clips, versions, strict=True))
    for piece in asked:
        if waiting and waiting[0][0].source.piece == piece:
            clip, version = waiting.pop(0)
            if clip.kept.how in SAME_BYTES:
                reader.learn(piece.path, clip.scanned.size_bytes, clip.scanned.sha256)
            yield reader.origin(piece, clip.kept.how, version.id)
        else:
            yield reader.origin(piece)
