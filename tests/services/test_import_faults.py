"""Importing whatever people have: exactly where it can be, else refused by name."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import threading
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from restitch_app.domain.errors import JobCancelled, MediaError, StorageError, WrongUse
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext, Progress
from restitch_app.domain.versions import Lineage
from restitch_app.media.reader import open_reader
from restitch_app.services.imports.clip_scan import file_sha256
from restitch_app.services.imports.importing import Imported
from restitch_app.services.workbench import Workbench
from restitch_app.store.errors import Refused
from tests.clips import RATE, SIZE, number_of, numbered_clip, numbered_picture
from tests.services.faulty import check_sound
from tests.services.scenes import chain_clips, imported, new_workbench, smoothed

FRAMES = 6


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workbench]:
    bench = new_workbench(tmp_path / "project")
    yield bench
    bench.project.close()


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return numbered_clip(tmp_path_factory.mktemp("good") / "good.mp4", FRAMES)


def snapshot(bench: Workbench) -> tuple[object, ...]:
    """Everything an import adds to: files with their content, scenes, events."""
    media = bench.project.folder / "media"
    files = {path: file_sha256(path) for path in media.rglob("*") if path.is_file()}
    store = bench.project.store
    return files, store.scenes.list(), store.events.list()


def numbers(bench: Workbench, result: Imported, index: int = 0) -> list[int]:
    """What the frames of an imported version say they are."""
    with open_reader(bench.project.path(result.versions[index].file)) as reader:
        return [number_of(frame) for frame in reader.frames()]


def _empty_file(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def _text(path: Path) -> Path:
    path.write_text("This is no clip, whatever its name says.\n" * 50)
    return path


def _truncated(path: Path) -> Path:
    whole = numbered_clip(path.with_name("whole.mp4"), 20).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def _sound_only(path: Path) -> Path:
    import av

    with av.open(path, "w") as container:
        stream = container.add_stream("aac", rate=44_100)
        silence = np.zeros((1, 1024), np.float32)
        for start in range(0, 44_100, 1024):
            frame = av.AudioFrame.from_ndarray(silence, "fltp", "mono")
            frame.sample_rate, frame.pts = 44_100, start
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def _still(path: Path) -> Path:
    Image.fromarray(numbered_picture(3)).save(path, "PNG")
    return path


def _vanished(path: Path) -> Path:
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def _smaller(path: Path) -> Path:
    return numbered_clip(path, FRAMES, size=(160, 96))


def _slower(path: Path) -> Path:
    return numbered_clip(path, FRAMES, rate=12)


def _two_sizes(path: Path) -> Path:
    """Motion JPEG: every packet is a picture by itself, also one of another size."""
    width, height = SIZE
    with av.open(str(path), "w", format="avi") as container:
        stream = container.add_stream("mjpeg", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuvj420p"
        other = av.VideoCodecContext.create("mjpeg", "w")
        other.width, other.height, other.pix_fmt = width // 2, height // 2, "yuvj420p"
        other.time_base = 1 / Fraction(RATE)
        for number in range(FRAMES):
            encoder = stream if number < 3 else other
            pixels = np.full((encoder.height, encoder.width, 3), 40 * number, np.uint8)
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24").reformat(format="yuvj420p")
            frame.pts, frame.time_base = number, 1 / Fraction(RATE)
            for packet in encoder.encode(frame):
                packet.stream, packet.time_base = stream, 1 / Fraction(RATE)
                packet.pts = packet.dts = number
                container.mux(packet)
    return path


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "zero bytes": (_empty_file, "empty"),
    "text": (_text, "cannot be read as a clip"),
    "truncated": (_truncated, "cannot be read as a clip"),
    "sound only": (_sound_only, "no video"),
    "vanished": (_vanished, "not there"),
    "a folder": (_folder, "odd one.mp4"),
    "two sizes in one": (_two_sizes, "Frame 4 is 96×56, the ones before are 192×112"),
    "another size": (_smaller, "160×96 at 16 fps, the others are 192×112"),
    "another rate": (_slower, "at 12 fps, the others are 192×112 at 16 fps"),
}


@pytest.mark.parametrize(("make", "words"), BAD.values(), ids=BAD.keys())
def test_a_bad_clip_is_refused_by_name_and_the_rest_goes_on(
    empty: Workbench, tmp_path: Path, good: Path, make: Callable[[Path], Path], words: str
) -> None:
    odd = make(tmp_path / "odd one.mp4")
    result = imported(empty, [good, odd, good])
    assert [refused.path for refused in result.refused] == [odd]
    assert words in f"{odd.name}: {result.refused[0].reason}"
    assert [version.sequence_index for version in result.versions] == [0, 1]
    assert len(list((empty.project.folder / "media/clips").iterdir())) == 2
    check_sound(empty)


@pytest.mark.parametrize("size", [(24, 96), (96, 16)])
def test_a_narrow_scene_is_checked_and_smoothed_without_its_motion(
    empty: Workbench, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Its pictures hold no optical flow: likeness decides alone."""
    result = imported(empty, chain_clips(tmp_path / "clips", 2, frames=9, size=size))
    boundary = empty.boundaries.at(result.scene, 0, JobContext())
    assert boundary.ssim is not None
    comparison = empty.remedies.compare(result.scene, 0, JobContext())
    assert comparison.offered
    assert smoothed(empty, result.scene, 0, "blend", 2).boundary.ssim is not None


