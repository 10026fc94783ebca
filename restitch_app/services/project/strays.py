"""Files among a project's clips and bridges that no row needs, and whose they may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.services.project.leftovers import half_written
from restitch_app.services.project.made_names import sources
from restitch_app.services.project.noted_work import NotedWork, noted_work
from restitch_app.services.project.project import BRIDGES, CLIPS, Project

_OF_JOB = re.compile(r"(segment|bridge)_\d+_job_(?P<job>\d+)(?P<what>(_[a-z]+)*)\.[^.]+(\.part)?")


@dataclass(frozen=True, slots=True)
class Strays:
    half_written: tuple[Path, ...]
    """Unfinished files that nobody will finish, and whole ones whose maker died before a version
    was made of them. Their notes come after them."""
    purged: tuple[Path, ...]
    """Of versions whose file was to be removed."""
    renders: tuple[tuple[Path, JobRecord], ...]
    """Downloaded by a job that has ended, and no version of it is known."""
    unknown: tuple[Path, ...]


def strays(project: Project) -> Strays:
    """Reads names only. Files of open jobs are none; the render of a job that failed or was lost is
    one that can be recorded, for submitting it again would render anew."""
    unfinished, clips, work = _seen(project)
    versions, jobs = project.store.versions, {job.id: job for job in project.store.jobs.list()}
    needed = {version.file for version in versions.with_files()}
    purged = {version.file for version in versions.purged()}
    with_version = versions.job_ids()
    found: dict[str, list[Path]] = {"purged": [], "unknown": []}
    nobodys: list[Path] = []
    renders: list[tuple[Path, JobRecord]] = []
    for path in _unneeded(project, clips, needed):
        job = jobs.get(job_of(path) or 0)
        if (job is not None and job.state.is_open) or path.name.startswith(work.under_way):
            continue
        if _is_given_up(path, work):
            nobodys.append(path)
        elif project.relative(path) in purged:
            found["purged"].append(path)
        elif job is None or job.id in with_version or not _is_render(path):
            found["unknown"].append(path)
        else:
            renders.append((path, job))
    found["unknown"] += [path for path in _bridges(project) if job_of(path) not in jobs]
    unfinished = [path for path in unfinished if not _is_open(path, jobs)]
    return Strays(
        (*nobodys, *unfinished), tuple(found["purged"]), tuple(renders), tuple(found["unknown"])
    )


def swept(project: Project) -> tuple[Path, ...]:
    """What goes by itself, in the order in which it has to: unfinished files, and before them the
    clips whose maker died before a version was made of them."""
    unfinished, clips, work = _seen(project)
    if not work.given_up:  # as nearly always: then no row is read
        return tuple(unfinished)
    needed = {version.file for version in project.store.versions.with_files()}
    unneeded = _unneeded(project, clips, needed)
    return (*(path for path in unneeded if _is_given_up(path, work)), *unfinished)


def _seen(project: Project) -> tuple[list[Path], list[Path], NotedWork]:
    """Unfinished files, whole clips, and what is noted of them; rows are to be read after this.

    The order keeps what others make meanwhile: a clip is noted before it is there, until a version
    has it, and a note that goes as unfinished was given up when its clips were looked for.
    """
    unfinished, clips = list(half_written(project.folder)), _whole_files(project.path(CLIPS))
    return unfinished, clips, noted_work(project)


def _is_given_up(path: Path, work: NotedWork) -> bool:
    """Somebody may make the same again now, and a scene may be called as renders are."""
    is_told = path.name.startswith(work.given_up) and not path.name.startswith(work.under_way)
    return is_told and job_of(path) is None


def job_of(path: Path) -> int | None:
    """The id of the job whose file it is by its name; None for any other."""
    named = _OF_JOB.fullmatch(path.name)
    return int(named["job"]) if named else None


def _unneeded(project: Project, clips: Iterable[Path], needed: set[str]) -> Iterator[Path]:
    """Those that no version plays, sources of those that one plays left out."""
    made_of = {source for file in needed for source in sources(Path(file).stem)}
    for path in clips:
        if project.relative(path) not in needed and path.stem not in made_of:
            yield path


def _bridges(project: Project) -> list[Path]:
    """Whole files of new frames; what a treatment plays of them is a patch of its own."""
    return _whole_files(project.path(BRIDGES))


def _whole_files(folder: Path) -> list[Path]:
    """In the order of their names; none where there is no such folder."""
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    named = (path for path in found if not path.name.startswith(".") and path.suffix != ".part")
    return [path for path in named if path.is_file()]


def _is_render(path: Path) -> bool:
    named = _OF_JOB.fullmatch(path.name)
    return named is not None and not named["what"]


def _is_open(path: Path, jobs: dict[int, JobRecord]) -> bool:
    """A download that its job takes up again. Anything else is as it seems."""
    job = jobs.get(job_of(path) or 0)
    return job is not None and job.state.is_open and job.state is not JobState.CHECKING
