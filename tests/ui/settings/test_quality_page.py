from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from restitch_app.domain.quality import QualityLimits
from restitch_app.domain.quality_gates import Preset, preset_limits
from restitch_app.services.project.project import open_project
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.settings.quality_page import QualityPage
from tests.ui.windows import open_in


def _page(window: MainWindow) -> QualityPage:
    window.settings.show()
    dialog = window.settings.shown
    assert dialog is not None
    dialog.show_item("Quality gates", "")
    dialog.activateWindow()  # the offscreen platform leaves that to us
    page = dialog.page("Quality gates")
    assert isinstance(page, QualityPage)
    return page


def _stored(folder: Path) -> QualityLimits:
    with open_project(folder, read_only=True) as project:
        return project.settings().quality


def _problem(page: QualityPage) -> str:
    found = page.findChild(QLabel, "quality_problem")
    assert isinstance(found, QLabel)
    return found.text()


def test_gates_are_set_refused_and_undone(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    page = _page(window)
    assert not page.fields["flicker_warn"].isEnabled()
    open_in(qtbot, window, project_folder)
    preset = page.findChild(QComboBox, "quality_preset")
    assert isinstance(preset, QComboBox)
    assert preset.currentText() == "Normal"

    field = page.fields["flicker_warn"]
    for typed in ("9", "2"):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
        assert ("It is not kept." in _problem(page)) is (typed == "9")
    qtbot.waitUntil(lambda: preset.currentText() == "Own limits")
    assert _stored(project_folder) == QualityLimits(flicker_warn=2.0)

    preset.activated.emit(list(Preset).index(Preset.OFF))
    qtbot.waitUntil(lambda: not field.isEnabled())
    assert _stored(project_folder) == preset_limits(Preset.OFF)

    for wanted in (QualityLimits(flicker_warn=2.0), QualityLimits()):
        qtbot.waitUntil(window.actions_[Act.UNDO].isEnabled)
        window.actions_[Act.UNDO].trigger()

        def is_back(wanted: QualityLimits = wanted) -> bool:
            return _stored(project_folder) == wanted

        qtbot.waitUntil(is_back)
    assert window.settings.shown is not None
    window.settings.shown.close()
