"""Qt Linguist's .ts files: read, brought up to date, written, compiled."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import PySide6

CONTEXT = "restitch"
TAGS = {"de": "de_DE", "zh": "zh_CN"}
PLACE = re.compile(r"\{(\w+)\}")
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def read(file: Path) -> dict[str, str]:
    """Source to translation, "" where there is none yet; empty where the file is missing."""
    if not file.exists():
        return {}
    root = ElementTree.parse(file).getroot()
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in root.iter("message")
    }


def write(file: Path, language: str, messages: Mapping[str, str]) -> None:
    """One message a text, in the order of the alphabet; the file is never half-written."""
    lines = [f'<TS version="2.1" language="{TAGS[language]}" sourcelanguage="en">', "<context>"]
    lines.append(f"<name>{CONTEXT}</name>")
    for source, translation in sorted(messages.items()):
        lines.append(f"<message><source>{_xml(source)}</source>")
        state = "" if translation else ' type="unfinished"'
        lines.append(f"<translation{state}>{_xml(translation)}</translation></message>")
    lines += ["</context>", "</TS>", ""]
    half = file.with_suffix(".ts.new")
    half.write_text(HEAD + "\n".join(lines), "utf-8", newline="\n")
    half.replace(file)


def updated(old: Mapping[str, str], sources: Iterable[str]) -> dict[str, str]:
    """For these sources; a translation whose template only renamed its places is taken over."""
    kept = {source: old.get(source, "") for source in sources}
    gone = {_unnamed(one): (one, done) for one, done in old.items() if done and one not in kept}
    for source, translation in kept.items():
        if not translation and _unnamed(source) in gone:
            before, done = gone[_unnamed(source)]
            names = dict(zip(PLACE.findall(before), PLACE.findall(source), strict=True))
            kept[source] = PLACE.sub(lambda found: f"{{{names[found[1]]}}}", done)  # noqa: B023
    return kept


def misfit(source: str, translation: str, *, is_template: bool) -> str:
    """Why a translation cannot stand for its source; empty where it can."""
    if not translation.strip():
        return "it is empty"
    if is_template and (wanted := {*PLACE.findall(source)}) != (
        got := {*PLACE.findall(translation)}
    ):
        return f"it has the places {sorted(got)}, not {sorted(wanted)}"
    if is_template and PLACE.sub("", translation).replace("{{", "").replace("}}", "").count("{"):
        return "a brace is open"
    if source.endswith("…") != translation.endswith("…"):
        return "one of them ends with …, the other does not"
    return ""


def compile_catalogue(file: Path) -> None:
    """With the lrelease that PySide6 brings; OSError or CalledProcessError where it fails."""
    suffix = ".exe" if sys.platform == "win32" else ""
    program = Path(PySide6.__file__).parent / f"lrelease{suffix}"
    target = file.with_suffix(".qm")
    half = file.with_suffix(".qm.new")
    subprocess.run(
        [program, "-silent", "-nounfinished", file, "-qm", half], check=True, timeout=120
    )
    half.replace(target)


def _unnamed(text: str) -> str:
    return PLACE.sub("{}", text)


def _xml(text: str) -> str:
    """lrelease and ElementTree both end lines with \\n only."""
    return escape(text)
