"""A copy, in the scene's size and rate, of a result that differs in them."""

from __future__ import annotations

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import ExpectedFormat
from restitch_app.domain.versions import Scene, Version, is_misfit
from restitch_app.media.conform import Shape, conform_clip
from restitch_app.services.actor import current_actor
from restitch_app.services.imports.clip_scan import ClipScanner
from restitch_app.services.project.project import CLIPS, Project
from restitch_app.services.review.versions import Versions
from restitch_app.store.values import NewVersion


class Converting:
    def __init__(self, project: Project, scanner: ClipScanner, versions: Versions) -> None:
        self._project, self._scanner, self._versions = project, scanner, versions

    def copy(self, scene: Scene, version: Version, ctx: JobContext) -> Version:
        """A new version of the segment, a candidate like any other result; the old one stays.

        Every frame stays, so that at another rate the copy lasts longer or shorter. Blocks for as
        long as decoding and encoding take. Raises WrongUse where there is nothing to convert,
        MediaError, StorageError, JobCancelled.
        """
        if not is_misfit(version, scene):
            raise WrongUse(
                f"v{version.number} of segment {version.sequence_index + 1} is not converted",
                "It has the scene's size and rate, or no frame of it can be read",
                "Choose another version, or regenerate",
            )
        source = self._project.path(version.file)
        shape = Shape(scene.width, scene.height, scene.rate, keeps_frames=True)
        index = self._project.frame_index(version.file)
        target = self._project.path(f"{CLIPS}/{source.stem}_converted")
        made = conform_clip(source, index, target, shape, ctx)
        clip = self._scanner.scan(made, ctx, "Checking the copy")
        expected = ExpectedFormat(len(index), scene.rate, scene.width, scene.height)
        quality = clip.quality(expected, self._project.settings().quality, None)
        store = self._project.store
        new = NewVersion(
            scene_id=version.scene_id,
            sequence_index=version.sequence_index,
            file=clip.file,
            file_sha256=clip.sha256,
            file_bytes=clip.size_bytes,
            facts=clip.facts,
            first_frame=clip.first_frame,
            last_frame=clip.last_frame,
            frame_index=clip.index.to_bytes(),
            previous_segment_id=version.previous_segment_id,
            regeneration_count=version.regeneration_count,
            seed_frame=version.seed_frame,
            seed_from_version_id=version.seed_from_version_id,
            seed_back=version.seed_back,
            lineage=version.lineage,
            parameters=version.parameters,
            prompt=store.versions.prompt(version.id),
            editor=store.versions.editor(version.id),
            workflow_id=version.workflow_id,
            workflow_name=version.workflow_name,
            workflow_shape=version.workflow_shape,
            server_url=version.server_url,
        )
        with store.transaction():
            copy = store.versions.add(new)
            store.versions.set_quality(copy.id, quality)
            store.events.add(
                "converted", current_actor(), version_id=copy.id, detail={"from": version.id}
            )
        self._versions.check_around(copy, ctx)
        self._project.publish(Changes(segments=frozenset({copy.sequence_index})))
        return store.versions.get(copy.id)
