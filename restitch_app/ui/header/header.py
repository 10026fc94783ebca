"""The header: what scene this is, how its boundaries stand, the server, the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from restitch_app.domain.changes import Changes
from restitch_app.ui.actions import Act, key_hint
from restitch_app.ui.context import PanelContext
from restitch_app.ui.header.boundary_counts import BoundaryCounts, shape_of
from restitch_app.ui.header.scene_picker import ScenePicker
from restitch_app.ui.header.scene_title import NameField, SceneTitle
from restitch_app.ui.header.server_button import ServerButton
from restitch_app.ui.theme.shapes import Shape
from restitch_app.ui.theme.tokens import HEADER_HEIGHT
from restitch_app.ui.widgets import ElidedLabel, IconLabel, KeyButton, row
from restitch_app.ui.wording import counted, scene_facts

LONGEST_TITLE, LONGEST_COMPACT_TITLE = 280, 190


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
        self._longest_title = LONGEST_TITLE
        self._title = SceneTitle()
        self._title.double_clicked.connect(self.rename)
        self._name = NameField()
        self._name.given.connect(self.rename_asked)
        self._name.closed.connect(self._title.show)
        self._scenes = ScenePicker(theme)
        self._scenes.picked.connect(self.scene_picked)
        self._facts = ElidedLabel("", tone="2")
        self._facts.setObjectName("scene_facts")
        self._counts = BoundaryCounts(theme)
        self._counts.picked.connect(self._go_to)
        self._next = KeyButton(
            theme, "Next visible jump", "skip-forward", key_hint(actions, Act.NEXT_OPEN)
        )
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
        layout = row(
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
        layout.setStretch(1, 0)
        self.setLayout(layout)
        self._state.scene_changed.connect(self._write)
        self._write(Changes())

    @property
    def server_menu(self) -> QMenu:
        return self._server.menu()

    def set_compact(self, is_compact: bool) -> None:
        """Words shorten to shapes and numbers."""
        self._longest_title = LONGEST_COMPACT_TITLE if is_compact else LONGEST_TITLE
        self._fit_title()
        self._counts.set_compact(is_compact)
        self._server.set_compact(is_compact)

    @Slot()
    def rename(self) -> None:
        """Write another name in place of the title (F2)."""
        overview = self._state.overview
        if overview is not None and not self._state.is_read_only:
            self._title.hide()
            self._name.start(overview.scene.name)

    def _fit_title(self) -> None:
        """Where room is short the facts end in "…" before the name does."""
        self._title.setMinimumWidth(min(self._title.sizeHint().width(), self._longest_title))

    @Slot(object)
    def _write(self, _changes: Changes) -> None:
        overview = self._state.overview
        self._scenes.show_scenes(self._state.scenes, overview.scene.id if overview else None)
        if overview is None:
            self._title.setText("")
            self._facts.setText("")
            self._counts.show_boundaries(())
        else:
            self._title.setText(overview.scene.name)
            self._fit_title()
            self._facts.setText("  ·  ".join(scene_facts(overview)))
            self._counts.show_boundaries(overview.boundaries)
        open_count = sum(one.is_open for one in overview.boundaries) if overview else 0
        self._next.setEnabled(open_count > 0)
        hint = f"Go to the next of {counted(open_count, 'open visible jump')}"
        self._next.setToolTip(hint if open_count else "No visible jump is open")

    @Slot(object)
    def _go_to(self, shape: Shape) -> None:
        """Select the next boundary of that kind after the one that is selected."""
        overview = self._state.overview
        if overview is None:
            return
        found = [one.left_index for one in overview.boundaries if shape_of(one) is shape]
        if found:
            here = self._state.focused_segment
            after = [left for left in found if here is not None and left > here]
            self._state.show_boundary((after or found)[0])


def follow(button: KeyButton, action: QAction) -> None:
    """The button does, and looks, as the action does."""

    def look() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())

    button.clicked.connect(action.trigger)
    action.changed.connect(look)
    look()
