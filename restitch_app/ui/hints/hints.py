"""Shows one hint after another, until each was seen or nobody wants any more."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from restitch_app.ui.commands.actions import Act
from restitch_app.ui.context import PanelContext
from restitch_app.ui.hints.areas import Where
from restitch_app.ui.hints.card import HintCard, Ring
from restitch_app.ui.hints.placing import beside
from restitch_app.ui.hints.texts import HINTS, Area, Hint
from restitch_app.ui.language.translating import tr
from restitch_app.ui.memory.memory import WindowMemory
from restitch_app.ui.pieces.timers import single_shot

WAIT_MS = 600
"""After a project was opened: the window is laid out, and the eye has found its pictures."""
FOLLOW_MS = 200
"""Parts of the window move for many reasons; while a hint stands it looks where its own is."""


class Hints(QObject):
    """Silent until `begin`: only a person at the program's first start needs it."""

    def __init__(
        self,
        context: PanelContext,
        memory: WindowMemory,
        areas: Mapping[Area, Where],
        window: QWidget,
    ) -> None:
        """`areas` lie in `window`; one that is hidden is passed over."""
        super().__init__(window)
        self._context, self._memory, self._window = context, memory, window
        self._areas = dict(areas)
        self._wanted: list[Hint] = []
        self._card: HintCard | None = None
        self._ring: Ring | None = None
        self._start = single_shot(self, WAIT_MS, self._show_next)
        self._follow_timer = QTimer(self)
        self._follow_timer.setInterval(FOLLOW_MS)
        self._follow_timer.timeout.connect(self._follow)
        context.actions.answer(Act.HINTS, self.show_all)
        context.session.closing.connect(self._take_away)

    @property
    def card(self) -> HintCard | None:
        return self._card

    def begin(self) -> None:
        """From now on, those that were not seen yet are shown when a project is open."""
        self._context.session.opened.connect(self._opened)
        if self._context.state.overview is not None:
            self._opened()

    @Slot()
    def show_all(self) -> None:
        """Once more, from the first; the keyboard is on it."""
        self._wanted = list(HINTS)
        self._show_next()
        if self._card is not None:
            self._card.go.setFocus()

    @Slot()
    def _opened(self) -> None:
        seen = self._memory.seen_hints
        self._wanted = [hint for hint in HINTS if hint.area.value not in seen]
        if self._wanted:
            self._start.start()

    @Slot()
    def _show_next(self) -> None:
        had_focus = self._card is not None and self._window.focusWidget() is self._card.go
        self._take_away_card()
        while self._wanted:
            hint = self._wanted.pop(0)
            if self._show(hint):
                if had_focus and self._card is not None:
                    self._card.go.setFocus()
                return

    def _show(self, hint: Hint) -> bool:
        """Whether there is room for it beside its area."""
        if self._areas[hint.area]() is None:
            return False
        number = HINTS.index(hint) + 1
        place = tr("{number} of {total}", number=number, total=len(HINTS)) if self._wanted else ""
        card = HintCard(self._context.actions, hint, place, self._window)
        self._card, self._ring = card, Ring(self._context.theme, self._window)
        card.next_asked.connect(self._seen)
        card.none_asked.connect(self._none)
        if not self._put():
            self._take_away_card()
            return False
        self._ring.show()
        self._ring.raise_()
        card.show()
        card.raise_()
        self._follow_timer.start()
        return True

    def _put(self) -> bool:
        if self._card is None or self._ring is None:
            return False
        explained = self._areas[self._card.hint.area]()
        if explained is None:
            return False
        place = beside(explained, self._card.size(), self._window.rect())
        if place is None:
            return False
        self._card.move(place)
        self._ring.setGeometry(explained)
        return True

    @Slot()
    def _seen(self) -> None:
        if self._card is not None:
            self._memory.note_hints(self._card.hint.area.value)
        self._show_next()

    @Slot()
    def _none(self) -> None:
        self._memory.note_hints(*(hint.area.value for hint in HINTS))
        self._take_away()

    @Slot()
    def _take_away(self) -> None:
        self._start.stop()
        self._wanted = []
        self._take_away_card()

    def _take_away_card(self) -> None:
        self._follow_timer.stop()
        for gone in (self._card, self._ring):
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._card, self._ring = None, None

    @Slot()
    def _follow(self) -> None:
        if self._card is not None and not self._put():
            self._take_away_card()
