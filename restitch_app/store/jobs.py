"""Jobs: rows that are written before each outside effect."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import TypedDict, Unpack

from peewee import SQL, Select

from restitch_app.domain.errors import NotFound
from restitch_app.domain.jobs import BridgeSpan, JobKind, JobProblem, JobRecord, JobState
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.store.database import Database, Row
from restitch_app.store.errors import Refused
from restitch_app.store.rows import NO_VERSION, job_of, uploads_json
from restitch_app.store.tables import jobs, now_iso, to_json
from restitch_app.store.values import NewJob, Parameters

_S = JobState
_GIVE_UP = frozenset({_S.FAILED, _S.CANCELLED})
MOVES: Mapping[JobState, frozenset[JobState]] = {
    # Checking: its render was recorded already, before it failed and was asked for again.
    _S.QUEUED: _GIVE_UP | {_S.UPLOADING, _S.CHECKING},
    _S.UPLOADING: _GIVE_UP | {_S.QUEUED, _S.SUBMITTED},
    # Back to queued: the server surely did not take it. Downloading: it was done when we looked.
    _S.SUBMITTED: _GIVE_UP | {_S.QUEUED, _S.RUNNING, _S.DOWNLOADING, _S.LOST},
    _S.RUNNING: _GIVE_UP | {_S.DOWNLOADING, _S.LOST},
    _S.DOWNLOADING: _GIVE_UP | {_S.CHECKING, _S.LOST},
    _S.CHECKING: _GIVE_UP | {_S.DONE},
    _S.LOST: frozenset({_S.QUEUED}),
    _S.FAILED: frozenset({_S.QUEUED}),
    _S.CANCELLED: frozenset(),
    _S.DONE: frozenset(),
}
"""Where a job may go from each state. Staying is allowed while it is open."""

_LIGHT_COLUMNS = """
    id request_id take takes scene_id sequence_index state server_url prompt_id previous_segment_id
    regeneration_count before_version_id seed_from_version_id seed_hash seed_file parameters_json
    output_node output_json result_segment_id stage done total waiting_since problem_json
    cancel_requested created_at updated_at end_frame_hash end_frame_file end_from_version_id
    uploads_json hand_off_node hand_off_output_json workflow_id workflow_name workflow_shape
    any_server kind bridge_json run_id priority kept_frames kept_from_version_id seed_back
"""
# All but the workflow: jobs are listed several times a second, and it is read once in each walk.
_LIGHT = SQL(", ".join(_LIGHT_COLUMNS.split()))

_AFRESH: Row = {
    "prompt_id": None,
    "output_json": None,
    "hand_off_output_json": None,
    "waiting_since": None,
    "problem_json": None,
    "cancel_requested": 0,
    "stage": "",
    "done": 0,
    "total": 0,
    "running_at": None,
    "rendered_at": None,
}


class JobChanges(TypedDict, total=False):
    """What may change together with a job's state; the names of `JobRecord`, and its prompt."""

    server_url: str
    prompt_id: str | None
    prompt: Mapping[str, object]
    parameters: Parameters
    output_node: str
    hand_off_node: str | None
    output: Mapping[str, str] | None
    hand_off_output: Mapping[str, str] | None
    before_version_id: int | None
    seed_from_version_id: int | None
    seed_hash: str
    seed_file: str
    result_segment_id: int | None
    stage: str
    done: int
    total: int
    waiting_since: str | None
    problem: JobProblem | None
    cancel_requested: bool
    bridge: BridgeSpan


