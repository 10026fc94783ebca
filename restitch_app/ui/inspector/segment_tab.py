"""The Segment tab: versions, quality, parameters and notes of what is selected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from restitch_app.domain.changes import Changes
from restitch_app.domain.notes import Note
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.inspector.file_section import FileSection
from restitch_app.ui.inspector.misfit_section import MisfitSection
from restitch_app.ui.inspector.note_places import NotePlaces
from restitch_app.ui.inspector.notes_view import NotesView
from restitch_app.ui.inspector.parameters import ParametersView
from restitch_app.ui.inspector.quality_rows import Trend
from restitch_app.ui.inspector.quality_table import QualityTable
from restitch_app.ui.inspector.segment_head import SegmentHead
from restitch_app.ui.inspector.segment_sight import SegmentSight
from restitch_app.ui.inspector.stored_pictures import StoredPictures
from restitch_app.ui.inspector.versions_list import VersionsList
from restitch_app.ui.inspector.workflow_note import WorkflowNotes
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import TIGHT_FROM, scrolling
from restitch_app.ui.pieces.widgets import label
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_S

if TYPE_CHECKING:
    from restitch_app.services.project.segment_details import SegmentDetails
    from restitch_app.services.workbench import Workbench

CHANGE_WORD_PX = 52
"""So long may "Worse" be in a language for the narrow table to hold it beside A's values."""
NOTHING = "No segment is selected."
HIDDEN = (
    "Versions, quality, parameters and notes are hidden until you have chosen in the blind "
    "comparison."
)


