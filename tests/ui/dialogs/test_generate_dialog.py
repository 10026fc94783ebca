"""A new scene from a picture: what the dialog proposes and hands over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from restitch_app.media.pictures import write_png
from restitch_app.ui.dialogs.generate_dialog import GenerateDialog
from tests.services.scenes import panned_pictures
from tests.ui.panels import Panels


def test_the_size_comes_from_the_picture_and_can_be_changed(
    qtbot: QtBot, panels: Panels, tmp_path: Path
) -> None:
    picture = write_png(panned_pictures(0, 1, (400, 200))[0], tmp_path).path
    picture = picture.rename(tmp_path / "lake.png")
    dialog = GenerateDialog(panels.context, picture, tmp_path / "new")
    qtbot.addWidget(dialog)
    dialog.open()
    size = dialog.size_row
    qtbot.waitUntil(lambda: size.values != {})
    told = dialog.findChild(QLabel, "size_told")
    assert isinstance(told, QLabel)
    wide, high = size.values["width"], size.values["height"]
    assert told.text().startswith(f"The scene gets {wide}×{high}, nearest to lake.png")
    size.width_field.stepUp()
    dialog.fields.prompts.setPlainText("a calm lake\nthe sun goes down")
    request = dialog.request()
    step = size.width_field.singleStep()
    assert request.wishes.each == {
        0: {"prompt": "a calm lake", "width": wide + step, "height": high},
        1: {"prompt": "the sun goes down"},
    }

    broken = tmp_path / "broken.json"
    broken.write_text("{}")
    dialog.folder.setText(str(tmp_path / (300 * "x")))
    qtbot.waitUntil(lambda: dialog.go.toolTip() == "The name is too long")
    assert not dialog.go.isEnabled()
    dialog.folder.setText(str(tmp_path / "new"))
    qtbot.waitUntil(dialog.go.isEnabled)

    dialog.take_workflow(broken)
    qtbot.waitUntil(lambda: size.values == {})
    qtbot.waitUntil(lambda: "broken" in told.text())
    assert dialog.request().wishes.each[0] == {"prompt": "a calm lake"}
    dialog.reject()
