"""Writes down what the frozen folder holds: contents.py FOLDER

`SBOM.cdx.json`: CycloneDX 1.6; every distribution, what its wheel says of the native libraries in
it, the libraries of the build machine, Python itself, and every native file with its SHA-256.
`THIRD-PARTY.txt`: licences in full. `LICENSE`: Restitch's own.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from frozen import is_native, modules
from version import version

HERE = Path(__file__).parent
OWN_NAMES = {"restitch"}
LICENCE_NAME = re.compile(r"(?i)^(licen[cs]e|copying|notice|authors)(?!.*\.pyc?$)")
"""PyAV's AUTHORS.py is the program that writes AUTHORS.rst."""
SPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # RFC 4122: names that are URLs
LOADER_LICENCE = "GPL-2.0-or-later WITH Bootloader-exception"
NO_TEXT = "No licence text comes with it; above is what it declares."
UNDECLARED = {"peewee": "MIT"}
"""What a wheel does not say of itself, its source does."""
PREFACE = """\
Restitch is free software under the GNU General Public License, version 3 or later: see LICENSE.
It comes with the work of others, whose licences follow. What is linked into native libraries is
listed in SBOM.cdx.json. FFmpeg comes with PyAV (av) and, without encoders, with OpenCV; PyAV's
holds libx264 and libx265, which are under the GPL, version 2 or later, so that the GPL holds for
FFmpeg as it is here. Qt and PySide6 are used under the LGPL, version 3, which is printed below and
adds to the GPL; their libraries are files of their own that may be replaced.
"""


def main() -> None:
    folder = Path(sys.argv[1])
    inside = sorted(frozen_distributions(folder), key=lambda one: one.name.lower())
    host = host_packages(folder)
    write(folder / "SBOM.cdx.json", json.dumps(sbom(folder, inside, host), indent=1) + "\n")
    write(folder / "THIRD-PARTY.txt", notices(inside, host))
    write(folder / "LICENSE", (HERE.parent / "LICENSE").read_text(encoding="utf-8"))
    print(f"{len(inside)} distributions, {len(host)} packages of this system")


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def frozen_distributions(folder: Path) -> Iterator[Distribution]:
    """Those of which a module or a file is in the folder."""
    internal = folder / "_internal"
    there = {name.split(".")[0] for name in modules(folder)}
    there |= {path.name.split(".")[0] for path in internal.iterdir()}
    for one in distributions():
        tops = {Path(str(file)).parts[0].split(".")[0] for file in one.files or ()}
        tops -= {"..", "__pycache__", "bin"}
        is_builder = one.name.lower() in {"pip", "setuptools", "wheel"}
        if tops & there and not is_builder and one.name not in OWN_NAMES:
            yield one


def host_packages(folder: Path) -> dict[str, str]:
    """Packages of a Debian build machine whose libraries were taken along, with their versions."""
    found: dict[str, str] = {}
    for path in sorted((folder / "_internal").glob("lib*.so*")):
        if path.is_symlink() or path.name.startswith("libpython"):
            continue
        asked = ["dpkg-query", "--search", f"*/{path.name}"]
        try:
            owner = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
        except (OSError, subprocess.CalledProcessError):
            continue
        package = owner.split(":")[0]
        shown = ["dpkg-query", "--show", "--showformat", "${Version}", package]
        found[package] = subprocess.run(
            shown, check=True, capture_output=True, text=True
        ).stdout.split(" ")[0]
    return found


def sbom(folder: Path, inside: list[Distribution], host: dict[str, str]) -> dict[str, Any]:
    made_at = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    components = [distribution(one) for one in inside]
    components.append(
        component("application", "CPython", sys.version.split()[0], "PSF-2.0", "generic/python")
    )
    components.append(
        component("application", "PyInstaller loader", loader_version(), LOADER_LICENCE, "")
    )
    components += [
        component("library", name, number, "", f"deb/debian/{name}")
        for name, number in host.items()
    ]
    components += list(native_files(folder))
    content = json.dumps(components, sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(SPACE, content)}",
        "version": 1,
        "metadata": {
            "timestamp": made_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": "restitch",
                "name": "restitch",
                "version": version(),
                "licenses": [{"license": {"id": "GPL-3.0-or-later"}}],
            },
        },
        "components": components,
    }


