from __future__ import annotations

from restitch_app.domain.quality import CheckName
from restitch_app.domain.quality_reasons import WHY_IT_MATTERS


def test_every_check_says_why_it_matters_in_one_sentence() -> None:
    assert set(WHY_IT_MATTERS) == set(CheckName)
    assert all(text.endswith(".") and text.count(".") == 1 for text in WHY_IT_MATTERS.values())
