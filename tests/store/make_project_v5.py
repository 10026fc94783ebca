"""Makes a small project of format 5: `python -m tests.store.make_project_v5 FILE`.

`tests/data/project_v5.restitch` was made by this, run on the code of that time, and stays as it is:
it stands for the files that people have.
"""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.versions import ProjectSettings
from restitch_app.store.store import create_store
from tests.store.samples import add_chain


def make(db_path: Path) -> None:
    """A chain of three: one approved, one that needs work, with a note and its event."""
    with create_store(db_path, ProjectSettings("Market project")) as store, store.transaction():
        scene = store.scenes.add("Market", Fraction(16), 832, 480)
        approved, poor, _ = (version.id for version in add_chain(store, scene.id, 3))
        store.versions.set_approval(approved, "upstream", "ann")
        store.versions.set_needs_work(poor, needs_work=True)
        note = store.notes.add(poor, 12, "the arm jumps", "ben")
        detail = {"frame": 13, "text": note.text}
        store.events.add("noted", "ben", version_id=poor, detail=detail)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
