"""Texts with named places: "Segment {number} is stale"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from string import Formatter

LEAST_LETTERS = 4
"""Below, nearly anything would fit: "{a} of {b}" is filled, never recognised."""
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Template:
    """A template taken apart; `literals` has one more entry than `names`."""

    text: str
    literals: tuple[str, ...]
    names: tuple[str, ...]
    letters: int = field(compare=False)
    """In the literal text; more letters say more surely that a sentence was made from it."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Fits a filled template; a name that comes twice has the same value in both places."""
        parts, seen = [re.escape(self.literals[0])], set[str]()
        for name, literal in zip(self.names, self.literals[1:], strict=True):
            parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>.+?)")
            parts.append(re.escape(literal))
            seen.add(name)
        return re.compile("".join(parts), re.DOTALL)

    @cached_property
    def key(self) -> str:
        """The longest word that no place touches; empty where every word does."""
        text = "\0".join(self.literals)
        whole = [
            found.group()
            for found in WORD.finditer(text)
            if text[found.start() - 1 : found.start()] != "\0"
            and text[found.end() : found.end() + 1] != "\0"
        ]
        return max(whole, key=len, default="")


def taken_apart(text: str) -> Template:
    """ValueError: braces that do not match, or a place without a plain name."""
    literals, names = [""], []
    for literal, name, spec, conversion in Formatter().parse(text):
        literals[-1] += literal
        if name is None:
            continue
        if not name.isidentifier() or spec or conversion:
            raise ValueError(f"a place of {text!r} is more than a name: {name!r}")
        names.append(name)
        literals.append("")
    letters = sum(len(word) for literal in literals for word in WORD.findall(literal))
    return Template(text, tuple(literals), tuple(names), letters)


def is_recognisable(text: str) -> bool:
    """Whether a sentence made from this template can be told from others."""
    template = taken_apart(text)
    return bool(template.names) and template.letters >= LEAST_LETTERS
