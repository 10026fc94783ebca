"""One job as a card of the strip."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from restitch_app.ui.jobs.job_view import JobView
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import (
    ElidedLabel,
    IconLabel,
    label,
    restyled,
    row,
    set_word_icon,
)
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import ColorRole

CARD_HEIGHT = 38
BAR_WIDTH, NARROW_BAR_WIDTH = 140, 70
LONGEST_NODE = 170
_ROLES: dict[str, ColorRole] = {
    "running": "accent",
    "failed": "visible",
    "lost": "visible",
    "unusable": "visible",
    "done": "smooth",
}


class CardRoom(IntEnum):
    """How much a card says; all of it is in its tooltip."""

    NARROW = 0
    """Percent and time left."""
    STEPS = 1
    SERVER = 2
    """Also on which server."""
    FULL = 3
    """Also which node works."""


LONGEST_DETAIL = {
    CardRoom.NARROW: 160,
    CardRoom.STEPS: 260,
    CardRoom.SERVER: 360,
    CardRoom.FULL: 460,
}


class JobCard(QFrame):
    cancel_asked = Signal(int)  # job id, as in all of these
    retry_asked = Signal(int)
    details_asked = Signal(int)
    review_asked = Signal(int)
    dismissed = Signal(int)

    def __init__(self, theme: Theme, view: JobView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"job_{view.job_id}")
        self.setProperty("kind", "card")
        self.setFixedHeight(CARD_HEIGHT)
        self._theme, self._view = theme, view
        self._icon = IconLabel(theme, "")
        self._title = label("", "detail-strong")
        self._note = label("", "detail", "2")
        self._detail = ElidedLabel("", "detail", "2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(BAR_WIDTH)
        self._percent = label("", "detail-strong")
        self._node = ElidedLabel("", "detail", "2")
        self._node.setMaximumWidth(LONGEST_NODE)
        self._step = label("", "detail", "2")
        self._left = label("", "detail", "2")
        self._server = ElidedLabel("", "detail", "3")
        self._server.setObjectName("job_server")
        self._server.setMaximumWidth(LONGEST_NODE)
        self._retry = self._button("Retry", "retry")
        self._retry.clicked.connect(lambda: self.retry_asked.emit(self._view.job_id))
        self._details = self._button("Details", "details")
        self._details.clicked.connect(lambda: self.details_asked.emit(self._view.job_id))
        self._review = self._button("Review", "review")
        self._review.setProperty("kind", "link")
        self._review.clicked.connect(lambda: self.review_asked.emit(self._view.job_id))
        self._close = QToolButton()
        self._close.setObjectName("close")
        self._close.setProperty("kind", "quiet")
        self._close.setProperty("size", "small")
        self._close.clicked.connect(self._on_close)
        self._compose()
        theme.changed.connect(self._tint)
        self._room = CardRoom.FULL
        self._write()
        self._tint()

    @property
    def view(self) -> JobView:
        return self._view

    def show_view(self, view: JobView) -> bool:
        """Whether anything of it is different now."""
        is_other, self._view = view != self._view, view
        if is_other:
            self._write()
        return is_other

    def _write(self) -> None:
        view = self._view
        self._icon.set_icon(view.icon, _ROLES.get(view.kind, "text_2"))
        restyled(self, "state", "failed" if view.has_problem else "")
        self._detail.setMaximumWidth(LONGEST_DETAIL[self._room])
        has_bar = view.percent is not None
        is_full, has_steps = self._room is CardRoom.FULL, self._room >= CardRoom.STEPS
        server = tr("on {server}", server=view.server) if view.server else ""
        texts = (
            (self._title, view.title),
            (self._note, view.note),
            (self._percent, f"{view.percent} %" if has_bar else ""),
            (self._node, view.node if is_full else ""),
            (self._step, view.step if has_steps or not has_bar else ""),
            (self._left, view.left),
            (self._server, server if self._room >= CardRoom.SERVER else ""),
            (self._detail, view.detail if view.has_problem else ""),
        )
        for shown, text in texts:
            shown.setText(tr(text))
            shown.setVisible(bool(text))
        self._bar.setVisible(has_bar)
        self._bar.setValue(view.percent or 0)
        self._bar.setAccessibleName(tr("Progress of {job}", job=view.title))
        self._keep_width()
        self._write_buttons()
        self.setAccessibleName(view.spoken)
        self.setToolTip(view.spoken)
        if (layout := self.layout()) is not None:
            layout.activate()  # or its size would be told as it was before

    def _write_buttons(self) -> None:
        view = self._view
        self._retry.setVisible(view.can_retry)
        self._retry.setText(tr("Submit again") if view.kind == "lost" else tr("Retry"))
        self._details.setVisible(view.can_retry)
        self._review.setVisible(view.kind in ("done", "unusable"))
        self._close.setVisible(view.kind != "cancelling")
        can_cancel, job = view.can_cancel, view.title
        self._close.setToolTip(tr("Cancel") if can_cancel else tr("Dismiss"))
        self._close.setAccessibleName(
            tr("Cancel {job}", job=job) if can_cancel else tr("Dismiss {job}", job=job)
        )

    def _keep_width(self) -> None:
        """Room for the numbers to come, so that the card does not change its width at each."""
        of = self._view.step.rpartition(" of ")[2]
        widest = (
            (self._percent, "100 %"),
            (self._step, tr("step {done} of {total}", done=of, total=of) if of else ""),
        )
        for shown, text in widest:
            shown.setMinimumWidth(shown.fontMetrics().horizontalAdvance(text))

    def set_room(self, room: CardRoom) -> None:
        if room is not self._room:
            self._room = room
            self._bar.setFixedWidth(BAR_WIDTH if room is CardRoom.FULL else NARROW_BAR_WIDTH)
            self._write()

    def _compose(self) -> None:
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addLayout(row(self._title, self._note, -1))
        lines.addWidget(self._detail)
        lines.addStretch(1)
        layout = row(self._icon, margins=(10, 0, 6, 0))
        layout.addLayout(lines)
        for part in (self._bar, self._percent, self._node, self._step, self._left, self._server):
            layout.addWidget(part)
        for button in (self._retry, self._details, self._review, self._close):
            layout.addWidget(button)
        self.setLayout(layout)

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(tr(text))
        button.setObjectName(name)
        button.setProperty("type", "detail")
        return button

    @Slot()
    def _on_close(self) -> None:
        signal = self.cancel_asked if self._view.can_cancel else self.dismissed
        signal.emit(self._view.job_id)

    @Slot()
    def _tint(self) -> None:
        self._close.setIcon(self._theme.icon("x"))
        set_word_icon(self._retry, self._theme, "rotate-cw")
