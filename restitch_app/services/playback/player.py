"""Opens the views of a project: the scene, single versions, small pictures for strips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from restitch_app.domain.spans import Span
from restitch_app.domain.versions import Scene, Version
from restitch_app.media.reader import ClipReader, open_reader
from restitch_app.media.sound import SceneSound, scene_sound
from restitch_app.services.playback.cache import LIMIT_BYTES, FrameCache
from restitch_app.services.playback.converting import small_picture
from restitch_app.services.playback.decoded_frames import DecodedFrames
from restitch_app.services.playback.decoding import Decoders
from restitch_app.services.playback.places import Places, ScenePlaces, VersionPlaces
from restitch_app.services.project.project import Project
from restitch_app.services.remedies.patch_sounds import patch_sounds

STRIP_FRAMES = 12


class Playback:
    """Frames of one project for players. Safe on any thread; its views share one cache."""

    def __init__(self, project: Project, limit_bytes: int = LIMIT_BYTES) -> None:
        self._project = project
        self.cache = FrameCache(limit_bytes)

    def set_limit(self, limit_bytes: int) -> None:
        """Memory for decoded frames and ready pictures, kept from now on."""
        self.cache.set_limit(limit_bytes)

    def scene_frames(
        self, spans: Sequence[Span], on_ready: Callable[[int], object]
    ) -> DecodedFrames:
        """The scene as `Project.spans` lists it: what is exported, treatments included.

        `on_ready(scene_frame)` is called on the view's own thread.
        """
        return self._view(ScenePlaces(spans), on_ready)

    def version_frames(
        self, spans: Sequence[Span], version: Version, on_ready: Callable[[int], object]
    ) -> DecodedFrames:
        """The scene with one version's own file in its segment; frames as in `scene_frames`."""
        return self._view(VersionPlaces(spans, version), on_ready)

    def small_frames(
        self, spans: Sequence[Span], height_px: int, on_ready: Callable[[int], object]
    ) -> DecodedFrames:
        """The scene in small, for strips of frames."""
        return DecodedFrames(
            ScenePlaces(spans),
            Decoders(self._open),
            self.cache,
            on_ready,
            convert=partial(small_picture, height_px=height_px),
            ready=2 * STRIP_FRAMES,
        )

    def sound(self, spans: Sequence[Span], scene: Scene) -> SceneSound | None:
        """What the scene sounds like, as it is exported; None where no clip has sound.

        Reads files: not on the window's thread. Raises MediaError or StorageError.
        """
        project = self._project
        sounds = patch_sounds(project, scene.id)
        return scene_sound(
            spans,
            project.path,
            scene.rate,
            {},
            lambda path: project.frame_index(project.relative(path)),
            lambda span: sounds.get((span.file, span.frames)),
        )

    def _view(self, places: Places, on_ready: Callable[[int], object]) -> DecodedFrames:
        return DecodedFrames(places, Decoders(self._open), self.cache, on_ready)

    def _open(self, file: str) -> ClipReader:
        return open_reader(self._project.path(file), self._project.frame_index(file))
