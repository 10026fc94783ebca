"""Frame n of the player is frame n of the export, whatever the clips were made with.

Random scenes of the codecs below, mixed, trimmed and patched; 150 with RESTITCH_TORTURE set.
"""

from __future__ import annotations

import os
import random
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pytest

from restitch_app.media.index import build_index
from restitch_app.media.patch import write_patch
from restitch_app.media.reader import open_reader
from tests.clips import numbered_clip
from tests.media.stitching import RATE
from tests.media.test_stitch import Piece, stitched

SCENES = 150 if os.environ.get("RESTITCH_TORTURE") else 8
FRAMES = (1, 2, 9, 17, 25)
SIZES = ((96, 64), (98, 66), (128, 64))
ODD_SIZES = ((97, 65), (99, 64))


@dataclass(frozen=True)
class Make:
    """How a clip is encoded; `options` are chosen among."""

    codec: str
    suffixes: tuple[str, ...]
    options: tuple[Mapping[str, str], ...]
    pixel_formats: tuple[str, ...] = ("yuv420p",)
    takes_odd_sizes: bool = False
    can_vary: bool = True
    """Variable rate in its containers."""
    least_frames: int = 1


MAKES = (
    Make(
        "libx264",
        (".mp4", ".mov", ".mkv"),
        (
            {},
            {"bf": "3", "g": "8"},
            {"bf": "0"},
            {"x264-params": "open-gop=1:keyint=8:bframes=3"},
        ),
        ("yuv420p", "yuv420p", "yuv444p", "yuv420p10le"),
    ),
    Make(
        "libx265",
        (".mp4", ".mkv"),
        (
            {"crf": "12", "preset": "ultrafast", "x265-params": "log-level=none"},
            {"crf": "12", "x265-params": "log-level=none:keyint=8:open-gop=1:bframes=3"},
        ),
        least_frames=9,  # what it says of one or two frames, FFmpeg cannot write now and then
    ),
    Make(
        "libvpx-vp9",
        (".webm", ".mkv"),
        ({"crf": "10", "b": "0", "cpu-used": "8"},),
        takes_odd_sizes=True,
    ),
    Make("libsvtav1", (".mp4", ".mkv"), ({"crf": "12", "preset": "12"},)),
    Make(
        "mpeg4",
        (".mp4", ".avi"),
        ({"qscale": "2"}, {"qscale": "2", "bf": "2"}),
        takes_odd_sizes=True,
        can_vary=False,
    ),
    Make("prores_ks", (".mov",), ({"profile": "3"},), ("yuv422p10le",)),
)


@pytest.mark.parametrize("seed", range(SCENES))
def test_every_frame_is_the_player_s(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    # Each codec comes in turn, beside what chance adds.
    makes = [MAKES[seed % len(MAKES)], *chance.choices(MAKES, k=chance.randint(1, 3))]
    pieces: list[Piece] = []
    for number, make in enumerate(makes):
        clip = _clip(tmp_path / f"clip{number}", make, chance)
        pieces += _pieces(clip, tmp_path / f"patch{number}.mkv", chance)
    stitched(tmp_path / f"film{chance.choice(['.mp4', '.mov', '.mkv'])}", *pieces)


def _clip(stem: Path, make: Make, chance: random.Random) -> Path:
    frames = max(make.least_frames, chance.choice(FRAMES))
    sizes = SIZES + (ODD_SIZES if make.takes_odd_sizes else ())
    times = None
    if make.can_vary and chance.random() < 0.3:
        times = tuple(accumulate(chance.choices((1, 2, 3), k=frames - 1), initial=0))
    return numbered_clip(
        stem.with_suffix(chance.choice(make.suffixes)),
        frames,
        size=chance.choice(sizes),
        codec=make.codec,
        options=chance.choice(make.options),
        pixel_format=chance.choice(make.pixel_formats),
        pts=times,
        time_base=1 / (4 * RATE) if times else None,
        sound_s=frames / 16 if chance.random() < 0.4 and make.suffixes[0] != ".webm" else 0.0,
    )


def _pieces(clip: Path, patch: Path, chance: random.Random) -> list[Piece]:
    """What plays of a clip: some of its frames, maybe with a patch in place of the last ones."""
    count = len(build_index(clip))
    start = chance.choice([0, 0, chance.randrange(count)])
    stop = chance.choice([count, count, chance.randint(start + 1, count)])
    replaced = chance.choice([0, 0, min(3, stop - start - 1)])
    if not replaced:
        return [(clip, start, stop)]
    with open_reader(clip) as reader:
        write_patch(patch, list(reader.frames(stop - replaced, stop)), RATE)
    return [(clip, start, stop - replaced), (patch, 0, replaced)]
