"""Messages of the window, kept until they are solved or dismissed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from restitch_app.domain.errors import RestitchError
from restitch_app.ui.language.translating import Verbatim, tr


class Weight(IntEnum):
    """The heaviest notice is the banner that shows."""

    INFO = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True)
class Way:
    """A button of a banner."""

    text: str
    take: Callable[[], object]
    icon: str = ""


@dataclass(frozen=True)
class Notice:
    key: str
    """A notice replaces the one with the same key."""
    weight: Weight
    title: str
    """What happened, one sentence."""
    text: str = ""
    """What still works and what to do."""
    icon: str = "info"
    ways: tuple[Way, ...] = ()
    can_dismiss: bool = True
    countdown: str = ""
    """Small text before the buttons: "Next try in 12 s"."""
    of_project: bool = True
    """It goes with the project that is open."""


@dataclass(frozen=True)
class Saying:
    """A line for the status bar."""

    text: str
    icon: str = ""
    way: Way | None = None
    """A link after the text."""


class Notices(QObject):
    changed = Signal()
    said = Signal(object)  # Saying

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices: dict[str, Notice] = {}

    @property
    def worst(self) -> Notice | None:
        """The heaviest; among equals the newest."""
        return max(reversed(self._notices.values()), key=lambda one: one.weight, default=None)

    def has(self, key: str) -> bool:
        return key in self._notices

    def show(self, notice: Notice) -> None:
        """It becomes the newest; what only counts down keeps its place."""
        before, was_worst = self._notices.get(notice.key), self.worst
        if before is None or not notice.countdown or not _say_the_same(before, notice):
            self._notices.pop(notice.key, None)
        self._notices[notice.key] = notice
        if before != notice or self.worst != was_worst:
            self.changed.emit()

    def solve(self, key: str) -> None:
        """The reason is gone, or the reviewer dismissed it."""
        if self._notices.pop(key, None) is not None:
            self.changed.emit()

    def solve_of_project(self) -> None:
        """The project closes; what is about the program or its computer stays."""
        kept = {key: one for key, one in self._notices.items() if not one.of_project}
        if kept != self._notices:
            self._notices = kept
            self.changed.emit()

    def fail(
        self,
        error: Exception,
        doing: str,
        ways: tuple[Way, ...] = (),
        *,
        of_project: bool = True,
    ) -> None:
        """Show why something did not work; `doing` names it: "Exporting the scene"."""
        if isinstance(error, RestitchError):
            text = " ".join(f"{part.rstrip('.')}." for part in (error.detail, error.hint) if part)
            title = error.title
        else:
            text = tr(
                "{kind}: {error}. The log has the details.",
                kind=Verbatim(type(error).__name__),
                error=str(error),
            )
            title = f"{doing} did not work"
        self.show(
            Notice(
                doing,
                Weight.ERROR,
                f"{title.rstrip('.')}.",
                text,
                "circle-alert",
                ways,
                of_project=of_project,
            )
        )

    def say(self, text: str, icon: str = "", way: Way | None = None) -> None:
        self.said.emit(Saying(text, icon, way))


def _say_the_same(one: Notice, other: Notice) -> bool:
    return (one.weight, one.title, one.text) == (other.weight, other.title, other.text)
