"""Tables as they stand in docs/seams.md."""

from __future__ import annotations

from collections.abc import Sequence


def table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A Markdown table, its columns padded so that a terminal shows it straight as well."""
    widths = [max(len(line[column]) for line in (heads, *lines)) for column in range(len(heads))]

    def padded(line: Sequence[str]) -> str:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        return f"| {' | '.join(cells)} |"

    rule = f"|{'|'.join('-' * (width + 2) for width in widths)}|"
    return "\n".join((padded(heads), rule, *(padded(line) for line in lines)))


def percent(found: Sequence[bool]) -> str:
    """Share of True; a dash of nothing."""
    return f"{100 * sum(found) / len(found):.0f} %" if found else "–"
