"""The version that pyproject.toml has: the only place where it stands."""

import tomllib
from pathlib import Path


def version() -> str:
    with (Path(__file__).parents[1] / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


if __name__ == "__main__":
    print(version())
