"""Does what the program rests on work on this computer? Its own small material; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

import av
import numpy as np
from PIL import Image

from restitch_app.analysis.arrays import Gray
from restitch_app.analysis.flow import dis_flow
from restitch_app.analysis.ssim import ssim
from restitch_app.domain.errors import RestitchError
from restitch_app.media.encode import encode_clip
from restitch_app.media.luma import luma
from restitch_app.media.reader import open_reader

Facts = Mapping[str, object]

WIDTH, HEIGHT, FRAMES = 192, 128, 24
RATE = Fraction(16)
SHIFT_PX = 4
LEAST_LIKENESS = 0.95
"""SSIM of a frame that was encoded visually lossless, against itself."""
CODECS = ("h264", "hevc", "vp9", "av1", "prores", "ffv1", "mpeg4", "aac", "png", "webp")
"""What clips and films come in. Decoders; each has to be in the FFmpeg that came along."""
LEAST_COLOURS = 500
"""In a photograph of the window with a scene in it; an empty one has a few dozen."""
RESOURCES = ("guide", "icons", "report", "workflows")


class SelfTestFailed(RestitchError):
    """Something that the program needs is missing or does not work as it must."""

    code = "self_test"


@dataclass(frozen=True, slots=True)
class StepResult:
    """What one step came to; `problem` is empty when it passed."""

    name: str
    facts: Facts
    problem: str
    seconds: float


def check_resources() -> Facts:
    """Files that lie beside the program. Raises SelfTestFailed for one that is not there."""
    folder = files("restitch_app") / "resources"
    counts: dict[str, object] = {}
    for name in RESOURCES:
        part = folder / name
        counts[name] = len(list(part.iterdir())) if part.is_dir() else 0
        if not counts[name]:
            raise SelfTestFailed("Files of the program are missing", f"resources/{name} is empty")
    return counts


def check_codecs(folder: Path) -> Facts:
    """Encode a moving pattern and decode it, frame by frame. Raises SelfTestFailed, MediaError."""
    missing = [name for name in CODECS if name not in av.codecs_available]
    if missing:
        raise SelfTestFailed("Codecs are missing", ", ".join(missing))
    path = folder / "pattern.mp4"
    encode_clip(path, _pattern_frames(), RATE)
    with open_reader(path) as reader:
        count = reader.frame_count
        found = [luma(reader.frame(number)) for number in (FRAMES - 1, 0)]
    wanted = (_pattern(FRAMES - 1), _pattern(0))
    likeness = min(ssim(a, b) for a, b in zip(found, wanted, strict=True))
    if count != FRAMES or likeness < LEAST_LIKENESS:
        raise SelfTestFailed(
            "A film does not come back as it was written",
            f"{count} of {FRAMES} frames, SSIM {likeness:.3f}",
        )
    return {"frames": count, "ssim": round(likeness, 4), "decoders": list(CODECS)}


def check_measures() -> Facts:
    """SSIM and optical flow on what is known. Raises SelfTestFailed."""
    still, moved = _pattern(0), _pattern(1)
    same, other = ssim(still, still), ssim(still, moved)
    flow = dis_flow(still, moved)
    middle = flow[HEIGHT // 4 : -HEIGHT // 4, WIDTH // 4 : -WIDTH // 4]
    across = abs(float(np.median(middle[..., 0])))
    if not (abs(same - 1) < 1e-6 and other < 0.99 and abs(across - SHIFT_PX) < 1):
        raise SelfTestFailed(
            "Pictures are measured wrongly",
            f"SSIM {same:.6f} and {other:.3f}; motion {across:.2f} px, not {SHIFT_PX}",
        )
    return {"ssim_same": round(same, 6), "ssim_other": round(other, 4), "motion_px": across}


def check_picture(path: Path) -> Facts:
    """A photograph that shows something. Raises SelfTestFailed where it is empty."""
    with Image.open(path) as picture:
        size = picture.size
        colours = len(picture.convert("RGB").getcolors(size[0] * size[1]) or ())
    if colours < LEAST_COLOURS:
        raise SelfTestFailed("The window shows nothing", f"{path}: {colours} colours")
    return {"width": size[0], "height": size[1], "colours": colours}


def _pattern(number: int) -> Gray:
    """Soft waves that move to the right by SHIFT_PX for each number; uint8 (HEIGHT, WIDTH)."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    across = columns - SHIFT_PX * number
    waves = np.sin(across / 7) + np.sin(rows / 5 + across / 11) + np.sin((rows + across) / 17)
    return np.asarray(128 + 38 * waves, np.uint8)


def _pattern_frames() -> Iterator[av.VideoFrame]:
    for number in range(FRAMES):
        grey = _pattern(number)
        yield av.VideoFrame.from_ndarray(np.stack([grey] * 3, axis=-1), format="rgb24")
