"""The right-hand panel with its three tabs; the tab follows what is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from restitch_app.domain.notes import Note
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.context import PanelContext
from restitch_app.ui.inspector.boundary_tab import BoundaryTab
from restitch_app.ui.inspector.boundary_words import shape_of
from restitch_app.ui.inspector.scene_tab import SceneTab
from restitch_app.ui.inspector.segment_tab import SegmentTab
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import TIGHT_FROM
from restitch_app.ui.pieces.widgets import restyled
from restitch_app.ui.theme.shapes import Shape

SEGMENT, BOUNDARY, SCENE = range(3)


class Inspector(QFrame):
    """Wishes are those of its tabs; `fixes` has those about a boundary."""

    approve_asked = Signal(int)  # sequence index
    withdraw_asked = Signal(int)
    needs_work_asked = Signal(int, str)  # sequence index, why
    regenerate_asked = Signal(int)
    use_asked = Signal(int)  # version id
    note_asked = Signal(object)  # NewNote
    note_edited = Signal(int, str)  # note id, text
    note_resolved = Signal(int, bool)  # note id; False: open again
    note_removed = Signal(int)  # note id
    show_file_asked = Signal(str)  # relative to the project folder
    purge_asked = Signal(object)  # tuple of version ids
    audition_asked = Signal(object, int)  # A, B: version ids
    takes_in_hand = Signal(object)  # tuple of versions that may be looked at next
    inspect_asked = Signal(int)  # left index: show the boundary page
    segment_picked = Signal(int)
    boundary_picked = Signal(int)

    def __init__(
        self, context: PanelContext, fixes: BoundaryFixes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setProperty("ground", "panel")
        self.setProperty("edge", "left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state, self._theme, self._fixes = context.state, context.theme, fixes
        self._notices = context.notices
        self._open_count = 0
        self.segment = SegmentTab(context)
        self.boundary = BoundaryTab(context, fixes)
        self.scene = SceneTab(context)
        self.tabs = QTabBar()
        self.tabs.setObjectName("inspector_tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for text in ("Segment", "Boundary", "Scene"):
            self.tabs.addTab(tr(text))
        self._pages = QStackedWidget()
        for page in (self.segment, self.boundary, self.scene):
            self._pages.addWidget(page)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(line)
        layout.addWidget(self._pages, 1)
        self._connect()
        self._follow_selection()
        self._mark_boundary()
        self._fit_tabs()

    def _connect(self) -> None:
        self._state.selection_changed.connect(self._follow_selection)
        self._state.scene_changed.connect(self._mark_boundary)
        self._fixes.changed.connect(self._mark_boundary)
        self._theme.changed.connect(self._mark_boundary)
        self._theme.changed.connect(self._fit_tabs)
        tab = self.segment
        tab.approve_asked.connect(self.approve_asked)
        tab.withdraw_asked.connect(self.withdraw_asked)
        tab.needs_work_asked.connect(self.needs_work_asked)
        tab.regenerate_asked.connect(self.regenerate_asked)
        tab.use_asked.connect(self.use_asked)
        tab.note_asked.connect(self.note_asked)
        tab.note_removed.connect(self.note_removed)
        tab.note_edited.connect(self.note_edited)
        tab.note_resolved.connect(self.note_resolved)
        tab.show_file_asked.connect(self.show_file_asked)
        tab.purge_asked.connect(self.purge_asked)
        tab.audition_asked.connect(self.audition_asked)
        tab.takes_in_hand.connect(self.takes_in_hand)
        self.boundary.inspect_asked.connect(self.inspect_asked)
        self.scene.segment_picked.connect(self.segment_picked)
        self.scene.boundary_picked.connect(self.boundary_picked)
        self.scene.note_picked.connect(self._go_to_note)
        self.scene.counted.connect(self._count_open)

    def set_compact(self, is_compact: bool) -> None:
        """Below 1400 px of window width: Regenerate shows its icon, trends lose theirs."""
        self.segment.set_compact(is_compact)

    def set_page_open(self, is_open: bool) -> None:
        """Whether the boundary page is shown in place of the players."""
        self.boundary.set_page_open(is_open)

    @Slot()
    def start_note(self) -> None:
        """Write a note at the playhead (M)."""
        self.tabs.setCurrentIndex(SEGMENT)
        self.segment.start_note()

    @Slot()
    def ask_work_reason(self) -> None:
        """The segment needs work, and why (Shift+W)."""
        self.tabs.setCurrentIndex(SEGMENT)
        self.segment.head.ask_reason()

    @Slot()
    def look_at_takes(self) -> None:
        """The segment's newest takes get the arrow keys (T)."""
        self.tabs.setCurrentIndex(SEGMENT)
        if not self.segment.versions.focus_takes():
            self._notices.say(tr("No request of this segment has several takes"), "info")

    @Slot()
    def show_versions(self) -> None:
        """Of the selected segment; the newest one's buttons get the keys (Enter)."""
        self.tabs.setCurrentIndex(SEGMENT)
        self.segment.versions.take_focus()

    @Slot()
    def ask_reason(self) -> None:
        """Accept the selected boundary with a reason (Shift+A)."""
        if self._state.selected_boundary is not None:
            self.tabs.setCurrentIndex(BOUNDARY)
            self.boundary.foot.ask_reason()

    @Slot()
    def show_open_points(self) -> None:
        """The list of open points gets the keys (Q)."""
        self.tabs.setCurrentIndex(SCENE)
        self.scene.work.take_focus()

    @Slot(int)
    def _count_open(self, count: int) -> None:
        self._open_count = count
        self._name_scene_tab()

    def _name_scene_tab(self) -> None:
        count, is_tight = self._open_count, self.tabs.property("tight")
        told = tr("Scene · {count}", count=count)
        self.tabs.setTabText(SCENE, told if count and not is_tight else tr("Scene"))
        self.tabs.setTabToolTip(SCENE, told if count and is_tight else "")

    @Slot(object)
    def _go_to_note(self, note: Note) -> None:
        overview = self._state.overview
        current = overview.current if overview else ()
        index = next((one.sequence_index for one in current if one.id == note.version_id), None)
        if index is not None:
            self.segment_picked.emit(index)
            self._state.set_playhead(self._state.scene_frame(index, note.segment_frame))

    @Slot()
    def _follow_selection(self) -> None:
        if self.scene.work.has_focus:  # whoever works through the list stays in it
            return
        if self._state.selected_boundary is not None:
            self.tabs.setCurrentIndex(BOUNDARY)
        elif self._state.selected_segment is not None and self.tabs.currentIndex() == BOUNDARY:
            self.tabs.setCurrentIndex(SEGMENT)

    @Slot()
    def _fit_tabs(self) -> None:
        """With large text they stand close together, so that all three are seen."""
        restyled(self.tabs, "tight", self._theme.text.factor >= TIGHT_FROM)
        self._name_scene_tab()

    @Slot()
    def _mark_boundary(self) -> None:
        """The tab shows the shape of what is selected, unless it is smooth."""
        boundary = self._fixes.boundary
        is_judged = boundary is not None and not boundary.is_cut
        shape = shape_of(boundary) if boundary and is_judged else Shape.SMOOTH
        self.tabs.setTabToolTip(BOUNDARY, tr(shape.word) if is_judged else "")
        self.tabs.setTabIcon(
            BOUNDARY,
            self._theme.shape_icon(shape, 10) if shape is not Shape.SMOOTH else QIcon(),
        )
