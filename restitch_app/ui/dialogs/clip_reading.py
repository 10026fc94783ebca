"""Clips as dialogs read them in the background, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.domain.progress import JobContext
from restitch_app.services.imports.wishes import ClipPiece
from restitch_app.ui.language.translating import Verbatim, tr, tr_n
from restitch_app.ui.pieces.wording import counted

if TYPE_CHECKING:
    from restitch_app.services.imports.clip_look import ClipLook


def clips_told(looks: Sequence[ClipLook], *, has_workflow: bool | None = None) -> str:
    """Counts and every problem, before anything is copied. `has_workflow`: whether one is chosen
    for the clips without; None where that is no matter."""
    taken = [look for look in looks if not look.problem]
    frames = sum(look.facts.frame_count for look in taken if look.facts)
    counts = [tr(counted(len(taken), "clip")), tr(counted(frames, "frame"))]
    without = sum(not look.has_workflow for look in taken)
    if without and has_workflow is not None:
        used = tr("{count} without a workflow: the one below is used", count=without)
        none = tr("{count} without a workflow: they cannot be regenerated", count=without)
        counts.append(used if has_workflow else none)
    lines = [" · ".join(counts), *(_left_out(look) for look in looks if look.problem)]
    notes = {(look.path.name, look.note): None for look in taken if look.note}
    lines += [f"{name}: {tr(note)}" for name, note in notes]
    return "\n".join(lines)


def _left_out(look: ClipLook) -> str:
    name, problem = Verbatim(look.path.name), look.problem
    return tr("Left out: {name}. {problem}", name=name, problem=problem)


def pieces_told(lengths: Sequence[int]) -> str:
    """How many segments come of one clip, and how long they are; `lengths`: in frames, one at
    least."""
    count = tr_n("{count} segment", "{count} segments", len(lengths))
    shortest, longest = min(lengths), max(lengths)
    if len(lengths) == 1:
        return f"{count} · {tr_n('{count} frame', '{count} frames', shortest)}"
    if shortest == longest:
        return f"{count} · {tr_n('{count} frame each', '{count} frames each', shortest)}"
    room = tr("{shortest} to {longest} frames each", shortest=shortest, longest=longest)
    return f"{count} · {room}"


def looks_at(
    clips: tuple[Path | ClipPiece, ...], picture_rate: Fraction | None, ctx: JobContext
) -> tuple[ClipLook, ...]:
    from restitch_app.services.imports.clip_look import look_at_clips
    from restitch_app.services.imports.starting import clip_files

    pieces = [one for one in clips if isinstance(one, ClipPiece)]
    files = clip_files([one for one in clips if not isinstance(one, ClipPiece)])
    known = {piece.path for piece in pieces}
    return look_at_clips(
        [*pieces, *(file for file in files if file not in known)], ctx, picture_rate
    )


def pieces_by(
    look: ClipLook, cuts: str, picture_rate: Fraction | None, ctx: JobContext
) -> tuple[ClipLook, ...]:
    from restitch_app.services.imports.clip_look import cut_look

    return cut_look(look, cuts, ctx, picture_rate)
