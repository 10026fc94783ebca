"""Which server renders it: any that can, or one of the list with its queue."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.progress import JobContext
from restitch_app.domain.servers import ANY_SERVER, Server, ServerState
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.wording import about
from restitch_app.ui.state.servers import Servers
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import ColorRole

if TYPE_CHECKING:
    from restitch_app.services.workbench import Workbench

ANY_WORDS = "Any server that can run it"
GIB = 2**30
URL_ROLE = Qt.ItemDataRole.UserRole


class ServerPicker(ChoiceBox):
    """Follows what the window knows of the servers; asks none itself."""

    picked = Signal()
    """By hand, or by `choose`."""
    came_or_went = Signal()
    """A server answers that did not, or the other way round."""

    def __init__(
        self,
        theme: Theme,
        servers: Servers,
        runner: JobRunner,
        bench: Workbench,
        preferred_url: str,
        parent: QWidget | None = None,
    ) -> None:
        """`runner`: for reading how long renders took on each of them."""
        super().__init__(theme, parent)
        self._servers, self._preferred = servers, preferred_url
        self._paces: Mapping[str, float] = {}
        self._answering: frozenset[str] = frozenset()
        self.setObjectName("server")
        self.setAccessibleName(tr("Server"))
        self._reading = Latest(runner, self)
        self._reading.arrived.connect(self._take_paces)
        self._fill(preferred_url)
        self.activated.connect(lambda _number: self._pick())
        servers.changed.connect(self._follow)
        theme.changed.connect(self._write)
        urls = [one.url for one in self._offered()]
        self._reading.ask("Reading past renders", partial(_paces, bench, urls))

    @property
    def url(self) -> str:
        """`ANY_SERVER`, or the address."""
        chosen = self.currentData(URL_ROLE)
        return chosen if isinstance(chosen, str) else self._preferred

    @property
    def name(self) -> str:
        """Of the chosen one; for any, of the least busy that answers."""
        if self.url != ANY_SERVER:
            return self._servers.name_of(self.url)
        able = [one for one in self._servers.states if one.is_answering]
        nearest = min(able, key=lambda one: one.running + one.queued, default=None)
        return nearest.server.name if nearest else self._servers.name_of(ANY_SERVER)

    def choose(self, url: str) -> None:
        number = self.findData(url, URL_ROLE)
        if number >= 0 and number != self.currentIndex():
            self.setCurrentIndex(number)
            self._pick()

    def drop(self) -> None:
        self._reading.drop()

    def _pick(self) -> None:
        self.setToolTip(self.currentText())
        self.picked.emit()

    # what is listed

    def _offered(self) -> tuple[Server, ...]:
        """Those of the computer's list, and what the project wants beside them."""
        listed, relevant = self._servers.listed, self._servers.relevant
        known = {one.url for one in listed}
        if not relevant and self._preferred:
            name = self._servers.name_of(self._preferred)
            relevant = (Server(self._preferred, name),)
        own = tuple(one for one in relevant if one.url not in known)
        is_needed = {one.url for one in relevant} | {self._preferred}
        return (*own, *(one for one in listed if one.url in is_needed or not one.is_enabled))

    def _fill(self, url: str) -> None:
        self.clear()
        self.addItem(tr(ANY_WORDS), ANY_SERVER)
        for server in self._offered():
            self.addItem(tr(server.name), server.url)
        self.setCurrentIndex(max(0, self.findData(url, URL_ROLE)))
        self._write()

    @Slot()
    def _follow(self) -> None:
        shown = [self.itemData(number, URL_ROLE) for number in range(1, self.count())]
        if shown != [one.url for one in self._offered()]:
            self._fill(self.url)
        self._write()
        answering = frozenset(one.server.url for one in self._servers.states if one.is_answering)
        if answering != self._answering:
            self._answering = answering
            self.came_or_went.emit()

    @Slot(object)
    def _take_paces(self, paces: Mapping[str, float]) -> None:
        self._paces = paces
        self._write()

    @Slot()
    def _write(self) -> None:
        """What each says of itself now, in place: the list may be open."""
        self.setItemIcon(0, self._theme.icon("server", "text_2"))
        for number, server in enumerate(self._offered(), start=1):
            state = self._servers.state_of(server.url)
            self.setItemText(number, server_words(server, state, self._paces.get(server.url)))
            tip = (tr(state.problem) or ", ".join(state.devices)) if state else ""
            self.setItemData(number, tip, Qt.ItemDataRole.ToolTipRole)
            is_away = state is not None and not state.is_answering
            role: ColorRole = "visible" if is_away else "smooth" if state else "text_2"
            self.setItemIcon(number, self._theme.icon("unplug" if is_away else "server", role))
            self._allow(number, server.is_enabled and not is_away)
        self.setToolTip(self.currentText())

    def _allow(self, number: int, can_be_chosen: bool) -> None:
        model = self.model()
        if isinstance(model, QStandardItemModel):
            model.item(number).setEnabled(can_be_chosen)


def server_words(server: Server, state: ServerState | None, seconds_per_take: float | None) -> str:
    """gpu-box · 24 GB · 1 running, 1 queued · starts in ≈ 3 min."""
    name = tr(server.name)
    if not server.is_enabled:
        return " · ".join((name, tr("switched off")))
    if state is None:
        return name
    if not state.is_answering:
        return " · ".join((name, tr("not answering")))
    parts = [name]
    if state.vram_total_bytes:
        parts.append(f"{round(state.vram_total_bytes / GIB)} GB")
    ahead = state.running + state.queued
    jobs = tr("{running} running, {queued} queued", running=state.running, queued=state.queued)
    parts.append(jobs if ahead else tr("idle"))
    if ahead and seconds_per_take is not None:
        parts.append(tr("starts in {time}", time=about(seconds_per_take * ahead)))
    elif not ahead:
        parts.append(tr("starts at once"))
    return " · ".join(parts)


def _paces(bench: Workbench, urls: list[str], _ctx: JobContext) -> Mapping[str, float]:
    """Median seconds of a take, by server; where this project has rendered."""
    found = {url: bench.plans.estimate(url) for url in urls}
    return {url: estimate.seconds for url, estimate in found.items() if estimate is not None}
