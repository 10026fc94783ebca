"""What was recorded of a version's file and what lies there now, where the two differ."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from restitch_app.domain.versions import Version
from restitch_app.ui.damage.damage import Damage, expected, found
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import Section
from restitch_app.ui.pieces.widgets import label
from restitch_app.ui.pieces.wording import breakable
from restitch_app.ui.theme.tokens import SPACE_M, SPACE_XS


class FileSection(Section):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("File", parent=parent)
        self.setObjectName("file_section")
        self._path, self._expected, self._found = (label("", "detail") for _ in range(3))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_XS)
        grid.setColumnStretch(1, 1)
        lines = (("Path", self._path), ("Expected", self._expected), ("Found", self._found))
        for line, (name, shown) in enumerate(lines):
            shown.setObjectName(f"file_{name.lower()}")
            shown.setWordWrap(True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(label(tr(name), "detail", "3"), line, 0, top)
            grid.addWidget(shown, line, 1)
        self.body.addLayout(grid)
        self.hide()

    def show_file(self, version: Version, damage: Damage | None) -> None:
        """None: it is as it was recorded, and there is nothing to say."""
        self.setVisible(damage is not None)
        if damage is None:
            return
        self._path.setText(breakable(version.file))
        self._expected.setText(tr(expected(version)))
        self._found.setText(tr(found(damage)))
