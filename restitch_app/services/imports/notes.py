"""What is told of the workflows of imported clips: now, and not only at the first regeneration."""

from __future__ import annotations

from collections.abc import Sequence

from restitch_app.services.workflows.files import NamedWorkflow
from restitch_app.services.workflows.library import WorkflowLibrary

NAMED_CLIPS = 3


def workflow_notes(
    library: WorkflowLibrary, clips: Sequence[tuple[str, NamedWorkflow | None]], *, has_shared: bool
) -> list[str]:
    """A sentence for what cannot be rendered again as it is. `clips`: file name and workflow;
    `has_shared`: the scene has one for clips without."""
    without = [name for name, workflow in clips if workflow is None]
    notes = [_no_workflow(without)] if without and not has_shared else []
    firsts: dict[int, str] = {}
    for name, workflow in clips:
        if workflow is not None:
            firsts.setdefault(library.linked(workflow).id, name)
    for workflow_id, name in firsts.items():
        problem = library.view(workflow_id).problem
        if problem:
            notes.append(f"{name}: its workflow cannot be used as it is: {problem}")
    return notes


def _no_workflow(names: Sequence[str]) -> str:
    more = len(names) - NAMED_CLIPS
    told = ", ".join(names[:NAMED_CLIPS]) + (f" and {more} more" if more > 0 else "")
    carry = "carries" if len(names) == 1 else "carry"
    return f"{told} {carry} no workflow: choose one for the scene to render segments again"
