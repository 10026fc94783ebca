"""Who is deciding, as the audit trail names them."""

from __future__ import annotations

import getpass

ENGINE = "restitch"
"""Named in the audit trail where the program decided by the project's policy, not a person."""


def current_actor() -> str:
    """The login name, or "unknown" where the system has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # Windows has no `pwd` to look further in
        return "unknown"
