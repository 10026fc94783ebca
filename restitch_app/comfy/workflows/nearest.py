"""Which of the names that exist is most like one that does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

AT_MOST = 3
LEAST_ALIKE = 0.6
"""Of 1.0 for equal: below it, names of other things come up."""

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def nearest(wanted: str, names: Iterable[str]) -> tuple[str, ...]:
    """At most three, the most alike first. Case, folders and the kind of slash count little."""
    return nearest_by({name: (name,) for name in names}, wanted)


def nearest_by(names: Mapping[str, Iterable[str]], *wanted: str) -> tuple[str, ...]:
    """The same where a thing goes by several names; any may be like any of the wanted ones."""
    measures = [_Likeness(one) for one in wanted if one]
    scored = [
        (max((measure.of(alias) for alias in aliases for measure in measures), default=0.0), name)
        for name, aliases in names.items()
    ]
    close = sorted((-score, name) for score, name in scored if score >= LEAST_ALIKE)
    return tuple(name for _, name in close[:AT_MOST])


class _Likeness:
    def __init__(self, wanted: str) -> None:
        self._plain = _base(wanted).lower()
        self._words = _words(wanted)
        self._matcher = SequenceMatcher(autojunk=False)
        self._matcher.set_seq2(self._plain)

    def of(self, name: str) -> float:
        """0.0 to 1.0. Words count too, so that a name in another order is found."""
        plain = _base(name).lower()
        if plain == self._plain:
            return 1.0
        words = _words(name)
        shared = len(words & self._words) / max(1, len(words | self._words))
        self._matcher.set_seq1(plain)
        least = max(shared, LEAST_ALIKE)
        if self._matcher.real_quick_ratio() < least or self._matcher.quick_ratio() < least:
            return shared
        return max(shared, self._matcher.ratio())


def _base(name: str) -> str:
    """Without folders: a Windows server lists "wan\\\\model.safetensors"."""
    return name.replace("\\", "/").rpartition("/")[2]


def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORDS.findall(_base(name)))
