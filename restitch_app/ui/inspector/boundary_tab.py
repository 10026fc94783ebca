"""The Boundary tab: verdict, remedies and the decision."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.context import PanelContext
from restitch_app.ui.inspector.boundary_foot import BoundaryFoot
from restitch_app.ui.inspector.boundary_head import BoundaryHead
from restitch_app.ui.inspector.bridge_row import BridgeRow
from restitch_app.ui.inspector.fix_list import FixList
from restitch_app.ui.inspector.regenerate_row import RegenerateRow
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import Section, scrolling
from restitch_app.ui.pieces.widgets import ElidedLabel, label


class BoundaryTab(QWidget):
    inspect_asked = Signal(int)  # left index: show the boundary page

    def __init__(
        self, context: PanelContext, fixes: BoundaryFixes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("boundary_tab")
        self._state, self._fixes = context.state, fixes
        self._left_index: int | None = None
        self._none = label(tr("Select a boundary in the timeline."), "", "2")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self.head = BoundaryHead(context, fixes)
        self.head.inspect_asked.connect(self.inspect_asked)
        self.fixes = FixList(context, fixes)
        self.bridge = BridgeRow(context, fixes)
        self.regenerate = RegenerateRow(context, fixes)
        self._section = Section("Fix", ElidedLabel(tr("Predicted SSIM · preview"), "caption", "3"))
        self._section.body.addWidget(self.fixes)
        self._section.body.addWidget(self.bridge)
        self._section.body.addWidget(self.regenerate)
        self._section.body.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._section, 1)
        self._scroll = scrolling(inside, is_narrowing=True)
        self._scroll.setObjectName("fixes")
        self.foot = BoundaryFoot(context, fixes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._none, 1)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.foot)
        fixes.changed.connect(self.refresh)
        self._state.scene_changed.connect(self.refresh)
        context.theme.changed.connect(self.refresh)  # text of another size
        self.refresh()

    def set_page_open(self, is_open: bool) -> None:
        """The boundary page shows what `Inspect boundary` would open."""
        self.head.set_page_open(is_open)

    @Slot()
    def refresh(self) -> None:
        boundary = self._fixes.boundary
        is_shown = boundary is not None and self._state.settings is not None
        self._none.setVisible(not is_shown)
        for part in (self._scroll, self.foot):
            part.setVisible(is_shown)
        if boundary is None or not is_shown:
            return
        if boundary.left_index != self._left_index:  # its verdict is read first
            self._left_index = boundary.left_index
            self._scroll.verticalScrollBar().setValue(0)
        self.head.show_boundary(boundary)
        self.fixes.refresh()
        self.bridge.refresh()
        leads = self._fixes.is_regeneration_better and not boundary.is_cut
        self._lead_with_regenerating(leads)
        self.regenerate.show_boundary(boundary, leads=leads)
        self.foot.show_boundary(boundary)

    def _lead_with_regenerating(self, leads: bool) -> None:
        wanted = 0 if leads else 2
        body = self._section.body
        if body.indexOf(self.regenerate) != wanted:
            body.removeWidget(self.regenerate)
            body.insertWidget(wanted, self.regenerate)
