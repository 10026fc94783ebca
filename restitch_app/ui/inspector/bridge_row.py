"""New frames from ComfyUI: offered, being made, or why not. What they come to is a fix like any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QVBoxLayout

from restitch_app.domain.jobs import JobRecord, JobState
from restitch_app.services.remedies.names import LARGEST_BRIDGE, SMALLEST_BRIDGE
from restitch_app.ui.boundary.bridging import TITLE
from restitch_app.ui.boundary.fixes import BoundaryFixes
from restitch_app.ui.context import PanelContext
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.jobs.job_view import view_of
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.theme.tokens import SPACE_S, SPACE_XS

if TYPE_CHECKING:
    from restitch_app.services.bridging.offers import BridgeOffer

USUAL_LENGTH = "Usual length"
ASKING = "Asking the servers…"
MEASURING = "The new frames are here and are being measured…"


class BridgeRow(QFrame):
    def __init__(self, context: PanelContext, fixes: BoundaryFixes) -> None:
        super().__init__()
        self.setObjectName("bridge")
        self.setProperty("kind", "dashed")
        self._context, self._fixes, self._bridge = context, fixes, fixes.bridge
        title = label(tr(TITLE), "strong")
        title.setWordWrap(True)
        self._told = label("", "detail", "2")
        self._told.setObjectName("bridge_told")
        self._told.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("bridge_progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self.button = QPushButton()
        self.button.setObjectName("bridge_button")
        self.button.clicked.connect(self._press)
        self.length = ChoiceBox(context.theme)
        self.length.opens_by_arrows = False
        self.length.setObjectName("bridge_length")
        self.length.setAccessibleName(tr("Length: {what}", what=TITLE))
        self.length.setToolTip(tr("How many frames are made anew on each side of the boundary"))
        self.length.addItem(tr(USUAL_LENGTH), None)
        for frames in range(SMALLEST_BRIDGE, LARGEST_BRIDGE + 1):
            self.length.addItem(tr("{frames} frames a side", frames=frames), frames)
        self.length.activated.connect(self._choose_length)
        self._bridge.moved.connect(self.refresh)
        head = row(title, self.button)
        head.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        layout.setSpacing(SPACE_XS)
        layout.addLayout(head)
        layout.addWidget(self._told)
        layout.addWidget(self.length)
        layout.addWidget(self._bar)

    def refresh(self) -> None:
        bridge, offer = self._bridge, self._bridge.offer
        is_set = offer is None or offer.is_server_set or bridge.job is not None
        self.setVisible(self._fixes.can_decide and is_set)
        told, tip = self._words(offer)
        self._told.setText(tr(told))
        self.length.setCurrentIndex(self.length.findData(bridge.window))
        self.length.setEnabled(not bridge.is_open)
        can = bridge.is_open or (offer is not None and offer.can)
        self._show_progress()
        self.button.setText(tr("Cancel") if bridge.is_open else tr(self._verb()))
        self.button.setEnabled(can and not self._is_cancelling())
        self.button.setToolTip(tr(tip))
        self.setToolTip(tr(tip))
        self.button.setAccessibleName(f"{self.button.text()}: {tr(TITLE)}")
        self.button.setAccessibleDescription(tr(tip) or tr(told))

    @Slot()
    def _press(self) -> None:
        if self._bridge.is_open:
            self._bridge.cancel()
        else:
            self._bridge.ask()

    @Slot(int)
    def _choose_length(self, place: int) -> None:
        self._bridge.set_window(self.length.itemData(place))

    def _verb(self) -> str:
        return "Make others" if self._bridge.forecast is not None else "Make frames"

    def _is_cancelling(self) -> bool:
        job = self._bridge.job
        return self._bridge.is_open and (job is None or job.cancel_requested)

    def _words(self, offer: BridgeOffer | None) -> tuple[str, str]:
        """What is shown, and why it cannot be pressed (else empty)."""
        job = self._bridge.job
        if self._bridge.is_open:
            return self._progress(job), ""
        if self._bridge.problem:
            return self._bridge.problem, ""
        if self._bridge.is_measuring:
            return MEASURING, ""
        if offer is None:
            return ASKING, ASKING
        if not offer.can:
            return offer.reason, offer.reason
        failed = _failure(job)
        if failed:
            return failed, ""
        from restitch_app.services.bridging.words import price

        return price(offer), ""

    def _progress(self, job: JobRecord | None) -> str:
        if job is None:
            return ASKING
        live = self._context.live
        shown = live.up_to_date(job)
        view = view_of(shown, None, live.seconds_left(job), live.of(job.id))
        parts = (view.note, view.node, view.step, view.left)
        return " · ".join(part for part in parts if part) or shown.stage

    def _show_progress(self) -> None:
        job = self._bridge.job
        self._bar.setVisible(self._bridge.is_open)
        if job is not None and self._bridge.is_open:
            shown = self._context.live.up_to_date(job)
            self._bar.setRange(0, shown.total)  # (0, 0) is "how long is not known"
            self._bar.setValue(shown.done)


def _failure(job: JobRecord | None) -> str:
    if job is None or job.state not in (JobState.FAILED, JobState.LOST):
        return ""
    why = job.problem
    return f"{why.title}. {why.detail}".rstrip(". ") + "." if why is not None else ""
