"""The server's input, output and temp folders: names in, paths out, nothing outside."""

from __future__ import annotations

import hashlib
import re
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

KINDS = ("input", "output", "temp")


class OutsideFolder(ValueError):
    """The name leads out of the folder."""


@dataclass(frozen=True, slots=True)
class Folders:
    root: Path

    def make(self) -> None:
        for kind in KINDS:
            self.folder(kind).mkdir(parents=True, exist_ok=True)

    def empty_temp(self) -> None:
        shutil.rmtree(self.folder("temp"), ignore_errors=True)
        self.folder("temp").mkdir(parents=True, exist_ok=True)

    def folder(self, kind: str) -> Path:
        """Raises KeyError for an unknown kind."""
        if kind not in KINDS:
            raise KeyError(kind)
        return self.root / kind

    def inside(self, kind: str, subfolder: str, name: str) -> Path:
        folder = self.folder(kind).resolve()
        path = (folder / subfolder / name).resolve()
        if not path.is_relative_to(folder):
            raise OutsideFolder(name)
        return path

    def annotated(self, value: str) -> Path:
        """The file a loader's widget names: `sub/name.png`, `name.png [output]`."""
        kind = "input"
        for one in KINDS:
            if value.endswith(f" [{one}]"):
                kind, value = one, value.removesuffix(f" [{one}]")
        return self.inside(kind, "", value)

    def top_level_inputs(self) -> list[str]:
        return sorted(path.name for path in self.folder("input").iterdir() if path.is_file())

    def keep_upload(
        self, kind: str, subfolder: str, name: str, data: bytes, overwrite: bool
    ) -> str:
        """Write the upload; returns its name, a new one if the wanted one holds other bytes."""
        path = self.inside(kind, subfolder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        stem, suffix = path.stem, path.suffix
        number = 1
        while not overwrite and path.exists() and path.read_bytes() != data:
            path = path.with_name(f"{stem} ({number}){suffix}")
            number += 1
        path.write_bytes(data)
        return path.name

    def next_output(
        self, kind: str, prefix: str, suffix: str, size: tuple[int, int]
    ) -> tuple[Path, str]:
        """A free path for `prefix`, and its subfolder as ComfyUI reports it.

        The counter goes by prefix across file types. Raises OutsideFolder.
        """
        prefix = _expand(prefix, size)
        subfolder, _, stem = prefix.replace("\\", "/").rpartition("/")
        folder = self.inside(kind, subfolder, "x").parent
        folder.mkdir(parents=True, exist_ok=True)
        pattern = re.compile(re.escape(stem) + r"_(\d+)_?\.", re.IGNORECASE)
        used = [int(hit[1]) for path in folder.iterdir() if (hit := pattern.match(path.name))]
        return folder / f"{stem}_{max(used, default=0) + 1:05}_{suffix}", subfolder


def content_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _expand(prefix: str, size: tuple[int, int]) -> str:
    now = time.localtime()
    known = {
        "width": str(size[0]),
        "height": str(size[1]),
        "year": str(now.tm_year),
        "month": f"{now.tm_mon:02}",
        "day": f"{now.tm_mday:02}",
        "hour": f"{now.tm_hour:02}",
        "minute": f"{now.tm_min:02}",
        "second": f"{now.tm_sec:02}",
    }
    for word, value in known.items():
        prefix = prefix.replace(f"%{word}%", value)
    return prefix
