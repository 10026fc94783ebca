"""One remedy in the list: a good mark never stands alone where the remedy does harm."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from restitch_app.analysis.acceptance import Judgement
from restitch_app.domain.boundaries import BoundaryClass
from restitch_app.domain.seams import Channel
from restitch_app.services.remedies.forecast import forecast
from restitch_app.services.remedies.values import Candidate, WhyNot
from restitch_app.ui.inspector.fix_row import FixRow
from restitch_app.ui.theme.theme import Theme

JUDGED = Judgement(3.0, 0.1, Channel.COLOUR, 0.01, 0.95, True, (0.96, 0.95, 0.96), 1)
BLURS = replace(JUDGED, sharpness_loss=0.23)
GOOD = Candidate("key", "blend", None, JUDGED, touched_left=4, predicted_class=BoundaryClass.GREEN)
HARMS = replace(GOOD, predicted=BLURS, refusal=WhyNot.BLURS)
IDLE = replace(GOOD, touched_left=0, refusal=WhyNot.NOTHING_TO_DO)


@pytest.mark.parametrize(
    ("candidate", "warns", "told"),
    [
        (GOOD, False, "Cross-fade, 0.95, Smooth"),
        (HARMS, True, "Cross-fade, 0.95, Smooth, doubles contours: sharpness −23 %"),
        (IDLE, False, "Cross-fade, 0.95, Smooth, finds nothing to change here"),
    ],
)
def test_harm_is_beside_the_mark(
    qtbot: QtBot, theme: Theme, candidate: Candidate, warns: bool, told: str
) -> None:
    row = FixRow(theme, candidate.name)
    qtbot.addWidget(row)
    row.show_fix(
        forecast(candidate),
        is_selected=False,
        is_recommended=False,
        is_applied=False,
        tried_length=None,
        problem="",
    )
    warning = row.findChild(QWidget, "fix_warning")
    assert warning is not None
    assert warning.isHidden() is not warns
    assert row.accessibleName() == told
