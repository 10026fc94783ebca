"""How far the remedies are tried, with a way to stop and to go on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QVBoxLayout

from restitch_app.ui.boundary.comparing import Trying
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import IconLabel, label, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_XS

_GO = {Trying.NOT_ASKED: "Try fixes", Trying.FAILED: "Try again"}


class TryingRow(QFrame):
    def __init__(self, theme: Theme, fixes: BoundaryFixes) -> None:
        super().__init__()
        self.setObjectName("trying")
        self._fixes = fixes
        self._icon = IconLabel(theme, "", "text_2", 14)
        self._told = label("", "detail", "2")
        self._told.setObjectName("trying_told")
        self._told.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self.stop = QPushButton(tr("Cancel"))
        self.stop.setObjectName("stop_trying")
        self.stop.clicked.connect(fixes.comparing.stop)
        self.go = QPushButton()
        self.go.setObjectName("try_fixes")
        self.go.clicked.connect(fixes.try_all)
        head = row(self._icon, self._told, self.stop, self.go)
        head.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_XS)
        layout.addLayout(head)
        layout.addWidget(self._bar)

    def refresh(self) -> None:
        trying = self._fixes.comparing
        is_working = trying.state is Trying.WORKING
        told = self._words()
        self.setVisible(self._fixes.can_decide and bool(told))
        self._icon.setVisible(is_working)
        self._icon.set_icon("loader" if is_working else "")
        self._told.setText(tr(told))
        self._bar.setVisible(is_working)
        self._bar.setRange(0, trying.total)  # (0, 0) is "how long is not known"
        self._bar.setValue(trying.done)
        self.stop.setVisible(is_working)
        self.go.setVisible(trying.state in (Trying.NOT_ASKED, Trying.STOPPED, Trying.FAILED))
        self.go.setText(tr(_GO.get(trying.state, "Go on")))

    def _words(self) -> str:
        trying = self._fixes.comparing
        if trying.state is Trying.WORKING:
            if not trying.total:
                return tr("Working…")
            counted = tr("{done} of {total} fixes tried", done=trying.done, total=trying.total)
            return f"{tr('Working…')} {counted}"
        if trying.state is Trying.STOPPED:
            return f"Stopped after {trying.done} of {trying.total} fixes."
        if trying.state is Trying.FAILED:
            return trying.problem
        if trying.state is Trying.NOT_ASKED:
            boundary = self._fixes.boundary
            return "No fix was tried here." if boundary and boundary.ssim is not None else ""
        found = trying.comparison
        # What is recommended says so itself.
        return found.reason if found and found.recommended is None else ""
