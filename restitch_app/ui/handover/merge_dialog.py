"""What a colleague's file says that is not said here, and which of two sayings holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from restitch_app.ui.dialogs.frame import cancel_button, confirm_button, foot, line
from restitch_app.ui.language.translating import Verbatim, tr, tr_n
from restitch_app.ui.pieces.widgets import label
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M, SPACE_S

if TYPE_CHECKING:
    from restitch_app.services.handover.handing_over import MergePlan
    from restitch_app.services.handover.items import Item

SIZE = (620, 520)


class MergeDialog(QDialog):
    """Accepted, it says by `theirs` in which conflicts the colleague's saying is taken."""

    def __init__(self, theme: Theme, plan: MergePlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.setObjectName("merge_dialog")
        self.setWindowTitle(tr("Merge decisions"))
        self.setModal(True)
        self.resize(*SIZE)
        self._taken: dict[str, QRadioButton] = {}
        self.go = confirm_button(self, theme, tr("Merge"), "check", "merge")
        self.go.clicked.connect(self.accept)
        self.go.setEnabled(bool(plan.items))
        self._build(cancel_button(self, theme))

    def theirs(self) -> frozenset[str]:
        return frozenset(key for key, button in self._taken.items() if button.isChecked())

    def _build(self, cancel: QWidget) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING)
        column.setSpacing(SPACE_M)
        plan, new = self.plan, [one for one in self.plan.items if not one.is_conflict]
        column.addWidget(label(tr("From {name}", name=Verbatim(plan.by)), "heading"))
        told = tr_n("{count} decision is new here.", "{count} decisions are new here.", len(new))
        same = tr_n("{count} is the same.", "{count} are the same.", plan.same)
        column.addWidget(label(f"{told} {same}", "detail", "2"))
        if plan.conflicts:
            column.addWidget(label(tr("Which of the two holds?"), "strong"))
        for item in plan.conflicts:
            column.addWidget(self._conflict(item))
        _list(column, tr("New here"), [f"{one.key}: {one.theirs}" for one in new])
        _list(column, tr("Left out"), [f"{one.key}: {one.reason}" for one in plan.left_out])
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(line())
        layout.addWidget(foot(label(tr("Each can be undone."), "detail", "3"), -1, cancel, self.go))

    def _conflict(self, item: Item) -> QWidget:
        """Mine is kept unless theirs is chosen."""
        box = QFrame()
        box.setProperty("kind", "card")
        column = QVBoxLayout(box)
        column.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        column.setSpacing(SPACE_S)
        column.addWidget(label(item.key, "strong"))
        group = QButtonGroup(box)
        mine = QRadioButton(tr("Keep mine: {said}", said=Verbatim(item.mine)))
        theirs = QRadioButton(tr("Take theirs: {said}", said=Verbatim(item.theirs)))
        for button in (mine, theirs):
            button.setAccessibleName(f"{item.key}. {button.text()}")
            group.addButton(button)
            column.addWidget(button)
        mine.setChecked(True)
        theirs.setObjectName(f"theirs {item.key}")
        self._taken[item.key] = theirs
        return box


def _list(column: QVBoxLayout, title: str, lines: list[str]) -> None:
    if lines:
        column.addWidget(label(title, "strong"))
        for text in lines:
            shown = label(text, "detail", "2")
            shown.setWordWrap(True)
            column.addWidget(shown)
