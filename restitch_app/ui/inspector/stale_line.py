"""Why the selected segment is stale, in a line of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from restitch_app.domain.versions import Version
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import IconLabel, label, row
from restitch_app.ui.theme.theme import Theme


class StaleLine(QWidget):
    """Hidden while the segment is not stale."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("stale_line")
        self._icon = IconLabel(theme, "", "text", 14)
        self._words = label("", "detail", "2")
        self._words.setObjectName("stale_words")
        self._words.setWordWrap(True)
        line = row(self._icon, self._words)
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_stale(self, version: Version, seed_story: str) -> None:
        """`seed_story`: what became of its seed frame, as a sentence; may be empty."""
        root = version.stale_root_index
        self.setVisible(root is not None)
        if root is None:
            return
        if root == version.sequence_index and seed_story:
            self._icon.set_icon("unlink", "text")
            self._words.setText(
                tr("{seed_story}. Approve it to accept that.", seed_story=seed_story)
            )
        elif root == version.sequence_index:
            self._icon.set_icon("unlink", "text")
            self._words.setText(tr("Stale: its seed frame is no longer the last frame before it."))
        else:
            self._icon.set_icon("corner-down-right", "text_2")
            self._words.setText(
                tr("Stale: follows segment {number}, whose seed frame changed.", number=root + 1)
            )
