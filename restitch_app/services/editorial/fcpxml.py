"""The scene as FCPXML, for Final Cut Pro, DaVinci Resolve and what else reads it.

Own code: OpenTimelineIO's adapter leaves the frame duration empty at the rates that video models
make (16 frames a second), and no program reads that. Pictures only: sound lies in the film itself.
Source: Apple, "FCPXML Reference", version 1.10: every time is a fraction of seconds, and a
marker's start counts in its clip's own time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

from restitch_app.media.atomic import atomic_file
from restitch_app.services.editorial.scene_cut import CutClip, CutMark, SceneCut

VERSION = "1.10"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fcpxml>\n'
FORMAT = "r1"


@dataclass(frozen=True, slots=True)
class _Marker:
    scene_frame: int
    value: str
    note: str = ""


def fcpxml(cut: SceneCut) -> str:
    """One project with one sequence; each file is one asset, however often it plays."""
    root = ElementTree.Element("fcpxml", version=VERSION)
    resources = ElementTree.SubElement(root, "resources")
    ElementTree.SubElement(
        resources,
        "format",
        id=FORMAT,
        frameDuration=_time(1, cut.rate),
        width=str(cut.width),
        height=str(cut.height),
    )
    assets = _assets(resources, cut)
    library = ElementTree.SubElement(root, "library")
    event = ElementTree.SubElement(library, "event", name=_printable(cut.project))
    project = ElementTree.SubElement(event, "project", name=_printable(cut.scene))
    sequence = ElementTree.SubElement(
        project,
        "sequence",
        format=FORMAT,
        duration=_time(cut.frames, cut.rate),
        tcStart="0s",
        tcFormat="NDF",
    )
    spine = ElementTree.SubElement(sequence, "spine")
    markers = _markers(cut)
    for clip in cut.clips:
        _asset_clip(spine, clip, assets[clip.path], cut.rate, markers)
    ElementTree.indent(root)
    return HEAD + ElementTree.tostring(root, encoding="unicode") + "\n"


def write_fcpxml(cut: SceneCut, out: Path) -> None:
    """`out` appears whole. Raises StorageError."""
    with atomic_file(out) as unfinished:
        unfinished.write_text(fcpxml(cut), encoding="utf-8", newline="\n")


def _assets(resources: ElementTree.Element, cut: SceneCut) -> dict[Path, str]:
    """The id of each file's asset."""
    ids: dict[Path, str] = {}
    for clip in cut.clips:
        if clip.path in ids:
            continue
        ids[clip.path] = f"r{len(ids) + 2}"
        asset = ElementTree.SubElement(
            resources,
            "asset",
            id=ids[clip.path],
            name=clip.name,
            start="0s",
            duration=_time(clip.file_frames, cut.rate),
            hasVideo="1",
            format=FORMAT,
            videoSources="1",
        )
        ElementTree.SubElement(asset, "media-rep", kind="original-media", src=clip.path.as_uri())
    return ids


def _asset_clip(
    spine: ElementTree.Element,
    clip: CutClip,
    asset: str,
    rate: Fraction,
    markers: Sequence[_Marker],
) -> None:
    placed = ElementTree.SubElement(
        spine,
        "asset-clip",
        ref=asset,
        name=clip.name,
        offset=_time(clip.scene_start, rate),
        start=_time(clip.frames.start, rate),
        duration=_time(len(clip.frames), rate),
        tcFormat="NDF",
    )
    for one in markers:
        inside = one.scene_frame - clip.scene_start
        if 0 <= inside < len(clip.frames):
            marker = ElementTree.SubElement(
                placed,
                "marker",
                start=_time(clip.frames.start + inside, rate),
                duration=_time(1, rate),
                value=_printable(one.value),
            )
            if one.note:
                marker.set("note", _printable(one.note))


def _markers(cut: SceneCut) -> tuple[_Marker, ...]:
    return tuple(_of_boundaries(cut.marks)) + tuple(
        _Marker(note.scene_frame, note.text, note.author) for note in cut.notes
    )


def _of_boundaries(marks: Sequence[CutMark]) -> Iterator[_Marker]:
    for mark in marks:
        told = (mark.text, mark.cause, mark.treatment, mark.decision, mark.reason)
        note = " · ".join(part for part in told if part)
        yield _Marker(mark.scene_frame, f"Boundary {mark.label}: {mark.seen_as}", note)


def _time(frames: int, rate: Fraction) -> str:
    """ "81/16s", or "5s" where it comes out whole."""
    seconds = Fraction(frames) / rate
    if seconds.denominator == 1:
        return f"{seconds.numerator}s"
    return f"{seconds.numerator}/{seconds.denominator}s"


def _printable(text: str) -> str:
    """Without control characters, which XML 1.0 cannot hold however they are written."""
    return "".join(one if one.isprintable() else " " for one in text)
