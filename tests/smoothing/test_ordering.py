from __future__ import annotations

import pytest

from restitch_app.analysis.diagnosis import Cause, Diagnosis
from restitch_app.smoothing import ordering
from restitch_app.smoothing.ordering import sensible
from restitch_app.smoothing.recipes import BY_NAME, RECIPES


@pytest.mark.parametrize("cause", list(Cause))
def test_everything_is_tried_whatever_the_cause(cause: Cause) -> None:
    assert sorted(recipe.name for recipe in sensible(Diagnosis((cause,)))) == sorted(BY_NAME)


def test_what_fits_the_biggest_cause_comes_first() -> None:
    names = [recipe.name for recipe in sensible(Diagnosis((Cause.REPEAT, Cause.COLOUR)))]
    assert names[0] == "drop_repeat"
    assert names.index("flow_morph") < names.index("colour_ramp") < names.index("bridge")


def test_without_a_cause_the_order_stays() -> None:
    assert sensible(Diagnosis(())) == RECIPES


def test_every_name_is_one_of_a_recipe() -> None:
    assert {name for names in ordering._FITTING.values() for name in names} <= set(BY_NAME)
