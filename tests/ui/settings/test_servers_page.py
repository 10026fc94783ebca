"""Servers in the settings, as a person sets them up; checked on the screen and in servers.json."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.services.servers.server_list import ServerList
from restitch_app.ui.main_window import MainWindow
from restitch_app.ui.settings.servers_page import ServersPage
from restitch_app.ui.settings.settings_dialog import SettingsDialog
from tests.ui.hands import Hands
from tests.ui.windows import answers_of, open_in

Key = Qt.Key
AWAY = "http://127.0.0.1:9"
SECRET = "sk-not-for-anybody"


@pytest.fixture
def other() -> Iterator[DemoServer]:
    with DemoServer(step_delay_s=0.01) as running:
        yield running


class Person:
    """Who sits before the settings of this computer."""

    def __init__(self, qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
        self.hands, self.window, self._qtbot = Hands(qtbot, window), window, qtbot
        self._file = tmp_path / "settings" / "servers.json"
        self.hands.back()
        self.hands.control(Key.Key_Comma)
        self.hands.wait(self.dialog.isActiveWindow)
        self.dialog.show_item("Servers", "")
        self.hands.wait(lambda: self.page.table.rowCount() > 0)

    @property
    def dialog(self) -> SettingsDialog:
        assert self.window.settings.shown is not None
        return self.window.settings.shown

    @property
    def page(self) -> ServersPage:
        page = self.dialog.page("Servers")
        assert isinstance(page, ServersPage)
        return page

    def type(self, name: str, text: str, leave: Key = Key.Key_Tab) -> None:
        field = self.hands.find(name, self.dialog)
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.selectAll()
        self._qtbot.keyClicks(field, text)
        self._qtbot.keyClick(field, leave)

    def press(self, name: str) -> None:
        self.hands.click(name, self.dialog)

    def add(self, url: str, name: str = "") -> None:
        self.press("add_server")
        if name:
            self.type("server_name", name)
        self.type("server_url", url)
        self.hands.wait(lambda: url in self.urls)
        self.hands.wait(lambda: self.page.table.url == url)

    def note(self, name: str) -> str:
        found = self.dialog.findChild(QWidget, name)
        return str(found.property("text")) if found is not None and found.isVisible() else ""

    def row(self, number: int) -> list[str]:
        table = self.page.table
        return [
            item.text() if (item := table.item(number, column)) is not None else ""
            for column in range(table.columnCount())
        ]

    @property
    def stored(self) -> list[dict[str, object]]:
        if not self._file.is_file():
            return []
        listed = json.loads(self._file.read_text("utf-8"))["servers"]
        assert isinstance(listed, list)
        return listed

    @property
    def text_on_disk(self) -> str:
        return self._file.read_text("utf-8")

    @property
    def urls(self) -> list[object]:
        return [one["url"] for one in self.stored]


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Iterator[Person]:
    made = Person(qtbot, window, tmp_path)
    yield made
    if window.settings.shown is not None:
        window.settings.shown.close()


def test_a_server_is_added_with_the_keyboard_alone(
    qtbot: QtBot, person: Person, server: DemoServer
) -> None:
    add = person.hands.find("add_server", person.dialog)
    add.setFocus()
    person.hands.press(Key.Key_Space)
    address = person.dialog.focusWidget()
    assert isinstance(address, QLineEdit)
    assert address.accessibleName() == "Address"
    qtbot.keyClicks(address, server.url)
    person.hands.press(Key.Key_Return)
    person.hands.wait(lambda: server.url in person.urls)
    person.hands.wait(lambda: "Connected" in person.row(1))
    name, place, state, queue, version, gpu = person.row(1)
    assert name == place == server.url.removeprefix("http://")
    assert (state, queue) == ("Connected", "idle")
    assert version
    assert "GB free" in gpu


def test_an_address_that_is_none_is_refused_in_place(person: Person) -> None:
    person.press("add_server")
    person.type("server_url", "ftp://gpu-box")
    person.hands.wait(lambda: "not a server address" in person.note("address_note"))
    assert person.urls == []
    person.type("server_url", AWAY)
    person.hands.wait(lambda: AWAY in person.urls)
    person.hands.wait(lambda: person.note("address_note") == "")


def test_a_key_is_kept_and_never_shown(person: Person) -> None:
    person.add(AWAY, "gpu-box")
    field = person.hands.find("server_key", person.dialog)
    assert isinstance(field, QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    person.type("server_key", SECRET)
    person.hands.wait(lambda: field.text() == "")
    assert SECRET not in person.text_on_disk
    assert SECRET not in field.placeholderText()
    # The keys of a test are in memory, as on a computer without a keyring.
    assert "held until Restitch ends" in person.note("key_note")
    servers = _list_of(person.window)
    assert servers.server(AWAY).has_key
    person.press("clear_key")
    person.hands.wait(lambda: not servers.server(AWAY).has_key)
    person.hands.wait(lambda: field.placeholderText() == "None")


def test_a_key_that_no_header_can_carry_is_refused_without_showing_it(person: Person) -> None:
    person.add(AWAY)
    person.type("server_key", "two words")
    person.hands.wait(lambda: "not an API key" in person.note("key_note"))
    assert "two words" not in person.note("key_note")
    assert not _list_of(person.window).server(AWAY).has_key


def test_another_address_keeps_the_place_and_not_the_key(person: Person) -> None:
    person.add(AWAY, "gpu-box")
    person.type("server_key", SECRET)
    person.hands.wait(lambda: _list_of(person.window).server(AWAY).has_key)
    person.add("http://127.0.0.1:10", "last")
    person.page.table.select(AWAY)
    person.type("server_url", "http://127.0.0.1:11")
    person.hands.wait(lambda: "Give it again" in person.note("key_note"))
    here, moved, last = person.stored
    assert here["url"] == "http://127.0.0.1:8188"
    assert (moved["url"], moved["name"]) == ("http://127.0.0.1:11", "gpu-box")
    assert last["name"] == "last"
    assert person.page.table.url == "http://127.0.0.1:11"
    assert not _list_of(person.window).server("http://127.0.0.1:11").has_key
    assert not _list_of(person.window).server(AWAY).has_key


def test_an_address_is_in_the_list_once(person: Person) -> None:
    person.add(AWAY)
    person.press("add_server")
    person.type("server_url", "127.0.0.1:9/")
    person.hands.wait(lambda: "in the list already" in person.note("address_note"))
    assert person.urls.count(AWAY) == 1


def test_the_order_is_changed_by_keys_and_buttons(person: Person) -> None:
    person.add(AWAY, "gpu-box")
    person.page.table.setFocus()
    person.hands.press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    person.hands.wait(lambda: person.urls[0] == AWAY)
    person.hands.wait(lambda: person.page.table.currentRow() == 0)
    person.press("move_down")
    person.hands.wait(lambda: person.urls[1] == AWAY)
    assert person.page.table.url == AWAY


def test_a_tick_taken_away_turns_a_server_off(qtbot: QtBot, person: Person) -> None:
    person.add(AWAY, "gpu-box")
    table = person.page.table
    table.setCurrentCell(1, 0)
    table.setFocus()
    person.hands.press(Key.Key_Space)
    person.hands.wait(lambda: person.stored[1]["is_enabled"] is False)
    person.hands.wait(lambda: person.row(1)[2] == "Off")


def test_removing_asks_and_the_last_server_stays(person: Person) -> None:
    person.add(AWAY, "gpu-box")
    answers_of(person.window).says_yes = False
    person.page.table.setFocus()
    person.hands.press(Key.Key_Delete)
    assert AWAY in person.urls
    answers_of(person.window).says_yes = True
    person.page.table.setFocus()
    person.hands.press(Key.Key_Delete)
    person.hands.wait(lambda: AWAY not in person.urls)
    person.hands.wait(lambda: person.page.table.rowCount() == 1)
    assert not person.hands.find("remove_server", person.dialog).isEnabled()


def test_testing_says_what_came_of_it(person: Person, server: DemoServer) -> None:
    person.add(AWAY)
    person.press("test_server")
    person.hands.wait(lambda: person.note("test_outcome").startswith("It cannot be used now."))
    person.add(server.url)
    person.press("test_server")
    person.hands.wait(lambda: person.note("test_outcome").startswith("Connected in "))
    assert "ComfyUI" in person.note("test_outcome")


def test_a_missing_certificate_file_is_refused_in_place(person: Person, tmp_path: Path) -> None:
    person.add(AWAY)
    person.type("server_ca", str(tmp_path / "none.pem"))
    person.hands.wait(lambda: "no such certificate" in person.note("ca_note"))
    present = tmp_path / "studio.pem"
    present.write_text("-")
    person.type("server_ca", str(present))
    person.hands.wait(lambda: person.stored[1]["ca_file"] == str(present))
    person.hands.wait(lambda: person.note("ca_note") == "")


def test_what_is_being_typed_is_kept_when_the_dialog_is_closed(
    qtbot: QtBot, person: Person
) -> None:
    person.add(AWAY)
    field = person.hands.find("server_name", person.dialog)
    field.setFocus()
    qtbot.keyClicks(field, "studio")
    person.hands.press(Key.Key_Escape)
    person.hands.wait(lambda: "studio" in str(person.stored[1]["name"]))
    assert person.window.settings.shown is None


def test_the_settings_are_there_once_and_open_at_a_server(person: Person) -> None:
    person.add(AWAY, "gpu-box")
    first = person.dialog
    person.page.table.selectRow(0)
    person.window.settings.show_server(AWAY)
    assert person.dialog is first
    assert person.page.table.url == AWAY


def test_the_header_tells_of_all_servers_and_its_menu_of_each(
    qtbot: QtBot,
    make_window: Callable[..., MainWindow],
    served_folder: Path,
    server: DemoServer,
    other: DemoServer,
    tmp_path: Path,
) -> None:
    window = make_window()
    open_in(qtbot, window, served_folder)
    person = Person(qtbot, window, tmp_path)
    person.add(server.url, "gpu-box")
    person.add(other.url, "render-2")
    person.dialog.close()
    word = person.hands.find("server_word")
    person.hands.wait(lambda: str(word.property("text")) == "2 of 3 servers")
    assert not window.banner.isVisible()  # one away of several is none
    button = window.header.findChild(QWidget, "server")
    assert button is not None
    assert button.accessibleName() == "2 of 3 servers idle"
    menu = window.header.server_menu
    menu.aboutToShow.emit()
    lines = [action.text() for action in menu.actions() if action.text()]
    assert lines == [
        "This computer · not answering",
        "gpu-box · idle",
        "render-2 · idle",
        "Try now",
        "Settings…",
    ]
    menu.actions()[1].trigger()
    person.hands.wait(lambda: person.page.table.url == server.url)
    person.dialog.close()


def _list_of(window: MainWindow) -> ServerList:
    return window.session.outside.servers()
