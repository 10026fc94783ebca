"""Messages of the Linux desktop, over the session bus, on a thread of its own.

Desktop Notifications Specification 1.2: `Notify` returns the message's id; `ActionInvoked` names it
when the message is clicked. PySide6's QtDBus cannot send the unsigned numbers that it asks for.
"""

from __future__ import annotations

import html
import logging
import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

log = logging.getLogger(__name__)

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
LOOK_S = 0.25
"""How often the thread looks for something to send while it waits for a click."""
ANSWER_S = 5.0
DEFAULT_ACTION = "default"
SERVER_DECIDES_MS = -1


class SessionBus:
    """`clicked` gets the number that `notify` was given; it is called on the bus's thread.

    `opens`: what desktops that show a button for the click write on it.
    Nothing raises: a desktop without such messages is written to the log.
    """

    def __init__(self, clicked: Callable[[int], object], opens: str) -> None:
        self._clicked, self._opens = clicked, opens
        self._wanted: queue.SimpleQueue[tuple[int, str, str]] = queue.SimpleQueue()
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None
        self._numbers: dict[int, int] = {}  # by the desktop's id
        self._last_id = 0

    def notify(self, number: int, title: str, text: str) -> None:
        """Plain text both. It replaces the message before."""
        self._wanted.put((number, title, text))
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="session bus", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Ask it to end, without waiting."""
        self._ending.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the end after `stop`; whether it came."""
        if self._thread is not None:
            self._thread.join(timeout_s)
        return self._thread is None or not self._thread.is_alive()

    def _run(self) -> None:
        from jeepney.io.blocking import open_dbus_connection

        try:
            with open_dbus_connection(bus="SESSION") as connection:
                self._serve(connection)
        except (OSError, KeyError, ValueError, EOFError) as error:
            # KeyError, ValueError: no address of a bus in the environment, or an odd one
            log.info("no message on the desktop: %r", error)

    def _serve(self, connection: DBusConnection) -> None:
        from jeepney import MatchRule, message_bus

        rule = MatchRule(type="signal", interface=NAME, member="ActionInvoked", path=PATH)
        connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER_S)
        with connection.filter(rule) as clicks:
            while not self._ending.is_set():
                self._send_wanted(connection)
                try:
                    self._take_click(connection.recv_until_filtered(clicks, timeout=LOOK_S))
                except TimeoutError:
                    continue

    def _send_wanted(self, connection: DBusConnection) -> None:
        while not self._wanted.empty():
            number, title, text = self._wanted.get()
            reply = connection.send_and_get_reply(self._message(title, text), timeout=ANSWER_S)
            if reply.header.message_type.name == "error":
                log.info("the desktop showed no message: %s", reply.body)
                continue
            self._last_id = int(reply.body[0])
            self._numbers = {self._last_id: number}

    def _message(self, title: str, text: str) -> Message:
        from jeepney import DBusAddress, new_method_call

        address = DBusAddress(PATH, bus_name=NAME, interface=NAME)
        body = html.escape(text, quote=False)  # the body knows markup, the title does not
        actions = [DEFAULT_ACTION, self._opens]
        hints: dict[str, object] = {}
        values = ("Restitch", self._last_id, "", title, body, actions, hints, SERVER_DECIDES_MS)
        return new_method_call(address, "Notify", "susssasa{sv}i", values)

    def _take_click(self, signal: Message) -> None:
        message_id, action = signal.body
        if message_id in self._numbers and action == DEFAULT_ACTION:
            self._clicked(self._numbers[message_id])
