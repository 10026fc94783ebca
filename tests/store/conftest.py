from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from restitch_app.domain.versions import Scene
from restitch_app.store.store import Store, create_store


@pytest.fixture
def db_path(tmp_path: Path) -> Path:
    return tmp_path / "project.restitch"


@pytest.fixture
def store(db_path: Path) -> Iterator[Store]:
    with create_store(db_path) as opened:
        yield opened


@pytest.fixture
def scene(store: Store) -> Scene:
    return store.scenes.add("Forest", Fraction(24000, 1001), 832, 480)