class JobQueries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, new: NewJob) -> JobRecord:
        """Queue one take. The same take of the same request is added once only."""
        with self._database.transaction():
            known = self._database.first(
                _select_jobs().where(
                    (jobs.c.request_id == new.request_id) & (jobs.c.take == new.take)
                )
            )
            if known is not None:
                return job_of(known)
            return self.get(self._database.run(jobs.insert(**_new_row(new))))

    def get(self, job_id: int) -> JobRecord:
        return job_of(self._row(job_id))

    def list(self, open_only: bool = False) -> tuple[JobRecord, ...]:
        """Oldest first."""
        query = _select_jobs().order_by(jobs.c.id)
        if open_only:
            query = query.where(jobs.c.state.in_(_OPEN))
        return tuple(job_of(row) for row in self._database.rows(query))

    def recent(self, ended: int) -> tuple[JobRecord, ...]:
        """All open jobs and the newest of those that have ended, `ended` at most; oldest first."""
        is_open = jobs.c.state.in_(_OPEN)
        old = _select_jobs().where(~is_open).order_by(jobs.c.id.desc()).limit(ended)
        rows = self._database.rows(_select_jobs().where(is_open)) + self._database.rows(old)
        return tuple(job_of(row) for row in sorted(rows, key=lambda row: int(row["id"])))

    def prompt(self, job_id: int) -> Mapping[str, object]:
        """The filled workflow; the seed frame's name on the server is put in at upload."""
        query = jobs.select(jobs.c.prompt_json).where(jobs.c.id == job_id)
        row = self._found(self._database.first(query), job_id)
        prompt: Mapping[str, object] = json.loads(row["prompt_json"])
        return prompt

    def of_request(self, request_id: str) -> tuple[JobRecord, ...]:
        query = _select_jobs().where(jobs.c.request_id == request_id).order_by(jobs.c.take)
        return tuple(job_of(row) for row in self._database.rows(query))

    def of_run(self, run_id: int) -> tuple[JobRecord, ...]:
        """Everything that the run asked for, oldest first."""
        query = _select_jobs().where(jobs.c.run_id == run_id).order_by(jobs.c.id)
        return tuple(job_of(row) for row in self._database.rows(query))

    def bridges(self, left_id: int, right_id: int) -> tuple[JobRecord, ...]:
        """Those that were asked for where these two versions meet, oldest first."""
        query = (
            _select_jobs()
            .where(
                (jobs.c.kind == JobKind.BRIDGE.value)
                & (jobs.c.seed_from_version_id == left_id)
                & (jobs.c.end_from_version_id == right_id)
            )
            .order_by(jobs.c.id)
        )
        return tuple(job_of(row) for row in self._database.rows(query))

    def open_for_request(self, request_id: str) -> tuple[JobRecord, ...]:
        """Takes of the request that are still to come; none once the last one ended."""
        return tuple(job for job in self.of_request(request_id) if job.state.is_open)

    def next_open(self, server_url: str) -> JobRecord | None:
        """What the server should work on: what was begun, then by priority, then the oldest."""
        query = (
            _select_jobs()
            .where((jobs.c.server_url == server_url) & jobs.c.state.in_(_OPEN))
            .order_by((jobs.c.state == _S.QUEUED.value).asc(), jobs.c.priority, jobs.c.id)
            .limit(1)
        )
        row = self._database.first(query)
        return job_of(row) if row is not None else None

    def move(self, job_id: int, state: JobState, **changes: Unpack[JobChanges]) -> JobRecord:
        """Go to `state` and store what changes with it, in one write.

        Queueing a failed or lost job again clears its prompt id, output, problem and cancelling,
        and the server that was chosen for it.
        Raises Refused for a way that `MOVES` does not have, as when it was cancelled meanwhile.
        """
        with self._database.transaction():
            row = self._row(job_id)
            before = JobState(row["state"])
            if state not in MOVES[before] and not (state is before and state.is_open):
                raise Refused(
                    f"The job is {before.value} and cannot become {state.value}",
                    f"Job {job_id}, segment {row['sequence_index'] + 1}; it was left as it is",
                )
            columns: Row = {"state": state.value}
            if not before.is_open:
                columns |= _AFRESH
                if row["any_server"]:
                    columns["server_url"] = ANY_SERVER
            if state is not before and state in _MOMENTS:
                columns[_MOMENTS[state]] = now_iso()
            self._update(job_id, **columns, **_columns_of(changes))
            return self.get(job_id)

    def request_cancel(self, job_id: int) -> JobRecord:
        """Ask whoever runs the job to stop it. An ended job stays as it is."""
        with self._database.transaction():
            job = self.get(job_id)
            if job.state.is_open and not job.cancel_requested:
                self._update(job_id, cancel_requested=1)
            return self.get(job_id)

    def note_progress(self, job_id: int, stage: str, done: int, total: int) -> None:
        """For people to see. Each call waits for the disk: call it about once a second."""
        self._update(job_id, stage=stage, done=done, total=total)

    def note_waiting(self, job_id: int, since: str | None, problem: JobProblem | None) -> None:
        """The server has not answered since then; None once it does again."""
        self._update(job_id, waiting_since=since, **_columns_of({"problem": problem}))

    def assign(self, job_id: int, server_url: str) -> bool:
        """Give a job that any server will do to this one, or with "" to none; nothing was sent.

        It waits no more; see `note_waiting`. False, and nothing is changed, for a job of a certain
        server, one whose prompt may have been taken, and one that is wanted no more.
        """
        query = jobs.update(
            server_url=server_url,
            state=_S.QUEUED.value,
            prompt_id=None,
            waiting_since=None,
            problem_json=None,
            stage="",
            updated_at=now_iso(),
        ).where(
            (jobs.c.id == job_id)
            & (jobs.c.any_server == 1)
            & (jobs.c.cancel_requested == 0)
            & jobs.c.state.in_([_S.QUEUED.value, _S.UPLOADING.value])
        )
        return bool(self._database.run(query))

    def durations(self, server_url: str, limit: int = 20) -> tuple[float, ...]:
        """Seconds that the server's last finished renders took, newest first."""
        return tuple(seconds for _, seconds in self.finished_renders(server_url, limit))

    def durations_anywhere(self, limit: int = 20) -> tuple[float, ...]:
        """The same of the project's last finished renders, whichever server made them."""
        query = _renders().order_by(jobs.c.id.desc()).limit(limit)
        return tuple(
            _seconds_between(row["running_at"], row["rendered_at"])
            for row in self._database.rows(query)
        )

    def finished_renders(
        self, server_url: str, limit: int, kind: JobKind = JobKind.REGENERATE
    ) -> tuple[tuple[int, float], ...]:
        """Job id and seconds of the server's last finished renders, newest first."""
        query = (
            _renders(kind)
            .where(jobs.c.server_url == server_url)
            .order_by(jobs.c.id.desc())
            .limit(limit)
        )
        return tuple(
            (
                int(row["id"]),
                _seconds_between(row["running_at"], row["rendered_at"]),
            )
            for row in self._database.rows(query)
        )

    def spent(self, scene_id: int) -> tuple[tuple[str, int, bool, float], ...]:
        """Of every finished render: request, sequence index, whether it is a bridge or a step of a
        run, and seconds."""
        query = jobs.select(
            jobs.c.request_id,
            jobs.c.sequence_index,
            jobs.c.kind,
            jobs.c.run_id,
            jobs.c.running_at,
            jobs.c.rendered_at,
        ).where(
            (jobs.c.scene_id == scene_id)
            & (jobs.c.state == _S.DONE.value)
            & jobs.c.running_at.is_null(False)
            & jobs.c.rendered_at.is_null(False)
        )
        return tuple(
            (
                str(row["request_id"]),
                int(row["sequence_index"]),
                row["kind"] == JobKind.BRIDGE.value or row["run_id"] is not None,
                _seconds_between(row["running_at"], row["rendered_at"]),
            )
            for row in self._database.rows(query)
        )

    def _row(self, job_id: int) -> Row:
        return self._found(self._database.first(_select_jobs().where(jobs.c.id == job_id)), job_id)

    def _found(self, row: Row | None, job_id: int) -> Row:
        if row is None:
            raise NotFound(f"There is no job with id {job_id}")
        return row

    def _update(self, job_id: int, **columns: object) -> None:
        query = jobs.update(**columns, updated_at=now_iso()).where(jobs.c.id == job_id)
        if not self._database.run(query):
            raise NotFound(f"There is no job with id {job_id}")


