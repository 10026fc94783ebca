"""One version in the list of a segment."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QBrush,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from restitch_app.domain.versions import Version
from restitch_app.ui.damage.damage import Damage, since_when
from restitch_app.ui.inspector.parameters import name_of, value_text
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import TIGHT_FROM
from restitch_app.ui.pieces.times import when
from restitch_app.ui.pieces.widgets import ElidedLabel, IconLabel, ShapeMark, label, restyled, row
from restitch_app.ui.theme.hatch import hatch
from restitch_app.ui.theme.shapes import Shape, shape_of_verdict
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import (
    ICON_PX,
    LIST_ROW_HEIGHT,
    PANEL_PADDING,
    RADIUS_IMAGE,
    SPACE_S,
    SPACE_XS,
)

THUMB_PX = (74, 43)
SCORE_HEIGHT = 20
ROLE_FROM, NARROW_THUMB_PX, TINY_THUMB_PX = 340, 62, 34


class Thumb(QWidget):
    """A picture that fills its room and is cut off where it does not fit; hatched until there."""

    def __init__(self, theme: Theme, size: tuple[int, int] = THUMB_PX) -> None:
        super().__init__()
        self._theme = theme
        self._picture: QPixmap | None = None
        self._is_damaged = False
        self.setFixedSize(*size)

    def set_picture(self, picture: QPixmap | None) -> None:
        if picture is not self._picture:
            self._picture = picture
            self.update()

    def set_damaged(self, is_damaged: bool) -> None:
        """Hatched, with a red file in place of the picture."""
        if is_damaged != self._is_damaged:
            self._is_damaged = is_damaged
            self.update()

    def _paint_damage(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), QBrush(hatch(tokens.color("hover"))))
        painter.setPen(QPen(tokens.color("control"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_IMAGE, RADIUS_IMAGE
        )
        picture = self._theme.pixmap("file-warning", "visible", ICON_PX, self.devicePixelRatioF())
        middle = QRectF(self.rect()).center() - QPointF(ICON_PX / 2, ICON_PX / 2)
        painter.drawPixmap(middle, picture)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._is_damaged:
            self._paint_damage(painter)
            painter.end()
            return
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(self.rect()), RADIUS_IMAGE, RADIUS_IMAGE)
        painter.setClipPath(edge)
        painter.fillRect(self.rect(), self._theme.tokens.color("hover"))
        if self._picture is not None:
            size = self._picture.size().scaled(
                self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
            )
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(QRectF(self.rect()).center())
            painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        painter.end()


class ScorePill(QFrame):
    def __init__(self, theme: Theme, version: Version, *, is_damaged: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "pill")
        self.setFixedHeight(SCORE_HEIGHT)
        shape = Shape.VISIBLE if version.failure else shape_of_verdict(version.verdict)
        text = "None" if version.score is None else f"{version.score:.0f}"
        if is_damaged:  # what was judged is not what lies there
            shape, text = Shape.NOT_CHECKED, "None"
        self.setLayout(
            row(ShapeMark(theme, shape, 10), label(tr(text), "detail-strong"), margins=(6, 1, 6, 1))
        )
        self.layout().setSpacing(SPACE_XS)  # type: ignore[union-attr] # it was just set
        self.setAccessibleName(tr("QA {word}, {what}", word=shape.word, what=text))
        self.setToolTip(
            tr(version.failure or "") or tr("QA score {what}: {word}", what=text, word=shape.word)
        )


class VersionRow(QFrame):
    use_asked = Signal(int)  # version id
    a_asked = Signal(int)
    b_asked = Signal(int)
    show_file_asked = Signal(str)  # relative to the project folder
    purge_asked = Signal(object)  # tuple of version ids
    pressed = Signal(int)  # version id: the row itself, beside its buttons

    def __init__(
        self,
        theme: Theme,
        version: Version,
        role: str,
        badge: str,
        *,
        is_ranked: bool = False,
        damage: Damage | None = None,
    ) -> None:
        """`is_ranked`: `role` is its rank, which stays where there is no room for all words."""
        super().__init__()
        self._is_damaged = damage is not None
        self._told = since_when(damage) if damage is not None else _state_of(version)
        self._theme, self._is_ranked = theme, is_ranked
        self._candidate: QWidget | None = None
        self.version = version
        self.other_takes: tuple[int, ...] = ()
        """Ids of the takes of its request whose files can go."""
        self.setObjectName(f"version_{version.number}")
        self.setProperty("kind", "version")
        self.setFixedHeight(LIST_ROW_HEIGHT)
        self.thumb = Thumb(theme)
        self.thumb.set_damaged(damage is not None)
        self.a = _letter("A", f"Show v{version.number} as A")
        self.b = _letter("B", f"Show v{version.number} as B")
        self.a.clicked.connect(lambda: self.a_asked.emit(version.id))
        self.b.clicked.connect(lambda: self.b_asked.emit(version.id))
        letters = QHBoxLayout()
        letters.setSpacing(0)
        letters.addWidget(self.a)
        letters.addWidget(self.b)
        layout = row(self.thumb, margins=(PANEL_PADDING - 3, 0, PANEL_PADDING, 0))
        words = QWidget()
        words.setLayout(self._words(theme, role, badge))
        # Where there is no room, words end early and the buttons stay whole.
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout.addWidget(words, 1)
        self._pill = ScorePill(theme, version, is_damaged=damage is not None)
        layout.addWidget(self._pill)
        layout.addLayout(letters)
        self.setLayout(layout)
        name = f"Version {version.number}, {role}, {badge}".rstrip(", ")
        name += f", {self._told}" if damage is not None else ""
        self.setAccessibleName(tr(name))
        self.setToolTip(tr(_settings(version)))

    def _words(self, theme: Theme, role: str, badge: str) -> QVBoxLayout:
        self._role = label(tr(role), "detail", "2")
        head = row(label(f"v{self.version.number}", "strong"), self._role)
        head.setSpacing(6)
        if badge:
            shown = label(tr(badge))
            shown.setProperty("kind", "badge")
            shown.setToolTip(tr(badge))  # where there is no room for all of it
            shown.setProperty("tone", "" if badge == "Current" else "2")
            head.addWidget(shown)
            self._candidate = shown if badge == "Candidate" else None
        if self.version.is_approved:
            mark = IconLabel(theme, "check", "text_2", 14)
            mark.setToolTip(tr("Approved"))
            head.addWidget(mark)
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(SPACE_XS, SPACE_S, 0, SPACE_S)
        words.addLayout(head)
        words.addWidget(ElidedLabel(tr(self._told), "caption", "2"))
        return words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= ROLE_FROM * self._theme.text.factor
        self._role.setVisible(has_room or self._is_ranked)
        self._pill.setVisible(has_room or not self._is_damaged)  # since when tells more
        is_large = self._theme.text.factor >= TIGHT_FROM
        narrow_px = TINY_THUMB_PX if is_large else NARROW_THUMB_PX
        self.thumb.setFixedWidth(THUMB_PX[0] if has_room else narrow_px)
        if self._candidate is not None and self._is_ranked:
            self._candidate.setVisible(has_room)

    def set_compared(self, is_a: bool, is_b: bool, *, is_marked: bool) -> None:
        self.a.setChecked(is_a)
        self.b.setChecked(is_b)
        restyled(self, "state", "selected" if is_marked else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(self.version.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        version = self.version
        menu = QMenu(self)
        use = QAction(tr("Use v{number}", number=version.number), menu)
        use.setEnabled(not version.is_current and version.can_play)
        use.triggered.connect(lambda: self.use_asked.emit(version.id))
        show = QAction(tr("Show file"), menu)
        show.setEnabled(version.purged_at is None)
        show.triggered.connect(lambda: self.show_file_asked.emit(version.file))
        purge = QAction(tr("Remove file…"), menu)
        purge.setEnabled(not version.is_current and not version.purged_at)
        purge.triggered.connect(lambda: self.purge_asked.emit((version.id,)))
        menu.addActions([use, show, purge])
        if self.other_takes:
            others = QAction(tr("Remove files of the other takes…"), menu)
            others.triggered.connect(lambda: self.purge_asked.emit(self.other_takes))
            menu.addAction(others)
        return menu


def _letter(text: str, tip: str) -> QPushButton:
    button = QPushButton(tr(text))
    button.setObjectName(f"compare_{text.lower()}")
    button.setProperty("kind", "ab")
    button.setCheckable(True)
    button.setToolTip(tr(tip))
    button.setAccessibleName(tr(tip))
    return button


def _state_of(version: Version) -> str:
    if version.purged_at:
        return f"File removed {when(version.purged_at)}"
    if version.failure:
        return f"Failed {when(version.created_at)}"
    return when(version.created_at)


def _settings(version: Version) -> str:
    lines = [version.failure] if version.failure else []
    lines += [
        f"{name_of(key)}: {value_text(key, value)}" for key, value in version.parameters.items()
    ]
    return "\n".join(lines)
