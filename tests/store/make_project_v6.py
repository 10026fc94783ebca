"""Makes a small project of format 6: `python -m tests.store.make_project_v6 FILE`.

`tests/data/project_v6.restitch` was made by this, run on the code of that time, and stays as it is:
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
    """A chain of three; one needs work for a reason, and a note of it is resolved."""
    with create_store(db_path, ProjectSettings("Bridge project")) as store, store.transaction():
        scene = store.scenes.add("Bridge", Fraction(24), 640, 360)
        _, poor, _ = (version.id for version in add_chain(store, scene.id, 3))
        store.versions.set_needs_work(poor, needs_work=True, reason="a third hand", by="ann")
        note = store.notes.add(poor, 7, "here it begins", "ben")
        store.events.add("noted", "ben", version_id=poor, detail={"frame": 8, "text": note.text})


if __name__ == "__main__":
    make(Path(sys.argv[1]))
