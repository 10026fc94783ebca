from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.versions import Picture
from restitch_app.media.pictures import write_png
from restitch_app.services.playback.thumbnails import Thumbnails
from restitch_app.services.project.project import PICTURES, Project, create_project
from restitch_app.ui.timeline.pictures import AT_ONCE, HELD_PIXMAPS, ThumbnailPixmaps
from tests.services.scenes import chain_clips, imported, new_workbench
from tests.ui.timeline.conftest import Desk


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "project") as made:
        yield made


@pytest.fixture
def pixmaps(qtbot: QtBot) -> Iterator[ThumbnailPixmaps]:
    pool = QThreadPool()
    runner = JobRunner(pool)
    yield ThumbnailPixmaps(runner)
    assert runner.shut_down(10_000)


def stored(project: Project, level: int) -> Picture:
    rgb = np.full((48, 64, 3), (level, 10, 10), dtype=np.uint8)
    kept = write_png(rgb, project.path(PICTURES))
    return Picture(kept.hash, project.relative(kept.path))


def test_a_picture_is_loaded_after_it_was_asked_for(
    qtbot: QtBot, project: Project, pixmaps: ThumbnailPixmaps
) -> None:
    picture = stored(project, 200)
    pixmaps.show_from(Thumbnails(project))
    assert pixmaps.pixmap(picture) is None
    with qtbot.waitSignal(pixmaps.arrived):
        pixmaps.load_wanted()
    found = pixmaps.pixmap(picture)
    assert found is not None
    assert found.toImage().pixelColor(5, 5) == QColor(200, 10, 10)


def test_a_missing_picture_is_asked_for_once(
    qtbot: QtBot, project: Project, pixmaps: ThumbnailPixmaps
) -> None:
    picture = Picture("0" * 64, "media/frames/gone.png")
    pixmaps.show_from(Thumbnails(project))
    pixmaps.pixmap(picture)
    with qtbot.waitSignal(pixmaps.arrived):
        pixmaps.load_wanted()
    assert pixmaps.pixmap(picture) is None
    with qtbot.assertNotEmitted(pixmaps.arrived, wait=50):
        pixmaps.load_wanted()


def test_many_pictures_come_in_parts_with_the_last_wanted_first(
    qtbot: QtBot, project: Project, pixmaps: ThumbnailPixmaps
) -> None:
    pictures = [stored(project, level) for level in range(AT_ONCE + 5)]
    pixmaps.show_from(Thumbnails(project))
    for picture in pictures:
        pixmaps.pixmap(picture)
    with qtbot.waitSignal(pixmaps.arrived):
        pixmaps.load_wanted()
    there = [pixmaps.pixmap(picture) is not None for picture in pictures]
    assert there == [False] * 5 + [True] * AT_ONCE
    with qtbot.waitSignal(pixmaps.arrived):
        pixmaps.load_wanted()
    assert all(pixmaps.pixmap(picture) for picture in pictures)
    assert len(pictures) < HELD_PIXMAPS


def test_what_another_project_answers_late_is_not_shown(
    qtbot: QtBot, project: Project, pixmaps: ThumbnailPixmaps
) -> None:
    picture = stored(project, 200)
    pixmaps.show_from(Thumbnails(project))
    pixmaps.pixmap(picture)
    pixmaps.load_wanted()
    with qtbot.waitSignal(pixmaps.arrived):
        pixmaps.show_from(None)
    assert pixmaps.pixmap(picture) is None


def test_the_tiles_of_an_opened_project_show_its_frames(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    bench = new_workbench(tmp_path / "project")
    imported(bench, chain_clips(tmp_path / "clips", 3))
    bench.project.close()
    with qtbot.waitSignal(desk.context.session.opened):
        desk.context.session.open(tmp_path / "project")
    desk.view.grab()

    def colours() -> int:
        image = desk.view.grab().toImage()
        rect = desk.view.layout_now().tile_rect(1)
        y = round(rect.center().y())
        return len({image.pixel(x, y) for x in range(round(rect.left()), round(rect.right()))})

    qtbot.waitUntil(lambda: colours() > 100)
