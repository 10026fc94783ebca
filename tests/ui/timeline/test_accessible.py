from __future__ import annotations

import gc

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.timeline.accessible import TimelineItems, name_painted_items
from restitch_app.ui.timeline.pictures import ThumbnailPixmaps
from restitch_app.ui.timeline.view import TimelineView
from tests.ui.samples import scene_overview
from tests.ui.timeline.conftest import Desk
from tests.ui.timeline.scenes import plain_scene

NAME = QAccessible.Text.Name


def items_of(desk: Desk) -> TimelineItems:
    items = QAccessible.queryAccessibleInterface(desk.view)
    assert isinstance(items, TimelineItems)
    return items


def child(items: TimelineItems, index: int) -> QAccessibleInterface:
    found = items.child(index)
    assert found is not None
    return found


def test_every_tile_and_mark_has_a_name(desk: Desk) -> None:
    desk.show(scene_overview(10, ssims={4: 0.75}))
    items = items_of(desk)
    assert items.childCount() == 19
    names = [child(items, index).text(NAME) for index in range(19)]
    assert names[0] == "Segment 1, version 1, quality 90, frames 1–81"
    assert names[9] == "Boundary 5 to 6, visible jump, SSIM 0.75, normal here 0.94–0.98"
    assert names[18].startswith("Segment 10,")


def test_items_are_found_where_they_are_painted(desk: Desk) -> None:
    desk.show(scene_overview(10))
    items = items_of(desk)
    for index in (0, 9, 18):
        middle = child(items, index).rect().center()
        found = items.childAt(middle.x(), middle.y())
        assert found is not None
        assert items.indexOfChild(found) == index
    assert items.childAt(-100, -100) is None


def test_the_selected_item_says_so(desk: Desk) -> None:
    desk.show(scene_overview(10))
    items = items_of(desk)
    desk.state.select_boundary(4)
    focused = items.focusChild()
    assert focused is not None
    assert focused.text(NAME).startswith("Boundary 5 to 6")
    assert focused.state().selected
    desk.state.select_segment(4)
    assert not child(items, 9).state().selected
    assert child(items, 8).state().selected
    desk.state.extend_to(6)
    states = [child(items, 2 * index).state() for index in range(3, 8)]
    assert [one.selected for one in states] == [False, True, True, True, False]
    assert [one.focused for one in states] == [False, False, False, True, False]


def test_what_is_scrolled_away_is_off_screen(desk: Desk) -> None:
    desk.show(scene_overview(10))
    desk.view.set_zoom(10.0)
    items = items_of(desk)
    assert not child(items, 0).state().offscreen
    assert child(items, 18).state().offscreen


def test_an_item_of_a_longer_scene_is_no_longer_valid(desk: Desk) -> None:
    desk.show(scene_overview(10))
    last = child(items_of(desk), 18)
    desk.show(scene_overview(4))
    assert not last.isValid()
    assert last.text(NAME) == ""
    assert items_of(desk).child(18) is None


def test_closing_a_window_takes_its_items_along(
    desk: Desk, qapp: QApplication, theme: Theme
) -> None:
    name_painted_items()
    pictures = ThumbnailPixmaps(desk.context.runners.pixels, desk.panel)
    gc.freeze()  # collecting looks at what the test makes, not at all that other tests left
    for _ in range(20):
        view = TimelineView(theme, pictures, lambda _job_id: None)
        view.set_scene(plain_scene(3))
        items = QAccessible.queryAccessibleInterface(view)
        assert items is not None
        assert items.childCount() == 5
        assert items.child(1).text(NAME).startswith("Boundary 1 to 2")
        del items
        view.deleteLater()
        del view
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    gc.unfreeze()
