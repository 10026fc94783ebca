"""Small made-up values for the store's tests."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from restitch_app.domain.frames import ClipFacts
from restitch_app.domain.versions import Picture, Version
from restitch_app.store.store import Store
from restitch_app.store.values import NewJob, NewVersion

FACTS = ClipFacts(
    width=832,
    height=480,
    rate=Fraction(16),
    frame_count=81,
    codec="h264",
    pixel_format="yuv420p",
    is_variable_rate=False,
    has_sound=False,
    colour_matrix="bt709",
    colour_range="tv",
    rotation_degrees=90,
)


def picture(name: str) -> Picture:
    return Picture(f"hash-{name}", f"media/frames/{name}.png")


def new_version(scene_id: int, sequence_index: int, name: str = "a") -> NewVersion:
    label = f"{sequence_index}-{name}"
    return NewVersion(
        scene_id=scene_id,
        sequence_index=sequence_index,
        file=f"media/{label}.mp4",
        file_sha256=f"sha-{label}",
        file_bytes=1234,
        facts=FACTS,
        first_frame=picture(f"first-{label}"),
        last_frame=picture(f"last-{label}"),
    )


def add_chain(store: Store, scene_id: int, length: int) -> list[Version]:
    """Current versions 0 .. length-1, each seeded from the one before it."""
    chain: list[Version] = []
    with store.transaction():
        for index in range(length):
            new = replace(new_version(scene_id, index), is_current=True)
            if chain:
                before = chain[-1]
                new = replace(new, seed_frame=before.last_frame, seed_from_version_id=before.id)
            chain.append(store.versions.add(new))
    return chain


def new_job(scene_id: int, previous_segment_id: int | None, request_id: str = "r1") -> NewJob:
    return NewJob(
        request_id=request_id,
        take=1,
        takes=2,
        scene_id=scene_id,
        sequence_index=4,
        server_url="http://127.0.0.1:8188",
        previous_segment_id=previous_segment_id,
        regeneration_count=1,
        seed_hash="hash-seed",
        seed_file="media/frames/seed.png",
        parameters={"seed": 7, "cfg": 4.5, "prompt": "naïve", "tiled": True},
        prompt={"3": {"class_type": "KSampler", "inputs": {"seed": 7}}},
        output_node="9",
    )


def raw(path: Path, statement: str) -> list[tuple[object, ...]]:
    """Run one statement on a project file behind the store's back."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}
