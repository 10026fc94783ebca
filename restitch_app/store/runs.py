"""Runs along the chain: rows that say what was asked for before a job is there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import TypedDict, Unpack

from restitch_app.domain.errors import NotFound
from restitch_app.domain.jobs import JobProblem
from restitch_app.domain.runs import FailedGate, RunKind, RunRecord, RunState, RunWishes, SeedRule
from restitch_app.store.database import Database, Row
from restitch_app.store.tables import from_json, now_iso, runs, to_json

_OPEN = tuple(state.value for state in RunState if state.is_open)


class RunChanges(TypedDict, total=False):
    """What may change in a run's row; the names of `RunRecord`."""

    state: RunState
    at_index: int
    stop_index: int
    request_id: str | None
    wishes: RunWishes
    reason: JobProblem | None


class RunQueries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        scene_id: int,
        kind: RunKind,
        first_index: int,
        stop_index: int,
        wishes: RunWishes,
        by: str,
    ) -> RunRecord:
        now = now_iso()
        return self.get(
            self._database.run(
                runs.insert(
                    scene_id=scene_id,
                    kind=kind.value,
                    state=RunState.RUNNING.value,
                    first_index=first_index,
                    stop_index=stop_index,
                    at_index=first_index,
                    wishes_json=_wishes_json(wishes),
                    created_at=now,
                    created_by=by,
                    updated_at=now,
                )
            )
        )

    def get(self, run_id: int) -> RunRecord:
        row = self._database.first(runs.select().where(runs.c.id == run_id))
        if row is None:
            raise NotFound(f"There is no run with id {run_id}")
        return _run_of(row)

    def list(self, open_only: bool = False) -> tuple[RunRecord, ...]:
        """Oldest first."""
        query = runs.select().order_by(runs.c.id)
        if open_only:
            query = query.where(runs.c.state.in_(_OPEN))
        return tuple(_run_of(row) for row in self._database.rows(query))

    def running(self) -> tuple[RunRecord, ...]:
        """Those that the engine is to move on, oldest first."""
        query = runs.select().where(runs.c.state == RunState.RUNNING.value).order_by(runs.c.id)
        return tuple(_run_of(row) for row in self._database.rows(query))

    def open_in(self, scene_id: int) -> RunRecord | None:
        """The run that is under way in the scene, paused or not; there is one at most."""
        query = runs.select().where((runs.c.scene_id == scene_id) & runs.c.state.in_(_OPEN))
        row = self._database.first(query)
        return _run_of(row) if row is not None else None

    def move(self, seen: RunRecord, **changes: Unpack[RunChanges]) -> RunRecord | None:
        """Change a run that is still as it was seen; None, and nothing is changed, where it is not.

        So a person's pause, or another look, is never overwritten by a decision made before it.
        """
        columns: Row = dict(changes)
        if "wishes" in changes:
            columns["wishes_json"] = _wishes_json(columns.pop("wishes"))
        if "reason" in changes:
            reason = columns.pop("reason")
            columns["reason_json"] = to_json(asdict(reason)) if reason is not None else None
        if "state" in changes:
            columns["state"] = changes["state"].value
            if not changes["state"].is_open:
                columns["ended_at"] = now_iso()
        request = runs.c.request_id
        query = runs.update(**columns, updated_at=now_iso()).where(
            (runs.c.id == seen.id)
            & (runs.c.state == seen.state.value)
            & (runs.c.at_index == seen.at_index)
            & (request.is_null() if seen.request_id is None else request == seen.request_id)
        )
        return self.get(seen.id) if self._database.run(query) else None


def _run_of(row: Row) -> RunRecord:
    reason = from_json(row["reason_json"])
    return RunRecord(
        id=row["id"],
        scene_id=row["scene_id"],
        kind=RunKind(row["kind"]),
        state=RunState(row["state"]),
        first_index=row["first_index"],
        stop_index=row["stop_index"],
        at_index=row["at_index"],
        request_id=row["request_id"],
        wishes=_wishes_of(json.loads(row["wishes_json"])),
        reason=JobProblem(**reason) if reason is not None else None,
        created_at=row["created_at"],
        created_by=row["created_by"],
        updated_at=row["updated_at"],
        ended_at=row["ended_at"],
    )


def _wishes_json(wishes: RunWishes) -> str | None:
    each = {str(index): dict(values) for index, values in wishes.each.items()}
    return to_json(
        {
            "parameters": dict(wishes.parameters),
            "each": each,
            "seed_rule": wishes.seed_rule.value,
            "seed": wishes.seed,
            "takes": wishes.takes,
            "server_url": wishes.server_url,
            "workflow_id": wishes.workflow_id,
            "on_failed_gate": wishes.on_failed_gate.value,
        }
    )


def _wishes_of(told: Mapping[str, object]) -> RunWishes:
    values = dict(told)
    each = values.pop("each")
    assert isinstance(each, dict)
    return RunWishes(
        each={int(index): parameters for index, parameters in each.items()},
        seed_rule=SeedRule(str(values.pop("seed_rule"))),
        on_failed_gate=FailedGate(str(values.pop("on_failed_gate"))),
        **values,  # type: ignore[arg-type] # as `_wishes_json` wrote them
    )
