"""The last frames before a segment, as a strip to choose its seed frame from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.dialogs.scaled_picture import scaled
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_XS
from restitch_app.ui.theme.type import TextSize

if TYPE_CHECKING:
    from restitch_app.services.regeneration.plan import EarlierSeed, SeedChoice
    from restitch_app.services.workbench import Workbench

PICTURE_PX = QSize(88, 50)
SIDE_PX = 12
LINES = 3
"""Of text under each picture."""
READING = "Reading the last frames…"

Pictured = tuple[tuple["EarlierSeed", ...], tuple[QImage, ...]]


class EarlierFrames(QWidget):
    """Reads them when they are first shown. They stand as they play, the last one on the right."""

    picked = Signal(object)  # SeedChoice

    def __init__(
        self, theme: Theme, runner: JobRunner, bench: Workbench, scene: Scene, sequence_index: int
    ) -> None:
        super().__init__()
        self.setObjectName("earlier_frames")
        self._theme, self._bench = theme, bench
        self._scene, self._index = scene, sequence_index
        self._seeds: tuple[EarlierSeed, ...] = ()
        self._choice = "current"
        self._has_asked = False
        self._told = label(tr(READING), "detail", "2")
        self._told.setObjectName("earlier_told")
        self._told.setWordWrap(True)
        self.list = _Strip()
        self.list.setObjectName("earlier_list")
        self.list.setAccessibleName(tr("Last frames before the segment"))
        self.list.hide()
        self.list.currentRowChanged.connect(self._pick)
        self._loader = Latest(runner, self)
        self._loader.arrived.connect(self._show)
        self._loader.failed.connect(lambda error: self._told.setText(tr(str(error))))
        theme.changed.connect(self._fit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_XS)
        layout.addWidget(self._told)
        layout.addWidget(self.list)
        self._fit()

    def show_choice(self, choice: str) -> None:
        """What is chosen, here or elsewhere; see `SeedChoice.choice`."""
        self._choice = choice
        row = next((n for n, one in enumerate(self._seeds) if one.seed.choice == choice), -1)
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(row)

    def load(self) -> None:
        if not self._has_asked:
            self._has_asked = True
            work = partial(_pictured, self._bench, self._scene, self._index)
            self._loader.ask("Reading the last frames", work)

    def drop(self) -> None:
        self._loader.drop()

    @Slot(object)
    def _show(self, found: Pictured) -> None:
        self._seeds, images = found
        self._told.setText(tr("Sharp beside the sharpest, SSIM with the last one"))
        with QSignalBlocker(self.list):
            for one, image in zip(self._seeds, images, strict=True):
                item = QListWidgetItem(QIcon(QPixmap.fromImage(image)), _words(one))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(one))
                item.setToolTip(_spoken(one))
                item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
                self.list.addItem(item)
        self.list.show()
        self.show_choice(self._choice)
        self.list.scrollToItem(self.list.item(self.list.count() - 1))

    @Slot(int)
    def _pick(self, row: int) -> None:
        if 0 <= row < len(self._seeds):
            seed: SeedChoice = self._seeds[row].seed
            self._choice = seed.choice
            self.picked.emit(seed)

    @Slot()
    def _fit(self) -> None:
        self.list.setFont(self._theme.font(TextSize.CAPTION))
        text = LINES * self.list.fontMetrics().lineSpacing()
        grid = QSize(PICTURE_PX.width() + SIDE_PX, PICTURE_PX.height() + text + SIDE_PX)
        self.list.setGridSize(grid)
        self.list.setFixedHeight(
            grid.height() + self.list.horizontalScrollBar().sizeHint().height()
        )


class _Strip(QListWidget):
    """One row of pictures; ← and → go through them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setIconSize(PICTURE_PX)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyboardSearch(self, search: str) -> None:
        """No letter goes anywhere: they have no names."""


def _words(one: EarlierSeed) -> str:
    name = tr("Last") if one.back == 0 else f"−{one.back}"
    sharp = tr("{share} sharp", share=f"{one.sharpness:.0%}")
    return f"{name}\n{sharp}\nSSIM {one.similarity:.2f}"


def _spoken(one: EarlierSeed) -> str:
    parts = [tr(one.seed.told)]
    if one.seed.scene_frame is not None:
        parts.append(tr("frame {number}", number=one.seed.scene_frame + 1))
    parts.append(tr("sharpness {share}", share=f"{one.sharpness:.0%}"))
    parts.append(tr("similarity {value}", value=f"{one.similarity:.2f}"))
    return ", ".join(parts)


def _pictured(bench: Workbench, scene: Scene, index: int, _ctx: JobContext) -> Pictured:
    seeds = bench.plans.earlier(scene, index)
    previews = [one.seed.preview for one in seeds]
    return seeds, tuple(scaled(one, PICTURE_PX * 2) for one in previews if one is not None)
