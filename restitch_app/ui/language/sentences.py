"""Finds the templates that an English text was built from, and builds it in another language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from restitch_app.ui.language.templates import WORD, Template, taken_apart
from restitch_app.ui.language.translating import mark

DEEPEST = 4
"""A place may hold a text with places; what lies deeper stays English."""
REMEMBERED = 4096
PARAGRAPHS = re.compile(r"(\n+)")
LISTED = re.compile(r"( · )")
SENTENCES = re.compile(r"(?<=[.!?…])( )(?=[A-Z0-9“\"'(]|https?:)")
ADDRESS = re.compile(r"https?://\S+")
ENUMERATED = re.compile(r"(, )")
CHAINS = (" + ", mark(", then "))
"""Between names that are one after the other: of remedies."""
WIDE_STOP = "。"


class Sentences:
    """`lookup`: the translation of a text or template of the catalogue, None where it has none.

    `templates`: those with places that can be recognised. Any thread may ask.
    """

    def __init__(self, lookup: Callable[[str], str | None], templates: Iterable[str]) -> None:
        self._lookup = lookup
        self._by_word: dict[str, list[Template]] = defaultdict(list)
        for text in templates:
            template = taken_apart(text)
            self._by_word[template.key].append(template)
        self._remembered = lru_cache(REMEMBERED)(self._translated)

    def template(self, text: str) -> str:
        """The translation of a template; the template itself where there is none."""
        return self._lookup(text) or text

    def sentence(self, text: str) -> str:
        """The translation; of what is not known, the text itself. What was asked is remembered."""
        return self._remembered(text)

    def _translated(self, text: str) -> str:
        if not WORD.search(text):
            return text
        found = self._found(text, DEEPEST)
        return text if found is None else found

    def _found(self, text: str, depth: int) -> str | None:
        """None where not a part of the text is known."""
        ends = _ends(text)
        for find in self._finds:
            for lead, tail in ends:
                known = find(lead, depth)
                if known is not None:
                    return known + (WIDE_STOP if tail == "." and _is_wide(known) else tail)
        for separator in (PARAGRAPHS, LISTED, SENTENCES):
            if separator.search(text):
                return self._in_parts(text, separator, depth)
        if (loose := self._matched(text, depth, across=True)) is not None:
            return loose
        if (listed := self._in_parts(text, ENUMERATED, depth, whole=True)) is not None:
            return listed
        head, colon, rest = text.partition(": ")
        if colon and not WORD.search(ADDRESS.sub("", head)):  # a pair, a number, a server
            told = self._found(rest, depth)
            return None if told is None else f"{head}: {told}"
        known = self._as_one(head, depth) if colon else None
        return None if known is None else f"{known}: {self._place(rest, depth)}"

    def _as_one(self, text: str, depth: int) -> str | None:
        found = (find(text, depth) for find in self._finds)
        return next((known for known in found if known is not None), None)

    @property
    def _finds(self) -> tuple[Callable[[str, int], str | None], ...]:
        """A text itself comes before what it looks like."""
        return self._exact, self._chained, self._fitting

    def _exact(self, text: str, _depth: int) -> str | None:
        return self._lookup(text) or _with_first_letter(text, self._lookup)

    def _chained(self, text: str, depth: int) -> str | None:
        """Of texts that are known word by word: "Colour ramp + flow morph"."""
        for link in CHAINS:
            names = [self._exact(name, depth) for name in text.split(link)]
            if len(names) > 1 and None not in names:
                return (self._lookup(link) or link).join(name for name in names if name)
        return None

    def _fitting(self, text: str, depth: int) -> str | None:
        found = self._matched(text, depth)
        return found or _with_first_letter(text, lambda turned: self._matched(turned, depth))

    def _matched(self, text: str, depth: int, *, across: bool = False) -> str | None:
        """By the template with the most letters of its own.

        `across`: a place may hold the end of a sentence and the beginning of the next.
        """
        if depth <= 0:
            return None
        candidates = {template for word in WORD.findall(text) for template in self._of(word)}
        candidates.update(self._of(""))
        for template in sorted(candidates, key=lambda one: (-one.letters, one.text)):
            fit = template.pattern.fullmatch(text)
            if fit is None or not (across or _is_within_sentences(fit)):
                continue
            translated = self._lookup(template.text)
            if translated is not None:
                return translated.format_map(
                    {name: self._place(value, depth) for name, value in fit.groupdict().items()}
                )
        return None

    def _of(self, word: str) -> list[Template]:
        return self._by_word.get(word, [])

    def _place(self, value: str, depth: int) -> str:
        if not WORD.search(value):
            return value
        found = self._found(value, depth - 1)
        return value if found is None else found

    def _in_parts(
        self, text: str, separator: re.Pattern[str], depth: int, *, whole: bool = False
    ) -> str | None:
        """Part by part; `whole`: only where every part is known."""
        parts = separator.split(text)
        if len(parts) == 1:
            return None
        shown, are_known = [], []
        for number, part in enumerate(parts):
            if number % 2 or not WORD.search(part):
                shown.append(part)
                continue
            known = self._found(part, depth)
            are_known.append(known is not None)
            shown.append(part if known is None else known)
        if not any(are_known) or (whole and not all(are_known)):
            return None
        return "".join(shown).replace(f"{WIDE_STOP} ", WIDE_STOP)


def _with_first_letter(text: str, find: Callable[[str], str | None]) -> str | None:
    """Found with its first letter in the other case, which goes with its place in a sentence."""
    first = text[:1]
    if not first.isalpha():
        return None
    known = find(first.swapcase() + text[1:])
    if known is not None and first.isupper():
        return known[:1].upper() + known[1:]
    return known


def _ends(text: str) -> list[tuple[str, str]]:
    """The text as it is, and apart from a stop, colon or dots that were put behind it."""
    tails = [tail for tail in (".", ":", "…") if text.endswith(tail) and len(text) > 1]
    return [(text, ""), *((text.removesuffix(tail), tail) for tail in tails)]


def _is_wide(text: str) -> bool:
    """Whether the last letter is one of a script that has its own full stop."""
    return "\u4e00" <= text[-1:] <= "\u9fff"


def _is_within_sentences(fit: re.Match[str]) -> bool:
    values = [value for value in fit.groupdict().values() if value]
    return not any(SENTENCES.search(value) or "\n" in value or " · " in value for value in values)
