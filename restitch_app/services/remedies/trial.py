"""One boundary's frames on the bench: every remedy rendered on them and judged."""

from __future__ import annotations

from collections.abc import Sequence

from restitch_app.analysis.acceptance import Acceptance, Judgement
from restitch_app.analysis.arrays import Rgb
from restitch_app.analysis.diagnosis import Diagnosis, diagnose
from restitch_app.analysis.scale import to_analysis_size
from restitch_app.analysis.seam import WINDOW_FRAMES
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.seams import Cause
from restitch_app.services.boundaries.measuring import figures_of
from restitch_app.services.remedies.frames import JoinPlace
from restitch_app.services.remedies.names import DISSOLVE, LARGEST_WINDOW
from restitch_app.services.remedies.values import Candidate, Untreated, WhyNot
from restitch_app.smoothing import choice
from restitch_app.smoothing.methods import Method
from restitch_app.smoothing.ordering import sensible
from restitch_app.smoothing.recipes import BY_NAME, Recipe, Rendered, render
from restitch_app.smoothing.workspace import Workspace

DISSOLVE_FRAMES = 8
"""A side; a second at 16 frames a second: long enough to be taken for what it is."""
RENDERED_FRAMES = WINDOW_FRAMES + 1
"""From the boundary; what a long ramp does beyond is not judged and need not be rendered."""

_REFUSALS = {
    choice.Refusal.BLURS: WhyNot.BLURS,
    choice.Refusal.MORE_VISIBLE: WhyNot.MORE_VISIBLE,
}


def names(untreated: Untreated, *, drops_repeat: bool) -> tuple[str, ...]:
    """What is tried at a boundary, what fits its diagnosis first.

    Between two different pictures only a visible transition is honest: a morph would tear what is
    in them. `drops_repeat`: the repeated frame is left out already; where another one repeats, it
    can be dropped as well.
    """
    if untreated.is_cut:
        return (DISSOLVE,)
    is_repeat_left = not drops_repeat or Cause.REPEAT in untreated.causes
    return tuple(
        recipe.name
        for recipe in sensible(Diagnosis(untreated.causes))
        if recipe.method is not Method.DROP_REPEAT or is_repeat_left
    )


def recipe_of(name: str, window: int | None) -> Recipe:
    """Raises WrongUse for a name that is no remedy's, and for a length that cannot be."""
    recipe = BY_NAME.get("blend" if name == DISSOLVE else name)
    if recipe is None:
        raise WrongUse(f"There is no remedy {name}", f"There are {', '.join(BY_NAME)}")
    if window is not None and not 1 <= window <= LARGEST_WINDOW:
        raise WrongUse(
            f"A window of {window} frames cannot be used", f"Choose 1 to {LARGEST_WINDOW}"
        )
    frames = window or (DISSOLVE_FRAMES if name == DISSOLVE else None)
    return recipe if frames is None else recipe.lasting(frames)


class RemedyTrial:
    """Holds the frames and what remedies share: some hundred MB. Use on one thread, then drop."""

    def __init__(
        self,
        place: JoinPlace,
        tail: Sequence[Rgb],
        head: Sequence[Rgb],
        analysis_height_px: int,
        ctx: JobContext,
    ) -> None:
        """The frames of the place, all of one size. `ctx` may cancel whatever is done here."""
        self._place = place
        self._tail, self._head = tuple(tail), tuple(head)
        self._height = analysis_height_px
        self._workspace = Workspace(lambda: ctx.wait(0))
        # Untouched frames keep their small picture, by which `Acceptance` knows them again.
        self._small = {id(frame): self._shrunk(frame) for frame in (*tail, *head)}
        self._acceptance = Acceptance(*self._windows(tail, head), height=analysis_height_px)

    @property
    def sides(self) -> tuple[tuple[Rgb, ...], tuple[Rgb, ...]]:
        """The frames it was given. Who changes some hands the others back as the same arrays."""
        return self._tail, self._head

    @property
    def untreated(self) -> Untreated:
        measures = self._acceptance.measures
        diagnosis, natural = diagnose(measures), measures.natural
        return Untreated(
            self._acceptance.visibility_before,
            measures.ssim,
            (natural.low, natural.median, natural.high) if natural else None,
            measures.ssim_curve,
            measures.seam_index,
            diagnosis.is_cut,
            diagnosis.causes,
        )

    def candidate(self, name: str, window: int | None) -> Candidate:
        """Render and judge one remedy. Raises WrongUse as `recipe_of`, JobCancelled."""
        try:
            rendered = self.rendered(name, window, within=RENDERED_FRAMES)
        except ValueError:
            return Candidate(self._place.key, name, window, None, refusal=WhyNot.NO_ROOM)
        return self.judged(name, window, rendered)

    def judged(self, name: str, window: int | None, rendered: Rendered) -> Candidate:
        """What was rendered on this boundary's frames, here or elsewhere. Raises JobCancelled."""
        windows = self._windows(rendered.left_frames, rendered.right_frames)
        judgement = self._acceptance.judge(*windows)
        scale, base = self._place.right.facts.height / self._height, self._place.base
        return Candidate(
            self._place.key,
            name,
            window,
            judgement,
            figures_of(self._acceptance.measures_after(*windows), scale),
            rendered.trim_left,
            rendered.trim_right,
            rendered.touched_left,
            rendered.touched_right,
            self._refusal(name, rendered, judgement),
            left_out_anyway=base.trim_left + base.trim_right,
        )

    def rendered(self, name: str, window: int | None, within: int | None = None) -> Rendered:
        """Raises ValueError where the remedy has no room here."""
        recipe, room = recipe_of(name, window), self._place.room
        result = render(recipe, self._tail, self._head, self._workspace, room=room, within=within)
        if (
            result.trim_left + result.touched_left > room.left
            or result.trim_right + result.touched_right > room.right
        ):
            raise ValueError(f"{name} uses frames that are not its own")
        return result

    def _refusal(self, name: str, rendered: Rendered, judgement: Judgement) -> WhyNot | None:
        if not (rendered.frames_lost or rendered.touched_left or rendered.touched_right):
            return WhyNot.NOTHING_TO_DO
        if name == DISSOLVE:  # it is seen, and meant to be
            return None
        changed = rendered.touched_left + rendered.touched_right
        refusal = choice.Trial(judgement, rendered.frames_lost, changed).refusal
        return _REFUSALS[refusal] if refusal else None

    def _windows(self, left: Sequence[Rgb], right: Sequence[Rgb]) -> tuple[list[Rgb], list[Rgb]]:
        return (
            [self._at_analysis_size(frame) for frame in left[-WINDOW_FRAMES:]],
            [self._at_analysis_size(frame) for frame in right[:WINDOW_FRAMES]],
        )

    def _at_analysis_size(self, frame: Rgb) -> Rgb:
        found = self._small.get(id(frame))
        return self._shrunk(frame) if found is None else found

    def _shrunk(self, frame: Rgb) -> Rgb:
        return to_analysis_size(frame, self._height)
