"""Follows a run until it ends or waits for a person, and tells what it came to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from restitch_app.cli.exit_codes import DONE, FAULT, NO
from restitch_app.cli.facts import version_json, version_text
from restitch_app.cli.following import Following
from restitch_app.cli.output import error_json, typed
from restitch_app.cli.shell import Shell
from restitch_app.domain.jobs import JobRecord
from restitch_app.domain.runs import RunRecord, RunState, Why

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

NO_FAULT = frozenset({Why.GATE, Why.UNUSABLE, Why.CHOOSE, Why.MOVED, Why.CANCELLED, "paused"})
"""Reasons to pause that are an answer, and nothing that went wrong outside."""


class FollowedRun:
    def __init__(self, bench: Workbench, run_id: int) -> None:
        self._bench = bench
        self._run_id = run_id

    def jobs(self) -> tuple[JobRecord, ...]:
        return self._bench.runs.jobs_at(self._bench.runs.get(self._run_id))

    def is_over(self, jobs: Sequence[JobRecord]) -> bool:
        """A paused or ended one first finishes what it has begun."""
        if any(job.state.is_open for job in jobs):
            return False
        return self._bench.runs.get(self._run_id).state is not RunState.RUNNING

    @property
    def stage(self) -> str:
        return f"Segment {self._bench.runs.get(self._run_id).at_index + 1}: preparing"


def follow_run(bench: Workbench, shell: Shell, run: RunRecord, patience_s: float) -> int:
    """Show what it came to; the exit code."""
    Following(bench, shell, FollowedRun(bench, run.id), patience_s).until_ended()
    ended = bench.runs.get(run.id)
    shell.show(_ended_json(bench, ended), _ended_text(bench, ended))
    if ended.reason is not None and ended.state is not RunState.DONE:
        reason = ended.reason
        shell.note(f"restitch: {reason.title}. {reason.detail}. {reason.hint}")
        if ended.state is RunState.PAUSED:
            command = typed("jobs", bench.project.folder, "--resume", f"r{ended.id}")
            shell.note(f"Go on with: {command}")
    return _exit_code(ended)


def _exit_code(run: RunRecord) -> int:
    if run.state is RunState.DONE:
        return DONE
    return NO if run.reason is None or run.reason.code in NO_FAULT else FAULT


def run_json(bench: Workbench, run: RunRecord) -> dict[str, object]:
    from restitch_app.services.runs.words import run_name, run_told

    reason = run.reason
    return {
        "run": run.id,
        "name": run_name(run),
        "kind": run.kind.value,
        "state": run.state.value,
        "told": run_told(run),
        "scene": bench.overview.scene(run.scene_id).name,
        "first_segment": run.first_index + 1,
        "last_segment": run.stop_index,
        "at_segment": min(run.at_index + 1, run.stop_index),
        "left": run.left,
        "seconds_left": bench.runs.seconds_left(run),
        "reason": None
        if reason is None
        else {
            "code": reason.code,
            "title": reason.title,
            "detail": reason.detail,
            "hint": reason.hint,
        },
        "created_at": run.created_at,
        "created_by": run.created_by,
        "ended_at": run.ended_at,
    }


def _ended_json(bench: Workbench, run: RunRecord) -> dict[str, object]:
    data = run_json(bench, run)
    made = bench.runs.made_by(run)
    data["made"] = [version_json(bench.project, version) for version in made]
    data["prompts"] = bench.runs.prompts_of(run)
    if _exit_code(run) == FAULT:
        from restitch_app.cli.regenerated import JobFailed

        assert run.reason is not None
        data["error"] = error_json(JobFailed(run.reason))
    return data


def _ended_text(bench: Workbench, run: RunRecord) -> str:
    from restitch_app.services.runs.words import run_name, run_told

    lines = [f"{run_name(run)}: {run_told(run)}."]
    lines += [
        f"  Segment {version.sequence_index + 1}: {version_text(version)}"
        f"{'' if version.is_current else ', a candidate'}"
        for version in bench.runs.made_by(run)
    ]
    return "\n".join(lines)
