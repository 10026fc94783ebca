"""The left of the regenerate dialog: which pictures a segment starts from, and ends on."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.cascade_panel import CascadePanel
from restitch_app.ui.dialogs.frame import line
from restitch_app.ui.dialogs.keep_panel import KeepPanel
from restitch_app.ui.dialogs.pin_panel import PinPanel
from restitch_app.ui.dialogs.seed_panel import PICTURE_PX, SeedPanel
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.pieces.widgets import label
from restitch_app.ui.project.file_choice import PICTURES
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M

if TYPE_CHECKING:
    from restitch_app.services.regeneration.plan import PinEnd, RegenerationPlan, SeedChoice
    from restitch_app.services.workbench import Workbench

WIDTH = PICTURE_PX.width() + 2 * DIALOG_PADDING
PICTURE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp"})


class LeftSide(QWidget):
    changed = Signal()
    refused = Signal(object)  # the exception: a picture cannot be taken
    taken = Signal()  # a picture was

    def __init__(
        self, context: PanelContext, bench: Workbench, scene: Scene, plan: RegenerationPlan
    ) -> None:
        super().__init__()
        self._context, self._bench, self._scene, self._plan = context, bench, scene, plan
        self._index = plan.version.sequence_index
        theme, runners = context.theme, context.runners
        self.seed = SeedPanel(theme, runners.pixels, bench, scene, plan)
        self.keep = KeepPanel(
            theme, runners.network, bench, scene, plan.version, self._frame_here(plan.version)
        )
        self.pin = self._made_pin(plan.pin_end)
        self.cascade = CascadePanel(
            context.runners.desk, bench, scene, self._index, plan.segment_count
        )
        self._picture = Latest(context.runners.desk, self)
        kept = label(_kept(plan), "detail", "2")
        kept.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[DIALOG_PADDING] * 4)
        self._column.setSpacing(SPACE_M)
        for part in (self.seed, line(), self.keep, line(), self.pin, line(), self.cascade):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._column.addWidget(kept)
        self.seed.changed.connect(self.changed)
        self.keep.changed.connect(self._keep_changed)
        self.cascade.changed.connect(self.changed)
        self.seed.file_asked.connect(self._ask_picture)
        self._picture.arrived.connect(self._take_picture)
        self._picture.failed.connect(self.refused)

    def _frame_here(self, version: Version) -> int:
        """Under the playhead, where that is inside the segment; else its middle."""
        state, total = self._context.state, version.facts.frame_count
        own = state.segment_frame(state.playhead)
        is_here = own is not None and state.segment_at(state.playhead) == self._index
        return own if own is not None and is_here and 0 < own < total else total // 2

    @Slot()
    def _keep_changed(self) -> None:
        self.seed.show_own(self.keep.frame)
        self.changed.emit()

    def show_pin(self, pin: PinEnd) -> None:
        """Another workflow may, or may not, take an end frame."""
        was, self.pin = self.pin, self._made_pin(pin)
        was.close_down()
        self._column.replaceWidget(was, self.pin)
        was.hide()
        was.deleteLater()

    def _made_pin(self, pin: PinEnd) -> PinPanel:
        following = self._context.state.current(self._index + 1)
        frames = self._context.state.ranges.get(self._index + 1)
        picture = following.first_frame if following else None
        made = PinPanel(
            self._context.runners.pixels,
            pin,
            self._index,
            frames.start if frames else None,
            self._bench.project.path(picture.file) if picture else None,
        )
        made.changed.connect(self.changed)
        return made

    def close_down(self) -> None:
        self._picture.drop()
        self.cascade.drop()
        self.keep.drop()
        self.seed.close_down()
        self.pin.close_down()

    # another picture

    @Slot()
    def _ask_picture(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Seed frame"), "", tr(PICTURES))
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Use a picture file as seed frame; one of another size is refused with the reason."""
        work = partial(_chosen, self._bench, self._scene, self._plan, path)
        self._picture.ask("Reading a picture", work)

    @Slot(object)
    def _take_picture(self, seed: SeedChoice) -> None:
        self.keep.box.setChecked(False)  # a segment has one seed frame
        self.seed.add(seed)
        self.taken.emit()


def _chosen(
    bench: Workbench, scene: Scene, plan: RegenerationPlan, path: Path, _ctx: JobContext
) -> SeedChoice:
    return bench.plans.chosen(scene, plan.version, path)


def _kept(plan: RegenerationPlan) -> str:
    names = [f"v{number}" for number in plan.version_numbers]
    if len(names) == 1:
        return tr(
            "Every version is kept. {version} stays available for A/B.", version=Verbatim(names[0])
        )
    return tr(
        "Every version is kept. {versions} and {last} stay available for A/B.",
        versions=Verbatim(", ".join(names[:-1])),
        last=Verbatim(names[-1]),
    )