class SegmentTab(QWidget):
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
    versions_shown = Signal(object)  # tuple of versions whose files somebody asks about
    locate_asked = Signal(object)  # Version
    count_asked = Signal(object)  # Version
    count_cancelled = Signal()
    convert_asked = Signal(object)  # Version

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segment_tab")
        self._context, self._state = context, context.state
        self._places = NotePlaces(self._state)
        self._details: SegmentDetails | None = None
        self._damage: Mapping[int, Damage] = {}
        self._counting: tuple[int, int, int] | None = None
        """Version id, frames done and expected."""
        self._loader = Latest(context.runners.desk, self)
        self._loader.arrived.connect(self._take)
        self._pictures = StoredPictures(context.runners.pixels, self)
        self.head = SegmentHead(context.theme, context.actions)
        self.versions = VersionsList(context.theme, self._pictures)
        self.quality = QualityTable(context.theme)
        self.file = FileSection()
        self.misfit = MisfitSection(context.theme)
        self.parameters = ParametersView()
        self._workflow = WorkflowNotes(context, self)
        self.notes = NotesView()
        self._blind = label(tr(HIDDEN), "detail", "2")
        self._blind.setObjectName("blind_hidden")
        self._blind.setWordWrap(True)
        self._blind.setContentsMargins(PANEL_PADDING, SPACE_S, PANEL_PADDING, SPACE_S)
        self._blind.hide()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        named = (self.versions, self.misfit, self.quality, self.file, self.parameters, self.notes)
        for part in (self._blind, *named):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = scrolling(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._nothing = label(tr(NOTHING), "detail", "2")
        self._nothing.setObjectName("no_segment")
        self._nothing.setContentsMargins(PANEL_PADDING, PANEL_PADDING, PANEL_PADDING, 0)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self.head)
        layout.addWidget(self._scroll, 1)
        self._is_compact = False
        self._connect()
        self._fit_table()
        self.reload()

    def _connect(self) -> None:
        state = self._state
        self._context.theme.changed.connect(self._fit_table)
        state.scene_changed.connect(self._scene_changed)
        state.selection_changed.connect(self._selected)
        state.compare_changed.connect(self._show)
        state.blind_changed.connect(self._show)
        state.playhead_moved.connect(self._show_place)
        self._context.session.closing.connect(self._let_go)
        self._workflow.changed.connect(self.parameters.show_workflow)
        look = self._context.actions[Act.WORKFLOWS]
        self.parameters.inputs_asked.connect(look.trigger)
        self.head.approve_asked.connect(lambda: self._wish(self.approve_asked))
        self.head.withdraw_asked.connect(lambda: self._wish(self.withdraw_asked))
        self.head.needs_work_asked.connect(self._mark_needs_work)
        self.head.regenerate_asked.connect(lambda: self._wish(self.regenerate_asked))
        self.head.use_asked.connect(self.use_asked)
        self.head.locate_asked.connect(self._ask_locate)
        self.misfit.convert_asked.connect(self.convert_asked)
        self.misfit.replace_asked.connect(lambda: self._wish(self.regenerate_asked))
        self.quality.count_asked.connect(self._ask_count)
        self.quality.count_cancelled.connect(self.count_cancelled)
        self.versions.use_asked.connect(self.use_asked)
        self.versions.regenerate_asked.connect(lambda: self._wish(self.regenerate_asked))
        self.versions.compare_asked.connect(self._state.set_compare)
        self.versions.show_file_asked.connect(self.show_file_asked)
        self.versions.purge_asked.connect(self.purge_asked)
        self.versions.audition_asked.connect(self.audition_asked)
        self.versions.takes_in_hand.connect(self.takes_in_hand)
        self.quality.frame_asked.connect(self._go_to_frame)
        self.notes.written.connect(self._note)
        self.notes.opened.connect(self._go_to)
        self.notes.removed.connect(self.note_removed)
        self.notes.edited.connect(self.note_edited)
        self.notes.resolved.connect(self.note_resolved)

    def set_compact(self, is_compact: bool) -> None:
        """Below 1400 px of window width."""
        self._is_compact = is_compact
        self.head.set_compact(is_compact)
        self._fit_table()

    @Slot()
    def _fit_table(self) -> None:
        """The table has the room of a narrow one where text is larger, or its words longer."""
        factor = self._context.theme.text.factor
        self.quality.set_compact(self._is_compact or factor > 1)
        word_px = self.fontMetrics().horizontalAdvance(tr(Trend.WORSE))
        is_wordy = self._is_compact and word_px > CHANGE_WORD_PX
        is_tight = factor >= TIGHT_FROM or is_wordy
        self.quality.set_tight(is_tight, has_a=not (is_tight and self._is_compact))
        self.parameters.set_tight(factor >= TIGHT_FROM)
        self._show()

    @Slot()
    def start_note(self) -> None:
        """Write a note at the playhead."""
        self._scroll.ensureWidgetVisible(self.notes.field)
        self.notes.field.setFocus()

    # what is shown

    @Slot(object)
    def _scene_changed(self, changes: Changes) -> None:
        index = self._state.focused_segment
        if changes.scene or index in changes.segments:
            self.reload()

    @Slot()
    def reload(self) -> None:
        bench, overview = self._context.session.bench, self._state.overview
        index = self._state.focused_segment
        if bench is None or overview is None or index is None:
            self._let_go()
            return
        if self._details is not None and self._details.sequence_index != index:
            self._details = None
        self._loader.ask("Reading the segment", partial(_read, bench, overview.scene, index))

    @Slot()
    def _let_go(self) -> None:
        self._loader.drop()
        self._details = None
        self._pictures.forget()
        self.setEnabled(False)
        self._show_what_there_is(has_segment=False)

    def _show_what_there_is(self, *, has_segment: bool) -> None:
        self._nothing.setVisible(not has_segment)
        self.head.setVisible(has_segment)
        self._scroll.setVisible(has_segment)

    @Slot()
    def _selected(self) -> None:
        self.head.set_several(len(self._state.several))
        self.reload()

    @Slot(object)
    def _take(self, found: SegmentDetails) -> None:
        if found.sequence_index == self._state.focused_segment:
            self._details = found
            self.versions_shown.emit(found.versions)
            self.setEnabled(True)
            self._show_what_there_is(has_segment=True)
            self._show()

    @Slot()
    def _show(self) -> None:
        sight, bench = self._sight, self._context.session.bench
        if sight is None or self._state.settings is None or bench is None:
            return
        details, current = sight.details, sight.current
        is_blind = self._state.is_blind
        self._blind.setVisible(is_blind)
        for part in (self.versions, self.quality, self.parameters, self.notes):
            part.setVisible(not is_blind)
        a, b = sight.a, sight.b
        read_only = self._state.is_read_only
        self.head.show_segment(
            current,
            self._state.ranges.get(current.sequence_index),
            sight.other,
            is_read_only=read_only,
            seed_story=details.seed_story,
            is_damaged=current.id in self._damage,
        )
        self.versions.show_versions(
            details.versions,
            (a.id if a else None, b.id),
            bench.project,
            is_read_only=read_only,
            damage=self._damage,
        )
        self.quality.show_rows(sight.quality(), sight.heads, sight.score)
        bad = sight.bad
        self.file.show_file(bad or current, self._damage.get(bad.id) if bad else None)
        self.file.setVisible(bad is not None and not is_blind)
        self._show_count()
        self._show_misfit(details)
        self.parameters.show_parameters(
            b.parameters, a.parameters if a else None, f"v{a.number}" if a else ""
        )
        self.notes.set_writable(not read_only)
        stamp = partial(self._places.stamp, details.sequence_index, details.versions)
        self.notes.show_notes(details.notes, stamp)
        self._show_place()

    # clips that cannot be played

    @Slot(object)
    def set_damage(self, damage: Mapping[int, Damage]) -> None:
        """By version id: whose clip is not as it was recorded."""
        if damage != self._damage:
            self._damage = damage
            self._show()

    @Slot(object)
    def set_counting(self, counting: tuple[int, int, int] | None) -> None:
        """Version id, frames done and expected of the clip whose frames are counted now."""
        self._counting = counting
        self._show_count()

    @property
    def _sight(self) -> SegmentSight | None:
        """None until the segment is read."""
        details, current = self._details, self._current()
        if details is None or current is None:
            return None
        return SegmentSight(details, current, self._state.compare, self._damage)

    @property
    def _bad(self) -> Version | None:
        sight = self._sight
        return sight.bad if sight is not None else None

    def _show_count(self) -> None:
        bad, counting = self._bad, self._counting
        is_this = bad is not None and counting is not None and counting[0] == bad.id
        frames = counting[1:] if counting is not None and is_this else None
        is_there = bad is not None and self._damage[bad.id].is_there
        self.quality.show_count(frames, can_count=is_there)

    def _show_misfit(self, details: SegmentDetails) -> None:
        overview = self._state.overview
        if overview is None or self._state.is_blind:
            self.misfit.hide()
            return
        read_only = self._state.is_read_only
        self.misfit.show_misfit(details.versions, overview.scene, is_read_only=read_only)

    @Slot()
    def _ask_locate(self) -> None:
        current = self._current()
        if current is not None:
            self.locate_asked.emit(current)

    @Slot()
    def _ask_count(self) -> None:
        bad = self._bad
        if bad is not None:
            self.count_asked.emit(bad)

    def _current(self) -> Version | None:
        index = self._state.focused_segment
        return None if index is None else self._state.current(index)

    # notes

    @Slot()
    def _show_place(self) -> None:
        self.notes.set_place(tr(self._places.words))

    def _note(self, text: str) -> None:
        place = self._places.here
        if place is not None:
            self.note_asked.emit(replace(place, text=text))
        else:  # nothing typed is lost
            self.notes.field.setText(text)

    def _go_to(self, note: Note) -> None:
        self._go_to_frame(note.segment_frame)

    @Slot(int)
    def _go_to_frame(self, segment_frame: int) -> None:
        details = self._details
        frame = self._places.scene_frame(details.sequence_index, segment_frame) if details else None
        if frame is not None:
            self._state.set_playhead(frame)

    @Slot(str)
    def _mark_needs_work(self, reason: str) -> None:
        index = self._state.focused_segment
        if index is not None:
            self.needs_work_asked.emit(index, reason)

    def _wish(self, wish: object) -> None:
        index = self._state.focused_segment
        if index is not None:
            wish.emit(index)  # type: ignore[attr-defined] # a bound signal has no public type


def _read(bench: Workbench, scene: Scene, index: int, _ctx: JobContext) -> SegmentDetails:
    from restitch_app.services.project.segment_details import segment_details

    return segment_details(bench.project, scene, index)
