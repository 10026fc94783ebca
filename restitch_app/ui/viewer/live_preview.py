"""When the player shows a running render's preview, and when the current version."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QImage

from restitch_app.domain.jobs import JobKind, JobRecord
from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.jobs.job_view import SENDING, view_of
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.timers import single_shot
from restitch_app.ui.viewer.player import Player
from restitch_app.ui.viewer.preview_line import PreviewLine
from restitch_app.ui.viewer.preview_view import PreviewView, PreviewWords

NEWS_TOGETHER_MS = 100


class LivePreview(QObject):
    """By itself the preview comes only where the selected segment is looked at alone and at rest.

    Whoever compares, plays or moves the playhead sees versions; one key turns from one to the
    other. The choice holds until another segment is selected.
    """

    def __init__(
        self,
        context: PanelContext,
        player: Player,
        compares: Callable[[], bool],
        view: PreviewView,
        line: PreviewLine,
    ) -> None:
        """`compares`: whether two versions are shown."""
        super().__init__(view)
        self._context, self._state = context, context.state
        self._player, self._compares = player, compares
        self._view, self._line = view, line
        self._choice: bool | None = None
        self._is_settling = False
        self._news = single_shot(self, NEWS_TOGETHER_MS, self.refresh)
        context.live.picture_changed.connect(self._expect)
        context.live.changed.connect(self._expect)
        self._state.jobs_changed.connect(self.refresh)
        self._state.selection_changed.connect(self._selected)
        self._state.mode_changed.connect(self._show_versions)
        self._state.playhead_moved.connect(self._moved)
        player.playing_changed.connect(self._played)
        line.toggle_asked.connect(self.toggle)
        context.session.closing.connect(self._forget)
        context.actions.answer(Act.LIVE_PREVIEW, self.toggle)

    @property
    def is_shown(self) -> bool:
        return not self._view.isHidden()

    @Slot()
    def toggle(self) -> None:
        """From the preview to the current version, or back."""
        if self._image() is None:
            self._context.notices.say(tr("No render of this segment has a preview now"), "info")
            return
        self._player.pause()
        self._choice = not self.is_shown
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        self._news.stop()
        job, image = self._job(), self._image()
        if job is None or image is None:
            self._line.hide()
            self._view.hide()
            return
        words = self._words(job)
        is_shown = self._choice if self._choice is not None else self._is_alone_at_rest()
        current = words.current.removesuffix(" is current") or "the scene"
        self._line.show_job(
            f"{words.title} is being rendered",
            words.steps,
            f"Show {current}" if is_shown else "Show preview",
        )
        if is_shown:
            self._view.show_preview(image, words)
        else:
            self._view.hide()

    def _is_alone_at_rest(self) -> bool:
        return not self._compares() and not self._player.is_playing

    def _job(self) -> JobRecord | None:
        """What renders the selected segment now."""
        overview, segment = self._state.overview, self._state.selected_segment
        if overview is None or segment is None:
            return None
        for job in self._state.jobs:
            place = (job.scene_id, job.sequence_index)
            is_here = place == (overview.scene.id, segment) and job.kind is JobKind.REGENERATE
            runs = job.state.is_open and job.state not in SENDING and not job.cancel_requested
            if is_here and runs:
                return job
        return None

    def _image(self) -> QImage | None:
        job = self._job()
        return self._context.live.picture(job.id) if job is not None else None

    def _words(self, job: JobRecord) -> PreviewWords:
        live = self._context.live
        view = view_of(live.up_to_date(job), None, live.seconds_left(job), live.of(job.id))
        title = ", ".join(part for part in (view.title, view.note) if part)
        steps = " · ".join(part for part in (view.node, view.step, view.left) if part)
        version = self._state.current(job.sequence_index)
        return PreviewWords(title, steps, f"v{version.number} is current" if version else "")

    @Slot(int)
    def _expect(self, _job_id: int) -> None:
        if not self._news.isActive():
            self._news.start()

    @Slot()
    def _selected(self) -> None:
        """The playhead that comes along with a selection is not moved by hand."""
        self._choice = None
        self._is_settling = True
        QTimer.singleShot(0, self, self._settled)
        self.refresh()

    @Slot()
    def _settled(self) -> None:
        self._is_settling = False

    @Slot(int)
    def _moved(self, _frame: int) -> None:
        if not self._is_settling:
            self._show_versions()

    @Slot()
    def _played(self) -> None:
        if self._player.is_playing:
            self._show_versions()

    @Slot()
    def _show_versions(self) -> None:
        if self.is_shown:
            self._choice = False
            self.refresh()

    @Slot()
    def _forget(self) -> None:
        self._choice = None
        self._news.stop()
        self._line.hide()
        self._view.hide()
