"""From files in a folder to a project with a scene; nothing is left behind where that fails."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from restitch_app.domain.errors import NotFound, StorageError
from restitch_app.media.sequence import PICTURE_SUFFIXES, gathered
from restitch_app.services.project.project import DATABASE, MEDIA, Project, create_project

CLIP_SUFFIXES = frozenset(
    {".mp4", ".mkv", ".webm", ".mov", ".m4v", ".avi", ".webp", ".gif", ".mpg", ".ts"}
)


def clip_files(paths: Sequence[Path]) -> list[Path]:
    """The clips that were named; a folder stands for the clips in it, 2 before 10.

    Numbered pictures are one clip, by their pattern (`frame_%04d.png`); those of a folder count
    where it holds no other clips. A pattern of a shell ("shots/lake_*.mp4")
    stands for those it fits, where none has resolved it.
    Raises NotFound for a folder or pattern without clips. A file is taken whatever its name is.
    """
    files: list[Path] = []
    for path in paths:
        if _is_pattern(path):
            files += _matching(path)
            continue
        if not path.is_dir():
            files.append(path)
            continue
        inside = _in_folder(path)
        if not inside:
            raise NotFound("The folder holds no clips", str(path), "Choose another folder")
        files += inside
    return gathered(files)


@contextmanager
def new_project(folder: Path) -> Iterator[Project]:
    """A new project for filling. Whatever goes wrong, in making it or inside, takes it off the disk
    again, until it has a segment: from then on it is a project, and what is missing is made up for
    later. Raises as `create_project`.
    """
    folder = folder.absolute()
    was_there = folder.exists()
    had_media = (folder / MEDIA).exists()
    try:
        made = create_project(folder)
    except BaseException:
        if not is_project(folder):
            _discard(folder, whole=not was_there, media=not had_media)
        raise
    with made as project:
        try:
            yield project
        except BaseException:
            is_filled = _has_segments(project)
            project.close()
            if not is_filled:
                _discard(folder, whole=not was_there, media=not had_media)
            raise


def is_project(folder: Path) -> bool:
    return (folder / DATABASE).is_file()


def _has_segments(project: Project) -> bool:
    try:
        scenes = project.store.scenes.list()
        return any(project.store.versions.segment_count(scene.id) for scene in scenes)
    except StorageError:  # no disk, or closed already: what may be there is not thrown away
        return True


def _discard(folder: Path, *, whole: bool, media: bool) -> None:
    if whole:
        shutil.rmtree(folder, ignore_errors=True)
        return
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
    if media:
        shutil.rmtree(folder / MEDIA, ignore_errors=True)


def _in_folder(folder: Path) -> list[Path]:
    inside = sorted(folder.iterdir(), key=_natural)
    clips = [one for one in inside if _is_clip(one)]
    if clips:
        return clips
    pictures = [one for one in inside if _is_clip(one, PICTURE_SUFFIXES)]
    # Numbered ones only: a stray picture is no clip.
    return [one for one in gathered(pictures) if one not in pictures]


def _is_clip(path: Path, suffixes: frozenset[str] = CLIP_SUFFIXES) -> bool:
    hidden = path.name.startswith(".")
    return path.is_file() and not hidden and path.suffix.lower() in suffixes


def _is_pattern(path: Path) -> bool:
    return "*" in path.name and not path.exists()


def _matching(pattern: Path) -> list[Path]:
    found = sorted(
        (
            one
            for one in pattern.parent.glob(pattern.name)
            if _is_clip(one, CLIP_SUFFIXES | PICTURE_SUFFIXES)
        ),
        key=_natural,
    )
    if not found:
        raise NotFound("No clip fits the pattern", str(pattern), "Check the folder and the names")
    return found


def _natural(path: Path) -> list[tuple[int, int, str]]:
    parts = re.findall(r"\d+|\D+", path.name.casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]
