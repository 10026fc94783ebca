"""Runs in sentences: what one is, how far it is, why it waits."""

from __future__ import annotations

from collections.abc import Sequence

from restitch_app.domain.jobs import JobProblem, JobRecord
from restitch_app.domain.runs import RunKind, RunRecord, RunState, Why

RUN_PAUSED = "run_paused"
"""Kind of the event that tells of it."""
NOTHING_STALE = "nothing_stale"
PAUSED_BY_PERSON = "paused"
CHOOSE = Why.CHOOSE.value

MOST_FAULTS = 2
"""Told of a failed gate; the version has them all."""

_AGAIN = "render the segment again, with other settings if you like"
_GO_ON = f"Continue the run to {_AGAIN}"


def run_name(run: RunRecord) -> str:
    """ "Cascade from segment 5" or "Generation of segments 1–10"."""
    first, last = run.first_index + 1, run.stop_index
    if run.kind is RunKind.CASCADE:
        return f"Cascade from segment {first}"
    return f"Generation of segment {first}" if first == last else (
        f"Generation of segments {first}–{last}"
    )  # fmt: skip


def run_told(run: RunRecord) -> str:
    """How far it is, one sentence."""
    at = f"segment {min(run.at_index + 1, run.stop_index)} of {run.stop_index}"
    match run.state:
        case RunState.RUNNING:
            return f"At {at}"
        case RunState.DONE:
            return run.reason.title if run.reason else f"Done, to segment {run.stop_index}"
        case RunState.CANCELLED:
            return f"Ended by hand at {at}"
        case RunState.PAUSED | RunState.STOPPED:
            word = "Paused" if run.state is RunState.PAUSED else "Stopped"
            return f"{word} at {at}: {run.reason.title}" if run.reason else f"{word} at {at}"


def saved(run: RunRecord) -> JobProblem | None:
    """Why a run that is done did not go to its last segment; None where it did.

    `run` as it ends: it is at the segment after the last one made.
    """
    if run.left <= 0:
        return None
    count = "1 segment" if run.left == 1 else f"{run.left} segments"
    return JobProblem(
        NOTHING_STALE,
        f"{count} needed nothing",
        f"Segment {run.at_index} ends as it did before, so nothing after it is stale",
        "",
    )


def paused_by(who: str) -> JobProblem:
    return JobProblem(
        PAUSED_BY_PERSON,
        f"Paused by {who}",
        "What a server renders now is finished and kept",
        "Continue the run whenever you like",
    )


def reason(
    why: Why,
    run: RunRecord,
    jobs: Sequence[JobRecord],
    *,
    plays: bool = False,
    faults: Sequence[str] = (),
) -> JobProblem:
    """Why the run pauses or stops at its segment. `jobs`: its takes there.

    Of a failed gate: `plays`, whether what failed plays there all the same; `faults`, what the
    checks said, worst first, a sentence each.
    """
    segment = run.at_index + 1
    problem = next((job.problem for job in jobs if job.problem is not None), None)
    match why:
        case Why.LOST:
            return _because(why, f"The server lost segment {segment}", problem)
        case Why.FAILED:
            return _because(why, f"Segment {segment} failed", problem)
        case Why.CANCELLED:
            detail = "Its takes were cancelled; nothing after it was begun"
            return JobProblem(why, f"Segment {segment} was cancelled", detail, _GO_ON)
        case Why.GATE:
            detail = " ".join([*faults[:MOST_FAULTS], "Nothing after it was begun"])
            keep = "go on with it as it is" if plays else f"{_AGAIN}; to keep it, use it first"
            hint = f"Continue the run to {keep}" + (f", or {_AGAIN}" if plays else "")
            return JobProblem(why, f"Segment {segment} failed its checks", detail, hint)
        case Why.UNUSABLE:
            detail = "It is kept as a failed candidate with the reason"
            return JobProblem(why, f"No take of segment {segment} can play", detail, _GO_ON)
        case Why.CHOOSE:
            return JobProblem(
                why,
                f"Segment {segment} waits for your choice",
                "The project leaves it to you which take becomes current",
                "Use a take, then continue the run",
            )
        case Why.MOVED:
            return JobProblem(
                why,
                f"The frame before segment {segment} has changed meanwhile",
                "Its takes were made from the frame that was there before",
                "Continue to render it from the frame there now, or use a take and continue",
            )


def _because(why: Why, title: str, problem: JobProblem | None) -> JobProblem:
    detail = f"{problem.title}: {problem.detail}" if problem and problem.detail else (
        problem.title if problem else ""
    )  # fmt: skip
    return JobProblem(why, title, detail, _GO_ON)
