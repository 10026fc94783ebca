"""Cuts read from what editing programs write: CMX 3600 lists and OpenTimelineIO.

A list of one source that runs through it in order says where that source is cut; a list of many
sources says where the film is cut that was made of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.domain.errors import StorageError, WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.timecode import frame_at_timecode

if TYPE_CHECKING:
    import opentimelineio as otio
    from opentimelineio.opentime import RationalTime

MOST_BYTES = 64 << 20
_CODE = r"\d{2}:\d{2}:\d{2}[:;]\d{2}"
_EVENT = re.compile(
    rf"\s*\d+\s+(?P<reel>\S+)\s+(?P<track>\S+)\s+(?P<kind>[CDWK]\S*)(?:\s+\d+)?\s+"
    rf"(?P<a>{_CODE})\s+(?P<b>{_CODE})\s+(?P<c>{_CODE})\s+(?P<d>{_CODE})\s*"
)


@dataclass(frozen=True, slots=True)
class ListedCut:
    """Frames of a source, and where they lie in the film."""

    source: str
    taken: FrameRange
    shown: FrameRange


def edl_ranges(path: Path, rate: Fraction, frame_count: int) -> list[FrameRange]:
    """Of the clip that the list cuts. Raises StorageError, WrongUse for a list that is none."""
    cuts = []
    for line in _text(path).splitlines():
        found = _EVENT.fullmatch(line)
        if found is None or not found["track"].upper().startswith(("V", "B", "AA/V")):
            continue
        a, b, c, d = (frame_at_timecode(found[name], rate) for name in "abcd")
        if a < b and c < d:  # the first half of a dissolve lasts nothing
            cuts.append(ListedCut(found["reel"], FrameRange(a, b), FrameRange(c, d)))
    return ranges_of(cuts, frame_count)


def otio_ranges(path: Path, rate: Fraction, frame_count: int) -> list[FrameRange]:
    """By the first track with pictures. Raises StorageError, WrongUse for a file that is none."""
    # Loaded here: it takes a tenth of a second that nothing else needs.
    import opentimelineio as otio
    from opentimelineio.exceptions import OTIOError

    try:
        root = otio.adapters.read_from_string(_text(path), "otio_json")
        tracks = root.video_tracks() if isinstance(root, otio.schema.Timeline) else []
        cuts = [
            _cut(clip, rate)
            for clip in (tracks[0].find_clips() if tracks else [])
            if clip.trimmed_range().duration.value > 0
        ]
    except (OTIOError, ValueError, TypeError) as error:
        raise WrongUse(
            f"{path.name} cannot be read as a timeline", str(error), "Export it again as .otio"
        ) from error
    return ranges_of(cuts, frame_count)


def ranges_of(cuts: Sequence[ListedCut], frame_count: int) -> list[FrameRange]:
    """In the clip's own count. Where the list goes beyond it, the clip is taken to begin with the
    first frame that the list knows: files begin at any timecode, 01:00:00:00 often."""
    taken, shown = [cut.taken for cut in cuts], [cut.shown for cut in cuts]
    is_one = len({cut.source for cut in cuts}) == 1
    runs_on = all(left.stop <= right.start for left, right in pairwise(taken))
    ranges = taken if is_one and runs_on else sorted(shown, key=lambda one: one.start)
    begins_later = bool(ranges) and ranges[-1].stop > frame_count
    start = ranges[0].start if begins_later else 0
    return [FrameRange(one.start - start, one.stop - start) for one in ranges]


def _cut(clip: otio.schema.Clip, rate: Fraction) -> ListedCut:
    taken, shown = clip.trimmed_range(), clip.range_in_parent()
    reference = clip.media_reference
    begins = reference.available_range.start_time if reference.available_range else None
    start = taken.start_time - begins if begins is not None else taken.start_time
    source = getattr(reference, "target_url", "") or clip.name
    return ListedCut(
        source,
        _range(start, taken.duration, rate),
        _range(shown.start_time, shown.duration, rate),
    )


def _range(start: RationalTime, duration: RationalTime, rate: Fraction) -> FrameRange:
    first = round(start.value_rescaled_to(float(rate)))
    return FrameRange(first, first + round(duration.value_rescaled_to(float(rate))))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES).decode("utf-8-sig", "replace")
    except OSError as error:
        raise StorageError(
            f"{path.name} cannot be read", error.strerror or str(error), "Check the path"
        ) from error