def test_a_scene_too_narrow_to_be_compared_is_refused_by_name(
    empty: Workbench, tmp_path: Path
) -> None:
    with pytest.raises(MediaError, match="too narrow") as told:
        imported(empty, chain_clips(tmp_path / "clips", 2, frames=9, size=(16, 160)))
    assert "16×160" in told.value.detail


def test_when_all_are_refused_each_is_named_and_nothing_changes(
    empty: Workbench, tmp_path: Path
) -> None:
    before = snapshot(empty)
    bad = [_empty_file(tmp_path / "first.mp4"), _text(tmp_path / "second.webm")]
    with pytest.raises(MediaError) as told:
        imported(empty, [*bad, tmp_path / "third.mov"])
    for name in ("first.mp4", "second.webm", "third.mov"):
        assert name in told.value.detail
    assert snapshot(empty) == before


def test_a_clip_that_breaks_only_while_it_is_read_leaves_no_copy(
    empty: Workbench, tmp_path: Path, good: Path
) -> None:
    """Its index is whole, the pictures in the middle are not."""
    broken = numbered_clip(tmp_path / "broken.mp4", 40, gop=10, bframes=0)
    data = bytearray(broken.read_bytes())
    start = data.index(b"mdat") + 4 + 3000
    data[start : start + 6000] = bytes(6000)
    broken.write_bytes(data)
    result = imported(empty, [good, good, broken])
    assert [refused.path for refused in result.refused] == [broken]
    assert len(list((empty.project.folder / "media/clips").iterdir())) == 2
    assert len(result.versions) == 2
    check_sound(empty)


def test_a_clip_that_vanishes_after_it_was_probed_is_refused(
    empty: Workbench, tmp_path: Path, good: Path
) -> None:
    doomed = shutil.copy(good, tmp_path / "doomed.mp4")

    def at(progress: Progress) -> None:
        if progress.stage.startswith("Importing good"):
            Path(doomed).unlink(missing_ok=True)

    result = empty.importing.import_clips([good, Path(doomed)], JobContext(at))
    assert [refused.path.name for refused in result.refused] == ["doomed.mp4"]
    assert len(result.versions) == 1


EXACT: dict[str, Callable[[Path], Path]] = {
    "odd size": lambda folder: numbered_clip(
        folder / "odd.mkv", FRAMES, size=(193, 111), pixel_format="yuv444p"
    ),
    "10-bit": lambda folder: numbered_clip(folder / "deep.mp4", FRAMES, pixel_format="yuv420p10le"),
    "rotated": lambda folder: numbered_clip(folder / "turned.mp4", FRAMES, rotation_degrees=180),
    "variable rate": lambda folder: numbered_clip(
        folder / "vfr.mkv", FRAMES, pts=[0, 60, 130, 180, 270, 300], time_base=Fraction(1, 1000)
    ),
    "with sound": lambda folder: numbered_clip(folder / "sound.mp4", FRAMES, sound_s=0.4),
    "WebM": lambda folder: numbered_clip(
        folder / "clip.webm", FRAMES, codec="libvpx-vp9", options={"crf": "20"}
    ),
    "GIF": lambda folder: _animated(folder / "moving.gif", "GIF"),
    "WebP": lambda folder: _animated(folder / "moving.webp", "WEBP"),
    "APNG": lambda folder: _animated(folder / "moving.png", "PNG"),
}