def _select_jobs() -> Select:
    return jobs.select(_LIGHT)


def _renders(kind: JobKind = JobKind.REGENERATE) -> Select:
    """Finished ones, with when they began and ended."""
    return jobs.select(jobs.c.id, jobs.c.running_at, jobs.c.rendered_at).where(
        (jobs.c.kind == kind.value)
        & (jobs.c.state == _S.DONE.value)
        & jobs.c.running_at.is_null(False)
        & jobs.c.rendered_at.is_null(False)
    )


_OPEN = tuple(state.value for state in JobState if state.is_open)
_MOMENTS = {_S.RUNNING: "running_at", _S.DOWNLOADING: "rendered_at"}
_JSON_COLUMNS = {
    "prompt": "prompt_json",
    "parameters": "parameters_json",
    "output": "output_json",
    "hand_off_output": "hand_off_output_json",
}


def _columns_of(changes: JobChanges) -> Row:
    columns: Row = dict(changes)
    for name, column in _JSON_COLUMNS.items():
        if name in columns:
            columns[column] = to_json(columns.pop(name))
    if "bridge" in columns:
        columns["bridge_json"] = to_json(asdict(changes["bridge"]))
        del columns["bridge"]
    if "problem" in columns:
        problem: JobProblem | None = columns.pop("problem")
        columns["problem_json"] = to_json(asdict(problem)) if problem is not None else None
    return columns


def _new_row(new: NewJob) -> Row:
    now = now_iso()
    kind = JobKind.REGENERATE if new.bridge is None else JobKind.BRIDGE
    return {
        "kind": kind.value,
        "bridge_json": to_json(asdict(new.bridge)) if new.bridge is not None else None,
        "request_id": new.request_id,
        "take": new.take,
        "takes": new.takes,
        "scene_id": new.scene_id,
        "sequence_index": new.sequence_index,
        "state": JobState.QUEUED.value,
        "server_url": new.server_url,
        "any_server": int(new.server_url == ANY_SERVER),
        "prompt_id": new.prompt_id,
        "previous_segment_id": new.previous_segment_id or NO_VERSION,
        "regeneration_count": new.regeneration_count,
        "before_version_id": new.before_version_id,
        "seed_from_version_id": new.seed_from_version_id,
        "seed_hash": new.seed_hash,
        "seed_file": new.seed_file,
        "parameters_json": to_json(new.parameters),
        "prompt_json": to_json(new.prompt),
        "output_node": new.output_node,
        "end_frame_hash": new.end_frame_hash,
        "end_frame_file": new.end_frame_file,
        "end_from_version_id": new.end_from_version_id,
        "uploads_json": uploads_json(new.uploads),
        "hand_off_node": new.hand_off_node,
        "run_id": new.run_id,
        "priority": new.priority,
        "kept_frames": new.kept_frames,
        "kept_from_version_id": new.kept_from_version_id,
        "seed_back": new.seed_back,
        "workflow_id": new.workflow_id,
        "workflow_name": new.workflow_name,
        "workflow_shape": new.workflow_shape,
        "stage": "",
        "done": 0,
        "total": 0,
        "created_at": now,
        "updated_at": now,
    }


def _seconds_between(start: str, stop: str) -> float:
    return (datetime.fromisoformat(stop) - datetime.fromisoformat(start)).total_seconds()
