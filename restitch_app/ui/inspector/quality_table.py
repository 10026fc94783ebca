"""The table of quality checks: A, B and what changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from restitch_app.ui.inspector.quality_fault import QualityFault
from restitch_app.ui.inspector.quality_rows import NAMES, NOT_CHECKED, Fault, QualityRow, Trend
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import Section, empty
from restitch_app.ui.pieces.widgets import ElidedLabel, IconLabel, ShapeMark, label, row
from restitch_app.ui.theme.shapes import Shape
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_S, SPACE_XS, TABLE_ROW_HEIGHT

COUNT, COUNT_SHORT = "Check readable frames", "Count"
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _IfRoom(QLabel):
    """Shown whole or not at all, so that the table is never wider than the inspector."""

    def __init__(self, text: str, tone: str = "3", type_: str = "detail") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", type_)
        self.setProperty("tone", tone)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(tr(text))
        self.setToolTip(tr(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)


class _Name(ElidedLabel):
    """Ends in "…" where there is no room; its tooltip says the whole of it and `tip`."""

    def __init__(self, text: str, tip: str) -> None:
        self._tip = tip
        super().__init__(text, "detail")

    def setToolTip(self, whole: str) -> None:
        super().setToolTip(f"{whole}. {self._tip}" if whole else self._tip)


class QualityTable(Section):
    frame_asked = Signal(int)  # of the segment, from 0
    count_asked = Signal()
    count_cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._score = _IfRoom("", "2")
        self.count_frames = QPushButton(tr(COUNT))
        self.count_frames.setObjectName("count_frames")
        self.count_frames.setProperty("kind", "link")
        self.count_frames.hide()
        super().__init__("Quality checks", self._score, self.count_frames, parent=parent)
        self.count_frames.clicked.connect(self._count_or_stop)
        self._is_counting = False
        self.setObjectName("quality_checks")
        self._theme = theme
        self._rows: tuple[QualityRow, ...] = ()
        self._heads = ("", "")
        self._is_open = self._is_compact = self._is_tight = False
        self._has_a = True
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_S)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)

    def show_rows(self, rows: Sequence[QualityRow], heads: tuple[str, str], scores: str) -> None:
        """`heads`: over A and B, "A v1"; A's is empty where only one version is shown."""
        self._score.setText(scores)
        if (tuple(rows), heads) != (self._rows, self._heads):
            self._rows, self._heads = tuple(rows), heads
            self._fill()

    def show_count(self, frames: tuple[int, int] | None, *, can_count: bool) -> None:
        """In place of the scores, for a clip that cannot be played: counting its readable frames.

        `frames`: done and expected while that goes on; the same button then cancels it.
        """
        self._is_counting = frames is not None
        self.count_frames.setVisible(can_count)
        self._score.setVisible(not can_count)
        told = tr("Cancel · {done} of {total}", done=frames[0], total=frames[1]) if frames else ""
        named = tr("Stop counting") if frames else tr(COUNT)
        short = tr("Cancel") if frames else tr(COUNT_SHORT)
        self.count_frames.setText(short if self._is_tight else told or named)
        tip = named if frames else tr("Count how many of its frames can be decoded")
        self.count_frames.setToolTip(tip)
        self.count_frames.setAccessibleName(named)

    @Slot()
    def _count_or_stop(self) -> None:
        (self.count_cancelled if self._is_counting else self.count_asked).emit()

    def set_compact(self, is_compact: bool) -> None:
        """Words and numbers tell the change; the arrows go."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._fill()

    def set_tight(self, is_tight: bool, *, has_a: bool) -> None:
        """With large text numbers alone tell the change; the word is for screen readers.

        `has_a`: there is room for A's values as well.
        """
        if (is_tight, has_a) != (self._is_tight, self._has_a):
            self._is_tight, self._has_a = is_tight, has_a
            self._grid.setHorizontalSpacing(SPACE_XS if is_tight else SPACE_S)
            self._fill()

    def _fill(self) -> None:
        empty(self._grid)
        change = "Change" if any(one.trend for one in self._rows) else ""
        for column, text in enumerate(("Check", *self._heads, change)):
            is_left_out = column == 1 and not self._has_a
            if text and not is_left_out and (column < 3 or self._heads[0]):
                is_last = column == 3
                head = _IfRoom(text, "3", "caption") if is_last else label(tr(text), "caption", "3")
                self._put(0, column, head)
        quiet = [one for one in self._rows if one.is_quiet]
        folds = len(quiet) > 1
        line = 1
        for one in self._rows:
            if one.is_quiet and folds and not self._is_open:
                continue
            self._put_row(line, one)
            line += 1
            if one.fault is not None:
                self._put_fault(line, one.fault)
                line += 1
        if folds:
            self._put_fold(line, len(quiet))
        if not self._rows:
            self._grid.addWidget(label(tr("Not checked yet"), "detail", "3"), 1, 0)

    def _put_row(self, line: int, one: QualityRow) -> None:
        is_loud = one.shape is Shape.VISIBLE or one.trend is Trend.WORSE
        # Boundaries are told apart by the end of their names: those stay whole.
        gives_way = self._is_tight and one.name in NAMES.values()
        name = _Name(tr(one.name), tr(one.tip)) if gives_way else label(tr(one.name), "detail")
        self._put(line, 0, self._beside(name, one.natural))
        if self._has_a:
            self._put(line, 1, label(tr(self._short(one.a)), "detail", "2"))
        value = label(tr(self._short(one.b)), "detail-strong")
        marked = QWidget()
        mark = [ShapeMark(self._theme, one.shape, 10)] if one.shape is not None else []
        marked.setLayout(row(-1, *mark, value))
        marked.layout().setSpacing(SPACE_XS)  # type: ignore[union-attr] # it was just set
        self._put(line, 2, marked)
        words = f"{tr(one.trend)} {one.number}".strip() if one.trend else ""
        shown = one.number if self._is_tight and one.number else words
        change = _IfRoom(shown, "") if self._is_tight else label(tr(shown), "detail")
        if one.trend is Trend.SAME:
            change.setProperty("tone", "3")
        elif is_loud:
            change.setProperty("type", "detail-strong")
        trend = QWidget()
        icons = {Trend.BETTER: "trending-up", Trend.WORSE: "trending-down"}
        icon = "" if self._is_compact else icons.get(one.trend, "")
        trend.setLayout(
            row(-1, *([IconLabel(self._theme, icon, "text_2", 12)] if icon else []), change)
        )
        trend.layout().setSpacing(SPACE_XS)  # type: ignore[union-attr] # it was just set
        self._put(line, 3, trend)
        for column in range(4):
            item = self._grid.itemAtPosition(line, column)
            widget = item.widget() if item else None
            if widget is not None and widget is not name:
                widget.setToolTip(tr(one.tip))
        if not gives_way:
            name.setToolTip(tr(one.tip))
        told = f"{one.name}: {one.b}, {one.shape.word if one.shape else 'cut'}"
        told += f", natural here {one.natural}" if one.natural else ""
        name.setAccessibleName(tr(f"{told}, {words}" if one.trend else told))

    def _put_fault(self, line: int, fault: Fault) -> None:
        shown = QualityFault(fault)
        shown.frame_asked.connect(self.frame_asked)
        self._grid.addWidget(shown, line, 0, 1, 4)

    def _short(self, value: str) -> str:
        return "?" if self._is_compact and value == NOT_CHECKED else value

    def _beside(self, name: QLabel, natural: str) -> QWidget:
        """A boundary's name with the natural range of its similarity."""
        if not natural or self._is_tight:
            return name
        told = _IfRoom(natural if self._is_compact else f"natural {natural}")
        both = QWidget()
        both.setLayout(row(name, told, -1))
        both.layout().setSpacing(SPACE_XS)  # type: ignore[union-attr] # it was just set
        return both

    def _put_fold(self, line: int, count: int) -> None:
        text = f"{count} checks passed, show less" if self._is_open else f"{count} more checks"
        fold = QPushButton(tr(text))
        fold.setObjectName("more_checks")
        fold.setProperty("kind", "fold")
        fold.setFixedHeight(TABLE_ROW_HEIGHT)
        fold.clicked.connect(self._turn)
        if self._is_tight:
            mark = [] if self._is_open else [ShapeMark(self._theme, Shape.SMOOTH, 10)]
            whole = QWidget()
            whole.setToolTip("" if self._is_open else tr("pass"))
            whole.setLayout(row(fold, *mark, -1))
            self._grid.addWidget(whole, line, 0, 1, 4)
            return
        self._grid.addWidget(fold, line, 0)
        if not self._is_open:
            passed = QWidget()
            passed.setLayout(
                row(-1, ShapeMark(self._theme, Shape.SMOOTH, 10), label(tr("pass"), "detail"))
            )
            self._put(line, 2, passed)
            if self._heads[0] and self._has_a:
                self._put(line, 1, label(tr("pass"), "detail", "2"))
            if self._heads[0]:
                self._put(line, 3, label(tr("Same"), "detail", "3"))

    def _put(self, line: int, column: int, widget: QWidget) -> None:
        widget.setFixedHeight(TABLE_ROW_HEIGHT)
        if column:
            self._grid.addWidget(widget, line, column, RIGHT)
        else:
            self._grid.addWidget(widget, line, column)

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._fill()
