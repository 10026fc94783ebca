"""Which of the names that exist is most like one that does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

AT_MOST = 3
LEAST_ALIKE = 0.6
"""Of 1.0 for equal: below it, other files come up."""
LEAST_ALIKE_CLASSES = 0.7
"""Class names share words that say little: Load, Image, Sampler."""

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@lru_cache(maxsize=64)  # thousands of files take a second, and a dialog asks at every key
def nearest(wanted: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """At most three, the most alike first. Case, folders and the kind of slash count little."""
    measure = _Likeness(wanted, LEAST_ALIKE)
    return _closest({name: measure.of(name) for name in names}, LEAST_ALIKE)


def nearest_class(wanted: str, classes: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The same of node classes, each with all the names it goes by."""
    measure = _Likeness(wanted, LEAST_ALIKE_CLASSES)
    scores = {name: max(map(measure.of, aliases)) for name, aliases in classes.items()}
    return _closest(scores, LEAST_ALIKE_CLASSES)


def _closest(scores: Mapping[str, float], least: float) -> tuple[str, ...]:
    close = sorted((-score, name) for name, score in scores.items() if score >= least)
    return tuple(name for _, name in close[:AT_MOST])


class _Likeness:
    def __init__(self, wanted: str, least: float) -> None:
        self._least = least
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
        least = max(shared, self._least)
        if self._matcher.real_quick_ratio() < least or self._matcher.quick_ratio() < least:
            return shared
        return max(shared, self._matcher.ratio())


def _base(name: str) -> str:
    """Without folders: a Windows server lists "wan\\\\model.safetensors"."""
    return name.replace("\\", "/").rpartition("/")[2]


def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORDS.findall(_base(name)))
