"""Files among a project's clips and bridges that no row needs, and whose they may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.services.project.leftovers import half_written
from restitch_app.services.project.project import BRIDGES, CLIPS, Project

_OF_JOB = re.compile(r"(segment|bridge)_\d+_job_(?P<job>\d+)(?P<what>(_[a-z]+)*)\.[^.]+(\.part)?")
_MADE_OF_IT = re.compile(r"(_lossless|_joined)+$")
"""Ends the name of a clip that was made of a render, or of an imported file, beside it."""


@dataclass(frozen=True, slots=True)
class Strays:
    half_written: tuple[Path, ...]
    """Unfinished files that nobody will finish."""
    purged: tuple[Path, ...]
    """Of versions whose file was to be removed."""
    renders: tuple[tuple[Path, JobRecord], ...]
    """Downloaded by a job that has ended, and no version of it is known."""
    unknown: tuple[Path, ...]


def strays(project: Project) -> Strays:
    """Reads names only. Files of open jobs, and of jobs that can be submitted again, are none."""
    versions, jobs = project.store.versions, {job.id: job for job in project.store.jobs.list()}
    needed = {version.file for version in versions.with_files()}
    purged = {version.file for version in versions.purged()}
    with_version = versions.job_ids()
    found: dict[str, list[Path]] = {"purged": [], "unknown": []}
    renders: list[tuple[Path, JobRecord]] = []
    for path in _clips(project, needed):
        job = jobs.get(job_of(path) or 0)
        if job is not None and job.state.is_open:
            continue
        if project.relative(path) in purged:
            found["purged"].append(path)
        elif job is None or job.id in with_version or not _is_render(path):
            found["unknown"].append(path)
        else:
            renders.append((path, job))
    found["unknown"] += [path for path in _bridges(project) if job_of(path) not in jobs]
    unfinished = [path for path in half_written(project.folder) if not _is_open(path, jobs)]
    return Strays(
        tuple(unfinished), tuple(found["purged"]), tuple(renders), tuple(found["unknown"])
    )


def job_of(path: Path) -> int | None:
    """The id of the job whose file it is by its name; None for any other."""
    named = _OF_JOB.fullmatch(path.name)
    return int(named["job"]) if named else None


def _clips(project: Project, needed: set[str]) -> Iterator[Path]:
    """Whole files that no version plays, sources of those that one plays left out."""
    sources = {source for file in needed for source in _sources(Path(file).stem)}
    for path in sorted(project.path(CLIPS).iterdir()):
        is_whole = path.is_file() and not path.name.startswith(".") and path.suffix != ".part"
        if is_whole and project.relative(path) not in needed and path.stem not in sources:
            yield path


def _bridges(project: Project) -> Iterator[Path]:
    """Whole files of new frames; what a treatment plays of them is a patch of its own."""
    folder = project.path(BRIDGES)
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".part":
            yield path


def _sources(stem: str) -> set[str]:
    """ "a_lossless_joined" was made of "a_lossless", and that of "a"."""
    plain = _MADE_OF_IT.sub("", stem)
    return {plain, f"{plain}_lossless"} - {stem} if plain != stem else set()


def _is_render(path: Path) -> bool:
    named = _OF_JOB.fullmatch(path.name)
    return named is not None and not named["what"]


def _is_open(path: Path, jobs: dict[int, JobRecord]) -> bool:
    """A download that its job takes up again. Anything else is as it seems."""
    job = jobs.get(job_of(path) or 0)
    return job is not None and job.state.is_open and job.state is not JobState.CHECKING
