"""The scene as one file: exactly the list of spans, copied where nothing touched it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from restitch_app.domain.errors import MediaError, StorageError, WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.masters import MasterKind
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import Span, scene_frame_count, sliced
from restitch_app.domain.versions import Scene
from restitch_app.media.atomic import make_folder, storage_errors
from restitch_app.media.index import FrameIndex
from restitch_app.media.master import MasterReport, write_master
from restitch_app.media.sound import SoundOf
from restitch_app.media.stitch import StitchReport, stitch
from restitch_app.services.actor import current_actor
from restitch_app.services.export_speeds import ExportSpeeds, FilmTook
from restitch_app.services.imports.clip_scan import file_sha256
from restitch_app.services.project.project import MEDIA, Project
from restitch_app.services.remedies.patch_sounds import patch_sounds

EXPORTS = "exports"
log = logging.getLogger(__name__)


def only(frames: FrameRange | None, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """All of a scene for None. Raises WrongUse where it has no such frames."""
    if frames is None:
        return spans
    total = scene_frame_count(spans)
    if not 0 <= frames.start < frames.stop <= total:
        raise WrongUse(
            "These frames are not in the scene",
            f"{frames.start + 1} to {frames.stop}; it has {total}",
            f"Choose frames from 1 to {total}",
        )
    return sliced(spans, frames)


@dataclass(frozen=True, slots=True)
class Exported:
    path: Path
    report: StitchReport
    stale: tuple[int, ...]
    """Sequence indices of segments that were stale when the film was begun."""


@dataclass(frozen=True, slots=True)
class Mastered:
    path: Path
    kind: MasterKind
    report: MasterReport
    stale: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Playing:
    """What is to be written, as of one moment: others may work on the scene meanwhile."""

    spans: tuple[Span, ...]
    sound_of: SoundOf
    stale: tuple[int, ...]


class Exporting:
    def __init__(self, project: Project, speeds: ExportSpeeds) -> None:
        self._project = project
        self._speeds = speeds

    def export(
        self, scene: Scene, out: Path, ctx: JobContext, frames: FrameRange | None = None
    ) -> Exported:
        """Write the film; the container follows the suffix (.mp4, .mov, .mkv).

        `frames`: only these scene frames; see `frames_of`.
        `out` appears whole, or stays as it was: MediaError, StorageError, WrongUse, JobCancelled.
        """
        out = self._checked(scene, out)
        playing = self._playing(scene, frames)
        report = stitch(
            playing.spans,
            self._project.path,
            out,
            scene.rate,
            ctx,
            index_of=self._index_of,
            sound_of=playing.sound_of,
        )
        self._note(out, report.frames)
        self._speeds.note(
            FilmTook(report.size_bytes, report.encoded_pixels, report.encoding_s, report.rest_s)
        )
        return Exported(out, report, playing.stale)

    def master(
        self,
        scene: Scene,
        out: Path,
        kind: MasterKind,
        ctx: JobContext,
        frames: FrameRange | None = None,
    ) -> Mastered:
        """Write every frame encoded anew; raises as `export`, see `media.master`."""
        out = self._checked(scene, out)
        playing = self._playing(scene, frames)
        report = write_master(
            kind,
            playing.spans,
            self._project.path,
            out,
            scene.rate,
            ctx,
            index_of=self._index_of,
            sound_of=playing.sound_of,
        )
        self._note(out, report.frames)
        return Mastered(out, kind, report, playing.stale)

    def own_folder(self) -> Path:
        """The project's folder for films, for those who may write nowhere else; made where it is
        missing. Raises StorageError, and WrongUse for a link: a project that somebody handed over
        must not say where else films are written to."""
        folder = self._project.folder / EXPORTS
        if folder.is_symlink():
            raise WrongUse(
                "The project's folder of exports is a link",
                f"{folder}; nothing was written",
                "Put a folder in its place",
            )
        with storage_errors(folder):
            make_folder(folder)
        return folder

    def frames_of(self, scene: Scene, sequence_index: int) -> FrameRange:
        """The scene frames that a segment covers. Raises NotFound."""
        self._project.current(scene, sequence_index)
        return self._project.segment_ranges(scene)[sequence_index]

    def _checked(self, scene: Scene, out: Path) -> Path:
        out = out.absolute()
        if _is_inside(out, self._project.folder / MEDIA):
            raise WrongUse(
                "A film cannot be written among the project's own clips",
                str(out),
                "Choose another folder",
            )
        self._refuse_source(scene, out)
        return out

    def _playing(self, scene: Scene, frames: FrameRange | None) -> _Playing:
        with self._project.store.snapshot():
            spans = only(frames, self._project.spans(scene))
            playing = _Playing(spans, self._sound_of(scene), self._stale(scene, spans))
        self._refuse_missing(spans)
        return playing

    def _sound_of(self, scene: Scene) -> SoundOf:
        sounds = patch_sounds(self._project, scene.id)

        def origin(span: Span) -> tuple[str, FrameRange] | None:
            for (file, frames), (sound_file, sounding) in sounds.items():
                if file == span.file and frames.start <= span.frames.start < frames.stop:
                    start = sounding.start + span.frames.start - frames.start
                    return sound_file, FrameRange(start, start + len(span.frames))
            return None

        return origin

    def _stale(self, scene: Scene, spans: Sequence[Span]) -> tuple[int, ...]:
        shown = {span.sequence_index for span in spans}
        return tuple(sorted(self._project.store.versions.stale_indices(scene.id) & shown))

    def _note(self, out: Path, frames: int) -> None:
        """The film is whole by now: a project that takes no note of it makes it no failure."""
        try:
            self._project.store.events.add(
                "exported", current_actor(), detail={"path": str(out), "frames": frames}
            )
        except StorageError as error:
            log.warning("the export of %s is not noted: %s", out, error)

    def _index_of(self, path: Path) -> FrameIndex:
        return self._project.frame_index(self._project.relative(path))

    def _refuse_source(self, scene: Scene, out: Path) -> None:
        """A slip of the hand must not put the film in the place of a clip it was made from."""
        if not out.is_file():
            return
        versions, size = self._project.store.versions, out.stat().st_size
        if any(version.file_bytes == size for version in versions.current(scene.id)):
            source = versions.by_hash(file_sha256(out), scene.id)
            if source is not None:
                raise WrongUse(
                    "The film would replace one of the scene's own clips",
                    f"{out} is segment {source.sequence_index + 1}; it was left as it is",
                    "Choose another name",
                )

    def _refuse_missing(self, spans: Sequence[Span]) -> None:
        for span in spans:
            path = self._project.path(span.file)
            if not path.is_file():
                raise MediaError(
                    f"A file of segment {span.sequence_index + 1} is missing",
                    str(path),
                    "Restore it, or make another version current",
                )


def _is_inside(path: Path, folder: Path) -> bool:
    """Whatever names lead there: a link, or other capitals where the system does not mind them."""
    return any(above.exists() and above.samefile(folder) for above in path.parents)
