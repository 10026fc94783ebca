"""The rule by which waiting jobs go to servers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.domain.servers import Server, ServerState
from restitch_app.services.jobs.dispatch import Place, Waiting, give_out, place_of

A, B, C = "http://a:1", "http://b:1", "http://c:1"
URLS = (A, B, C, "http://d:1")


def takes(count: int, *urls: str) -> list[Waiting]:
    return [Waiting(number, frozenset(urls)) for number in range(1, count + 1)]


def free(url: str, busy: int = 0, seconds: float | None = None, vram: int = 0) -> Place:
    return Place(url, busy, True, seconds, vram)


def working(url: str, busy: int = 1) -> Place:
    return Place(url, busy, False)


def test_takes_are_spread_one_to_each_free_server() -> None:
    assert give_out(takes(4, A, B), [free(A), free(B)]) == {1: A, 2: B}


def test_the_least_busy_server_comes_first() -> None:
    assert give_out(takes(1, A, B), [free(A, busy=3), free(B, busy=1)]) == {1: B}


def test_a_job_waits_for_a_server_of_ours_that_is_ready_sooner_than_a_crowded_one() -> None:
    assert give_out(takes(1, A, B), [working(A), free(B, busy=5)]) == {}


def test_with_enough_takes_the_crowded_server_gets_one_too() -> None:
    assert give_out(takes(5, A, B), [working(A, busy=1), free(B, busy=4)]) == {4: B}


def test_among_equals_a_free_one_then_the_faster_then_the_larger() -> None:
    assert give_out(takes(1, A, B), [working(A, busy=1), free(B, busy=1)]) == {1: B}
    slow, fast = free(A, seconds=90.0), free(B, seconds=30.0)
    assert give_out(takes(1, A, B), [slow, fast]) == {1: B}
    small, large = free(A, vram=8 << 30), free(B, vram=24 << 30)
    assert give_out(takes(1, A, B), [small, large]) == {1: B}
    assert give_out(takes(1, A, B), [free(A), free(B)]) == {1: A}


def test_a_server_that_cannot_run_a_job_does_not_get_it() -> None:
    assert give_out(takes(2, B), [free(A), free(B, busy=9)]) == {1: B}
    assert give_out(takes(2), [free(A), free(B)]) == {}


places_ = st.lists(
    st.builds(
        Place,
        url=st.sampled_from(URLS),
        busy=st.integers(0, 5),
        is_free=st.booleans(),
        seconds_per_take=st.none() | st.floats(1, 900),
        vram_total_bytes=st.integers(0, 3),
    ),
    unique_by=lambda place: place.url,
)
jobs_ = st.lists(st.frozensets(st.sampled_from(URLS)), max_size=8).map(
    lambda sets: [Waiting(number, urls) for number, urls in enumerate(sets, 1)]
)


@given(jobs_, places_)
def test_each_server_gets_one_job_at_most_that_it_can_run_and_only_when_free(
    jobs: list[Waiting], places: list[Place]
) -> None:
    given_ = give_out(jobs, places)
    by_url = {place.url: place for place in places}
    assert all(count == 1 for count in Counter(given_.values()).values())
    for job in jobs:
        if job.job_id in given_:
            assert given_[job.job_id] in job.can_run
            assert by_url[given_[job.job_id]].is_free


@given(jobs_, places_)
def test_no_job_goes_to_a_server_while_a_less_busy_free_one_could_run_it(
    jobs: list[Waiting], places: list[Place]
) -> None:
    given_ = give_out(jobs, places)
    by_url = {place.url: place for place in places}
    used = set(given_.values())
    for job in jobs:
        if job.job_id not in given_:
            continue
        idle = [by_url[url] for url in job.can_run if url in by_url and url not in used]
        chosen = by_url[given_[job.job_id]]
        assert all(place.busy >= chosen.busy for place in idle if place.is_free)


@given(jobs_, places_)
def test_something_is_given_out_whenever_the_idlest_server_for_the_first_job_is_free(
    jobs: list[Waiting], places: list[Place]
) -> None:
    able = [place for place in places if jobs and place.url in jobs[0].can_run]
    if able and all(place.is_free for place in able):
        assert jobs[0].job_id in give_out(jobs, places)


JOB = JobRecord(
    1, "r", 1, 1, 1, 0, JobState.QUEUED, A, None, 1, 0, None, None, "h", "f", {}, "9", None,
    None, "", 0, 0, None, None, False, "", "", any_server=True,
)  # fmt: skip


def test_our_own_prompts_are_counted_once() -> None:
    state = ServerState(Server(A, "a"), True, running=1, queued=1)
    submitted = replace(JOB, state=JobState.RUNNING)
    assert place_of(state, []) == Place(A, 2, True)
    assert place_of(state, [submitted]) == Place(A, 2, False)
    assert place_of(state, [submitted, replace(JOB, id=2)]) == Place(A, 3, False)
    idle = replace(state, running=0, queued=0)
    assert place_of(idle, [submitted]).busy == 1
    assert place_of(idle, [replace(submitted, server_url=B)]) == Place(A, 0, True)