def component(kind: str, name: str, number: str, licence: str, purl: str) -> dict[str, Any]:
    made: dict[str, Any] = {"type": kind, "name": name, "version": number}
    if purl:
        made["purl"] = f"pkg:{purl}@{number}"
    if licence:
        made["licenses"] = [{"license": {"name": licence}}]
    return made


def distribution(one: Distribution) -> dict[str, Any]:
    name = re.sub(r"[-_.]+", "-", one.name).lower()
    made = component("library", one.name, one.version, licence(one), f"pypi/{name}")
    if parts := list(told_by_wheel(one)):
        made["components"] = parts
    return made


def told_by_wheel(one: Distribution) -> Iterator[dict[str, Any]]:
    """What the wheel's own lists say is linked into it (PEP 770)."""
    seen = set()
    for file in one.files or ():
        if ".dist-info/sboms/" not in str(file).replace("\\", "/"):
            continue
        told = json.loads(Path(str(one.locate_file(file))).read_text(encoding="utf-8"))
        for part in told.get("components", ()):
            known = (part["name"], part.get("version"))
            if known in seen or part["name"].replace("_", "-").lower() == one.name.lower():
                continue
            seen.add(known)
            kept = ("type", "name", "version", "purl", "licenses")
            yield {key: part[key] for key in kept if key in part}


def licence(one: Distribution) -> str:
    told = one.metadata.get("License-Expression") or one.metadata.get("License") or ""
    if not told or "\n" in told:
        classes = one.metadata.get_all("Classifier") or []
        told = ", ".join(name.split(" :: ")[-1] for name in classes if name.startswith("License"))
    return told or UNDECLARED.get(one.name, "")


def native_files(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and is_native(path):
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            name = path.relative_to(folder).as_posix()
            yield {"type": "file", "name": name, "hashes": [{"alg": "SHA-256", "content": digest}]}


def loader_version() -> str:
    from PyInstaller import __version__

    return str(__version__)


def notices(inside: list[Distribution], host: dict[str, str]) -> str:
    """Every licence in full, one part after another."""
    parts = [PREFACE]
    for one in inside:
        texts = [text for _name, text in licence_texts(one)] or [NO_TEXT]
        parts.append(part(f"{one.name} {one.version}", licence(one), texts))
    python = Path(sys.base_prefix) / "lib" / f"python3.{sys.version_info.minor}" / "LICENSE.txt"
    python = python if python.is_file() else Path(sys.base_prefix) / "LICENSE.txt"
    parts.append(part(f"Python {sys.version.split()[0]}", "PSF-2.0", [read(python)]))
    parts.append(part(f"PyInstaller's loader {loader_version()}", LOADER_LICENCE, [loader_text()]))
    for name, number in host.items():
        text = read(Path("/usr/share/doc") / name / "copyright")
        parts.append(part(f"{name} {number} (Debian)", "", [text]))
    parts.append(part("Qt and PySide6", "LGPL-3.0", [read(HERE / "licences" / "LGPL-3.txt")]))
    icons = HERE.parent / "restitch_app" / "resources" / "icons" / "LICENSE"
    parts.append(part("Lucide's icons", "ISC", [read(icons)]))
    return "\n".join(parts)


def part(title: str, licence_name: str, texts: list[str]) -> str:
    head = f"{'=' * 80}\n{title}\n{licence_name}".rstrip()
    return "\n\n".join([head, *(text.strip() for text in texts)]) + "\n"


def licence_texts(one: Distribution) -> Iterator[tuple[str, str]]:
    for file in sorted(one.files or (), key=str):
        if ".dist-info" in str(file) and LICENCE_NAME.match(Path(str(file)).name):
            yield str(file), read(Path(str(one.locate_file(file))))


def loader_text() -> str:
    for one in distributions():
        if one.name.lower() == "pyinstaller":
            return "\n".join(text for _name, text in licence_texts(one))
    return NO_TEXT


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else NO_TEXT


if __name__ == "__main__":
    main()
