from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.domain.drift import Quantity, SceneDrift, SegmentTone
from restitch_app.services.continuity.drift import chains_of
from restitch_app.ui.inspector.drift_section import DriftSection
from restitch_app.ui.inspector.drift_words import meter_name, target_of, wander_text
from restitch_app.ui.theme.theme import ThemeChoice
from tests.ui.panels import Panels

LEFT = Qt.MouseButton.LeftButton


def drift_with(**steps: float) -> SceneDrift:
    """Of five segments; `steps`: by how much a quantity changes from one to the next."""
    return drift_of(5, (), steps)


def drift_of(count: int, cuts: tuple[int, ...], steps: dict[str, float]) -> SceneDrift:
    tones = tuple(
        SegmentTone(
            index,
            {one: 40.0 + index * steps.get(one.value, 0.0) for one in Quantity},
            dict.fromkeys(Quantity, 0.1),
        )
        for index in range(count)
    )
    return SceneDrift(count, chains_of(tones, frozenset(cuts)))


@pytest.fixture
def section(panels: Panels) -> DriftSection:
    made = DriftSection(panels.context)
    panels.show(made, width=380, height=500)
    return made


def findings(section: DriftSection) -> list[QPushButton]:
    found = section.findChildren(QPushButton)
    return [one for one in found if one.objectName().startswith("drift_finding")]


def test_where_nothing_wanders_off_nothing_is_offered(section: DriftSection) -> None:
    section.show_drift(drift_with())
    words = section.findChild(QLabel, "drift_words")
    assert words is not None
    assert words.text() == "All segments look like the first 2 segments."
    assert findings(section) == []
    assert not section.reanchor.isVisible()


def test_findings_lead_to_their_segment(section: DriftSection, qtbot: QtBot) -> None:
    section.show_drift(drift_with(brightness=-3.0))
    (finding,) = findings(section)
    assert finding.text() == "Darker from segment 3 on, −10 %"
    finding.setFocus()
    with qtbot.waitSignal(section.segment_picked) as picked:
        qtbot.keyClick(finding, Qt.Key.Key_Space)
    assert picked.args == [2]


def test_the_button_names_the_segment_that_leaves(
    section: DriftSection, panels: Panels, qtbot: QtBot
) -> None:
    panels.state.select_segment(0)
    section.show_drift(drift_with(brightness=-3.0))
    assert section.reanchor.text() == "Re-anchor segment 3…"
    with qtbot.waitSignal(section.reanchor_asked) as asked:
        qtbot.keyClick(section.reanchor, Qt.Key.Key_Space)
    assert asked.args == [2]
    panels.state.select_segment(4)
    assert section.reanchor.text() == "Re-anchor segment 5…"


def test_a_chain_after_a_cut_has_its_own_start() -> None:
    drift = drift_of(10, (4,), {"chroma": 3.0})
    assert [one.sequence_index for one in drift.wanders] == [2, 7]
    assert target_of(drift, 5) == 2  # of the second chain nothing has left there
    assert target_of(drift, 8) == 8
    assert target_of(drift, None) == 2


@pytest.mark.parametrize(
    ("quantity", "step", "told"),
    [
        ("contrast", 3.0, "More contrast from segment 3 on, +10 %"),
        ("chroma", -3.0, "Paler from segment 3 on, ΔE 10.5"),
        ("sharpness", -0.5, "Softer from segment 3 on, detail × 0.30"),
        ("green_red", 3.0, "Redder from segment 3 on, ΔE 10.5"),
        ("blue_yellow", -3.0, "Bluer from segment 3 on, ΔE 10.5"),
    ],
)
def test_each_quantity_has_its_words(quantity: str, step: float, told: str) -> None:
    (wander,) = drift_with(**{quantity: step}).wanders
    assert wander_text(wander) == told


def test_the_chart_has_words_for_who_cannot_see_it(section: DriftSection) -> None:
    assert section.chart.accessibleName() == "Drift meter: not measured yet"
    drift = drift_with(brightness=-3.0)
    section.show_drift(drift)
    assert section.chart.accessibleName() == meter_name(drift)
    assert meter_name(drift) == "Drift meter: Darker from segment 3 on, −10 %"


def test_the_chart_tells_and_picks_segments(section: DriftSection, qtbot: QtBot) -> None:
    section.show_drift(drift_with(brightness=-3.0))
    chart = section.chart
    at = QPointF(chart.x_of(3), 10)
    assert chart.name_at(at) == "Segment 4, brightness 31 %, natural 34 to 42 %"
    assert chart.name_at(QPointF(5, 10)) == ""
    with qtbot.waitSignal(chart.segment_picked) as picked:
        qtbot.mouseClick(chart, LEFT, pos=at.toPoint())
    assert picked.args == [3]


def test_a_tint_has_a_row_only_where_it_wanders_off(section: DriftSection) -> None:
    section.show_drift(drift_with())
    low = section.chart.sizeHint().height()
    section.show_drift(drift_with(green_red=3.0))
    assert section.chart.sizeHint().height() > low


def test_what_is_measured_so_far_is_told_and_painted_in_both_themes(
    section: DriftSection, panels: Panels
) -> None:
    whole = drift_with(brightness=-3.0)
    some = SceneDrift(5, chains_of(whole.chains[0].segments[:3], frozenset()))
    section.show_drift(some)
    assert section.count.text() == "3 of 5 measured"
    pictures = []
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        panels.context.theme.choose(choice)
        pictures.append(section.chart.grab().toImage())
    section.show_drift(whole)
    pictures.append(section.chart.grab().toImage())
    assert len({picture.cacheKey() for picture in pictures}) == 3
    assert pictures[0] != pictures[1] != pictures[2]
    assert section.count.text() == ""
