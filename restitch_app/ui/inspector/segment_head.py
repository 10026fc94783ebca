"""What the selected segment is, and the decisions about it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from restitch_app.domain.frames import FrameRange
from restitch_app.domain.versions import Version
from restitch_app.ui.commands.actions import Act, Actions, key_hint, live_key
from restitch_app.ui.inspector.stale_line import StaleLine
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.one_line import OneLine
from restitch_app.ui.pieces.times import when
from restitch_app.ui.pieces.widgets import (
    ElidedLabel,
    KeyButton,
    label,
    restyled,
    row,
    set_word_icon,
)
from restitch_app.ui.pieces.wording import READ_ONLY
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import PANEL_PADDING, SPACE_M, SPACE_S


class SegmentHead(QWidget):
    approve_asked = Signal()
    withdraw_asked = Signal()
    needs_work_asked = Signal(str)  # why; may be empty
    use_asked = Signal(int)  # version id
    locate_asked = Signal()
    regenerate_asked = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._actions = theme, actions
        self._back_to: int | None = None
        self._shown_id: int | None = None
        self._is_compact = False
        self._back_words = self._back_short = ""
        self._title = label("", "heading")
        self._title.setObjectName("segment_title")
        self._facts = ElidedLabel("", "detail", "2")
        self._facts.setObjectName("segment_facts")
        self._badge = label("")
        self._badge.setProperty("kind", "badge")
        self._badge.setObjectName("verdict_badge")
        self.more = QToolButton()
        self.more.setObjectName("segment_menu")
        self.more.setProperty("kind", "quiet")
        self.more.setAccessibleName(tr("More about this segment"))
        self.more.setToolTip(tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.more)
        self.needs_work = QAction(tr("Needs work"), self._menu)
        self.with_reason = QAction(tr("Needs work with a reason…"), self._menu)
        self.withdraw = QAction(tr("Withdraw approval"), self._menu)
        self.needs_work.triggered.connect(lambda: self.needs_work_asked.emit(""))
        self.with_reason.triggered.connect(self.ask_reason)
        self.withdraw.triggered.connect(lambda: self.withdraw_asked.emit())
        self._menu.addActions([self.needs_work, self.with_reason, self.withdraw])
        self.more.setMenu(self._menu)
        self.approve = KeyButton(theme, "Approve", kind="primary")
        live_key(actions, Act.APPROVE, self.approve)
        self.approve.setObjectName("approve")
        self.approve.clicked.connect(lambda: self.approve_asked.emit())
        self.back = QPushButton()
        self.back.setObjectName("back_to")
        self.back.clicked.connect(self._ask_back)
        self.locate = QPushButton(tr("Locate file…"))
        self.locate.setObjectName("locate_file")
        self.locate.clicked.connect(self.locate_asked)
        self.locate.hide()
        self._is_damaged = False
        self.regenerate = KeyButton(theme, "Regenerate…")
        live_key(actions, Act.REGENERATE, self.regenerate)
        self.regenerate.setObjectName("regenerate")
        self.regenerate.clicked.connect(lambda: self.regenerate_asked.emit())
        self._several_count = 0
        self._several = label("", "detail", "2")
        self._several.setObjectName("several_selected")
        self._several.setWordWrap(True)
        self._several.hide()
        self._judged = label("", "detail", "2")
        self._judged.setObjectName("judged")
        self._judged.setWordWrap(True)
        hint = "Why? Enter marks it, Esc cancels"
        self.reason = OneLine("work_reason", "Why this version needs work", hint)
        self.reason.returnPressed.connect(self._mark_with_reason)
        self.reason.cancelled.connect(self._close_reason)
        self._stale_line = StaleLine(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANEL_PADDING, SPACE_S, PANEL_PADDING, SPACE_M)
        layout.setSpacing(SPACE_S)
        layout.addLayout(row(self._title, self._facts, self._badge, -1, self.more))
        layout.addWidget(self._several)
        layout.addWidget(self._judged)
        layout.addWidget(self._stale_line)
        layout.addWidget(self.reason)
        layout.addLayout(row(self.approve, self.back, self.locate, self.regenerate, -1))
        theme.changed.connect(self._tint)
        actions.keys_changed.connect(self._show_several)
        self._tint()

    def set_several(self, count: int) -> None:
        """Segments that are selected together, 0 for one alone: the keys act on all of them, and
        these buttons still on the one that is shown."""
        if count != self._several_count:
            self._several_count = count
            self._show_several()

    @Slot()
    def _show_several(self) -> None:
        approve, regenerate = (
            key_hint(self._actions, act) for act in (Act.APPROVE, Act.REGENERATE)
        )
        keys = [key for key in (approve, regenerate) if key]
        told = tr("{count} segments are selected.", count=self._several_count)
        if len(keys) > 1:
            acting = tr(
                "{approve} and {regenerate} act on all of them, the buttons here on this one.",
                approve=approve,
                regenerate=regenerate,
            )
        elif keys:
            acting = tr("{key} acts on all of them, the buttons here on this one.", key=keys[0])
        else:
            acting = tr("The menus act on all of them, the buttons here on this one.")
        self._several.setText(f"{told} {acting}")
        self._several.setVisible(self._several_count > 0)
        self._fit()

    def _show_keys(self, are_shown: bool) -> None:
        for button, act in ((self.approve, Act.APPROVE), (self.regenerate, Act.REGENERATE)):
            button.set_key(key_hint(self._actions, act) if are_shown else "")

    def set_compact(self, is_compact: bool) -> None:
        """Regenerate shows its icon only; so it does wherever there is no room for the word."""
        self._is_compact = is_compact
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the three buttons are too wide, Regenerate shows its icon only; with large text
        the keys go as well."""
        self._show_keys(not self._several_count)
        self._show_compact(self._is_compact)
        self._shorten_back(False)
        if self._needed() > self.width():
            self._show_compact(True)
        if self._is_damaged and self._needed() > self.width():
            self._show_keys(False)
        if self._needed() > self.width():
            self._shorten_back(True)
        if self._needed() > self.width():
            self._show_keys(False)

    def _needed(self) -> int:
        buttons = (self.approve, self.back, self.locate, self.regenerate)
        shown = [one for one in buttons if not one.isHidden()]
        return sum(one.sizeHint().width() + SPACE_S for one in shown) + 2 * PANEL_PADDING

    def _shorten_back(self, is_short: bool) -> None:
        self.back.setText(self._back_short if is_short else self._back_words)
        if self._is_damaged:
            set_word_icon(self.back, self._theme, "undo-2", "on_primary")
        else:
            self.back.setIcon(self._theme.icon("undo-2") if is_short else QIcon())
        self.back.setAccessibleName(self._back_words)

    def _show_compact(self, is_compact: bool) -> None:
        self.regenerate.setText("" if is_compact else tr("Regenerate…"))
        self.regenerate.setAccessibleName(tr("Regenerate…"))
        self.regenerate.setIcon(self._theme.icon("refresh-cw") if is_compact else QIcon())

    def show_segment(
        self,
        version: Version,
        frames: FrameRange | None,
        back_to: Version | None,
        *,
        is_read_only: bool,
        seed_story: str = "",
        is_damaged: bool = False,
    ) -> None:
        """`seed_story`: what it was made from, where that was no last frame of a version.

        `is_damaged`: its clip cannot be played, so that what mends it comes first.
        """
        self._show_damaged(is_damaged)
        index = version.sequence_index
        self._title.setText(tr("Segment {number}", number=index + 1))
        if frames is not None:
            seconds = len(frames) / float(version.facts.rate)
            self._facts.setText(
                tr(
                    "Frames {number}–{stop} · {seconds} s",
                    number=frames.start + 1,
                    stop=frames.stop,
                    seconds=f"{seconds:.1f}",
                )
            )
        self._show_verdict(version)
        self._stale_line.show_stale(version, seed_story)
        self._back_to = back_to.id if back_to else None
        self.back.setVisible(back_to is not None)
        if back_to is not None:
            is_back = back_to.number < version.number and not is_damaged
            words = "Back to v{number}" if is_back else "Use v{number}"
            self._back_words = tr(words, number=back_to.number)
            self._back_short = f"v{back_to.number}"
        done = version.is_approved and not version.is_stale
        self.approve.setText(
            tr("Approved v{number}", number=version.number)
            if done
            else tr("Approve v{number}", number=version.number)
        )
        self.approve.setEnabled(not done and not is_read_only)
        self.needs_work.setEnabled(not version.needs_work and not is_read_only)
        self.with_reason.setEnabled(not is_read_only)
        if is_read_only or version.id != self._shown_id:
            self._close_reason()
        self._shown_id = version.id
        self.withdraw.setText(
            tr("Withdraw approval") if version.is_approved else tr("Withdraw verdict")
        )
        self.withdraw.setEnabled((version.is_approved or version.needs_work) and not is_read_only)
        for button in (self.back, self.locate, self.regenerate):
            button.setEnabled(not is_read_only)
        tip = READ_ONLY if is_read_only else ""
        self.back.setToolTip(tr(tip))
        self.locate.setToolTip(tr(tip) or tr("Say where the clip lies, and put it back"))
        self.regenerate.setToolTip(tr(tip) or tr("Render this segment again from its seed frame"))
        self._fit()
        self.approve.setToolTip(
            tr(tip) or (tr("It is approved already") if done else tr(_approval(version)))
        )

    def _show_damaged(self, is_damaged: bool) -> None:
        self._is_damaged = is_damaged
        self.approve.setVisible(not is_damaged)
        self.locate.setVisible(is_damaged)
        restyled(self.back, "kind", "primary" if is_damaged else "")

    def _show_verdict(self, version: Version) -> None:
        text = "Needs work" if version.needs_work else "Approved" if version.is_approved else ""
        self._badge.setVisible(bool(text))
        self._badge.setText(tr(text))
        who = f"{version.judged_by}, {when(version.judged_at)}" if version.judged_by else ""
        told = " · ".join(part for part in (version.work_reason, who) if part)
        self._judged.setText(tr(told))
        self._judged.setVisible(bool(told))

    @Slot()
    def ask_reason(self) -> None:
        """Enter says that it needs work and why, Esc lets go."""
        if self.isEnabled() and self.with_reason.isEnabled():
            self.reason.clear()
            self.reason.show()
            self.reason.setFocus()

    @Slot()
    def _mark_with_reason(self) -> None:
        reason = self.reason.text().strip()
        self._close_reason()
        self.needs_work_asked.emit(reason)

    @Slot()
    def _close_reason(self) -> None:
        if self.reason.hasFocus():
            self.more.setFocus()  # or Qt hands it on to whatever comes next
        self.reason.hide()

    def _ask_back(self) -> None:
        if self._back_to is not None:
            self.use_asked.emit(self._back_to)

    def _tint(self) -> None:
        self.more.setIcon(self._theme.icon("ellipsis", "text_2"))
        self._fit()


def _approval(version: Version) -> str:
    if version.is_stale:
        return "Say that it is good as it is; it is no longer stale then"
    return "Say that it is good"
