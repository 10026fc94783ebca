"""What a decision that is taken back or made again asks first, inside its own transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Check: TypeAlias = Callable[[], object]
"""Raises where the project is not as the decision left it any more; nothing is written then.

Called first thing inside the transaction that writes: what another program commits before is seen,
and nothing comes between.
"""


def unchecked() -> None:
    """For a decision made anew."""
