"""Clips looked at before anything is copied: size, rate, frames, workflow, and what stands against
making a scene of them. Needs no project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from restitch_app.comfy.bindings.bindings import find_bindings
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.frames import ClipFacts
from restitch_app.domain.progress import JobContext
from restitch_app.media.lossless import needs_lossless_copy, source_facts
from restitch_app.services.workflows.files import (
    NamedWorkflow,
    read_workflow_file,
    workflow_in_clip,
)


@dataclass(frozen=True, slots=True)
class ClipLook:
    path: Path
    facts: ClipFacts | None
    """None for a file that cannot be read."""
    workflow: str
    """What its embedded workflow can do, or that there is none; one short sentence."""
    has_workflow: bool
    problem: str = ""
    """Why it would be left out; empty where it would be taken."""
    note: str = ""
    """What is done with it that is not plain copying."""


def look_at_clips(paths: Sequence[Path], ctx: JobContext) -> tuple[ClipLook, ...]:
    """In the order given; reads headers and times of frames, copies nothing."""
    looks = []
    for done, path in enumerate(paths):
        ctx.progress(f"Reading {path.name}", done, len(paths))
        looks.append(_look(path))
    return judged_together(looks)


def judged_together(looks: Sequence[ClipLook]) -> tuple[ClipLook, ...]:
    """A scene has one size and one rate, the most common: the others are told as problems.

    Call it again where clips were taken out of the list.
    """
    kinds = Counter(_kind(look.facts) for look in looks if look.facts is not None)
    if not kinds:
        return tuple(looks)
    usual = kinds.most_common(1)[0][0]
    width, height, rate = usual
    told = f"The others are {width}×{height} at {float(rate):g} fps: convert it first"
    return tuple(
        look
        if look.facts is None
        else replace(look, problem="" if _kind(look.facts) == usual else told)
        for look in looks
    )


def _look(path: Path) -> ClipLook:
    try:
        facts = source_facts(path)
        reason = needs_lossless_copy(path)
    except RestitchError as error:
        return ClipLook(path, None, "", has_workflow=False, problem=str(error))
    note = f"A lossless copy is made: {reason}" if reason else ""
    workflow, has_workflow = _workflow(path)
    return ClipLook(path, facts, workflow, has_workflow, note=note)


def look_at_workflow(path: Path) -> str:
    """What the workflow of a file can do, in a few words.

    Raises StorageError, WorkflowUnusable for a file without one that can be used.
    """
    return _words(read_workflow_file(path))


def _workflow(path: Path) -> tuple[str, bool]:
    try:
        found = workflow_in_clip(path)
        return (_words(found), True) if found is not None else ("No workflow", False)
    except RestitchError as error:
        return error.title, False


def _words(found: NamedWorkflow) -> str:
    if found.prompt is None:
        return "Waits for a server"  # that says what its nodes take
    bindings = find_bindings(found.prompt, found.name)
    return "First and last frame" if bindings.end_frame else "Image to video"


def _kind(facts: ClipFacts) -> tuple[int, int, Fraction]:
    return facts.width, facts.height, facts.rate
