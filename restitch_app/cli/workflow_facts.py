"""Workflows as JSON and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from restitch_app.domain.bindings import Binding, Candidate
from restitch_app.domain.workflows import WorkflowRecord

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench
    from restitch_app.services.workflows.library import WorkflowView


def workflow_json(bench: Workbench, record: WorkflowRecord) -> dict[str, object]:
    return {
        "id": record.id,
        "name": record.name,
        "origin": record.origin.value,
        "origin_detail": record.origin_detail,
        "shape": record.shape or None,
        "is_converted": record.is_converted,
        "corrections": record.choice.to_note(),
        "scenes": list(bench.workflows.scenes_of(record.id)),
        "created_at": record.created_at,
    }


def workflow_rows(bench: Workbench, records: Iterable[WorkflowRecord]) -> list[tuple[object, ...]]:
    return [
        ("ID", "Name", "From", "", "Scenes"),
        *(
            (
                record.id,
                record.name,
                f"{record.origin.value} {record.origin_detail}".strip(),
                "" if record.is_converted else "editor's format",
                ", ".join(bench.workflows.scenes_of(record.id)),
            )
            for record in records
        ),
    ]


def view_json(bench: Workbench, view: WorkflowView) -> dict[str, object]:
    return {
        **workflow_json(bench, view.record),
        "problem": view.problem or None,
        "output_node": view.output_node or None,
        "outputs": [_candidate_json(one) for one in view.outputs],
        "bindings": {one.key: _binding_json(one) for one in view.bindings},
    }


def binding_rows(view: WorkflowView) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("Input", "Place", "Sure", "Value", "Node")]
    for binding in view.bindings:
        if not binding.places and not binding.candidates:
            continue
        at = {one.at: one for one in binding.candidates}
        chosen = next((at[place] for place in binding.places if place in at), None)
        rows.append(
            (
                binding.key,
                ", ".join(map(str, binding.places)) or "none",
                binding.confidence.value,
                "" if chosen is None or chosen.value is None else str(chosen.value)[:40],
                chosen.node_title if chosen else "",
            )
        )
    return rows


def _binding_json(binding: Binding) -> dict[str, object]:
    return {
        "places": [str(place) for place in binding.places],
        "confidence": binding.confidence.value,
        "candidates": [_candidate_json(one) for one in binding.candidates],
    }


def _candidate_json(candidate: Candidate) -> dict[str, object]:
    return {
        "place": str(candidate.at),
        "node_title": candidate.node_title,
        "node_class": candidate.node_class,
        "value": candidate.value,
        "confidence": candidate.confidence.value,
        "reason": candidate.reason,
    }
