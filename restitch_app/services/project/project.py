"""An opened project: its folder, its database, and what everyone working on it shares."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import TracebackType

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import NotFound, StorageError, WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.spans import Span, build_spans, segment_ranges
from restitch_app.domain.splices import is_removed
from restitch_app.domain.versions import ProjectSettings, Scene, Version
from restitch_app.media.atomic import make_folder
from restitch_app.media.index import FrameIndex, build_index
from restitch_app.services.project.change_feed import ChangeFeed
from restitch_app.store.backups import backups_of, is_due, keep_backup
from restitch_app.store.store import Store, create_store, open_store

log = logging.getLogger(__name__)

DATABASE = "project.restitch"
MEDIA = "media"
CLIPS = f"{MEDIA}/clips"
PICTURES = f"{MEDIA}/frames"
PATCHES = f"{MEDIA}/patches"
BRIDGES = f"{MEDIA}/bridges"
"""Frames that were made for boundaries, as they were downloaded."""
HELD_INDEXES = 64


class Project:
    """Safe on any thread: the database gives each thread its own connection."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self.store = store
        self.feed = ChangeFeed()
        self._indexes = lru_cache(maxsize=HELD_INDEXES)(self._load_index)

    def path(self, relative: str) -> Path:
        return self.folder / relative

    def relative(self, path: Path) -> str:
        """As rows name it: relative to the project's folder, or whole for a file elsewhere."""
        if not path.is_relative_to(self.folder):
            return path.as_posix()
        return path.relative_to(self.folder).as_posix()

    def is_elsewhere(self, file: str) -> bool:
        """Whether a row's file lies outside the folder: referenced, and not ours to change."""
        return not self.path(file).is_relative_to(self.folder)

    @property
    def is_read_only(self) -> bool:
        return self.store.read_only

    def check_writable(self) -> None:
        """For work that makes files before it writes a row, which SQLite would refuse anyway.

        Raises StorageError where the project is open for reading only.
        """
        if self.is_read_only:
            raise StorageError(
                "The project cannot be written to",
                f"{self.folder} is open for reading only; nothing was changed",
                "Close it where it is open for writing, or check the rights on the folder",
            )

    def settings(self) -> ProjectSettings:
        return self.store.project.settings()

    def scene(self, name: str | None = None) -> Scene:
        """The named scene, or the only one. Raises NotFound, or WrongUse where a name is needed."""
        if name is not None:
            return self.store.scenes.by_name(name)
        scenes = self.store.scenes.list()
        if not scenes:
            raise NotFound("The project has no scene", str(self.folder), "Import clips first")
        if len(scenes) > 1:
            names = ", ".join(scene.name for scene in scenes)
            raise WrongUse("The project has several scenes", names, "Say which with --scene")
        return scenes[0]

    def current(self, scene: Scene, sequence_index: int) -> Version:
        """Raises NotFound where the scene has no such segment."""
        version = self.store.versions.current_at(scene.id, sequence_index)
        if version is None and is_removed(sequence_index):
            raise NotFound(
                "That segment was taken out of the scene", scene.name, "Undo that to bring it back"
            )
        if version is None:
            count = self.store.versions.segment_count(scene.id)
            raise NotFound(
                f"There is no segment {sequence_index + 1}",
                f"{scene.name} has {count} segments",
                f"Choose one from 1 to {count}" if count else "Import clips first",
            )
        return version

    def frame_index(self, file: str) -> FrameIndex:
        """Of a version's file as recorded at import, of a patch as read from the file itself."""
        return self._indexes(file)

    def _load_index(self, file: str) -> FrameIndex:
        stored = self.store.versions.frame_index_of(file)
        if stored:
            try:
                return FrameIndex.from_bytes(stored)
            except ValueError as error:  # of another format: the clip itself tells the same
                log.warning("the stored index of %s is not used: %s", file, error)
        return build_index(self.path(file))

    def spans(self, scene: Scene) -> tuple[Span, ...]:
        """What plays, is measured and is exported, in this order and no other; of one moment."""
        with self.store.snapshot():
            chain = self.store.versions.chain_clips(scene.id)
            joins = self.store.joins.for_scene(scene.id)
        return build_spans(chain, {pair: join.treatment for pair, join in joins.items()})

    def segment_ranges(self, scene: Scene) -> dict[int, FrameRange]:
        return segment_ranges(self.spans(scene))

    def publish(self, changes: Changes) -> None:
        self.feed.publish(changes)

    def close(self) -> None:
        self.store.close()

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def create_project(folder: Path, name: str | None = None) -> Project:
    """Make a new project. Raises WrongUse where one exists, StorageError from the disk."""
    folder = folder.absolute()
    if (folder / DATABASE).exists():
        raise WrongUse(
            "There is a project already", str(folder), "Open it, or choose another folder"
        )
    try:
        for part in (CLIPS, PICTURES, PATCHES):
            make_folder(folder / part)
    except OSError as error:
        raise StorageError(
            "The project folder could not be made",
            f"{folder}: {error.strerror}",
            "Choose another place",
        ) from error
    return Project(folder, create_store(folder / DATABASE, ProjectSettings(name or folder.name)))


def open_project(path: Path, *, read_only: bool = False) -> Project:
    """Open by the project's folder or its database file. Raises NotFound or StorageError.

    Once a day the database is copied to `backups/` first: as it was found, before anything is done
    to it.
    """
    folder = (path.parent if path.name == DATABASE else path).absolute()
    if not (folder / DATABASE).is_file() and not backups_of(folder / DATABASE):
        raise NotFound(
            "There is no project here",
            f"{folder} holds no {DATABASE}",
            "Check the path, or make a new project from clips",
        )
    store = open_store(folder / DATABASE, read_only=read_only)
    if not read_only:
        _back_up(store)
    return Project(folder, store)


def _back_up(store: Store) -> None:
    """A full disk must not keep anybody from opening the project."""
    try:
        now = datetime.now(UTC)
        if store.scenes.list() and is_due(store.path, now):
            keep_backup(store.path, now)
    except StorageError as error:
        log.warning("the project database was not backed up: %s", error)
