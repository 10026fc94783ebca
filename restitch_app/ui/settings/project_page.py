"""Settings of the open project: where it renders, and what becomes of finished renders."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.ui.background.running import Running
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.frame import line
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.settings.page import FieldNote, SettingsPage, heading, not_changeable
from restitch_app.ui.theme.tokens import SPACE_S

if TYPE_CHECKING:
    from restitch_app.domain.progress import JobContext
    from restitch_app.domain.versions import Scene
    from restitch_app.services.project.project import Project
    from restitch_app.services.workbench import Workbench

POLICIES = {
    BecomesCurrent.WHEN_QA_PASSES: "Becomes current when its quality checks pass",
    BecomesCurrent.ALWAYS: "Always becomes current",
    BecomesCurrent.ASK: "Stays a candidate until I choose it",
}
LEAST_WIDTH = 360
ANY_WORDS = "Any server: the least busy one that can run it"
NO_PROJECT = "Open a project to change where it renders."


class ProjectPage(SettingsPage):
    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context, self._state = context, context.state
        self._run = Running(context)
        self.note = FieldNote("project_note")
        self.server = ChoiceBox(context.theme)
        self.server.setMinimumWidth(LEAST_WIDTH)
        self.server.setObjectName("project_server")
        self.server.setAccessibleName(tr("Server of new jobs"))
        self.server.activated.connect(self._choose_server)
        self.policies = QButtonGroup(self)
        self.policies.idClicked.connect(self._choose_policy)
        self.body.addWidget(self.note)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(
            heading(
                tr("New jobs go to"),
                tr(
                    "Jobs that were asked for earlier stay where they are. Each request can say "
                    "otherwise."
                ),
            )
        )
        column.addLayout(row(self.server, -1))
        column.addSpacing(SPACE_S)
        column.addWidget(line())
        column.addSpacing(SPACE_S)
        column.addWidget(
            heading(
                tr("When a render is finished"), tr("Every result is kept as a version either way.")
            )
        )
        for number, (policy, words) in enumerate(POLICIES.items()):
            button = QRadioButton(tr(words))
            button.setObjectName(f"policy_{policy.value}")
            self.policies.addButton(button, number)
            column.addWidget(button)
        self.body.addWidget(self._inside)
        self.body.addStretch(1)
        self.body.addWidget(label(tr("These are kept in the project."), "detail", "3"))
        context.servers.changed.connect(self._write)
        self._state.scene_changed.connect(self._write)
        self._write()

    @Slot()
    def _write(self) -> None:
        settings = self._state.settings
        why_not = not_changeable(self._context, NO_PROJECT)
        self._inside.setEnabled(not why_not)
        self.note.say(why_not)
        if settings is None:
            return
        self._write_servers(settings.server_url)
        with QSignalBlocker(self.policies):
            number = list(POLICIES).index(settings.becomes_current)
            self.policies.button(number).setChecked(True)

    def _write_servers(self, chosen: str) -> None:
        servers = self._context.servers
        usable = [one for one in servers.listed if one.is_enabled or one.url == chosen]
        urls = [server.url for server in usable]
        if chosen not in (ANY_SERVER, *urls):
            urls.insert(0, chosen)
        named = ((tr(servers.name_of(url)), url) for url in urls)
        wanted = [(tr(ANY_WORDS), ANY_SERVER), *named]
        shown = [
            (self.server.itemText(at), self.server.itemData(at))
            for at in range(self.server.count())
        ]
        if wanted != shown:
            self.server.clear()
            for words, url in wanted:
                self.server.addItem(words, url)
        self.server.setCurrentIndex([url for _, url in wanted].index(chosen))

    @Slot(int)
    def _choose_server(self, number: int) -> None:
        url = str(self.server.itemData(number))

        def change(project: Project) -> object:
            from restitch_app.services.project.settings import change_server, use_any_server

            return use_any_server(project) if url == ANY_SERVER else change_server(project, url)

        self._change("Changing the server", change)

    @Slot(int)
    def _choose_policy(self, number: int) -> None:
        policy = list(POLICIES)[number]

        def change(project: Project) -> object:
            from restitch_app.services.project.settings import change_policy

            return change_policy(project, policy)

        self._change("Changing what becomes current", change)

    def _change(self, doing: str, change: Callable[[Project], object]) -> None:
        def work(bench: Workbench, _scene: Scene, _ctx: JobContext) -> object:
            return change(bench.project)

        self._run.decide(doing, work)
