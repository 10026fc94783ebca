"""On a message bus of its own, with a desktop that a test plays."""

from __future__ import annotations

import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator

import pytest

from restitch_app.bridge.session_bus import NAME, PATH, SessionBus

WAIT_S = 120.0


class PlayedDesktop(threading.Thread):
    """Answers Notify, and clicks every message at once."""

    def __init__(self, address: str) -> None:
        super().__init__(daemon=True)
        from jeepney import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self._connection = open_dbus_connection(bus=address)
        self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        self.shown: queue.Queue[tuple[object, ...]] = queue.Queue()

    def run(self) -> None:
        from jeepney import (
            DBusAddress,
            HeaderFields,
            MessageType,
            new_method_return,
            new_signal,
        )

        emitter = DBusAddress(PATH, interface=NAME)
        try:
            while True:
                message = self._connection.receive()
                if message.header.message_type is not MessageType.method_call:
                    continue
                assert message.header.fields[HeaderFields.member] == "Notify"
                message_id = message.body[1] or 7
                self._connection.send(new_method_return(message, "u", (message_id,)))
                self.shown.put(message.body)
                for action, clicked in (("other", 7), ("default", 99), ("default", message_id)):
                    body = (clicked, action)
                    self._connection.send(new_signal(emitter, "ActionInvoked", "us", body))
        except (OSError, EOFError):  # the bus has ended
            self._connection.close()


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("no dbus-daemon on this computer")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        assert daemon.stdout is not None
        found = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", found)
        yield found
        daemon.terminate()


def test_a_message_is_shown_and_its_click_told(address: str) -> None:
    desktop = PlayedDesktop(address)
    desktop.start()
    clicks: queue.Queue[int] = queue.Queue()
    bus = SessionBus(clicks.put, "Öffnen")
    bus.notify(1, "2 renders done", "Segment 1 & <2>")
    name, replaces, _icon, title, text, actions, _hints, _expires = desktop.shown.get(
        timeout=WAIT_S
    )
    assert (name, replaces, title) == ("Restitch", 0, "2 renders done")
    assert text == "Segment 1 &amp; &lt;2&gt;"
    assert actions == ["default", "Öffnen"]
    assert clicks.get(timeout=WAIT_S) == 1

    bus.notify(2, "1 render failed", "Segment 4")
    assert desktop.shown.get(timeout=WAIT_S)[1] == 7  # in place of the first
    assert clicks.get(timeout=WAIT_S) == 2
    assert clicks.empty()
    bus.stop()
    assert bus.join(WAIT_S)


def test_without_a_desktop_nothing_happens(
    address: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO"):
        for place in (address, "unix:path=/nowhere/bus", ""):
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", place)
            bus = SessionBus(lambda _number: None, "Open")
            bus.notify(1, "1 render done", "Segment 1")
            bus.stop()
            assert bus.join(WAIT_S)
    assert len([one for one in caplog.records if "message" in one.message]) >= 2
