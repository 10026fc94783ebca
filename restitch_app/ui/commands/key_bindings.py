"""Which keys do what: the usual ones of `SPECS`, and what the reviewer made of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from restitch_app.ui.commands.action_specs import SPECS
from restitch_app.ui.commands.acts import Act

USUAL: dict[Act, tuple[str, ...]] = {spec.id: spec.keys for spec in SPECS}
DAMAGED = "The stored shortcuts could not be read. The usual keys are in use."

_Key = Qt.Key
_ALONE = frozenset(
    {
        _Key.Key_Shift,
        _Key.Key_Control,
        _Key.Key_Alt,
        _Key.Key_AltGr,
        _Key.Key_Meta,
        _Key.Key_CapsLock,
        _Key.Key_NumLock,
        _Key.Key_ScrollLock,
        _Key.Key_unknown,
    }
)
_FOCUS = frozenset({_Key.Key_Tab, _Key.Key_Backtab})


@dataclass(frozen=True)
class KeyBindings:
    """`changed` holds only what is unlike the usual keys. Keys are Qt's portable names."""

    changed: Mapping[Act, tuple[str, ...]] = field(default_factory=dict)

    def keys(self, act: Act) -> tuple[str, ...]:
        return self.changed.get(act, USUAL[act])

    def user_of(self, key: str, but: Act | None = None) -> Act | None:
        """Who has that key; `but` does not count."""
        return next(
            (act for act in USUAL if act is not but and key in _plain(self.keys(act))), None
        )

    def with_key(self, act: Act, key: str) -> KeyBindings:
        """Only that key for `act`; whoever had it loses it and keeps its others."""
        return self.with_keys(act, (key,))

    def with_keys(self, act: Act, keys: tuple[str, ...]) -> KeyBindings:
        changed = dict(self.changed)
        for key in _plain(keys):
            user = self.user_of(key, but=act)
            if user is not None:
                left = changed.get(user, USUAL[user])
                changed[user] = tuple(one for one in left if _plain((one,)) != (key,))
        changed[act] = keys
        return KeyBindings(_differences(changed))

    def reset(self, act: Act) -> KeyBindings:
        """The usual keys of `act`, taken back from whoever has them now."""
        return self.with_keys(act, USUAL[act])

    def to_text(self) -> str:
        return json.dumps({act.value: list(keys) for act, keys in self.changed.items()})


def bindings_from(text: str) -> tuple[KeyBindings, str]:
    """What `to_text` wrote, and why it could not be read: empty where it could.

    An action that this version does not know is left out. Never raises.
    """
    try:
        stored = json.loads(text or "{}")
        known = {act.value: act for act in Act}
        changed = {known[name]: _read(keys) for name, keys in stored.items() if name in known}
    except (ValueError, AttributeError):
        return KeyBindings(), DAMAGED
    made = KeyBindings(_differences(changed))
    used = [key for act in USUAL for key in _plain(made.keys(act))]
    return (made, "") if len(used) == len(set(used)) else (KeyBindings(), DAMAGED)


def pressed_key(event: QKeyEvent) -> str:
    """What is pressed, as a key sequence's portable name; empty for Shift, Ctrl and so on alone."""
    key = _Key(event.key())
    if key in _ALONE:
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_sign = len(event.text()) == 1 and event.text().isprintable() and not event.text().isalpha()
    if is_sign and modifiers == Qt.KeyboardModifier.ShiftModifier and event.text() != " ":
        modifiers = Qt.KeyboardModifier.NoModifier  # "?" is itself, on whichever key it lies
    return QKeySequence(QKeyCombination(modifiers, key)).toString()


def refusal(event: QKeyEvent) -> str:
    """Why this key cannot be given away; empty where it can."""
    return "Tab moves from field to field and stays so." if _Key(event.key()) in _FOCUS else ""


def native(key: str) -> str:
    """As the system writes it, for people."""
    name = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return name.replace("Return", "Enter")


def _plain(keys: tuple[str, ...]) -> tuple[str, ...]:
    """In the spelling of Qt: "PgUp" and "PageUp" are one key."""
    return tuple(QKeySequence(key).toString() for key in keys)


def _read(keys: object) -> tuple[str, ...]:
    if not isinstance(keys, list):
        raise ValueError("keys are a list")
    found = tuple(str(key) for key in keys)
    if "" in _plain(found):
        raise ValueError("an unknown key")
    return found


def _differences(changed: Mapping[Act, tuple[str, ...]]) -> dict[Act, tuple[str, ...]]:
    return {act: keys for act, keys in changed.items() if _plain(keys) != _plain(USUAL[act])}
