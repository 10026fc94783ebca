"""Goes to the scene that something is about, before it is looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from restitch_app.domain.changes import Changes
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.state.session import Session


class SceneFirst(QObject):
    """One thing is awaited at a time: the newest."""

    def __init__(self, state: ReviewState, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._session = state, session
        self._awaited: tuple[int, Callable[[], object]] | None = None
        state.scene_changed.connect(self._come)

    def is_shown(self, scene_id: int) -> bool:
        overview = self._state.overview
        return overview is not None and overview.scene.id == scene_id

    def show(self, scene_id: int, look: Callable[[], object]) -> None:
        """Call `look` while that scene is shown: at once, or when it has come."""
        self._awaited = None
        if self.is_shown(scene_id):
            look()
        elif self._state.overview is not None:
            self._awaited = (scene_id, look)
            self._session.choose_scene(scene_id)

    @Slot(object)
    def _come(self, _changes: Changes) -> None:
        if self._state.overview is None:
            self._awaited = None
        elif self._awaited is not None and self.is_shown(self._awaited[0]):
            # After everybody else has heard of the scene.
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if self._awaited is not None:
            self.show(*self._awaited)
