"""Clips become a scene: one version a clip, in the order given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import JobCancelled, JobSuspended, MediaError
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import ExpectedFormat
from restitch_app.domain.versions import Lineage, Scene, Version
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.imports.clip_scan import ClipScanner
from restitch_app.services.imports.keeping_clips import ClipKeeper
from restitch_app.services.imports.notes import workflow_notes
from restitch_app.services.imports.origins import IMPORTED, same_scene
from restitch_app.services.imports.overlap import (
    check_overlap,
    leave_as_they_are,
    leave_out_overlap,
)
from restitch_app.services.imports.scanned_imports import ScannedImport, files_of, origins_of
from restitch_app.services.imports.source_clips import (
    RefusedClip,
    SourceClip,
    conformed,
    nothing_left,
    of_kind,
    of_one_kind,
    probed,
)
from restitch_app.services.imports.wishes import PLAIN, ClipPiece, ImportWishes, pieces_of
from restitch_app.services.project.noted_work import noted, noted_work
from restitch_app.services.project.project import CLIPS, Project
from restitch_app.services.workflows.files import NamedWorkflow, workflow_in_clip
from restitch_app.services.workflows.keeping import WorkflowKeeping
from restitch_app.services.workflows.library import WorkflowLibrary
from restitch_app.services.workflows.shown_values import parameters_of
from restitch_app.store.errors import Refused
from restitch_app.store.values import NewVersion


@dataclass(frozen=True, slots=True)
class Added:
    """Clips that are in the project by now, and wait for their places."""

    record: Callable[[], tuple[Version, ...]]
    keep: Callable[[], object]
    refused: tuple[RefusedClip, ...]


@dataclass(frozen=True, slots=True)
class _Making:
    stem: str
    """Every clip's name begins with it."""
    made: list[Path]
    """Files that no version has yet, in the order they were made."""


@dataclass(frozen=True, slots=True)
class Imported:
    scene: Scene
    versions: tuple[Version, ...]
    refused: tuple[RefusedClip, ...]
    notes: tuple[str, ...]
    """What was done that is not plain copying, a sentence each."""
    is_new: bool = True
    """False: the scene was there, of the very same clips, and nothing was added."""


