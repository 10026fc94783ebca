"""What this program is called and which version of it runs; the only place that asks."""

from __future__ import annotations

from functools import cache

NAME = "restitch"
"""Of the installed distribution, whose version `pyproject.toml` alone says."""


@cache
def version_text() -> str:
    """ "1.2.0"; empty where the program runs from sources that were not installed."""
    from importlib.metadata import PackageNotFoundError, version  # 40 ms that few need

    try:
        return version(NAME)
    except PackageNotFoundError:
        return ""
