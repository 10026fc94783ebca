"""The versions of a segment, newest first; takes of one request together, best first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from restitch_app.domain.versions import Version
from restitch_app.ui.damage.damage import Damage
from restitch_app.ui.inspector.stored_pictures import StoredPictures
from restitch_app.ui.inspector.takes_group import TakesGroup
from restitch_app.ui.inspector.version_row import VersionRow
from restitch_app.ui.language.translating import mark, tr
from restitch_app.ui.pieces.section import Section
from restitch_app.ui.theme.theme import Theme

if TYPE_CHECKING:
    from restitch_app.services.jobs.take_groups import TakeGroup
    from restitch_app.services.project.project import Project

Pair = tuple[int | None, int]


class VersionsList(Section):
    use_asked = Signal(int)  # version id
    compare_asked = Signal(object, object)  # A, B: version ids
    show_file_asked = Signal(str)
    purge_asked = Signal(object)  # tuple of version ids
    regenerate_asked = Signal()
    audition_asked = Signal(object, int)  # A, B: version ids
    takes_in_hand = Signal(object)  # tuple of versions that may be looked at next

    def __init__(
        self, theme: Theme, pictures: StoredPictures, parent: QWidget | None = None
    ) -> None:
        self._plus = QToolButton()
        super().__init__("Versions", self._plus, parent=parent)
        self.setObjectName("versions")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._theme, self._pictures = theme, pictures
        self._project: Project | None = None
        self._versions: tuple[Version, ...] = ()
        self._damage: Mapping[int, Damage] = {}
        self._pair: Pair = (None, 0)
        self.rows: list[VersionRow] = []
        """From top to bottom."""
        self.groups: list[TakesGroup] = []
        self._plus.setObjectName("new_version")
        self._plus.setProperty("kind", "quiet")
        self._plus.setToolTip(tr("Regenerate: make another version"))
        self._plus.setAccessibleName(tr("Make another version"))
        self._plus.clicked.connect(lambda: self.regenerate_asked.emit())
        pictures.arrived.connect(self._show_pictures)
        theme.changed.connect(self._tint)
        self._tint()

    def show_versions(
        self,
        versions: tuple[Version, ...],
        compared: Pair,
        project: Project,
        *,
        is_read_only: bool,
        damage: Mapping[int, Damage] | None = None,
    ) -> None:
        """`damage`: by version id, of those whose file cannot be played."""
        found = {one.id: damage[one.id] for one in versions if damage and one.id in damage}
        self._project = project
        self._plus.setEnabled(not is_read_only)
        self.count.setText(str(len(versions)))
        if (versions, found) != (self._versions, self._damage) or not self.rows:
            self._versions, self._damage = versions, found
            self._fill()
        self._pair = compared
        self._mark()
        self._show_pictures()

    def _mark(self) -> None:
        a, b = self._pair
        for one in self.rows:
            version_id = one.version.id
            one.set_compared(
                version_id == a, a is not None and version_id == b, is_marked=version_id == b
            )
            one.a.setEnabled(len(self.rows) > 1)
            one.b.setEnabled(len(self.rows) > 1)
        for group in self.groups:
            group.show_compared(b if a is not None else None)

    def take_focus(self) -> None:
        """To the first button that can be pressed; nowhere where there is none."""
        buttons = (button for one in self.rows for button in (one.a, one.b))
        first = next((button for button in buttons if button.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_takes(self) -> bool:
        """Give the arrow keys to the newest takes. False where there are none."""
        if not self.groups:
            return False
        self._give_keys(self.groups[0])
        return True

    def _fill(self) -> None:
        from restitch_app.services.jobs.take_groups import TakeGroup, grouped  # loaded by now

        in_hand = {group.request_id for group in self.groups if group.hasFocus()}
        self.clear()
        self.rows, self.groups = [], []
        for entry in grouped(self._versions):
            if isinstance(entry, TakeGroup):
                group = self._made_group(entry)
                self.groups.append(group)
                self.body.addWidget(group)
                if group.request_id in in_hand:
                    self._give_keys(group)
            else:
                self.body.addWidget(self._made_row(entry, _role(entry, self._versions)))

    @staticmethod
    def _give_keys(group: TakesGroup) -> None:
        group.show()  # what is hidden still would have the focus a moment too late
        group.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _made_group(self, entry: TakeGroup) -> TakesGroup:
        count = len(entry.takes)
        rows = [
            self._made_row(take, "best" if place == 1 else f"{place} of {count}", is_ranked=True)
            for place, take in enumerate(entry.takes, start=1)
        ]
        for shown in rows:
            others = [one for one in entry.takes if one.id != shown.version.id]
            shown.other_takes = tuple(
                one.id for one in others if not one.is_current and one.purged_at is None
            )
        group = TakesGroup(entry.request_id, rows)
        group.audition_asked.connect(self._audition)
        group.in_hand.connect(lambda is_so: self.takes_in_hand.emit(entry.takes if is_so else ()))
        return group

    def _made_row(self, version: Version, role: str, *, is_ranked: bool = False) -> VersionRow:
        current = next((one for one in self._versions if one.is_current), None)
        badge = _badge(version, current)
        damage = self._damage.get(version.id)
        shown = VersionRow(self._theme, version, role, badge, is_ranked=is_ranked, damage=damage)
        shown.use_asked.connect(self.use_asked)
        shown.show_file_asked.connect(self.show_file_asked)
        shown.purge_asked.connect(self.purge_asked)
        shown.a_asked.connect(self._set_a)
        shown.b_asked.connect(self._set_b)
        self.rows.append(shown)
        return shown

    def _audition(self, version_id: int) -> None:
        """A stays, so that takes are seen against the same picture; best what they replaced."""
        a = self._pair[0]
        takes = {one.version.id for group in self.groups for one in group.rows}
        if a is None or a in takes:
            chosen = next(one for one in self._versions if one.id == version_id)
            known = {one.id for one in self._versions if one.purged_at is None}
            before = chosen.previous_segment_id
            a = before if before in known else self._else(version_id)
        self.audition_asked.emit(a if a != version_id else self._else(version_id), version_id)

    @Slot()
    def _show_pictures(self) -> None:
        if self._project is None:
            return
        for one in self.rows:
            picture = one.version.first_frame
            if picture is not None:
                one.thumb.set_picture(self._pictures.pixmap(self._project, picture))

    def _set_a(self, version_id: int) -> None:
        a, b = self._pair
        # The same one cannot be on both sides: then the two change places.
        self.compare_asked.emit(version_id, b if b != version_id else a or self._else(version_id))
        self._mark()  # a click on what is chosen already leaves it chosen

    def _set_b(self, version_id: int) -> None:
        a, b = self._pair
        if a is None or a == version_id:
            a = b if b != version_id else self._else(version_id)
        self.compare_asked.emit(a, version_id)
        self._mark()

    def _else(self, version_id: int) -> int | None:
        return next((one.id for one in self._versions if one.id != version_id), None)

    def _tint(self) -> None:
        self._plus.setIcon(self._theme.icon("plus", "text_2"))


def _role(version: Version, versions: tuple[Version, ...]) -> str:
    """new, previous, or nothing for older ones."""
    place = versions.index(version)
    if len(versions) == 1:
        return ""
    if place == 0:
        return mark("new")
    return mark("previous") if version.id == versions[0].previous_segment_id else ""


def _badge(version: Version, current: Version | None) -> str:
    """A finished version that is newer than the current one waits for a decision."""
    if version.is_current:
        return "Current"
    if version.failure:
        return "Failed"
    is_newer = current is not None and version.number > current.number
    return "Candidate" if is_newer else ""
