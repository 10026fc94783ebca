"""Every action of the window as a QAction: installed once, answered by whoever can do it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from restitch_app.ui.commands.action_specs import MENUS, SPECS, ActionSpec
from restitch_app.ui.commands.acts import Act
from restitch_app.ui.commands.key_bindings import KeyBindings, native
from restitch_app.ui.commands.menu_keys import letters_in_use, with_letters
from restitch_app.ui.language.translating import tr
from restitch_app.ui.theme.theme import Theme

__all__ = ["SPECS", "Act", "ActionSpec", "Actions", "HasKey", "SheetLine", "key_hint", "live_key"]

SheetLine = tuple[tuple[str, ...], str]
"""Keys as the system writes them, and what they do."""


class Actions(QObject):
    """One QAction for each of `SPECS`. What nobody answers appears in no menu and has no key."""

    keys_changed = Signal()

    def __init__(self, theme: Theme, window: QMainWindow) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._bindings = KeyBindings()
        self._specs = {spec.id: spec for spec in SPECS}
        self._actions = {spec.id: self._made(spec) for spec in SPECS}
        self._answers: dict[Act, Callable[..., object]] = {}
        self._has_scene = False
        self._covered: frozenset[Act] = frozenset()
        self._reasons_by: dict[str, Mapping[Act, str]] = {}
        self._menus: dict[str, QMenu] = {}
        theme.changed.connect(self._tint)
        self._tint()

    def __getitem__(self, act: Act) -> QAction:
        return self._actions[act]

    @property
    def bindings(self) -> KeyBindings:
        return self._bindings

    def bind(self, bindings: KeyBindings) -> None:
        """From now on these keys do it."""
        self._bindings = bindings
        for act, action in self._actions.items():
            action.setShortcuts([QKeySequence(key) for key in bindings.keys(act)])
        self._letter_menus()
        self.keys_changed.emit()

    def answer(self, act: Act, slot: Callable[..., object]) -> None:
        """Say who does it: one, the last who said so. Call before `install_menus`.

        Checkable actions hand over the new state, others nothing.
        """
        is_new = act not in self._answers
        self._answers[act] = slot
        self._refresh(act)
        if is_new:
            self._window.addAction(self._actions[act])
            self._actions[act].triggered.connect(partial(self._dispatch, act))

    def _dispatch(self, act: Act, *_handed_over: bool) -> None:
        """The new state is the action's own: whether the signal hands it over is up to PySide."""
        slot = self._answers[act]
        if self._specs[act].is_checkable:
            slot(self._actions[act].isChecked())
        else:
            slot()

    def is_answered(self, act: Act) -> bool:
        return act in self._answers

    def set_has_scene(self, has_scene: bool) -> None:
        self._has_scene = has_scene
        for act in self._answers:
            self._refresh(act)

    def set_covered(self, acts: Iterable[Act]) -> None:
        """These are off as long as what they act on is out of sight."""
        before, self._covered = self._covered, frozenset(acts)
        for act in before ^ self._covered:
            self._refresh(act)

    def set_off(self, reasons: Mapping[Act, str], by: str = "") -> None:
        """These do nothing for what is selected now; each with a sentence why, as its tooltip.

        `by`: who says so; what others said stays.
        """
        before = self._reasons_by.get(by, {})
        self._reasons_by[by] = reasons
        for act in {*reasons, *before}:
            if act in self._answers:
                self._refresh(act)
                self._actions[act].setToolTip(tr(self._reason(act)))

    def _reason(self, act: Act) -> str:
        """Why it is off; empty where nobody says so."""
        return next((told[act] for told in self._reasons_by.values() if act in told), "")

    def sheet(self) -> dict[str, list[SheetLine]]:
        """What has a key and is answered, by menu and in its order."""
        groups: dict[str, list[SheetLine]] = {}
        for spec in SPECS:
            keys = self._bindings.keys(spec.id)
            if keys and spec.id in self._answers:
                title, _, submenu = spec.menu.partition("/")
                text = tr(spec.text).rstrip("…")
                told = f"{tr(submenu)}: {text}" if submenu else text
                groups.setdefault(tr(title), []).append(
                    (tuple(dict.fromkeys(map(native, keys))), told)
                )
        return groups

    def install_menus(self) -> None:
        """Fill the window's menu bar with everything that is answered."""
        bar = self._window.menuBar()
        for title in MENUS:
            if answered := self._answered_in(title):
                self._menus[title] = bar.addMenu(tr(title))
                self._fill(self._menus[title], answered)
        self._letter_menus()

    def _letter_menus(self) -> None:
        keys = [key for spec in SPECS for key in self._bindings.keys(spec.id)]
        plain = tuple(self._menus)
        titles = with_letters([tr(title) for title in plain], plain, letters_in_use(keys))
        for menu, title in zip(self._menus.values(), titles, strict=True):
            menu.setTitle(title)

    def fill(self, menu: QMenu, title: str) -> None:
        """With what the menu bar has under this title."""
        self._fill(menu, self._answered_in(title))

    def _answered_in(self, title: str) -> list[ActionSpec]:
        inside = [spec for spec in SPECS if spec.menu.split("/")[0] == title]
        return [spec for spec in inside if spec.id in self._answers]

    def _fill(self, menu: QMenu, specs: list[ActionSpec]) -> None:
        menu.setToolTipsVisible(True)
        submenus: dict[str, QMenu] = {}
        last_group = specs[0].group if specs else 0
        for spec in specs:
            if spec.group != last_group:
                menu.addSeparator()
                last_group = spec.group
            _, _, submenu = spec.menu.partition("/")
            if submenu and submenu not in submenus:
                submenus[submenu] = menu.addMenu(tr(submenu))
                submenus[submenu].setToolTipsVisible(True)
                submenus[submenu].setObjectName(f"{submenu.lower().replace(' ', '_')}_menu")
            (submenus[submenu] if submenu else menu).addAction(self._actions[spec.id])

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(tr(spec.text), self)
        action.setObjectName(spec.id.value)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setCheckable(spec.is_checkable)
        action.setEnabled(False)
        if spec.id is Act.QUIT:
            action.setMenuRole(QAction.MenuRole.QuitRole)
        elif spec.id is Act.SETTINGS:
            action.setMenuRole(QAction.MenuRole.PreferencesRole)
        elif spec.id is Act.ABOUT:
            action.setMenuRole(QAction.MenuRole.AboutRole)
        else:
            action.setMenuRole(QAction.MenuRole.NoRole)
        return action

    def _refresh(self, act: Act) -> None:
        has_what_it_needs = self._has_scene or not self._specs[act].needs_scene
        is_off = act in self._covered or bool(self._reason(act))
        self._actions[act].setEnabled(has_what_it_needs and not is_off)

    def _tint(self) -> None:
        for spec in SPECS:
            if spec.icon:
                self._actions[spec.id].setIcon(self._theme.icon(spec.icon, "text_2"))


def key_hint(actions: Actions, act: Act) -> str:
    """The first key of an action as the system writes it, for a key chip or a tooltip."""
    keys = actions[act].shortcuts()
    return native(keys[0].toString()) if keys else ""


class HasKey(Protocol):
    def set_key(self, key: str) -> None:
        """The key's name as the system writes it; empty where there is none."""


def live_key(actions: Actions, act: Act, shown: HasKey) -> None:
    """`shown` tells the action's key, now and whenever it is another."""

    def show() -> None:
        if shiboken6.isValid(shown):
            shown.set_key(key_hint(actions, act))

    actions.keys_changed.connect(show)
    show()
