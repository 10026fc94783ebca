"""Masters: every frame there, in its place, as good as the form allows, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from restitch_app.domain.errors import JobCancelled, MediaError, StorageError, WrongUse
from restitch_app.domain.masters import MasterKind
from restitch_app.domain.progress import JobContext
from restitch_app.domain.spans import Span
from restitch_app.media.luma import rgb
from restitch_app.media.master import MasterReport, write_master
from tests.clips import number_of, numbered_clip
from tests.media.stitching import RATE, frame_hash, frame_hashes, spans_of, wanted_frames

NAMES = {MasterKind.PRORES: "m.mov", MasterKind.FFV1: "m.mkv", MasterKind.PNG: "pictures"}


@pytest.fixture
def spans(tmp_path: Path) -> tuple[Span, ...]:
    """Frames 3 to 9 of one clip, 0 to 4 of another."""
    one = numbered_clip(tmp_path / "one.mp4", 12, sound_s=0.8)
    two = numbered_clip(tmp_path / "two.mp4", 6)
    return spans_of((one, 3, 9), (two, 0, 4))


def written(kind: MasterKind, spans: Sequence[Span], out: Path) -> MasterReport:
    return write_master(kind, spans, Path, out, RATE)


@pytest.mark.parametrize("kind", [MasterKind.PRORES, MasterKind.FFV1])
def test_a_master_holds_every_frame_once_at_the_scenes_rate(
    tmp_path: Path, spans: tuple[Span, ...], kind: MasterKind
) -> None:
    out = tmp_path / NAMES[kind]
    report = written(kind, spans, out)
    with av.open(str(out)) as container:
        video, sound = container.streams.video[0], container.streams.audio[0]
        assert video.codec_context.name.startswith(kind.value)
        assert sound.codec_context.name == "pcm_s24le"
        frames = list(container.decode(video))
    assert [number_of(frame) for frame in frames] == [3, 4, 5, 6, 7, 8, 0, 1, 2, 3]
    for number, frame in enumerate(frames):
        assert float((frame.pts or 0) * (frame.time_base or 0)) == pytest.approx(
            number / float(RATE), abs=0.001
        )
    assert (report.frames, report.has_sound) == (10, True)
    assert report.size_bytes == out.stat().st_size


def test_ffv1_loses_nothing(tmp_path: Path, spans: tuple[Span, ...]) -> None:
    out = tmp_path / "m.mkv"
    written(MasterKind.FFV1, spans, out)
    assert frame_hashes(out) == [frame_hash(frame) for frame in wanted_frames(spans)]


def test_prores_is_close_and_has_ten_bits(tmp_path: Path, spans: tuple[Span, ...]) -> None:
    out = tmp_path / "m.mov"
    written(MasterKind.PRORES, spans, out)
    with av.open(str(out)) as container:
        assert container.streams.video[0].codec_context.pix_fmt == "yuv422p10le"
        for found, source in zip(container.decode(video=0), wanted_frames(spans), strict=True):
            apart = rgb(found).astype(float) - rgb(source).astype(float)
            assert 10 * np.log10(255**2 / max(float(np.mean(apart**2)), 1e-9)) > 38


def test_pictures_are_a_whole_folder_of_numbered_files(
    tmp_path: Path, spans: tuple[Span, ...]
) -> None:
    out = tmp_path / "pictures"
    report = written(MasterKind.PNG, spans, out)
    files = sorted(out.iterdir())
    assert [file.name for file in files] == [f"frame_{one:06}.png" for one in range(1, 11)]
    assert report.size_bytes == sum(file.stat().st_size for file in files)
    for file, source in zip(files, wanted_frames(spans), strict=True):
        picture = cv2.cvtColor(np.asarray(cv2.imread(str(file))), cv2.COLOR_BGR2RGB)
        assert np.array_equal(picture, rgb(source))


@pytest.mark.parametrize("kind", MasterKind)
def test_a_cancelled_master_leaves_nothing(
    tmp_path: Path, spans: tuple[Span, ...], kind: MasterKind
) -> None:
    def cancel_late(progress: object) -> None:
        if getattr(progress, "done", 0) >= 4:
            ctx.cancel()

    ctx = JobContext(cancel_late)
    before = set(tmp_path.iterdir())
    with pytest.raises(JobCancelled):
        write_master(kind, spans, Path, tmp_path / NAMES[kind], RATE, ctx)
    assert set(tmp_path.iterdir()) == before


def test_names_that_do_not_fit_are_refused(tmp_path: Path, spans: tuple[Span, ...]) -> None:
    with pytest.raises(WrongUse, match=r"ends in \.mov"):
        written(MasterKind.PRORES, spans, tmp_path / "m.mp4")
    (tmp_path / "pictures").mkdir()
    with pytest.raises(WrongUse, match="there already"):
        written(MasterKind.PNG, spans, tmp_path / "pictures")
    with pytest.raises(StorageError, match="does not exist"):
        written(MasterKind.PNG, spans, tmp_path / "none" / "pictures")
    with pytest.raises(MediaError, match="no frames"):
        written(MasterKind.PNG, (), tmp_path / "empty")


def test_another_size_is_fitted_to_the_first(tmp_path: Path) -> None:
    one = numbered_clip(tmp_path / "one.mp4", 3)
    two = numbered_clip(tmp_path / "two.mp4", 3, size=(160, 96))
    out = tmp_path / "m.mkv"
    written(MasterKind.FFV1, spans_of((one, 0, 3), (two, 0, 3)), out)
    with av.open(str(out)) as container:
        sizes = {(frame.width, frame.height) for frame in container.decode(video=0)}
    assert len(sizes) == 1
