"""Fixtures of the runs' tests."""

from __future__ import annotations

import pytest

from restitch_app.domain.quality import QualityLimits
from restitch_app.services.workbench import Workbench
from tests.services.scenes import with_settings


@pytest.fixture
def small(small: Workbench) -> Workbench:
    """Without gates: a take whose seed is drawn at random fails one now and then, and its run
    waits."""
    with_settings(small, quality=QualityLimits(is_off=True))
    return small
