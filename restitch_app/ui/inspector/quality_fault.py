"""Under a check that did not pass: what it saw, at which frames, and why it matters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from restitch_app.ui.inspector.quality_rows import Fault
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.theme.tokens import SPACE_S, SPACE_XS

MOST_LINKS = 5
INDENT = 8


class QualityFault(QWidget):
    frame_asked = Signal(int)  # of the segment, from 0

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.setObjectName("quality_fault")
        column = QVBoxLayout(self)
        column.setContentsMargins(INDENT, 0, 0, SPACE_S)
        column.setSpacing(0)
        told = label(tr(fault.message), "detail", "2")
        told.setWordWrap(True)
        column.addWidget(told)
        if fault.frames:
            places = ranges(fault.frames)
            links = [self._link(*one) for one in places[:MOST_LINKS]]
            more = label("…", "detail", "3") if len(places) > MOST_LINKS else None
            line = row(label(tr("Go to"), "detail", "3"), *links, *([more] if more else []), -1)
            line.setSpacing(SPACE_XS)
            column.addLayout(line)
        why = label(tr(fault.why), "caption", "3")
        why.setWordWrap(True)
        column.addWidget(why)

    def _link(self, first: int, last: int) -> QPushButton:
        made = QPushButton(str(first + 1) if first == last else f"{first + 1}–{last + 1}")
        made.setObjectName(f"go_to_{first + 1}")
        made.setProperty("kind", "link")
        made.setAccessibleName(tr("Go to frame {number} of the segment", number=first + 1))
        made.clicked.connect(partial(self._ask, first))
        return made

    def _ask(self, frame: int) -> None:
        self.frame_asked.emit(frame)


def ranges(frames: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run of neighbours; `frames` ascend."""
    ends = [a for a, b in pairwise(frames) if b != a + 1]
    starts = [b for a, b in pairwise(frames) if b != a + 1]
    return list(zip([frames[0], *starts], [*ends, frames[-1]], strict=True))
