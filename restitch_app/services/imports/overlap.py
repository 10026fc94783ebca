"""How many frames neighbouring clips share, where somebody says so: nothing is measured for it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from restitch_app.domain.errors import WrongUse
from restitch_app.domain.joins import Join, Treatment
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Version
from restitch_app.services.actor import current_actor
from restitch_app.services.boundaries.checking import Boundaries
from restitch_app.services.imports.source_clips import SourceClip
from restitch_app.services.project.project import Project


def check_overlap(overlap: int | None, clips: Sequence[SourceClip]) -> None:
    """Raises WrongUse where a clip would be left without frames."""
    for clip in clips[:-1]:
        if overlap is not None and overlap >= clip.facts.frame_count:
            raise WrongUse(
                f"The clips cannot overlap by {overlap} frames",
                f"{clip.piece.label} has {clip.facts.frame_count}",
                "Choose a smaller overlap",
            )


def leave_out_overlap(project: Project, versions: Sequence[Version], overlap: int | None) -> None:
    """At the end of each clip: its earlier packets stay whole, a cut head would lose a key frame.

    Call it in the transaction that records the versions.
    """
    if not overlap:
        return
    treatment = Treatment("drop_repeat", trim_left=overlap)
    for left, right in pairwise(versions):
        is_chained = right.seed_from_version_id == left.id
        join = Join(left.id, right.id, None, treatment=treatment, is_chained=is_chained)
        project.store.joins.save(join, current_actor())


def leave_as_they_are(
    project: Project, boundaries: Boundaries, versions: Sequence[Version], ctx: JobContext
) -> None:
    """No overlap: not even a repeated frame is left out. Measures every boundary."""
    pairs = list(pairwise(versions))
    for done, (left, right) in enumerate(pairs):
        ctx.progress("Checking boundaries", done, len(pairs))
        join = boundaries.as_it_is(left, right)
        with project.store.transaction():
            boundaries.save(join, current_actor())
        boundaries.tell(left.sequence_index)
