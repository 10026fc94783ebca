"""Whether programs of this computer may drive the open project, and the token they need."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QSpinBox

from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.pieces.widgets import label, paragraph, row
from restitch_app.ui.settings.page import SettingsPage, heading
from restitch_app.ui.window_api import ApiState, WindowApi

LARGEST_PORT = 65_535
PORT_WIDTH = 120


class ApiPage(SettingsPage):
    def __init__(self, context: PanelContext, api: WindowApi, memory: WindowMemory) -> None:
        super().__init__()
        self._context, self._api, self._memory = context, api, memory
        self._serves = QCheckBox(tr("Let programs of this computer drive the open project"))
        self._serves.setObjectName("serves_api")
        self._serves.toggled.connect(api.switch)
        self._port = QSpinBox()
        self._port.setObjectName("api_port")
        self._port.setAccessibleName(tr("Port"))
        self._port.setRange(0, LARGEST_PORT)
        self._port.setSpecialValueText(tr("Any free one"))
        self._port.setFixedWidth(round(PORT_WIDTH * context.theme.text.factor))
        self._port.setValue(memory.api_port)
        self._port.editingFinished.connect(self._choose_port)
        self.told = paragraph("", "api_told")
        self.token_told = paragraph("", "api_token_told")
        self._make = self._button("make_token", tr("Make a token"), api.make_token)
        self._revoke = self._button("revoke_token", tr("Revoke"), api.revoke_token)
        self._token = QLineEdit()
        self._token.setObjectName("api_token")
        self._token.setReadOnly(True)
        self._token.setAccessibleName(tr("Token"))
        self._copy = self._button("copy_token", tr("Copy"), self._copy_token)
        self._build()
        api.changed.connect(self._show)
        api.token_made.connect(self._show_token)
        self._show()

    def leave(self) -> None:
        """A token that was shown is gone when one looks elsewhere."""
        self._hide_token()

    def _button(self, name: str, text: str, take: Callable[[], object]) -> QPushButton:
        made = QPushButton(text)
        made.setObjectName(name)
        made.clicked.connect(lambda: take())
        return made

    def _build(self) -> None:
        about = tr(
            "Scripts can check boundaries, regenerate, decide and export over HTTP. Only this "
            "computer is answered, web pages are refused, and every call needs the token."
        )
        self.body.addWidget(heading(tr("HTTP API"), about))
        self.body.addWidget(self._serves)
        self.body.addLayout(row(label(tr("Port"), "", "2"), self._port, -1))
        self.body.addWidget(self.told)
        once = tr("One for each project. Restitch keeps no copy of it, so it is shown once.")
        self.body.addWidget(heading(tr("Token"), once))
        self.body.addWidget(self.token_told)
        self.body.addLayout(row(self._make, self._revoke, -1))
        self.body.addLayout(row(self._token, self._copy))
        self._hide_token()
        self.body.addStretch(1)

    @Slot()
    def _show(self) -> None:
        with QSignalBlocker(self._serves):
            self._serves.setChecked(self._memory.serves_api)
        can = self._api.is_there
        self._serves.setEnabled(can)
        self._port.setEnabled(can)
        self.told.setText(self._state_words() if can else tr("This program serves no API."))
        has_project = self._context.session.bench is not None
        made_on = self._api.token_made_on
        self._make.setEnabled(can and has_project)
        self._make.setText(tr("Make a new token") if made_on else tr("Make a token"))
        self._revoke.setEnabled(can and bool(made_on))
        if not has_project:
            self._hide_token()
            self.token_told.setText(tr("Open a project to make its token."))
        elif made_on:
            self.token_told.setText(tr("This project's token was made on {day}.", day=made_on[:10]))
        else:
            self._hide_token()
            self.token_told.setText(tr("This project has no token: nobody is let in."))

    def _state_words(self) -> str:
        state, url = self._api.state, self._api.url
        if state is ApiState.ON:
            page = f"{url}/docs"
            return tr("On: {url}. What it offers is described at {page}.", url=url, page=page)
        return {
            ApiState.OFF: tr("Off."),
            ApiState.WAITING: tr("It starts with the next project that you open."),
            ApiState.STARTING: tr("Starting…"),
            ApiState.FAILED: self._api.problem,
        }[state]

    @Slot(str)
    def _show_token(self, token: str) -> None:
        if self.is_closed:
            return
        self._token.setText(token)
        self._token.setVisible(True)
        self._copy.setVisible(True)
        self._token.setFocus()
        self._token.selectAll()
        self.token_told.setText(tr("Copy the token now: it is not shown again."))

    def _hide_token(self) -> None:
        self._token.clear()
        self._token.setVisible(False)
        self._copy.setVisible(False)

    @Slot()
    def _copy_token(self) -> None:
        QGuiApplication.clipboard().setText(self._token.text())
        self.token_told.setText(tr("Copied."))

    @Slot()
    def _choose_port(self) -> None:
        self._api.choose_port(self._port.value())
