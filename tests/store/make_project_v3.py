"""Makes a small project of format 3: `python -m tests.store.make_project_v3 FILE`.

`tests/data/project_v3.restitch` was made by this, run on the code of that time, and stays as it is:
it stands for the files that people have.
"""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.joins import Decision, Join, JoinMeasures, Patch, Treatment
from restitch_app.domain.versions import ProjectSettings
from restitch_app.store.store import create_store
from tests.store.samples import add_chain

MEASURES = JoinMeasures(0.8, 0.9, 0.7, 0.75, 0.82, 1.25, version=1)


def make(db_path: Path) -> None:
    """A chain of four whose three joins are treated, accepted and a cut."""
    with create_store(db_path, ProjectSettings("Harbour project")) as store, store.transaction():
        scene = store.scenes.add("Harbour", Fraction(16), 832, 480)
        a, b, c, d = (version.id for version in add_chain(store, scene.id, 4))
        patch = Patch(f"media/patches/join_{a}_{b}.mkv", 4, 4)
        store.joins.save(Join(a, b, MEASURES, Treatment("blend", 1, 0, patch)), "ann")
        store.joins.save(Join(b, c, MEASURES, decision=Decision.ACCEPTED), "ben")
        store.joins.save(Join(c, d, MEASURES, decision=Decision.CUT), "ann")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
