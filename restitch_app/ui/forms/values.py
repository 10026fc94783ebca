"""What a reviewer has changed in a form: the one truth that its fields show and write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from restitch_app.domain.workflows import FormField

Value = str | int | float | bool
SEED = "seed"


class FormValues(QObject):
    """Holds changes only, by field name ("cfg", or "NODE.input"), whether or not a field for them
    is on the screen.
    """

    changed = Signal(str)  # the name

    def __init__(self, fields: Sequence[FormField], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fields = tuple(fields)
        self._fields = {field.name: field for field in self.fields}
        self._parts = {part for field in self.fields for part in field.parts}
        self._chosen: dict[str, Value] = {}

    def field(self, name: str) -> FormField | None:
        return self._fields.get(name)

    def before(self, name: str) -> Value | None:
        """What a render without changes would have; None where only the run decides."""
        field = self._fields.get(name)
        return field.value if field else None

    def value(self, name: str) -> Value | None:
        return self._chosen.get(name, self.before(name))

    def is_changed(self, name: str) -> bool:
        return name in self._chosen and not _is_same(self._chosen[name], self.before(name))

    def is_kept(self, name: str) -> bool:
        """Whether the value is sent as it is; a seed may be kept without being another one."""
        return name in self._chosen

    def set(self, name: str, value: Value) -> None:
        """A value equal to the one before is no change."""
        if _is_same(value, self.before(name)):
            self.leave(name)
        else:
            self.keep(name, value)

    def keep(self, name: str, value: Value) -> None:
        """Send it even where it is equal to the one before."""
        if name not in self._chosen or not _is_same(self._chosen[name], value):
            self._chosen[name] = value
            self.changed.emit(name)

    def leave(self, name: str) -> None:
        """As without the form; a seed is a new one for each take then."""
        if self._chosen.pop(name, None) is not None:
            self.changed.emit(name)

    def put_back(self) -> None:
        for name in tuple(self._chosen):
            self.leave(name)

    def apply(self, values: Mapping[str, Value]) -> tuple[str, ...]:
        """Take a preset's values, and leave all others. Returns the names that have no place."""
        self.put_back()
        for name, value in values.items():
            if name == SEED or name in self._parts:
                self.keep(name, value)
            elif name in self._fields:
                self.set(name, value)
        return tuple(
            name for name in values if name not in self._fields | dict.fromkeys(self._parts)
        )

    def parameters(self) -> dict[str, Value]:
        """What a request says: every change, and a seed where it is kept."""
        return dict(self._chosen)

    @property
    def is_seed_kept(self) -> bool:
        """Every random seed stays as it is: several takes would all be the same."""
        seed = self._fields.get(SEED)
        if seed is None:
            return True
        return SEED in self._chosen or (
            bool(seed.parts) and all(part in self._chosen for part in seed.parts)
        )


def _is_same(one: Value, other: Value | None) -> bool:
    """0 and False are two values, 5 and 5.0 are one."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other
