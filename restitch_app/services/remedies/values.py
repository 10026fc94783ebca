"""What trying remedies at a boundary came to: plain values that are shown, kept and told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from restitch_app.analysis.acceptance import Judgement as Judgement
from restitch_app.analysis.channels import Channel
from restitch_app.domain.boundaries import Boundary, BoundaryClass
from restitch_app.domain.seam_notes import figures_from_note, figures_to_note
from restitch_app.domain.seams import Cause, SeamFigures
from restitch_app.smoothing import choice


class WhyNot(StrEnum):
    """Why a candidate is not offered."""

    BLURS = "blurs"
    """Doubles contours or softens: loses more than 10 % of fine detail."""
    MORE_VISIBLE = "more_visible"
    NOTHING_TO_DO = "nothing_to_do"
    NO_ROOM = "no_room"
    """Needs more frames than there are."""


class Outcome(StrEnum):
    """What a remedy does to a boundary (seams.md section 7), the best first."""

    RESTORED = "restored"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    HARMED = "harmed"


def outcome(judgement: Judgement) -> Outcome:
    if judgement.restored:
        return Outcome.RESTORED
    if judgement.improved:
        return Outcome.IMPROVED
    return Outcome.HARMED if judgement.harmed else Outcome.UNCHANGED


@dataclass(frozen=True, slots=True)
class Untreated:
    """The boundary as it is without any remedy, on the frames of the two sides."""

    visibility: float
    """E0: how far the worst channel at the boundary is above what is natural here."""
    ssim: float
    natural: tuple[float, float, float] | None
    """SSIM of the neighbouring pairs: smallest, median, largest; None where there are none."""
    curve: tuple[float, ...]
    """SSIM of all pairs in the window, scene order."""
    seam_index: int
    is_cut: bool
    """The two sides show different pictures: no remedy but a visible transition."""
    causes: tuple[Cause, ...] = ()
    """Biggest first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One remedy as it was rendered and measured; nothing of it is stored in the scene."""

    key: str
    """Of the join it was tried on: another version or treatment beside it gives another key."""
    name: str
    window: int | None
    """Length chosen by hand, frames a side; None where the remedy chose it."""
    predicted: Judgement | None
    """None where it could not be carried out."""
    figures: SeamFigures | None = None
    """What a check of the boundary is predicted to find."""
    trim_left: int = 0
    """Frames left out, beyond those that are left out anyway."""
    trim_right: int = 0
    touched_left: int = 0
    """Frames that a patch stands for, counted back from the trim."""
    touched_right: int = 0
    refusal: WhyNot | None = None
    left_out_anyway: int = 0
    """Frames that are left out without any remedy: those shown twice."""
    left_id: int = 0
    """The versions that meet; kept results are of files, and do not know them."""
    right_id: int = 0
    predicted_class: BoundaryClass | None = None
    """By the project's policy."""
    file: str = ""
    """Of a bridge: where its new frames are, relative to the project folder."""

    @property
    def is_offered(self) -> bool:
        return self.refusal is None

    @property
    def frames_lost(self) -> int:
        return self.trim_left + self.trim_right

    @property
    def frames_changed(self) -> int:
        return self.touched_left + self.touched_right

    @property
    def changes_nothing(self) -> bool:
        return self.frames_lost == self.frames_changed == 0

    @property
    def outcome(self) -> Outcome | None:
        return outcome(self.predicted) if self.predicted else None

    @property
    def trial(self) -> choice.Trial | None:
        if self.predicted is None:
            return None
        return choice.Trial(self.predicted, self.frames_lost, self.frames_changed)

    @property
    def cost(self) -> float | None:
        """What candidates are ranked by, see `smoothing.choice`; lower is better."""
        return self.trial.cost if self.trial else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was tried at one boundary."""

    boundary: Boundary
    """As it stands now, with the treatment it has."""
    untreated: Untreated | None
    """None for a declared cut, where nothing is tried."""
    candidates: tuple[Candidate, ...]
    """Those that may be offered first, the best at the top; then the others."""
    recommended: Candidate | None
    """None: leave the boundary as it is."""
    reason: str
    """Why this one, or why none; a sentence or two."""
    is_regeneration_better: bool
    """Nothing that is offered mends it: lead with regenerating the segment on the right."""

    @property
    def offered(self) -> tuple[Candidate, ...]:
        return tuple(candidate for candidate in self.candidates if candidate.is_offered)


def ranked(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Offered ones by cost, then the others in the order they were tried."""
    offered = [candidate for candidate in candidates if candidate.is_offered]
    offered.sort(key=lambda candidate: candidate.cost or 0.0)
    return (*offered, *(candidate for candidate in candidates if not candidate.is_offered))


def judgement_to_note(judgement: Judgement) -> dict[str, object]:
    """As JSON can hold it."""
    return asdict(judgement)


def judgement_from_note(note: Mapping[str, object]) -> Judgement:
    """Raises KeyError, TypeError or ValueError for what `judgement_to_note` does not write."""
    values = dict(note)
    worst, curve = values.pop("worst"), values.pop("curve")
    if not isinstance(curve, list | tuple):
        raise TypeError("a curve is a list of numbers")
    return Judgement(
        **values,  # type: ignore[arg-type]
        worst=Channel(str(worst)),
        curve=tuple(curve),
    )


def candidate_to_note(candidate: Candidate) -> dict[str, object]:
    """What holds for the files alone: neither versions nor the project's policy."""
    note = asdict(candidate)
    for name in ("left_id", "right_id", "predicted_class"):
        del note[name]
    note["figures"] = figures_to_note(candidate.figures) if candidate.figures else None
    return note


def candidate_from_note(note: Mapping[str, object]) -> Candidate:
    """Raises as `judgement_from_note` does."""
    values = dict(note)
    predicted, refusal, figures = (values.pop(name) for name in ("predicted", "refusal", "figures"))
    return Candidate(
        **values,  # type: ignore[arg-type]
        predicted=judgement_from_note(predicted) if isinstance(predicted, Mapping) else None,
        figures=figures_from_note(figures) if isinstance(figures, Mapping) else None,
        refusal=WhyNot(str(refusal)) if refusal is not None else None,
    )


def untreated_from_note(note: Mapping[str, object]) -> Untreated:
    """Raises as `candidate_from_note` does."""
    values = dict(note)
    natural, curve, causes = (values.pop(name) for name in ("natural", "curve", "causes"))
    if not isinstance(curve, list) or not isinstance(causes, list):
        raise TypeError("a curve and causes are lists")
    return Untreated(
        **values,  # type: ignore[arg-type]
        natural=tuple(natural) if isinstance(natural, list) else None,
        curve=tuple(curve),
        causes=tuple(Cause(cause) for cause in causes),
    )
