"""Files of versions removed from the menu of a version: told first, never the one that plays."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSpinBox

from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.services.project.project import open_project
from restitch_app.ui.inspector.version_row import VersionRow
from restitch_app.ui.main_window import MainWindow
from tests.services.scenes import bench_on, with_settings
from tests.ui.hands import Hands
from tests.ui.windows import answers_of


def purge_action(row: VersionRow) -> QAction:
    return next(one for one in row.menu().actions() if one.text() == "Remove file…")


def rows(hands: Hands, window: MainWindow, count: int) -> list[VersionRow]:
    """Newest first."""

    def shown() -> list[VersionRow]:
        found = [one for one in window.inspector.findChildren(VersionRow) if one.isVisible()]
        return sorted(found, key=lambda row: -row.version.number)

    hands.wait(lambda: len(shown()) == count)
    return shown()


def test_the_rest_of_the_takes_goes_once_one_is_chosen(
    window: MainWindow, hands: Hands, served_folder: Path
) -> None:
    other = bench_on(open_project(served_folder))
    with_settings(other, becomes_current=BecomesCurrent.ALWAYS)
    other.project.close()
    hands.press(Qt.Key.Key_R)
    dialog = hands.dialog()
    takes = hands.find("takes", dialog)
    assert isinstance(takes, QSpinBox)
    takes.setFocus()
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Up)
    assert takes.value() == 3
    hands.click("regenerate", dialog)
    hands.back()
    hands.wait(lambda: hands.version(1) > 1)

    def playing() -> list[VersionRow]:
        shown = rows(hands, window, 4)
        return [row for row in shown if row.version.is_current and row.other_takes]

    hands.wait(lambda: playing() != [])
    (chosen,) = playing()
    rest = [row.version for row in rows(hands, window, 4) if row.version.id in chosen.other_takes]
    assert len(rest) == 2
    action = next(
        one for one in chosen.menu().actions() if one.text() == "Remove files of the other takes…"
    )
    action.trigger()
    hands.wait(lambda: not any((served_folder / one.file).exists() for one in rest))
    assert (served_folder / chosen.version.file).is_file()
    assert all(one.file in answers_of(window).asked[0] for one in rest)


def test_an_old_versions_file_is_removed_after_two_questions_where_it_was_a_seed(
    window: MainWindow, hands: Hands, served_folder: Path
) -> None:
    other = bench_on(open_project(served_folder))
    with_settings(other, becomes_current=BecomesCurrent.ALWAYS)
    other.project.close()
    hands.press(Qt.Key.Key_R)
    dialog = hands.dialog()
    hands.click("regenerate", dialog)
    hands.back()
    hands.wait(lambda: hands.version(1) == 2)
    hands.wait(lambda: not purge_action(rows(hands, window, 2)[0]).isEnabled())  # it plays
    old = rows(hands, window, 2)[1]
    file = served_folder / old.version.file
    answers = answers_of(window)
    answers.says_yes = False
    purge_action(old).trigger()
    hands.wait(lambda: len(answers.asked) == 1)
    assert old.version.file in answers.asked[0]
    assert file.is_file()
    answers.says_yes = True
    purge_action(old).trigger()
    hands.wait(lambda: not file.exists())
    assert "was the seed of segment 3 v1" in answers.asked[2]
    hands.wait(lambda: not purge_action(rows(hands, window, 2)[1]).isEnabled())
