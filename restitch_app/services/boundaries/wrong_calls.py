"""Wrong calls turned into limits that would fit this project better, and what they would change."""

from __future__ import annotations

from dataclasses import dataclass

from restitch_app.analysis.limits import FEWEST_WRONG, Call, LimitChange, propose_limits
from restitch_app.analysis.seam import SEAM_MEASURE_VERSION
from restitch_app.domain.boundaries import BoundaryClass, BoundaryType, Continuity
from restitch_app.domain.calls import BoundaryCall
from restitch_app.domain.errors import WrongUse
from restitch_app.services.boundaries.limits import BoundaryLimits, Reclassified
from restitch_app.services.project.project import Project


@dataclass(frozen=True, slots=True)
class LimitProposal:
    """Limits that fit what reviewers said better, and what they would change."""

    policy: Continuity
    changes: tuple[tuple[BoundaryType, LimitChange], ...]
    """Empty where nothing is proposed."""
    reclassified: tuple[Reclassified, ...]
    """In every scene of the project."""
    wrong_calls: int
    """Calls that see a boundary which was not flagged, or none where one was; by this version of
    the measure."""
    outdated_calls: int = 0
    """Calls on boundaries as an earlier version of the measure saw them; they do not count."""

    @property
    def reason(self) -> str | None:
        """Why nothing is proposed; None where something is."""
        if self.changes:
            return None
        if self.wrong_calls < FEWEST_WRONG:
            calls = "1 wrong call" if self.wrong_calls == 1 else f"{self.wrong_calls} wrong calls"
            needed = f"{calls} so far; {FEWEST_WRONG} that speak for the same change are needed"
            return f"{needed}{self._left_out}"
        return f"The wrong calls do not speak for one change{self._left_out}"

    @property
    def _left_out(self) -> str:
        if not self.outdated_calls:
            return ""
        older = "1 was" if self.outdated_calls == 1 else f"{self.outdated_calls} were"
        return f"; {older} made before boundaries were measured as now and must be made again"


class WrongCalls:
    def __init__(self, project: Project, limits: BoundaryLimits) -> None:
        self._project = project
        self._limits = limits

    def proposal(self) -> LimitProposal:
        """From all calls of the project. Decodes nothing. Raises WrongUse under plain SSIM."""
        policy = self._limits.policy()
        if not isinstance(policy, Continuity):
            raise WrongUse(
                "Under plain SSIM nothing is proposed",
                "Wrong calls say how far each measure of the continuity policy is to be trusted",
                "Choose the continuity policy first",
            )
        every = self._project.store.calls.list()
        calls = [call for call in every if call.measure_version == SEAM_MEASURE_VERSION]
        proposed, changes = policy, []
        for kind in BoundaryType:
            limits = policy.limits(kind)
            of_kind = [_judged(call, policy) for call in calls if call.boundary_type is kind]
            found = propose_limits(of_kind, limits.channels)
            changes += [(kind, change) for change in found.changes]
            if found.changes:
                proposed = proposed.with_limits(kind, limits.with_channels(found.limits))
        wrong = sum(_judged(call, policy).is_misjudged for call in calls)
        would_change = self._limits.would_change(proposed)
        return LimitProposal(proposed, tuple(changes), would_change, wrong, len(every) - len(calls))

    def apply(self) -> LimitProposal:
        """Set what is proposed now.

        Raises WrongUse where nothing is, and where other limits were set meanwhile.
        """
        present = self._limits.policy()
        found = self.proposal()
        if not found.changes:
            raise WrongUse("No other limits are proposed", found.reason or "")
        self._limits.use(found.policy, instead_of=present)
        return found


def _judged(call: BoundaryCall, policy: Continuity) -> Call:
    # V is compared with the project's own yellow limit, and so is every channel by its own.
    yellow = policy.limits(call.boundary_type).yellow
    return Call(
        {channel: score / yellow for channel, score in call.channels.items()},
        was_flagged=call.shown in (BoundaryClass.YELLOW, BoundaryClass.RED),
        is_visible=call.says is not BoundaryClass.GREEN,
    )
