"""The header: what scene this is, how its boundaries stand, the server, the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from restitch_app.domain.changes import Changes
from restitch_app.ui.commands.actions import Act, live_key
from restitch_app.ui.context import PanelContext
from restitch_app.ui.header.boundary_counts import BoundaryCounts
from restitch_app.ui.header.facts_label import FactsLabel
from restitch_app.ui.header.scene_picker import ScenePicker
from restitch_app.ui.header.scene_title import NameField, SceneTitle
from restitch_app.ui.header.server_button import ServerButton
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import IconLabel, KeyButton, row
from restitch_app.ui.pieces.wording import counted, scene_facts
from restitch_app.ui.state.filters import shown_by
from restitch_app.ui.theme.tokens import HEADER_HEIGHT

LONGEST_TITLE, LONGEST_COMPACT_TITLE = 280, 190
TIGHT_BELOW = 840
"""Window width, at the usual text size, below which the way to the next jump shortens."""


class Header(QFrame):
    settings_asked = Signal(str)  # a server's address, or empty
    scene_picked = Signal(int)  # scene id
    rename_asked = Signal(str)  # the new name

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setProperty("ground", "panel")
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEADER_HEIGHT)
        self._state = context.state
        theme, actions = context.theme, context.actions
        self._theme, self._is_tight = theme, False
        self._longest_title = LONGEST_TITLE
        self._title = SceneTitle()
        self._title.double_clicked.connect(self.rename)
        self._name = NameField()
        self._name.given.connect(self.rename_asked)
        self._name.closed.connect(self._title.show)
        self._scenes = ScenePicker(theme)
        self._scenes.picked.connect(self.scene_picked)
        self._facts = FactsLabel()
        self._facts.setObjectName("scene_facts")
        self._counts = BoundaryCounts(theme)
        self._counts.picked.connect(self._state.toggle_filter)
        self._next = KeyButton(theme, "Next visible jump", "skip-forward")
        live_key(actions, Act.NEXT_OPEN, self._next)
        self._next.setObjectName("next_visible_jump")
        self._next.clicked.connect(actions[Act.NEXT_OPEN].trigger)
        self._server = ServerButton(theme, context.servers)
        self._server.settings_asked.connect(self.settings_asked)
        self._export = KeyButton(theme, "Export…", "upload")
        self._export.setObjectName("export")
        follow(self._export, actions[Act.EXPORT])
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedSize(1, 28)
        self._parts = row(
            IconLabel(theme, "restitch", "accent", 24),
            self._title,
            self._name,
            self._scenes,
            4,
            self._facts,
            -1,
            self._counts,
            4,
            self._next,
            4,
            line,
            self._server,
            self._export,
            margins=(12, 0, 12, 0),
        )
        self._parts.setStretch(1, 0)
        self.setLayout(self._parts)
        self._state.scene_changed.connect(self._write)
        self._state.filter_changed.connect(self._follow_filter)
        self._write(Changes())

    @property
    def server_menu(self) -> QMenu:
        return self._server.menu()

    def set_compact(self, is_compact: bool) -> None:
        """Words shorten to shapes and numbers."""
        self._longest_title = LONGEST_COMPACT_TITLE if is_compact else LONGEST_TITLE
        self._counts.set_compact(is_compact)
        width = self.window().width()
        self._set_tight(width < TIGHT_BELOW * self._theme.text.factor, is_compact=is_compact)
        if not self._is_tight and self._least_width() > width:  # a language of longer words
            self._set_tight(True, is_compact=is_compact)

    def _set_tight(self, is_tight: bool, *, is_compact: bool) -> None:
        self._is_tight = is_tight
        self._write_next()
        self._fit_title()
        self._server.set_compact(is_compact, is_tight=is_tight)

    def _least_width(self) -> int:
        """Of what it says now."""
        self._parts.invalidate()
        return self._parts.minimumSize().width()

    @Slot()
    def rename(self) -> None:
        """Write another name in place of the title (F2)."""
        overview = self._state.overview
        if overview is not None and not self._state.is_read_only:
            self._title.hide()
            self._name.start(overview.scene.name)

    def _fit_title(self) -> None:
        """Where room is short facts are left out before the name ends in "…"."""
        self._title.setMinimumWidth(min(self._title.sizeHint().width(), self._longest_title))

    @Slot(object)
    def _write(self, _changes: Changes) -> None:
        overview = self._state.overview
        self._scenes.show_scenes(self._state.scenes, overview.scene.id if overview else None)
        if overview is None:
            self._title.setText("")
            self._facts.set_facts(())
            self._counts.show_boundaries(())
        else:
            self._title.setText(overview.scene.name)
            self._fit_title()
            self._facts.set_facts(scene_facts(overview))
            self._counts.show_boundaries(overview.boundaries)
        self._write_next()

    @Slot()
    def _follow_filter(self) -> None:
        self._counts.show_filter(self._state.filter)
        self._write_next()

    def _write_next(self) -> None:
        """It goes through what the timeline shows; through visible jumps where that is all."""
        overview, chosen = self._state.overview, self._state.filter
        if overview is not None and chosen is not None:
            count = len(shown_by(chosen, overview))
            hint = f"Go to the next of {count} in the timeline: {chosen.words.lower()}"
        else:
            count = sum(one.is_open for one in overview.boundaries) if overview else 0
            hint = f"Go to the next of {counted(count, 'open visible jump')}"
        jump = tr("Next jump") if self._is_tight else tr("Next visible jump")
        self._next.setText(jump if chosen is None else tr("Next shown"))
        self._next.setEnabled(count > 0)
        nothing = "No visible jump is open" if chosen is None else "Nothing is left of these"
        self._next.setToolTip(tr(hint) if count else tr(nothing))


def follow(button: KeyButton, action: QAction) -> None:
    """The button does, and looks, as the action does."""

    def look() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(tr(action.toolTip()))

    button.clicked.connect(action.trigger)
    action.changed.connect(look)
    look()