def _animated(path: Path, kind: str) -> Path:
    pictures = [Image.fromarray(numbered_picture(number)) for number in range(FRAMES)]
    options: dict[str, object] = {"lossless": True} if kind == "WEBP" else {}
    pictures[0].save(
        path, kind, save_all=True, append_images=pictures[1:], duration=100, loop=0, **options
    )
    return path


@pytest.mark.parametrize("make", EXACT.values(), ids=EXACT.keys())
def test_an_unusual_clip_is_imported_frame_for_frame(
    empty: Workbench, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    clip = make(tmp_path)
    result = imported(empty, [clip])
    assert result.refused == ()
    version = result.versions[0]
    assert version.facts.frame_count == FRAMES
    if "turned" in clip.name:  # the numbers stand on their head there; upright they do not
        assert (version.facts.width, version.facts.height) == SIZE
    else:
        assert numbers(empty, result) == list(range(FRAMES))
    copies = (empty.project.folder / "media/clips").iterdir()
    assert file_sha256(clip) in {file_sha256(path) for path in copies}
    if clip.suffix in (".gif", ".webp", ".png") or "turned" in clip.name:
        assert len(result.notes) == 2
        assert result.notes[0].startswith(clip.name)
        assert result.notes[1].startswith(f"{clip.name} carries no workflow")
    check_sound(empty)


NAMES = ["clip (copy).mp4", "Клип 片段 🎬.mp4", "a" * 240 + ".mp4", "100% #1 'x' & y.mp4", ".mp4"]


def test_any_name_will_do_and_the_same_clip_may_come_twice(
    empty: Workbench, tmp_path: Path, good: Path
) -> None:
    paths = [Path(shutil.copy(good, tmp_path / name)) for name in NAMES]
    (tmp_path / "other").mkdir()
    twin = Path(shutil.copy(good, tmp_path / "other" / NAMES[0]))
    result = imported(empty, [*paths, twin, twin])
    assert result.refused == ()
    assert len(result.versions) == len(NAMES) + 2
    assert len({version.file for version in result.versions}) == len(NAMES) + 2
    assert all(len(Path(v.file).name) < 80 for v in result.versions)
    check_sound(empty)


@pytest.mark.parametrize(
    "scene", ["Сцена 片", "../../etc", "a" * 200, "con", "Scene 1 / take: 2", "!!!"]
)
def test_any_scene_name_makes_a_plain_file_name(empty: Workbench, good: Path, scene: str) -> None:
    result = empty.importing.import_clips([good], JobContext(), scene_name=scene)
    assert result.scene.name == scene
    path = empty.project.path(result.versions[0].file)
    assert path.resolve().parent == (empty.project.folder / "media/clips").resolve()
    check_sound(empty)


@pytest.mark.parametrize(
    "stage",
    ["Reading other", "Importing good.mp4 (1", "Importing turned.mp4", "Making a lossless", "last"],
)
def test_cancelling_leaves_the_project_as_it_was(
    empty: Workbench, tmp_path: Path, good: Path, stage: str
) -> None:
    imported(empty, [good])
    before = snapshot(empty)
    other = numbered_clip(tmp_path / "other.mp4", range(20, 30))
    turned = numbered_clip(tmp_path / "turned.mp4", range(40, 50), rotation_degrees=180)
    last = numbered_clip(tmp_path / "last.mp4", range(60, 70))
    ctx: JobContext

    def at(progress: Progress) -> None:
        if stage in progress.stage and progress.done >= min(1, progress.total - 1):
            ctx.cancel()

    ctx = JobContext(at)
    with pytest.raises(JobCancelled):
        empty.importing.import_clips([good, other, turned, last], ctx, scene_name="Second")
    assert snapshot(empty) == before


def test_a_cancel_after_the_scene_was_recorded_keeps_it(empty: Workbench, good: Path) -> None:
    ctx: JobContext

    def at(progress: Progress) -> None:
        if progress.stage == "Checking boundaries":
            ctx.cancel()

    ctx = JobContext(at)
    result = empty.importing.import_clips([good, good, good], ctx)
    assert len(result.versions) == 3
    assert len(empty.boundaries.check(result.scene, JobContext())) == 2


@pytest.mark.skipif(os.name == "nt", reason="full disks are pretended through fsync")
def test_a_full_disk_leaves_the_project_as_it_was(
    empty: Workbench, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(empty, [good])
    before = snapshot(empty)
    left = threading.Semaphore(5)
    real = os.fsync

    def filling(descriptor: int) -> None:
        is_file = stat.S_ISREG(os.fstat(descriptor).st_mode)
        if is_file and not left.acquire(blocking=False):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    others = [
        numbered_clip(tmp_path / f"{start}.mp4", range(start, start + FRAMES))
        for start in (100, 200, 300)
    ]
    monkeypatch.setattr(os, "fsync", filling)
    with pytest.raises(StorageError, match="disk is full"):
        empty.importing.import_clips(others, JobContext(), scene_name="Second")
    monkeypatch.setattr(os, "fsync", real)
    assert snapshot(empty) == before
    result = empty.importing.import_clips(others, JobContext(), scene_name="Second")
    assert len(result.versions) == 3
    check_sound(empty)


def test_a_second_scene_may_have_another_size(empty: Workbench, tmp_path: Path, good: Path) -> None:
    imported(empty, [good, good])
    small = numbered_clip(tmp_path / "small.mp4", FRAMES, size=(160, 96), rate=24)
    second = empty.importing.import_clips([small, small], JobContext(), scene_name="Second")
    assert (second.scene.width, second.scene.height, second.scene.rate) == (160, 96, Fraction(24))
    first = empty.project.scene("Scene 1")
    assert (first.width, first.height, first.rate) == (*SIZE, RATE)
    files = [
        v.file for s in (first, second.scene) for v in empty.project.store.versions.current(s.id)
    ]
    assert len(set(files)) == 4
    assert [v.sequence_index for v in second.versions] == [0, 1]
    assert not second.versions[0].is_stale
    with pytest.raises(WrongUse, match="several scenes"):
        empty.project.scene()
    check_sound(empty)


def test_a_scene_name_in_use_is_refused_before_anything_is_copied(
    empty: Workbench, good: Path
) -> None:
    imported(empty, [good, good])
    before = snapshot(empty)
    with pytest.raises(Refused, match="already a scene named Scene 1"):
        imported(empty, [good])
    assert snapshot(empty) == before


def test_scenes_whose_names_look_alike_do_not_share_files(empty: Workbench, good: Path) -> None:
    names = ["Lake", "lake!", "LAKE?", "湖", "海"]
    files = [
        empty.importing.import_clips([good], JobContext(), scene_name=name).versions[0].file
        for name in names
    ]
    assert len(set(files)) == len(names)
    check_sound(empty)


@pytest.mark.parametrize(
    "prompt", ["{", "[1, 2]", '"text"', "{}", '{"1": {"class_type": 5}}', "null", "x" * 5000]
)
def test_a_damaged_embedded_workflow_is_no_reason_to_refuse_the_clip(
    empty: Workbench, tmp_path: Path, prompt: str
) -> None:
    clip = numbered_clip(
        tmp_path / "clip.mp4",
        FRAMES,
        metadata={"prompt": prompt, "workflow": "{broken"},
        container_options={"movflags": "use_metadata_tags"},
    )
    result = imported(empty, [clip])
    assert result.refused == ()
    assert result.versions[0].lineage is Lineage.ASSUMED
    assert result.versions[0].parameters == {}
    with pytest.raises(WrongUse) as told:
        empty.regeneration.request(result.scene, RegenerationRequest(0))
    assert told.value.hint


def test_an_embedded_workflow_of_an_unknown_shape_is_kept_and_named_when_it_is_needed(
    empty: Workbench, tmp_path: Path
) -> None:
    odd = {"1": {"class_type": "SomethingElse", "inputs": {"value": 3}}}
    clip = numbered_clip(
        tmp_path / "clip.mp4",
        FRAMES,
        metadata={"prompt": json.dumps(odd)},
        container_options={"movflags": "use_metadata_tags"},
    )
    result = imported(empty, [clip])
    assert empty.project.store.versions.prompt(result.versions[0].id) == odd
    with pytest.raises(WrongUse, match="workflow"):
        empty.regeneration.request(result.scene, RegenerationRequest(0))


def test_clips_without_a_workflow_say_what_is_missing(empty: Workbench, good: Path) -> None:
    result = imported(empty, [good, good])
    assert result.notes == (
        f"{good.name}, {good.name} carry no workflow: choose one for the scene to render segments "
        "again",
    )
    with pytest.raises(WrongUse, match="Segment 2 has no workflow") as told:
        empty.regeneration.request(result.scene, RegenerationRequest(1))
    assert "restitch workflows" in told.value.hint
    assert empty.jobs.all() == ()
