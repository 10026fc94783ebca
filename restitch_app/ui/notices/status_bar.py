"""The line at the bottom: what was just done, what is stale, what needs a look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from restitch_app.domain.changes import Changes
from restitch_app.domain.jobs import JobState
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.language.translating import tr, tr_n
from restitch_app.ui.notices.notices import Saying, Way
from restitch_app.ui.pieces.widgets import ElidedLabel, IconLabel, label, row
from restitch_app.ui.pieces.wording import boundary_name, gpu_words, segment_list

CACHE_EVERY_MS = 1_000
FAILED = (JobState.FAILED, JobState.LOST)


class StatusBar(QFrame):
    """A saying stays until the next one, or until other segments are stale than before."""

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self.setProperty("ground", "panel")
        self.setProperty("edge", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._way: Way | None = None
        self._scene_id: int | None = None
        self._stale: tuple[int, ...] = ()
        self._last_saved: datetime | None = None
        self._icon = IconLabel(context.theme, "", "text_2", 14)
        self._text = ElidedLabel("", "detail", "2")
        self._text.setObjectName("status_text")
        self._link = QPushButton()
        self._link.setObjectName("status_link")
        self._link.setProperty("kind", "link")
        self._link.setProperty("type", "detail")
        self._link.clicked.connect(self._follow_link)
        self._selected = label("", "detail", "2")
        self._selected.setObjectName("status_selected")
        self._problems = label("", "detail", "2")
        self._problems.setObjectName("status_problems")
        self._gpu = label("", "detail", "2")
        self._gpu.setObjectName("gpu_time")
        self._gpu.setToolTip(tr("Saved: what rendering all later segments again would have cost"))
        self._saved = label("", "detail", "2")
        self._saved.setObjectName("saved")
        self._cache = label("", "detail", "2")
        self._cache.setObjectName("cache_fill")
        self._cache.setToolTip(tr("How much of the memory for decoded frames is in use"))
        self.setLayout(
            row(
                self._icon,
                self._text,
                self._link,
                -1,
                self._selected,
                8,
                self._problems,
                8,
                self._gpu,
                8,
                self._saved,
                8,
                self._cache,
                margins=(12, 0, 12, 0),
            )
        )
        state = context.state
        context.notices.said.connect(self._say)
        state.scene_changed.connect(self._on_scene)
        state.jobs_changed.connect(self._write_problems)
        state.selection_changed.connect(self._write_selected)
        self._on_scene(Changes(scene=True))

    def watch_cache(self, fill_now: Callable[[], float | None]) -> None:
        """Ask every second how full the frame cache is, 0.0 to 1.0; None without a project."""
        timer = QTimer(self)
        timer.setInterval(CACHE_EVERY_MS)
        timer.timeout.connect(lambda: self._show_cache(fill_now()))
        timer.start()

    def _show_cache(self, fill: float | None) -> None:
        text = "" if fill is None else tr("Frame cache {share} %", share=f"{100 * fill:.0f}")
        if text != self._cache.text():
            self._cache.setText(text)
            self._cache.setVisible(bool(text))

    @Slot(object)
    def _say(self, saying: Saying) -> None:
        self._icon.set_icon(saying.icon)
        self._icon.setVisible(bool(saying.icon))
        self._text.setText(tr(saying.text))
        self._way = saying.way
        self._link.setVisible(saying.way is not None)
        if saying.way is not None:
            self._link.setText(tr(saying.way.text))

    @Slot(object)
    def _on_scene(self, changes: Changes) -> None:
        overview = self._context.state.overview
        self._write_saved(overview.scene.id if overview else None, changes)
        spent = overview is not None and overview.gpu.used_s > 0
        self._gpu.setText(
            tr("GPU time: {used}", used=gpu_words(overview.gpu)) if overview and spent else ""
        )
        self._gpu.setVisible(spent)
        before, self._stale = self._stale, overview.stale if overview else ()
        if overview is None:
            has_project = self._context.session.folder is not None
            self._say(Saying(tr("No segments yet") if has_project else tr("No project open")))
        elif changes.scene and not self._stale:
            self._say(Saying(_none_stale(len(overview.current))))
        elif changes.scene or self._stale != before:
            # Else what was just said of a decision would be gone before anybody could read it.
            self._say_stale(self._stale)
        self._write_problems()

    def _write_saved(self, scene_id: int | None, changes: Changes) -> None:
        """Every change is on disk before it is told here; opening or turning to a scene is none."""
        is_other, self._scene_id = scene_id != self._scene_id, scene_id
        if scene_id is None:
            self._last_saved = None
            self._saved.setText(f"Restitch {_version()}")
        elif is_other:
            self._saved.setText(_saved(self._last_saved) if self._last_saved else "")
        elif changes.segments or changes.boundaries or changes.scene:
            self._last_saved = datetime.now()
            self._saved.setText(_saved(self._last_saved))
        self._saved.setVisible(bool(self._saved.text()))

    def _say_stale(self, stale: tuple[int, ...]) -> None:
        if not stale:
            self._say(Saying(tr("No segment is stale")))
            return
        first = stale[0]
        reason = (
            tr("segment {number} now ends on a different frame", number=first)
            if first
            else tr("its start changed")
        )
        names = segment_list(stale)
        self._say(
            Saying(
                tr("{segment} is stale: {reason}.", segment=names, reason=reason)
                if len(stale) == 1
                else tr("{segments} are stale: {reason}.", segments=names, reason=reason),
                "unlink",
                Way(
                    tr("Inspect boundary {boundary}", boundary=boundary_name(first - 1)),
                    lambda: self._inspect(first - 1),
                )
                if first
                else None,
            )
        )

    def _inspect(self, left_index: int) -> None:
        self._context.state.show_boundary(left_index)
        self._context.actions[Act.SMOOTH].trigger()

    @Slot()
    def _write_selected(self) -> None:
        count = len(self._context.state.several)
        self._selected.setText(tr("{count} segments selected", count=count) if count else "")

    @Slot()
    def _write_problems(self) -> None:
        state = self._context.state
        failed = sum(job.state in FAILED for job in state.jobs)
        unchecked = (
            sum(one.join.measures is None for one in state.overview.boundaries)
            if state.overview
            else 0
        )
        parts = [tr_n("{count} failed job", "{count} failed jobs", failed)] if failed else []
        if unchecked:
            parts.append(
                tr_n("{count} boundary not checked", "{count} boundaries not checked", unchecked)
            )
        if state.is_read_only:
            parts.append(tr("Read-only"))
        self._problems.setText("   ".join(parts))

    @Slot()
    def _follow_link(self) -> None:
        if self._way is not None:
            self._way.take()


def _none_stale(count: int) -> str:
    return tr_n("{count} segment, none stale", "{count} segments, none stale", count)


def _saved(at: datetime) -> str:
    return tr("Saved {time}", time=f"{at:%H:%M}")


def _version() -> str:
    try:
        return version("restitch")
    except PackageNotFoundError:
        return ""  # run from its source, not installed
