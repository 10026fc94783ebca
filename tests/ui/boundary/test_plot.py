from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from restitch_app.domain.boundaries import Continuity, PlainSsim
from restitch_app.ui.boundary.plot import Plotted, SimilarityPlot
from restitch_app.ui.boundary.plot_layout import plot_layout
from restitch_app.ui.boundary.views import LARGEST_ZOOM, SharedZoom
from restitch_app.ui.theme.shapes import Shape
from restitch_app.ui.theme.theme import Theme

VALUES = (0.96, 0.97, 0.75, 0.96, 0.95)


@pytest.mark.parametrize("lowest", [0.94, 0.75, 0.2, -0.3])
def test_every_value_is_inside_the_plot(lowest: float) -> None:
    values = (0.97, lowest, 1.0)
    layout = plot_layout((600, 200), values, (0.85,), 1)
    assert layout.area.top() <= layout.y(1.0) < layout.y(lowest) <= layout.area.bottom()
    assert 2 <= len(layout.grid()) <= 9


def test_pairs_are_counted_from_the_boundary() -> None:
    layout = plot_layout((600, 200), (0.9,) * 25, (), 12)
    told = dict(layout.ticks())
    assert told[12] == "Boundary"
    assert (told[0], told[8], told[16], told[24]) == ("−12", "−4", "+4", "+12")
    assert layout.x(0) == layout.area.left()
    assert layout.x(24) == layout.area.right()


def test_a_click_on_a_point_goes_to_its_frame(qtbot: QtBot, theme: Theme) -> None:
    plot = SimilarityPlot(theme)
    qtbot.addWidget(plot)
    plot.resize(600, 200)
    plot.show_plot(Plotted(VALUES, 2, 100, (0.95, 0.97), PlainSsim(), Shape.VISIBLE))
    layout = plot.layout_now()
    assert layout is not None
    at = layout.point(3, VALUES[3]).toPoint()
    with qtbot.waitSignal(plot.frame_picked) as picked:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert picked.args == [103]
    with qtbot.assertNotEmitted(plot.frame_picked):
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPointF(300, 5).toPoint())
    assert plot.accessibleName().startswith("Similarity of neighbouring frames: 0.75 at")


def test_a_cut_has_no_mark_of_a_class(qtbot: QtBot, theme: Theme) -> None:
    plot = SimilarityPlot(theme)
    qtbot.addWidget(plot)
    plot.resize(600, 200)
    looks = []
    for shape in (None, Shape.NOT_CHECKED):
        plot.show_plot(Plotted(VALUES, 2, 100, (0.95, 0.97), Continuity(), shape))
        looks.append(bytes(plot.grab().toImage().constBits()))
    assert looks[0] != looks[1]


def test_zooming_keeps_the_point_under_the_pointer(qtbot: QtBot) -> None:
    zoom = SharedZoom()
    point = QPointF(0.25, 0.75)
    zoom.zoom_at(point, 3)
    half = 0.5 / zoom.factor
    left, top = zoom.centre.x() - half, zoom.centre.y() - half
    assert (point.x() - left) * zoom.factor == pytest.approx(0.25)
    assert (point.y() - top) * zoom.factor == pytest.approx(0.75)
    zoom.zoom_at(point, 100)
    assert zoom.factor == LARGEST_ZOOM
    zoom.move(QPointF(9, 9))
    assert zoom.centre.x() == pytest.approx(1 - 0.5 / LARGEST_ZOOM)
    zoom.zoom_at(point, -100)
    assert (zoom.factor, zoom.centre) == (1.0, QPointF(0.5, 0.5))
