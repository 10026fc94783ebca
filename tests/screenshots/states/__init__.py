"""All states, in groups that share what they are made from."""

from __future__ import annotations

from collections.abc import Callable

from tests.screenshots.states import boundary, degraded, dialogs, review, sizes, welcome, work
from tests.screenshots.studio import Studio

GROUPS: dict[str, Callable[[Studio], None]] = {
    "welcome": welcome.take,
    "review": review.take,
    "boundary": boundary.take,
    "work": work.take,
    "candidate": work.take_candidate,
    "away": degraded.take_away,
    "files": degraded.take_files,
    "elsewhere": degraded.take_elsewhere,
    "storage": degraded.take_storage,
    "dialogs": dialogs.take,
    "new-scene": dialogs.take_new_scene,
    "sizes": sizes.take,
}
