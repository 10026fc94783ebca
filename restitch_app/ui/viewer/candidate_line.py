"""The line above the players while a finished version waits for a decision."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from restitch_app.domain.versions import Version
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.theme.tokens import PANEL_PADDING
from restitch_app.ui.viewer.comparing import candidate

LINE_HEIGHT = 40


class CandidateLine(QFrame):
    use_asked = Signal(int)  # version id
    compare_asked = Signal(int, int)  # version ids: the current one, the candidate

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidate: Version | None = None
        self._current: Version | None = None
        self.setObjectName("candidate_line")
        self.setProperty("kind", "banner")
        self.setFixedHeight(LINE_HEIGHT)
        self._text = label()
        self._use = QPushButton()
        self._use.setObjectName("use_candidate")
        self._use.setProperty("kind", "primary")
        self._use.clicked.connect(self._ask_use)
        self._compare = QPushButton(tr("Compare"))
        self._compare.setObjectName("compare_candidate")
        self._compare.clicked.connect(self._ask_compare)
        margins = (PANEL_PADDING, 0, PANEL_PADDING, 0)
        self.setLayout(row(self._text, -1, self._use, self._compare, margins=margins))
        self.setVisible(False)

    def set_versions(self, versions: Sequence[Version], *, is_read_only: bool) -> None:
        """A segment's versions, newest first."""
        self._candidate = candidate(versions)
        self._current = next((version for version in versions if version.is_current), None)
        self.setVisible(self._candidate is not None)
        if self._candidate is None or self._current is None:
            return
        number = self._candidate.number
        self._text.setText(
            tr(
                "v{number} is ready. v{current} is still current.",
                number=number,
                current=self._current.number,
            )
        )
        self._use.setText(tr("Use v{number}", number=number))
        self._use.setEnabled(not is_read_only)

    def _ask_use(self) -> None:
        if self._candidate is not None:
            self.use_asked.emit(self._candidate.id)

    def _ask_compare(self) -> None:
        if self._candidate is not None and self._current is not None:
            self.compare_asked.emit(self._current.id, self._candidate.id)