class Importing:
    def __init__(
        self,
        project: Project,
        scanner: ClipScanner,
        boundaries: Boundaries,
        library: WorkflowLibrary,
    ) -> None:
        self._project = project
        self._scanner = scanner
        self._boundaries = boundaries
        self._library = library
        self._keeping = WorkflowKeeping(project)

    def import_clips(
        self,
        clips: Sequence[Path | ClipPiece],
        ctx: JobContext,
        *,
        scene_name: str = "Scene 1",
        workflow: NamedWorkflow | None = None,
        wishes: ImportWishes = PLAIN,
    ) -> Imported:
        """Bring clips into the project as the segments of a new scene, first to last.

        `workflow`: for clips that carry none that can be used. A clip that cannot be read is
        refused by name and the rest goes on; MediaError when none is left, Refused where another
        scene has that name. Where the scene of that name was made of the very same clips nothing
        is added. Cancelled or failed, the project is as it was before; once the scene is recorded
        a cancel only leaves its boundaries to be measured later.
        """
        pieces = pieces_of(clips)
        self._project.check_writable()
        if (same := same_scene(self._project, pieces, wishes.made_so, scene_name)) is not None:
            return self._found_again(same)
        self._check_name(scene_name)
        readable, refused = probed(pieces, ctx, wishes.picture_rate)
        if wishes.conform is not None:
            readable = conformed(readable, wishes.conform)
        usable, mismatched = of_one_kind(readable)
        refused += mismatched
        if not usable:
            raise nothing_left(refused)
        check_overlap(wishes.overlap, usable)
        with self._making(scene_name) as making:
            scanned, unreadable = self._scanned(usable, wishes, making, ctx)
            refused += unreadable
            scene, versions = self._recorded(scene_name, workflow, scanned, pieces, wishes)
            making.made.clear()  # they are versions' from now on
        self._project.publish(Changes(scene=True))
        with suppress(JobCancelled, JobSuspended):
            if wishes.overlap == 0:
                leave_as_they_are(self._project, self._boundaries, versions, ctx)
            self._boundaries.check(scene, ctx)
        notes = [f"{clip.source.piece.label}: {told}" for clip in scanned if (told := clip.told)]
        notes += workflow_notes(self._library, files_of(scanned), has_shared=workflow is not None)
        return Imported(scene, tuple(versions), tuple(refused), tuple(notes))

    def is_there(
        self, clips: Sequence[Path | ClipPiece], scene_name: str, wishes: ImportWishes = PLAIN
    ) -> bool:
        """Whether the scene of that name was made of the very same clips; importing adds nothing
        then. Reads the clips where their sizes fit."""
        pieces = pieces_of(clips)
        return same_scene(self._project, pieces, wishes.made_so, scene_name) is not None

    def _found_again(self, scene: Scene) -> Imported:
        versions = tuple(self._project.store.versions.current(scene.id))
        note = f"{scene.name} was made of these clips before: nothing was added"
        return Imported(scene, versions, (), (note,), is_new=False)

    @contextmanager
    def added(
        self,
        scene: Scene,
        clips: Sequence[Path | ClipPiece],
        ctx: JobContext,
        wishes: ImportWishes = PLAIN,
    ) -> Iterator[Added]:
        """Bring clips of the scene's kind into the project, as segments that are in no order yet.

        `wishes`: clips of another kind are converted to the scene's where it says so, and refused
        else. `Added.record` is to be called in the transaction that gives them places, `keep` once
        that is over; else they go again. Raises MediaError when no clip is left.
        """
        readable, refused = probed(pieces_of(clips), ctx, wishes.picture_rate)
        if wishes.conform is not None:
            size = (scene.width, scene.height)
            readable = conformed(readable, replace(wishes.conform, size=size, rate=scene.rate))
        usable, mismatched = of_kind(readable, scene)
        refused += mismatched
        if not usable:
            raise nothing_left(refused)
        with self._making(f"{scene.name} added") as making:
            scanned, unreadable = self._scanned(usable, wishes, making, ctx)
            refused += unreadable

            def record() -> tuple[Version, ...]:
                return tuple(self._outside(scene, scanned))

            yield Added(record, making.made.clear, tuple(refused))

    @contextmanager
    def _making(self, scene_name: str) -> Iterator[_Making]:
        """What was made in it and is nobody's goes where anything is raised, a cancel too."""
        stem = self._free_stem(scene_name)
        with noted(self._project, f"{stem}_"):
            making = _Making(stem, [])
            try:
                yield making
            except BaseException:
                _remove(making.made)
                raise

    def _outside(self, scene: Scene, clips: Sequence[ScannedImport]) -> Iterator[Version]:
        """Each rests on the one before it; what the first was made from is not known."""
        store, before = self._project.store, None
        expected = ExpectedFormat(None, scene.rate, scene.width, scene.height)
        limits = self._project.settings().quality
        for clip in clips:
            index = store.splices.next_removed(scene.id)
            new = self._new_version(scene, index, clip, before)
            if before is None:
                new = replace(new, seed_frame=None)
            version = store.versions.add(replace(new, is_current=False))
            quality = clip.scanned.quality(expected, limits, None)
            store.versions.set_quality(version.id, quality)
            before = version
            yield version

    def _check_name(self, scene_name: str) -> None:
        """Before anything is copied."""
        if any(scene.name == scene_name for scene in self._project.store.scenes.list()):
            raise Refused(
                f"There is already a scene named {scene_name}",
                "Nothing was imported",
                "Choose another name with --scene",
            )

    def _scanned(
        self,
        clips: Sequence[SourceClip],
        wishes: ImportWishes,
        making: _Making,
        ctx: JobContext,
    ) -> tuple[list[ScannedImport], list[RefusedClip]]:
        """Keep and read every clip."""
        scanned: list[ScannedImport] = []
        refused: list[RefusedClip] = []
        keeper, made = ClipKeeper(self._project, wishes), making.made
        for clip in clips:
            number = len(scanned) + 1
            stage = f"Importing {clip.path.name} ({number} of {len(clips)})"
            made_before = len(made)
            try:
                kept = keeper.keep(f"{making.stem}_{number:03}_v1", clip, made, ctx)
                result = self._scanner.scan(kept.path, ctx, stage, made)
                found = workflow_in_clip(clip.carrier)
                scanned.append(ScannedImport(clip, kept, result, found))
            except MediaError as error:
                refused.append(RefusedClip(clip.path, str(error), clip.frames))
                _remove(made[made_before:])
                del made[made_before:]
        if not scanned:
            raise nothing_left(refused)
        return scanned, refused

    def _free_stem(self, scene_name: str) -> str:
        plain = re.sub(r"[^a-z0-9]+", "_", scene_name.lower()).strip("_") or "scene"
        folder = self._project.path(CLIPS)
        stems = chain([plain], (f"{plain}_{number}" for number in count(2)))
        noted_stems = noted_work(self._project)  # another program's clips may not be there yet
        taken = {*noted_stems.under_way, *noted_stems.given_up}
        return next(
            stem
            for stem in stems
            if f"{stem}_" not in taken and not any(folder.glob(f"{stem}_[0-9][0-9][0-9]_v*"))
        )

    def _recorded(
        self,
        scene_name: str,
        workflow: NamedWorkflow | None,
        clips: Sequence[ScannedImport],
        asked: Sequence[ClipPiece],
        wishes: ImportWishes,
    ) -> tuple[Scene, list[Version]]:
        """Scene and versions in one transaction."""
        store = self._project.store
        facts = clips[0].scanned.facts
        expected = ExpectedFormat(None, facts.rate, facts.width, facts.height)
        limits = self._project.settings().quality
        judged = [(clip, clip.scanned.quality(expected, limits, None)) for clip in clips]
        with store.transaction():
            shared = self._keeping.add(workflow) if workflow else None
            scene = store.scenes.add(
                scene_name,
                facts.rate,
                facts.width,
                facts.height,
                workflow_id=shared.id if shared else None,
            )
            versions: list[Version] = []
            for index, (clip, quality) in enumerate(judged):
                before = versions[-1] if versions else None
                version = store.versions.add(self._new_version(scene, index, clip, before))
                store.versions.set_quality(version.id, quality)
                versions.append(store.versions.get(version.id))
            leave_out_overlap(self._project, versions, wishes.overlap)
            store.events.add(
                IMPORTED,
                current_actor(),
                detail={
                    "scene": scene.name,
                    "clips": len(versions),
                    "made_so": wishes.made_so,
                    "origins": [one.to_json() for one in origins_of(asked, clips, versions)],
                },
            )
        return scene, versions

    def _new_version(
        self, scene: Scene, sequence_index: int, clip: ScannedImport, before: Version | None
    ) -> NewVersion:
        """Imported clips are taken to rest on the last frame of the clip before them."""
        scanned, found = clip.scanned, clip.workflow
        record = self._keeping.link(found) if found else None
        prompt = found.prompt if found else None
        return NewVersion(
            scene_id=scene.id,
            sequence_index=sequence_index,
            file=scanned.file,
            file_sha256=scanned.sha256,
            file_bytes=scanned.size_bytes,
            facts=scanned.facts,
            first_frame=scanned.first_frame,
            last_frame=scanned.last_frame,
            frame_index=scanned.index.to_bytes(),
            is_current=True,
            seed_frame=before.last_frame if before else scanned.first_frame,
            seed_from_version_id=before.id if before else None,
            lineage=Lineage.ASSUMED,
            parameters=parameters_of(prompt, record.choice) if prompt and record else {},
            prompt=prompt,
            editor=found.editor if found and prompt is None else None,
            workflow_id=record.id if record else None,
            workflow_name=record.name if record else "",
            workflow_shape=record.shape if record else "",
        )


def _remove(paths: Sequence[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
