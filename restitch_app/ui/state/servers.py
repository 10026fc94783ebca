"""The ComfyUI servers as the window sees them: asked from time to time, changed in order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from restitch_app.bridge.job_runner import Job
from restitch_app.bridge.pools import Runners
from restitch_app.domain.changes import Changes
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import ANY_SERVER, Server, ServerState
from restitch_app.ui.language.translating import tr
from restitch_app.ui.state.review_state import ReviewState

if TYPE_CHECKING:  # loads requests, which the first worker does after the window is shown
    from restitch_app.services.servers.server_list import ServerList

ASK_EVERY_S = 5
ASK_AGAIN_AFTER_S = 15
"""While none answers; the banner counts these down."""


class Servers(QObject):
    """Asks while a project or the settings are open. Lives on the GUI thread; nothing waits."""

    changed = Signal()  # the list, or what a server said
    ticked = Signal()  # a second less until the next question, while none answers

    def __init__(
        self,
        source: Callable[[], ServerList],
        state: ReviewState,
        runners: Runners,
        parent: QObject | None = None,
    ) -> None:
        """`source` is called on a pool thread: the first time it loads a lot."""
        super().__init__(parent)
        self._source, self._state, self._runners = source, state, runners
        self._listed: tuple[Server, ...] = ()
        self._answers: dict[str, ServerState] = {}
        self._preferred = ""
        self._is_asking = self._is_asked_again = False
        self._changes = 0
        """How often the list was changed here, to know answers about an older one."""
        self._watchers: set[str] = set()
        self._left_s = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self._tick)
        state.scene_changed.connect(self._follow)

    # what is known

    @property
    def listed(self) -> tuple[Server, ...]:
        """The list of this computer, in its order; () until it was read."""
        return self._listed

    @property
    def relevant(self) -> tuple[Server, ...]:
        """Those that may get jobs of the open project."""
        usable = tuple(server for server in self._listed if server.is_enabled)
        preferred = self._preferred
        if not preferred or any(server.url == preferred for server in usable):
            return usable
        known = next((one for one in self._listed if one.url == preferred), None)
        own = known or Server(preferred, place_of(preferred))
        # What the list shows while nothing was set up is nobody's choice.
        is_untouched = len(usable) == 1 and usable[0] == UNTOUCHED
        return (own,) if is_untouched else (own, *usable)

    def state_of(self, url: str) -> ServerState | None:
        """None until it was asked."""
        return self._answers.get(url)

    @property
    def states(self) -> tuple[ServerState, ...]:
        """What the relevant ones said; those not asked yet are left out."""
        found = (self._answers.get(server.url) for server in self.relevant)
        return tuple(state for state in found if state is not None)

    @property
    def are_all_away(self) -> bool:
        states = self.states
        is_known = len(states) == len(self.relevant) > 0
        return is_known and not any(state.is_answering for state in states)

    @property
    def seconds_left(self) -> int:
        """Until the next question."""
        return self._left_s

    def name_of(self, url: str) -> str:
        """As the list has it; host and port of an address that is not in it."""
        if url == ANY_SERVER:
            return tr("any server")
        known = next((one.name for one in self._listed if one.url == url), "")
        return known or place_of(url)

    def told_name(self, url: str) -> str:
        """The name where there is more than one server, or this is another one; else empty."""
        urls = {server.url for server in self.relevant} | {url}
        return self.name_of(url) if url and len(urls) > 1 else ""

    # asking

    def watch(self, who: str) -> None:
        """Ask from now on, until all that asked for it have said `unwatch`."""
        self._watchers.add(who)
        if not self._timer.isActive():
            self._timer.start()
        self.ask_now()

    def unwatch(self, who: str) -> None:
        self._watchers.discard(who)
        if not self._watchers:
            self._timer.stop()

    def stop(self) -> None:
        self._watchers.clear()
        self._timer.stop()

    @Slot()
    def ask_now(self) -> None:
        if self._is_asking:
            self._is_asked_again = True
            return
        self._is_asking, self._is_asked_again = True, False
        work = partial(_asked, self._source, self._preferred)
        job = self._runners.network.submit("Asking the servers", work)
        job.succeeded.connect(partial(self._take, self._changes))
        job.ended.connect(self._ended)

    def ask_one(self, url: str) -> Job:
        """Ask this server alone, now. `succeeded` hands over its ServerState."""
        work = partial(_asked_one, self._source, url)
        job = self._runners.network.submit(f"Asking {place_of(url)}", work)
        job.succeeded.connect(self._take_one)
        return job

    def change(self, doing: str, work: Callable[[ServerList], object]) -> Job:
        """Change the list in the background, each change after the one before, and read it again.

        The keyring may ask its user first.
        """
        self._changes += 1
        job = self._runners.own.submit(doing, partial(_changed, self._source, work))
        job.succeeded.connect(self._take_list)
        return job

    def read(self) -> None:
        """The list alone: at once, however long its servers take to answer."""
        self.change("Reading the list of servers", lambda _source: None)

    # inside

    @Slot(object)
    def _follow(self, _changes: Changes) -> None:
        settings = self._state.settings
        preferred = settings.server_url if settings else ""
        if settings is None:
            self.unwatch("project")
        if preferred != self._preferred:
            self._preferred = preferred
            self.changed.emit()
            if settings is not None and "project" in self._watchers:
                self.ask_now()
        if settings is not None and "project" not in self._watchers:
            self.watch("project")

    @Slot()
    def _tick(self) -> None:
        if self._is_asking:  # the answer says when to ask next
            return
        self._left_s -= 1
        if self._left_s <= 0:
            self.ask_now()
        elif self.are_all_away:
            self.ticked.emit()

    def _take(self, changes: int, answer: object) -> None:
        listed, states = cast("tuple[tuple[Server, ...], tuple[ServerState, ...]]", answer)
        if changes == self._changes:
            self._listed = listed
        else:
            self._is_asked_again = True
        self._answers = {state.server.url: state for state in states}
        self._left_s = ASK_AGAIN_AFTER_S if self.are_all_away else ASK_EVERY_S
        self.changed.emit()

    @Slot(object)
    def _take_one(self, answer: object) -> None:
        state = cast("ServerState", answer)
        self._answers[state.server.url] = state
        self.changed.emit()

    @Slot(object)
    def _take_list(self, answer: object) -> None:
        listed, _result = cast("tuple[tuple[Server, ...], object]", answer)
        self._changes += 1
        if listed != self._listed:
            self._listed = listed
            self._answers = {
                one.url: self._answers[one.url] for one in listed if one.url in self._answers
            }
            self.changed.emit()
            if self._watchers:
                self.ask_now()

    @Slot()
    def _ended(self) -> None:
        self._is_asking = False
        if self._left_s <= 0:  # the question itself broke down
            self._left_s = ASK_EVERY_S
        if self._is_asked_again and self._watchers:
            self.ask_now()


UNTOUCHED = Server("http://127.0.0.1:8188", "This computer")
"""The list while nothing was set up."""


def place_of(url: str) -> str:
    """Host and port."""
    return url.partition("://")[2] or url


def _asked(
    source: Callable[[], ServerList], preferred: str, ctx: JobContext
) -> tuple[tuple[Server, ...], tuple[ServerState, ...]]:
    servers = source()
    listed = servers.servers()
    states = servers.states(ctx)
    if preferred and all(server.url != preferred for server in listed):
        states = (*states, servers.state(preferred))
    return listed, states


def _asked_one(source: Callable[[], ServerList], url: str, _ctx: JobContext) -> ServerState:
    return source().state(url)


def _changed(
    source: Callable[[], ServerList], work: Callable[[ServerList], object], _ctx: JobContext
) -> tuple[tuple[Server, ...], object]:
    servers = source()
    result = work(servers)
    return servers.servers(), result
