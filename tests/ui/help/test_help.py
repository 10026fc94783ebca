"""The guide and the diagnostics of the Help menu."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from restitch_app.domain.servers import Server
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.help.guide import FIRST_PAGE, FOLDER, PICTURE_PX, GuideDialog
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.notices.notices import Notice, Weight
from tests.ui.windows import open_in

LINK = re.compile(r"!?\[[^\]]*\]\(([^)]+)\)")
KEY = "sk-4f9c1b77e2"


def _pages() -> list[Path]:
    return sorted(FOLDER.glob("*.md"))


def test_every_link_and_picture_of_the_guide_is_there() -> None:
    assert (FOLDER / FIRST_PAGE) in _pages()
    for page in _pages():
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            assert (FOLDER / target).is_file(), f"{page.name}: {target}"
    pictures = sorted(FOLDER.glob("*.jpg"))
    assert pictures
    assert all(QImage(str(picture)).width() <= 1280 for picture in pictures)


def test_every_page_can_be_reached_from_the_first() -> None:
    reached, todo = set[str](), [FIRST_PAGE]
    while todo:
        name = todo.pop()
        if name not in reached:
            reached.add(name)
            text = (FOLDER / name).read_text(encoding="utf-8")
            todo += [one for one in LINK.findall(text) if one.endswith(".md")]
    assert reached == {page.name for page in _pages()}


def test_the_guide_opens_from_help_and_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_[Act.GUIDE].trigger()
    window.actions_[Act.GUIDE].trigger()
    (dialog,) = window.findChildren(GuideDialog)
    assert "Restitch in a few pages" in dialog.pages.toPlainText()
    picture = dialog.pages.loadResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("review.jpg")
    )
    assert isinstance(picture, QImage)
    assert picture.deviceIndependentSize().width() <= PICTURE_PX, "no wider than a page"
    dialog.follow(QUrl("problems.md"))
    assert "When something does not work" in dialog.pages.toPlainText()
    back = dialog.findChild(QToolButton, "guide_back")
    assert isinstance(back, QToolButton)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert "Restitch in a few pages" in dialog.pages.toPlainText()
    dialog.close()


def test_diagnostics_have_no_key_no_password_and_no_home(
    qtbot: QtBot,
    make_window: Callable[..., MainWindow],
    project_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    window = make_window()
    log = tmp_path / "restitch.log"
    log.write_text(
        f"2026-11-22 10:00:00,000 ERROR comfy: Authorization: Bearer {KEY}\n"
        f"2026-11-22 10:00:01,000 WARNING media: {tmp_path}/films/lake.mp4 is gone\n"
        "2026-11-22 10:00:02,000 WARNING comfy: http://anna:geheim@gpu-box:8188 is away\n"
    )
    session = window.session
    monkeypatch.setattr(session, "_outside", replace(session.outside, log_file=log))
    session.outside.servers().save(Server("http://127.0.0.1:9", "gpu-box"), key=KEY)
    open_in(qtbot, window, project_folder)
    qtbot.waitUntil(lambda: bool(window.servers.states))
    window.notices.show(Notice("x", Weight.ERROR, "The disk is full.", f"{tmp_path}/film.mp4"))
    QGuiApplication.clipboard().clear()
    window.actions_[Act.COPY_DIAGNOSTICS].trigger()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "")
    told = QGuiApplication.clipboard().text()
    for part in ("Python 3.", "Qt 6.", "libavcodec", "http://127.0.0.1:9", "The disk is full."):
        assert part in told
    assert "~/films/lake.mp4 is gone" in told
    assert "5 segments, 160×96, 16 fps" in told
    for secret in (KEY, "geheim", str(tmp_path)):
        assert secret not in told
