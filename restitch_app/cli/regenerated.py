"""What one regeneration came to: old and new, boundaries, stale flags, and the exit code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from restitch_app.cli.exit_codes import DONE, FAULT, NO
from restitch_app.cli.facts import (
    boundary_json,
    boundary_text,
    job_json,
    quality_json,
    version_json,
    version_text,
)
from restitch_app.cli.output import error_json, listed
from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.jobs import JobProblem, JobRecord, JobState
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import QualityReport, Verdict
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.domain.versions import Scene, Version

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

Ends = tuple[Boundary | None, Boundary | None]


class JobFailed(RestitchError):
    """A job's stored problem, told once more to whoever asked for the job."""

    def __init__(self, problem: JobProblem) -> None:
        super().__init__(problem.title, problem.detail, problem.hint)
        self.code = problem.code


@dataclass(frozen=True)
class Before:
    """The segment and its surroundings as they were when the regeneration was asked for."""

    bench: Workbench
    scene: Scene
    version: Version
    ends: Ends
    stale: frozenset[int]

    def compared(self, jobs: tuple[JobRecord, ...]) -> Regenerated:
        index = self.version.sequence_index
        return Regenerated(
            before=self,
            jobs=jobs,
            made=tuple(
                self.bench.overview.version(job.result_segment_id)
                for job in jobs
                if job.result_segment_id is not None
            ),
            current=self.bench.project.current(self.scene, index),
            ends=self.bench.overview.around(self.scene, index),
            stale=self.bench.overview.stale(self.scene),
        )


def before_regeneration(
    bench: Workbench, scene: Scene, sequence_index: int, ctx: JobContext
) -> Before:
    """Raises NotFound for no such segment. Measures its boundaries where that was not done."""
    version = bench.project.current(scene, sequence_index)
    bench.boundaries.check(scene, ctx, {sequence_index - 1, sequence_index})
    ends = bench.overview.around(scene, sequence_index)
    return Before(bench, scene, version, ends, bench.overview.stale(scene))


@dataclass(frozen=True)
class Regenerated:
    before: Before
    jobs: tuple[JobRecord, ...]
    made: tuple[Version, ...]
    """The recorded takes, failed ones included."""
    current: Version
    ends: Ends
    stale: frozenset[int]

    @property
    def became_current(self) -> bool:
        return self.current.id in {version.id for version in self.made}

    @property
    def problem(self) -> RestitchError | None:
        """Of the last job that brought no result."""
        problems = [job.problem for job in self.jobs if job.problem and not _is_done(job)]
        return JobFailed(problems[-1]) if problems else None

    @property
    def exit_code(self) -> int:
        if self.became_current:
            return NO if self.current.verdict is Verdict.FAIL else DONE
        if self.made:
            return NO if all(_failed(version) for version in self.made) else DONE
        return FAULT if self.problem else NO

    def as_json(self) -> dict[str, object]:
        bench, old = self.before.bench, self.before.version
        data: dict[str, object] = {
            "segment": old.sequence_index + 1,
            "became_current": self.became_current,
            "versions": {
                "old": self._with_quality(old),
                "new": [self._with_quality(version) for version in self.made],
                "current": version_json(bench.project, self.current),
            },
            "verdicts": {
                "old": old.verdict.value if old.verdict else None,
                "new": [v.verdict.value if v.verdict else None for v in self.made],
            },
            "boundaries": {
                "before": _ends_json(bench, self.before.ends),
                "after": _ends_json(bench, self.ends),
            },
            "stale": {
                "flagged": _people(self.stale),
                "newly_flagged": _people(self.stale - self.before.stale),
            },
            "prompts": sum(job.prompt_id is not None for job in self.jobs),
            "jobs": [job_json(job) for job in self.jobs],
        }
        if self.exit_code == FAULT and self.problem is not None:
            data["error"] = error_json(self.problem)
        return data

    def _with_quality(self, version: Version) -> dict[str, object]:
        facts = version_json(self.before.bench.project, version)
        return facts | {"qa": quality_json(self.quality(version))}

    def quality(self, version: Version) -> QualityReport | None:
        return self.before.bench.versions.quality(version)

    def text(self) -> str:
        segment = self.before.version.sequence_index + 1
        lines = [f"Segment {segment}: {self._outcome()}"]
        lines += [
            f"  {version_text(version)}: {version.failure}"
            for version in self.made
            if version.failure
        ]
        if self.became_current:
            lines.append(f"Boundaries before: {_ends_text(self.before.ends)}")
            lines.append(f"Boundaries now:    {_ends_text(self.ends)}")
        lines.append(f"Stale: {listed(index + 1 for index in self.stale) or 'none'}.")
        lines += self._where()
        return "\n".join(lines)

    def _where(self) -> list[str]:
        """Which server rendered it: the request may have left that open."""
        servers = self.before.bench.servers
        made = {job.server_url for job in self.jobs if job.result_segment_id is not None}
        names = [f"{servers.server(url).name} ({url})" for url in sorted(made - {ANY_SERVER})]
        return [f"Rendered on {', '.join(names)}."] if names else []

    def _outcome(self) -> str:
        old = self.before.version
        if self.became_current:
            return f"{version_text(self.current)} is current, {version_text(old)} is kept."
        if self.made:
            names = ", ".join(version_text(version) for version in self.made)
            return f"{names} kept as a candidate; v{self.current.number} is still current."
        ended = ", ".join(sorted({job.state.value for job in self.jobs}))
        return f"no new version ({ended}); v{self.current.number} is still current."


def _failed(version: Version) -> bool:
    return version.failure is not None or version.verdict is Verdict.FAIL


def _is_done(job: JobRecord) -> bool:
    return job.state is JobState.DONE


def _people(indices: Sequence[int] | frozenset[int]) -> list[int]:
    return sorted(index + 1 for index in indices)


def _ends_json(bench: Workbench, ends: Ends) -> dict[str, object]:
    before, after = ends
    return {
        "before": boundary_json(bench, before) if before else None,
        "after": boundary_json(bench, after) if after else None,
    }


def _ends_text(ends: Ends) -> str:
    return ", ".join(boundary_text(boundary) for boundary in ends if boundary) or "none"
