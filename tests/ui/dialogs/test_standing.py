"""How a request stands, in words."""

from __future__ import annotations

from restitch_app.domain.preflight import Preflight, PreflightProblem, ProblemKind
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.ui.dialogs.standing import Standing, standing_of

MISSING = PreflightProblem(
    ProblemKind.NODE_MISSING, "1", "Sampler", "KSampler", "", "KSampler", "is not installed."
)
BOX = Preflight("gpu-box", "http://gpu-box:8188", is_answering=True)
OLD = Preflight("old-box", "http://old-box:8188", is_answering=True, problems=(MISSING,))
OLDER = Preflight("older", "http://older:8188", is_answering=True, problems=(MISSING, MISSING))
AWAY = Preflight("laptop", "http://laptop:8188", is_answering=False, unchecked="No answer")


def test_where_it_can_run_nothing_is_told() -> None:
    assert standing_of(BOX.server_url, (BOX, OLD)) == Standing()
    assert standing_of(ANY_SERVER, (AWAY, OLD, BOX)) == Standing()


def test_while_nothing_is_known_it_may_be_asked() -> None:
    assert standing_of(BOX.server_url, ()) == Standing()


def test_a_server_that_lacks_something_names_those_that_have_it() -> None:
    standing = standing_of(OLD.server_url, (OLD, AWAY, BOX))
    assert standing.told == "old-box cannot run this: 1 problem."
    assert not standing.can_ask
    assert standing.others == (BOX,)


def test_a_server_that_is_away_lets_it_wait() -> None:
    standing = standing_of(AWAY.server_url, (AWAY, BOX))
    assert standing.told == "laptop is not answering: the job will wait until it is back."
    assert (standing.can_ask, standing.waits, standing.others) == (True, True, (BOX,))


def test_where_no_server_can_the_nearest_one_says_why() -> None:
    standing = standing_of(ANY_SERVER, (OLDER, OLD))
    assert standing.told == "No server can run this. old-box comes nearest: 1 problem."
    assert standing.problems == (MISSING,)
    assert not standing.can_ask


def test_any_server_waits_for_those_that_are_away() -> None:
    one, other = standing_of(ANY_SERVER, (OLD, AWAY)), standing_of(ANY_SERVER, (AWAY,))
    assert one.told == "No server that answers can run this. The job waits for laptop."
    assert other.told == "No server is answering: the job will wait until one is back."
    assert one.can_ask
    assert other.can_ask
