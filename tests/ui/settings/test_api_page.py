"""The switch of the HTTP API: served, with a token that is shown once, and let go of."""

from __future__ import annotations

from pathlib import Path

import requests
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.settings.api_page import ApiPage
from restitch_app.ui.window_api import ApiState
from tests.ui.hands import Hands
from tests.ui.windows import open_in


def _page(window: MainWindow) -> ApiPage:
    window.settings.show()
    assert window.settings.shown is not None
    window.settings.shown.show_item("HTTP API", "")
    page = window.settings.shown.page("HTTP API")
    assert isinstance(page, ApiPage)
    return page


def test_a_script_drives_the_open_project_and_the_window_shows_it(
    qtbot: QtBot, window: MainWindow, project_folder: Path
) -> None:
    open_in(qtbot, window, project_folder)
    hands, page = Hands(qtbot, window), _page(window)
    switch = page.findChild(QCheckBox, "serves_api")
    make = page.findChild(QPushButton, "make_token")
    shown = page.findChild(QLineEdit, "api_token")
    revoke = page.findChild(QPushButton, "revoke_token")
    assert isinstance(switch, QCheckBox)
    assert isinstance(make, QPushButton)
    assert isinstance(shown, QLineEdit)
    assert isinstance(revoke, QPushButton)
    assert not switch.isChecked()
    assert window.api.state is ApiState.OFF
    switch.click()
    hands.wait(lambda: window.api.state is ApiState.ON)
    url = window.api.url
    assert url in page.told.text()
    assert requests.get(f"{url}/api/project", timeout=120).status_code == 401
    make.click()
    hands.wait(lambda: bool(shown.text()))
    token = {"Authorization": f"Bearer {shown.text()}"}

    approved = requests.post(f"{url}/api/segments/2/approve", headers=token, timeout=120)
    assert approved.status_code == 200
    hands.wait(lambda: _is_approved(window, 1))

    page.leave()
    assert not shown.text()
    revoke.click()
    hands.wait(lambda: not window.api.token_made_on)
    assert requests.get(f"{url}/api/project", headers=token, timeout=120).status_code == 401
    switch.click()
    assert window.api.state is ApiState.OFF
    hands.wait(lambda: _is_gone(url))
    assert window.settings.shown is not None
    window.settings.shown.close()


def _is_approved(window: MainWindow, index: int) -> bool:
    overview = window.state.overview
    return overview is not None and overview.current[index].is_approved


def _is_gone(url: str) -> bool:
    try:
        requests.get(url, timeout=120)
    except requests.ConnectionError:
        return True
    return False
