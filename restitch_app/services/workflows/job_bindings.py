"""What the inputs of a job's prompt mean, as it was settled when the job was asked for."""

from __future__ import annotations

from restitch_app.comfy.bindings.bindings import Bindings, find_bindings
from restitch_app.comfy.loose import JsonObject
from restitch_app.domain.bindings import BindingChoice
from restitch_app.domain.jobs import JobRecord


def bindings_of(job: JobRecord, workflow: JsonObject) -> Bindings:
    """A job of an older Restitch did not say: then what is found by itself."""
    if not job.uploads:
        return find_bindings(workflow)
    settled = BindingChoice(dict(job.uploads), job.output_node)
    return find_bindings(workflow, job.workflow_name or "The workflow", settled)
