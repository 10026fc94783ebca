"""Prints the version that pyproject.toml has: the only place where it stands."""

import tomllib
from pathlib import Path

with (Path(__file__).parents[1] / "pyproject.toml").open("rb") as file:
    print(tomllib.load(file)["project"]["version"])
