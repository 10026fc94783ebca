"""Makes a small project of format 2: `python -m tests.store.make_project_v2 FILE`.

`tests/data/project_v2.restitch` was made by this, run on the code of that time, and stays as it is:
it stands for the files that people have.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.versions import ProjectSettings
from restitch_app.store.store import create_store
from tests.store.samples import add_chain, new_job, new_version, raw

WORKFLOW = {
    "3": {"class_type": "KSampler", "inputs": {"seed": 7, "model": ["4", 0]}},
    "4": {"class_type": "UNETLoader", "inputs": {"unet_name": "wan.safetensors"}},
}


def make(db_path: Path) -> None:
    """Three scenes, two of one workflow; a note, a segment that needs work, a job that waits."""
    with create_store(db_path, ProjectSettings("Lake project")) as store, store.transaction():
        lake = store.scenes.add("Lake at dawn", Fraction(16), 832, 480)
        store.scenes.add("Lake at dusk", Fraction(16), 832, 480)
        store.scenes.add("No workflow", Fraction(24), 832, 480)
        chain = add_chain(store, lake.id, 2)
        with_prompt = store.versions.add(
            replace(new_version(lake.id, 0, "b"), prompt=WORKFLOW, previous_segment_id=chain[0].id)
        )
        store.notes.add(with_prompt.id, 3, "a hand too many", "ann")
        store.versions.set_needs_work(chain[1].id, needs_work=True)
        store.jobs.add(replace(new_job(lake.id, chain[1].id), sequence_index=1))
    for scene_name in ("Lake at dawn", "Lake at dusk"):
        workflow = json.dumps(WORKFLOW)
        raw(db_path, f"UPDATE scenes SET workflow_json = '{workflow}' WHERE name = '{scene_name}'")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
