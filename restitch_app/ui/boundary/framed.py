"""A picture of the boundary page, with words above and below."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from restitch_app.ui.boundary.views import PictureView
from restitch_app.ui.pieces.widgets import ElidedLabel, row
from restitch_app.ui.theme.tokens import SPACE_S, SPACE_XS


class FramedPicture(QWidget):
    def __init__(self, view: PictureView, name: str) -> None:
        super().__init__()
        self.view = view
        view.setObjectName(f"boundary_{name}")
        self.title = ElidedLabel("", "strong")
        self.where = ElidedLabel("", "detail")
        self.caption = ElidedLabel("", "detail")
        self.foot = QHBoxLayout()
        self.foot.setSpacing(SPACE_S)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_XS)
        head = row(self.title, self.where)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(view, 1)
        layout.addLayout(self.foot)
