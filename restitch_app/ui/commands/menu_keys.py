"""Letters that open the menus together with Alt, one each, whatever the language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

ALT_LETTER = re.compile(r"Alt\+([A-Z])")


def letters_in_use(keys: Iterable[str]) -> frozenset[str]:
    """Of shortcuts as `Alt+X`, which would answer in place of a menu."""
    found = (ALT_LETTER.fullmatch(key) for key in keys)
    return frozenset(match.group(1) for match in found if match)


def with_letters(
    titles: Sequence[str], english: Sequence[str], taken: frozenset[str]
) -> tuple[str, ...]:
    """The titles with `&` before their letters: the first of each that is free.

    One that is written in other signs has the letter of the `english` title in brackets behind it,
    as is usual for Chinese. One that finds no letter has none.
    """
    used = set(taken)
    lettered = []
    for title, plain in zip(titles, english, strict=True):
        escaped = title.replace("&", "&&")
        own = _first_free(title, used)
        other = _first_free(plain, used) if own is None and not _letters(title) else None
        if own is not None:
            used.add(title[own].upper())
            at = own + title[:own].count("&")
            lettered.append(f"{escaped[:at]}&{escaped[at:]}")
        elif other is not None:
            used.add(plain[other].upper())
            lettered.append(f"{escaped}(&{plain[other].upper()})")
        else:
            lettered.append(escaped)
    return tuple(lettered)


def _first_free(title: str, used: set[str]) -> int | None:
    return next((at for at, sign in _letters(title) if sign.upper() not in used), None)


def _letters(title: str) -> list[tuple[int, str]]:
    """Those of every keyboard: an umlaut is not on each of them."""
    return [(at, sign) for at, sign in enumerate(title) if sign.isascii() and sign.isalpha()]
