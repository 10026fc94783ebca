from __future__ import annotations

from collections.abc import Collection

import pytest

from restitch_app.analysis.chain_marks import chain_marks


def steps(total: int, repeated: Collection[int], *, usual: float = 4.0) -> list[float]:
    """Differences of a film whose movement is uneven, as real movement is."""
    return [
        0.0 if number == 0 else (0.1 if number in repeated else 1 + 0.2 * (number % 3)) * usual
        for number in range(total)
    ]


@pytest.mark.parametrize(
    ("total", "repeated", "marks"),
    [
        (243, [81, 162], [81, 162]),
        (162, [81], [81]),
        (240, [81, 161], [81, 161]),  # one frame off: the first clip has its start image too
        (405, [81, 162, 324], [81, 162, 243, 324]),  # one place lies in a still part
        (200, [81, 162], [81, 162]),  # the last clip is shorter
    ],
)
def test_repeats_at_equal_distances_are_a_chain(
    total: int, repeated: list[int], marks: list[int]
) -> None:
    assert chain_marks(steps(total, repeated)) == marks


@pytest.mark.parametrize(
    ("total", "repeated"),
    [
        (243, []),
        (243, [50, 121, 130]),
        (243, [40]),  # a single pause
        (243, [130]),
        (120, range(2, 120, 2)),  # drawn on twos
    ],
)
def test_other_repeats_are_none(total: int, repeated: Collection[int]) -> None:
    assert chain_marks(steps(total, repeated)) == []


def test_nothing_is_told_of_a_still_film() -> None:
    assert chain_marks(steps(243, [81, 162], usual=0.1)) == []
