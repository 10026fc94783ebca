"""Whether the desktop tells when renders are done."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QPushButton

from restitch_app.ui.language.translating import tr
from restitch_app.ui.memory.preferences import Preferences
from restitch_app.ui.pieces.widgets import row
from restitch_app.ui.settings.page import SettingsPage, heading


class NotificationsPage(SettingsPage):
    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._notifies = QCheckBox(tr("Tell me when renders are done or have failed"))
        self._notifies.setObjectName("notifies")
        self._notifies.setChecked(preferences.memory.notifies)
        self._notifies.toggled.connect(self._choose)
        self._try = QPushButton(tr("Show one now"))
        self._try.setObjectName("try_notification")
        self._try.clicked.connect(lambda: preferences.notice_tried.emit())
        self.body.addWidget(
            heading(
                tr("While the window is away"),
                tr(
                    "A message of the desktop, when Restitch is behind other windows or minimised. "
                    "Clicking it brings the window back, at the segment."
                ),
            )
        )
        self.body.addWidget(self._notifies)
        self.body.addLayout(row(self._try, -1))
        self.body.addStretch(1)

    @Slot(bool)
    def _choose(self, does: bool) -> None:
        self._preferences.memory.notifies = does
