"""Settings of this computer: the ComfyUI servers it knows."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from restitch_app.domain.errors import RestitchError
from restitch_app.domain.servers import Server, ServerState
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.frame import line
from restitch_app.ui.header.server_words import gpu_words, queue_words
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.pieces.widgets import row, set_word_icon
from restitch_app.ui.project.file_choice import FileChoice
from restitch_app.ui.settings.page import FieldNote, SettingsPage, heading
from restitch_app.ui.settings.server_changes import Kept, keep
from restitch_app.ui.settings.server_form import NEW, ServerForm
from restitch_app.ui.settings.server_table import ServerTable

if TYPE_CHECKING:
    from restitch_app.services.servers.server_list import ServerList

TABLE_HEIGHT = 190
ABOUT = (
    "Known to this computer, not to the project. Jobs for “any server” go to the least busy one "
    "that can run them; only ticked servers get jobs."
)


class ServersPage(SettingsPage):
    title, icon = "Servers", "server"

    def __init__(self, context: PanelContext, choice: FileChoice) -> None:
        super().__init__()
        self._context, self._servers, self._choice = context, context.servers, choice
        self._awaited = ""
        self._is_adding = False
        self._keeping = 0
        self._is_test_awaited = False
        self.table = ServerTable(context.theme, context.servers)
        self.table.setFixedHeight(TABLE_HEIGHT)
        self.form = ServerForm()
        self.problem = FieldNote("servers_problem")
        self._icons: dict[QPushButton, str] = {}
        self._add = self._button("Add", "add_server", "plus", "Add a server")
        self._remove = self._button("Remove", "remove_server", "trash-2", "Remove this server")
        self._up = self._button("Up", "move_up", "chevron-up", "Move this server up (Alt+Up)")
        self._down = self._button(
            "Down", "move_down", "chevron-down", "Move this server down (Alt+Down)"
        )
        self.body.addWidget(heading(tr("Servers"), ABOUT))
        self.body.addWidget(self.table)
        self.body.addLayout(row(self._add, self._remove, -1, self._up, self._down))
        self.body.addWidget(self.problem)
        self.body.addWidget(line())
        self.body.addWidget(self.form, 1)
        self._connect()
        self._servers.read()
        self._follow_list()

    def show_item(self, key: str) -> None:
        self._awaited = key
        self._follow_list()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.form.commit()

    # building

    def _button(self, text: str, name: str, icon: str, spoken: str) -> QPushButton:
        made = QPushButton(tr(text))
        made.setObjectName(name)
        made.setAccessibleName(tr(spoken))
        made.setToolTip(tr(spoken))
        made.setAutoDefault(False)
        self._icons[made] = icon
        return made

    @Slot()
    def _tint(self) -> None:
        for button, icon in self._icons.items():
            set_word_icon(button, self._context.theme, icon)

    def _connect(self) -> None:
        self.table.picked.connect(self._show)
        self.table.enabled_changed.connect(self._enable)
        self.table.remove_asked.connect(self.remove)
        self.form.changed.connect(self._keep)
        self.form.test_asked.connect(self.test)
        self.form.file_asked.connect(self._choose_file)
        self._add.clicked.connect(self.add)
        self._remove.clicked.connect(self.remove)
        self._up.clicked.connect(partial(self._move, -1))
        self._down.clicked.connect(partial(self._move, 1))
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._move, step))
        self._servers.changed.connect(self._follow_list)
        self._context.theme.changed.connect(self._tint)
        self._tint()

    # what is shown

    @Slot()
    def _follow_list(self) -> None:
        listed = self._servers.listed
        if self._awaited and self.table.select(self._awaited):
            self._awaited = ""
        elif listed and not (self.table.url or self._is_adding or self._keeping):
            self.table.select(listed[0].url)
        self._allow()

    @Slot(str)
    def _show(self, url: str) -> None:
        """Another server was selected; what was typed about the last one is kept first."""
        if url != self.form.server.url:
            self.form.commit()
            self._is_adding = False
            self.form.show_server(self._listed(url) or NEW)
            self.problem.say("")
        self._allow()

    def _listed(self, url: str) -> Server | None:
        return next((one for one in self._servers.listed if one.url == url), None)

    def _allow(self) -> None:
        urls = [server.url for server in self._servers.listed]
        at = urls.index(self.table.url) if self.table.url in urls else None
        self._up.setEnabled(at is not None and at > 0)
        self._down.setEnabled(at is not None and at < len(urls) - 1)
        self._remove.setEnabled(at is not None and len(urls) > 1)
        last = tr("The last server stays in the list. Take its tick away to turn it off")
        self._remove.setToolTip(tr("Remove this server") if len(urls) > 1 else last)

    # what is done

    @Slot()
    def add(self) -> None:
        """An empty form; the server is in the list as soon as it has an address."""
        self.form.commit()
        self._is_adding = True
        self.table.clear_selection()
        self.form.show_server(NEW)
        self.form.address.setFocus(Qt.FocusReason.OtherFocusReason)
        self._allow()

    @Slot(object, object)
    def _keep(self, server: Server, key: str | None) -> None:
        old = self.form.server.url
        self._keeping += 1
        job = self._servers.change("Keeping a server", lambda all_: keep(all_, server, old, key))
        job.succeeded.connect(partial(self._kept, old))
        job.failed.connect(partial(self._refused, old, server, key))
        job.ended.connect(self._keep_ended)

    def _kept(self, old_url: str, answer: object) -> None:
        assert isinstance(answer, tuple)
        kept = answer[1]
        assert isinstance(kept, Kept)
        if self.is_closed:
            return
        self.problem.say("")
        if self.form.server.url == old_url:  # else another one was selected meanwhile
            self._is_adding = False
            self.form.take_kept(kept.server)
            self.form.key_note.say(" ".join(tr(note) for note in kept.notes))
            self._awaited = kept.server.url
            self._follow_list()

    @Slot()
    def _keep_ended(self) -> None:
        self._keeping -= 1
        if not self.is_closed:
            self._follow_list()
        if self._is_test_awaited and not self.is_closed and not self._keeping:
            self.test()

    def _refused(self, old_url: str, server: Server, key: str | None, error: Exception) -> None:
        if self.is_closed:
            self._context.notices.fail(error, "Changing the servers")
        elif self.form.server.url == old_url:
            self.form.refuse(server, key, _words(error))
        else:
            name = Verbatim(server.name or server.url)
            told = tr("{server} was not changed.", server=name)
            self.problem.refuse(f"{told} {_words(error)}")

    @Slot(str, bool)
    def _enable(self, url: str, is_on: bool) -> None:
        server = self._listed(url)
        if server is not None:
            changed = replace(server, is_enabled=is_on)
            self._change("Turning a server on or off", lambda all_: all_.save(changed))
            if self.form.server.url == url:
                self.form.take_kept(changed)

    @Slot()
    def remove(self) -> None:
        server = self._listed(self.table.url)
        if server is None or not self._remove.isEnabled():
            return
        text = tr("Jobs that run there go on; their results stay there.")
        if server.has_key:
            text = f"{text} {tr('Its API key is deleted, too.')}"
        title = tr("Remove {server}", server=Verbatim(server.name))
        if self._choice.agrees(title, text, tr("Remove")):
            self.form.show_server(NEW)
            self._change("Removing a server", lambda all_: all_.remove(server.url))

    def _move(self, step: int) -> None:
        urls = [server.url for server in self._servers.listed]
        url = self.table.url
        if url in urls and 0 <= urls.index(url) + step < len(urls):
            to = urls.index(url) + step
            self._awaited = url
            self._change("Moving a server", lambda all_: all_.move(url, to))

    def _change(self, doing: str, work: Callable[[ServerList], object]) -> None:
        job = self._servers.change(doing, work)
        job.failed.connect(self._change_failed)
        job.succeeded.connect(self._changed)

    @Slot(object)
    def _change_failed(self, error: Exception) -> None:
        self.problem.refuse(_words(error))

    @Slot(object)
    def _changed(self, _answer: object) -> None:
        self.problem.say("")

    @Slot()
    def _choose_file(self) -> None:
        path = self._choice.certificate()
        if path is not None:
            self.form.ca_file.setText(str(path))
            self.form.commit()

    @Slot()
    def test(self) -> None:
        """Ask the server now, and say in words what came of it."""
        url = self.form.server.url
        self._is_test_awaited = self._keeping > 0
        if url and not self._is_test_awaited:
            self.form.outcome.say(tr("Asking…"))
            asked_at = time.monotonic()
            job = self._servers.ask_one(url)
            job.succeeded.connect(partial(self._tested, url, asked_at))

    def _tested(self, url: str, asked_at: float, answer: object) -> None:
        assert isinstance(answer, ServerState)
        if not self.is_closed and url == self.form.server.url:
            show = self.form.outcome.say if answer.is_answering else self.form.outcome.refuse
            show(outcome_words(answer, time.monotonic() - asked_at))


def outcome_words(state: ServerState, took_s: float) -> str:
    if not state.is_answering:
        return " ".join((tr("It cannot be used now."), tr(state.problem))).strip()
    version = f"ComfyUI {state.version}" if state.version else "ComfyUI"
    parts = (version, gpu_words(state), queue_words(state.running, state.queued))
    facts = ", ".join(tr(part) for part in parts if part)
    return tr("Connected in {seconds} s: {facts}.", seconds=f"{took_s:.1f}", facts=Verbatim(facts))


def _words(error: Exception) -> str:
    if isinstance(error, RestitchError):
        return tr(str(error))
    return f"{type(error).__name__}. {tr('The log has the details.')}"
