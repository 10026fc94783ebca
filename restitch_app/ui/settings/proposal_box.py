"""Limits that the reviewers' own verdicts speak for, and what they would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from restitch_app.domain.boundaries import Boundary
from restitch_app.ui.language.translating import Verbatim, tr, tr_n
from restitch_app.ui.pieces.widgets import paragraph, row
from restitch_app.ui.pieces.wording import boundary_name
from restitch_app.ui.settings.limit_fields import CHANNELS, TYPES
from restitch_app.ui.settings.page import heading
from restitch_app.ui.theme.shapes import shape_of_class
from restitch_app.ui.theme.tokens import SPACE_S

if TYPE_CHECKING:
    from restitch_app.services.boundaries.limits import Reclassified
    from restitch_app.services.boundaries.wrong_calls import LimitProposal

MOST_NAMED = 6
ABOUT = (
    "Say with Wrong call, in the menu of a boundary, where you see something else than Restitch. "
    "From several that agree it works out limits that fit this project better."
)
UNDER_PLAIN = "Wrong calls speak about the continuity policy. Under plain SSIM nothing is proposed."


class ProposalBox(QFrame):
    use_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = paragraph("", "proposal_words")
        self.use = QPushButton(tr("Use these limits"))
        self.use.setObjectName("use_proposal")
        self.use.clicked.connect(self.use_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(heading(tr("Proposed from wrong calls"), ABOUT))
        column.addWidget(self.words)
        column.addLayout(row(self.use, -1))
        self.use.hide()

    def show_none(self, words: str) -> None:
        self.words.setText(tr(words))
        self.use.hide()

    def show_proposal(self, found: LimitProposal) -> None:
        if found.reason is not None:
            self.show_none(f"{found.reason}.")
            return
        self.words.setText("\n".join((*change_lines(found), effect_words(found.reclassified))))
        self.use.show()


def change_lines(found: LimitProposal) -> list[str]:
    """Like "Colour or brightness steps, chained: 1.00 → 1.35. 3 false alarms fewer."."""
    told = []
    for kind, change in found.changes:
        gains = []
        if change.false_alarms_gone:
            count = change.false_alarms_gone
            gains.append(tr_n("{count} false alarm fewer", "{count} false alarms fewer", count))
        if change.seams_found:
            count = change.seams_found
            gains.append(tr_n("{count} missed jump found", "{count} missed jumps found", count))
        if change.newly_wrong:
            count = change.newly_wrong
            gains.append(tr_n("{count} right verdict lost", "{count} right verdicts lost", count))
        limits = f"{change.before:.2f} → {change.after:.2f}"
        name = f"{tr(CHANNELS[change.channel])}, {tr(TYPES[kind][0].lower())}"
        told.append(f"{name}: {limits}. {', '.join(gains)}.")
    return told


def effect_words(changed: tuple[Reclassified, ...]) -> str:
    """Like "This would change 2 boundaries: 5 | 6 borderline → smooth, ..."."""
    if not changed:
        return tr("No boundary would be judged otherwise now.")
    named = [
        f"{boundary_name(one.before.left_index)} {_word(one.before)} → {_word(one.after)}"
        for one in changed[:MOST_NAMED]
    ]
    count, names = len(changed), Verbatim(", ".join(named))
    if count > MOST_NAMED:
        return tr(
            "This would change {count} boundaries: {names} and {more} more.",
            count=count,
            names=names,
            more=count - MOST_NAMED,
        )
    return tr_n(
        "This would change {count} boundary: {names}.",
        "This would change {count} boundaries: {names}.",
        count,
        names=names,
    )


def _word(boundary: Boundary) -> str:
    return tr(shape_of_class(boundary.boundary_class).word.lower())
