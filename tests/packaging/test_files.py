"""What the packages say of themselves agrees: with pyproject.toml, and from system to system."""

from __future__ import annotations

import plistlib
import re
import tomllib
import xml.etree.ElementTree as ET
from configparser import RawConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
MIME_TYPE = "application/x-restitch-project"
LOCK = (PACKAGING / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def read(name: str) -> str:
    return (PACKAGING / name).read_text(encoding="utf-8")


def test_every_dependency_is_pinned_with_hashes() -> None:
    pinned = re.findall(r"^([a-z0-9-]+)==\S+ (?:; .+ )?\\\n    --hash=sha256:", LOCK, re.M)
    for wanted in PROJECT["dependencies"]:
        name = re.match(r"[A-Za-z0-9_-]+", wanted)
        assert name is not None
        assert name[0].lower() in pinned, f"{name[0]} is not locked: make requirements"
    assert len(pinned) == len(re.findall(r"^[a-z]", LOCK, re.M)), "one has no hash"
    assert "http" not in LOCK


def test_every_system_opens_the_same_kind_of_file() -> None:
    desktop = RawConfigParser()
    desktop.optionxform = str  # type: ignore[assignment,method-assign]  # names keep their case
    desktop.read_string(read("linux/org.restitch.Restitch.desktop"))
    entry = desktop["Desktop Entry"]
    assert entry["MimeType"] == f"{MIME_TYPE};"
    assert entry["Exec"] == "restitch-window %f"
    kinds = ET.fromstring(read("linux/restitch.xml"))
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    (kind,) = kinds.findall(f"{space}mime-type")
    assert kind.get("type") == MIME_TYPE
    assert [one.get("pattern") for one in kind.findall(f"{space}glob")] == ["*.restitch"]
    bundle = plistlib.loads((PACKAGING / "macos/Info.plist").read_bytes())
    (told,) = bundle["UTExportedTypeDeclarations"]
    tags = told["UTTypeTagSpecification"]
    assert tags["public.mime-type"] == [MIME_TYPE]
    assert tags["public.filename-extension"] == ["restitch"]
    assert bundle["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [told["UTTypeIdentifier"]]
    installer = read("windows/restitch.nsi")
    assert MIME_TYPE in installer
    assert r'"$INSTDIR\restitch-window.exe" "%1"' in installer


@pytest.mark.parametrize(
    "name",
    [
        "linux/control.in",
        "linux/org.restitch.Restitch.metainfo.xml.in",
        "windows/restitch.nsi",
        "macos/Info.plist",
        "restitch.spec",
    ],
)
def test_the_version_stands_in_pyproject_alone(name: str) -> None:
    assert PROJECT["version"] not in read(name).replace("-DVERSION=0.1.0", "")


def test_the_store_page_names_what_is_installed() -> None:
    page = ET.fromstring(read("linux/org.restitch.Restitch.metainfo.xml.in"))
    assert page.findtext("provides/mediatype") == MIME_TYPE
    assert page.findtext("launchable") == "org.restitch.Restitch.desktop"
    pictures = [one.text or "" for one in page.findall("screenshots/screenshot/image")]
    assert pictures
    for picture in pictures:
        assert (PACKAGING / "screenshots" / picture.rpartition("/")[2]).is_file(), picture


def test_addresses_are_told_to_the_build_and_placeholders_stand_in_one_place() -> None:
    texts = [
        *PACKAGING.rglob("*.in"),
        *PACKAGING.rglob("*.desktop"),
        PACKAGING / "macos/Info.plist",
    ]
    placeholders = [str(one) for one in texts if "example." in one.read_text(encoding="utf-8")]
    assert not placeholders
    workflow = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    told = re.findall(r'environ\.get\("(RESTITCH_\w+)"\)', read("pack_linux.py"))
    assert told
    for name in told:
        assert f"  {name}: " in workflow, f"releases have a placeholder: {name}"
