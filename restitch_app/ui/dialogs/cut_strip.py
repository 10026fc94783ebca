"""All cuts of a clip side by side: of each the frame before it, the frame after, its number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem

from restitch_app.ui.dialogs.cut_picture import fitted, thumbnail_image
from restitch_app.ui.language.translating import tr

if TYPE_CHECKING:
    from restitch_app.services.imports.cut_marks import CutMarks
    from restitch_app.services.playback.thumbnails import Thumbnail

HALF = QSize(76, 56)
GAP_PX = 2
HEIGHT = 112
SHOWN_ROLE = Qt.ItemDataRole.UserRole
"""What the picture is of: made again only where that changed."""


class CutStrip(QListWidget):
    """Left and Right go from cut to cut."""

    chosen = Signal(int)
    """Place of the cut in the list."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cut_strip")
        self.setAccessibleName(tr("Cuts of the clip"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(2 * HALF.width() + GAP_PX, HALF.height()))
        self.setFixedHeight(HEIGHT)
        self.currentRowChanged.connect(self._tell)

    def show_marks(
        self, marks: CutMarks, chosen: int | None, pictures: Mapping[int, Thumbnail]
    ) -> None:
        """`pictures`: by frame; what is missing stays dark until it is there."""
        blocked = QSignalBlocker(self)
        while self.count() > len(marks.starts):
            self.takeItem(self.count() - 1)
        while self.count() < len(marks.starts):
            self.addItem(QListWidgetItem())
        for place, frame in enumerate(marks.starts):
            item = self.item(place)
            before, after = pictures.get(frame - 1), pictures.get(frame)
            shown = f"{frame} {before is None} {after is None}"
            if item.data(SHOWN_ROLE) == shown:
                continue
            item.setData(SHOWN_ROLE, shown)
            item.setText(str(frame + 1))
            item.setIcon(self._pair(before, after))
            told = tr("Cut {number}: frame {frame} is the first after it", number=place + 1,
                      frame=frame + 1)  # fmt: skip
            item.setToolTip(told)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        self.setCurrentRow(-1 if chosen is None else chosen)
        blocked.unblock()
        if chosen is not None:
            self.scrollToItem(self.item(chosen))

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)

    def _pair(self, before: Thumbnail | None, after: Thumbnail | None) -> QIcon:
        ratio = self.devicePixelRatioF()
        size = self.iconSize()
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, picture in enumerate((before, after)):
            room = QRect((HALF.width() + GAP_PX) * number, 0, HALF.width(), HALF.height())
            painter.fillRect(room, Qt.GlobalColor.black)
            if picture is not None:
                image = thumbnail_image(picture)
                painter.drawImage(fitted(image.size(), room), image)
        painter.end()
        icon = QIcon(pixmap)
        icon.addPixmap(pixmap, QIcon.Mode.Selected)  # not tinted: it is looked at
        return icon
