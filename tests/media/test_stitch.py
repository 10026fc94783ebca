"""What a stitch promises: frame n of the file is frame n of the spans, exact where copied."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate
from pathlib import Path

import av
import pytest

from restitch_app.domain.errors import JobCancelled, MediaError, WrongUse
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.progress import JobContext, Progress
from restitch_app.media import pieces
from restitch_app.media.patch import write_patch
from restitch_app.media.read_back import packet_digest, read_back
from restitch_app.media.reader import open_reader
from restitch_app.media.stitch import StitchReport, stitch
from tests.clips import number_of, numbered_clip
from tests.media.every_frame import verify_stitch
from tests.media.stitching import RATE, frame_hash, frame_hashes, spans_of, wanted_frames

Piece = tuple[Path, int, int]
ClipMaker = Callable[..., Path]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> ClipMaker:
    """Clips by their options, each made once. Not to be written to."""
    folder = tmp_path_factory.mktemp("clips")
    known: dict[str, Path] = {}

    def make(frames: int = 33, suffix: str = ".mp4", **options: object) -> Path:
        key = repr((frames, suffix, sorted(options.items(), key=str)))
        if key not in known:
            known[key] = folder / f"clip{len(known)}{suffix}"
            numbered_clip(known[key], frames, **options)  # type: ignore[arg-type]
        return known[key]

    return make


def stitched(out: Path, *pieces: Piece) -> StitchReport:
    """Stitch, then check everything that holds for every stitch."""
    spans = spans_of(*pieces)
    report = stitch(spans, Path, out, RATE)
    assert verify_stitch(out, spans, Path, report.copied, RATE) == []
    wanted = wanted_frames(spans)
    with open_reader(out) as reader:
        numbers = [number_of(frame) for frame in reader.frames()]
        assert (reader.facts.rate, reader.facts.is_variable_rate) == (RATE, False)
    assert numbers == [number_of(frame) for frame in wanted]
    assert report.frames == report.copied_frames + report.encoded_frames == len(wanted)
    assert report.seconds == Fraction(len(wanted), 16)
    assert report.size_bytes == out.stat().st_size
    assert_seeking_is_exact(out, report)
    return report


def assert_seeking_is_exact(out: Path, report: StitchReport) -> None:
    """Jump to each boundary with a new decoder; the picture is the one of a straight decode."""
    straight = frame_hashes(out)
    starts = {scene.start for ranges in report.copied for scene in ranges}
    stops = {scene.stop for ranges in report.copied for scene in ranges}
    for frame in sorted(starts | stops | {0, report.frames - 1} - {report.frames}):
        for wanted in {max(0, frame - 1), min(frame, report.frames - 1)}:
            with open_reader(out) as reader:
                assert frame_hash(reader.frame(wanted)) == straight[wanted]


def copied_counts(report: StitchReport) -> list[int]:
    return [sum(map(len, ranges)) for ranges in report.copied]


@pytest.mark.parametrize("suffix", [".mp4", ".mov", ".mkv"])
def test_ten_untouched_segments_are_copied_bit_for_bit(
    tmp_path: Path, made: ClipMaker, suffix: str
) -> None:
    clips = [made(frames) for frames in (33, 20, 33, 7, 33, 33, 12, 33, 1, 33)]
    out = tmp_path / f"film{suffix}"
    report = stitched(out, *((clip, 0, len(frame_hashes(clip))) for clip in clips))
    assert (report.copied_frames, report.encoded_frames, report.warnings) == (238, 0, ())
    assert frame_hashes(out) == [each for clip in clips for each in frame_hashes(clip)]
    assert not report.has_sound


BASELINE: Mapping[str, object] = {"bframes": 0, "options": {"profile": "baseline", "refs": "1"}}
MIXES: Mapping[str, tuple[Mapping[str, object], ...]] = {
    "baseline first": (BASELINE, {"bframes": 3}, {"gop": 16}),
    "B-frames first": ({"bframes": 4, "options": {"preset": "slow", "refs": "5"}}, BASELINE, {}),
    "open GOP": ({"gop": 10, "options": {"x264-params": "open-gop=1"}}, BASELINE, {"gop": 16}),
    "other levels": ({"options": {"level": "4.2"}}, {"options": {"refs": "8", "bf": "8"}}),
    "repeated headers": ({"options": {"x264-params": "repeat-headers=1:aud=1"}}, BASELINE),
    "other ids": ({"options": {"x264-params": "sps-id=3"}}, BASELINE, {}),
}


@pytest.mark.parametrize("mix", MIXES)
@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
def test_segments_with_other_parameter_sets_are_copied(
    tmp_path: Path, made: ClipMaker, mix: str, suffix: str
) -> None:
    clips = [made(33, **options) for options in MIXES[mix]]
    report = stitched(tmp_path / f"film{suffix}", *((clip, 0, 33) for clip in (*clips, clips[0])))
    assert report.encoded_frames == 0


@pytest.mark.parametrize("kept", [1, 2, 30, 31, 32])
def test_a_cut_tail_encodes_only_what_follows_the_last_whole_anchor(
    tmp_path: Path, made: ClipMaker, kept: int
) -> None:
    clip = made(33, bframes=3)
    report = stitched(tmp_path / "film.mp4", (clip, 0, kept), (made(33), 0, 33))
    assert copied_counts(report)[1] == 33
    assert report.encoded_frames <= 4
    assert copied_counts(report)[0] >= 1


@pytest.mark.parametrize(("gop", "encoded"), [(16, 15), (None, 32)])
@pytest.mark.parametrize("cut", [1, 3])
def test_a_cut_head_encodes_up_to_the_next_idr_picture(
    tmp_path: Path, made: ClipMaker, gop: int | None, encoded: int, cut: int
) -> None:
    clip = made(33, gop=gop)
    report = stitched(tmp_path / "film.mp4", (made(20), 0, 20), (clip, cut, 33))
    assert report.encoded_frames == encoded - cut + 1


def test_an_open_gop_never_begins_a_copy(tmp_path: Path, made: ClipMaker) -> None:
    clip = made(40, gop=10, options={"x264-params": "open-gop=1"}, bframes=3)
    with av.open(str(clip)) as container:
        keys = sum(packet.is_keyframe for packet in container.demux(video=0) if packet.size)
    assert keys > 1  # recovery points carry the key flag as well
    report = stitched(tmp_path / "film.mp4", (clip, 0, 40), (clip, 12, 40))
    assert copied_counts(report) == [40, 0]


def test_patches_trims_and_copies_make_one_scene(tmp_path: Path, made: ClipMaker) -> None:
    left, right, patch = made(33), made(33, gop=16), tmp_path / "patch.mkv"
    with open_reader(left) as reader:
        frames = [*reader.frames(28, 31)]
    with open_reader(right) as reader:
        frames += reader.frames(1, 4)
    write_patch(patch, frames, RATE)
    report = stitched(
        tmp_path / "film.mp4", (left, 0, 28), (patch, 0, 3), (patch, 3, 6), (right, 4, 33)
    )
    copied = copied_counts(report)
    assert (copied[1], copied[2]) == (0, 0)
    assert copied[0] >= 24
    assert copied[3] == 17


def test_segments_of_one_frame_follow_one_another(tmp_path: Path, made: ClipMaker) -> None:
    one, other = made(1), made(1, **BASELINE)
    pieces = [(one, 0, 1), (other, 0, 1), (one, 0, 1), (made(33), 0, 1), (made(33), 5, 6)]
    report = stitched(tmp_path / "film.mp4", *pieces)
    assert copied_counts(report) == [1, 1, 1, 1, 0]


def test_lossless_rgb_is_encoded_between_copies(tmp_path: Path, made: ClipMaker) -> None:
    rgb = made(12, ".mkv", codec="ffv1", pixel_format="bgr0")
    report = stitched(tmp_path / "film.mp4", (rgb, 2, 12), (made(33), 0, 33), (rgb, 0, 5))
    assert copied_counts(report) == [0, 33, 0]


def test_a_scene_without_h264_is_encoded_whole(tmp_path: Path, made: ClipMaker) -> None:
    rgb = made(12, ".mkv", codec="ffv1", pixel_format="bgr0")
    ffv1 = made(9, ".mkv", codec="ffv1")
    report = stitched(tmp_path / "film.mp4", (rgb, 2, 12), (ffv1, 0, 9))
    assert copied_counts(report) == [0, 0]


@pytest.mark.parametrize("pixel_format", ["yuv444p", "yuv420p10le"])
def test_another_pixel_format_is_encoded_to_that_of_the_first(
    tmp_path: Path, made: ClipMaker, pixel_format: str
) -> None:
    other = made(9, pixel_format=pixel_format)
    report = stitched(tmp_path / "film.mp4", (made(33), 0, 33), (other, 0, 9))
    assert copied_counts(report) == [33, 0]
    with open_reader(tmp_path / "film.mp4") as reader:
        assert {frame.format.name for frame in reader.frames()} == {"yuv420p"}


def test_ten_bit_scenes_stay_ten_bit(tmp_path: Path, made: ClipMaker) -> None:
    clip = made(33, pixel_format="yuv420p10le")
    report = stitched(tmp_path / "film.mp4", (clip, 0, 33), (clip, 3, 10))
    assert copied_counts(report) == [33, 0]


def test_another_size_is_scaled_to_that_of_the_first(tmp_path: Path, made: ClipMaker) -> None:
    wide = made(9, size=(288, 160))
    report = stitched(tmp_path / "film.mp4", (made(33), 0, 33), (wide, 0, 9))
    assert copied_counts(report) == [33, 0]
    with open_reader(tmp_path / "film.mp4") as reader:
        assert {(frame.width, frame.height) for frame in reader.frames()} == {(192, 112)}


def test_variable_rate_frames_are_laid_on_the_scene_s_ticks(
    tmp_path: Path, made: ClipMaker
) -> None:
    steps = [1000, 2000, 1500, 500] * 5
    times = tuple(accumulate(steps, initial=0))
    clip = made(21, pts=times, time_base=Fraction(1, 16000))
    report = stitched(tmp_path / "film.mp4", (clip, 0, 21), (made(33), 0, 33))
    assert report.copied_frames == 54
    assert "variable rate" in report.warnings[0]


def test_frames_that_the_edit_list_hides_stay_hidden(tmp_path: Path, made: ClipMaker) -> None:
    times = tuple(range(-3, 30))
    clip = made(33, pts=times, time_base=Fraction(1, 16), gop=16)
    report = stitched(tmp_path / "film.mp4", (made(20), 0, 20), (clip, 0, 30))
    assert copied_counts(report) == [20, 17]  # the next IDR picture is frame 13


def test_another_rate_is_told(tmp_path: Path, made: ClipMaker) -> None:
    report = stitched(tmp_path / "film.mp4", (made(33), 0, 33), (made(9, rate=24), 0, 9))
    assert "24 frames a second, not 16" in report.warnings[0]


@pytest.mark.parametrize("rate", [Fraction(24000, 1001), Fraction(30), Fraction(25, 2)])
def test_times_are_exact_at_any_rate(tmp_path: Path, made: ClipMaker, rate: Fraction) -> None:
    out = tmp_path / "film.mp4"
    stitch(spans_of((made(33), 0, 30), (made(20), 0, 20)), Path, out, rate)
    with av.open(str(out)) as container:
        stream = container.streams.video[0]
        assert stream.start_time == 0
        times = [(frame.pts or 0) * (frame.time_base or 0) for frame in container.decode(stream)]
    assert times == [number / rate for number in range(50)]


def test_colour_tags_reach_header_and_pictures(tmp_path: Path, made: ClipMaker) -> None:
    rgb = made(12, ".mkv", codec="ffv1", pixel_format="bgr0")
    stitch(spans_of((rgb, 0, 5), (made(33), 0, 30)), Path, tmp_path / "film.mp4", RATE)
    with av.open(str(tmp_path / "film.mp4")) as container:
        frames = list(container.decode(video=0))
        header = container.streams.video[0].codec_context
        assert (header.colorspace, header.color_range) == (1, 1)
    assert {(frame.colorspace, frame.color_range) for frame in frames} == {(1, 1)}


def test_one_header_holds_all_sets_where_their_ids_differ(tmp_path: Path, made: ClipMaker) -> None:
    """Players that ignore sets between pictures can show an ordinary treated scene."""
    stitched(tmp_path / "film.mp4", (made(33), 0, 30), (made(33), 1, 33))
    with av.open(str(tmp_path / "film.mp4")) as container:
        record = container.streams.video[0].codec_context.extradata or b""
        kinds = {bytes(packet)[4] & 31 for packet in container.demux(video=0) if packet.is_keyframe}
    assert record[5] & 31 == 2
    assert 7 not in kinds


def test_clips_too_large_to_keep_are_read_again(
    tmp_path: Path, made: ClipMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("restitch_app.media.stitch.KEPT_BYTES", 0)
    report = stitched(tmp_path / "film.mp4", (made(33), 0, 30), (made(33, gop=16), 16, 33))
    assert copied_counts(report)[1] == 17


def test_a_file_that_came_out_wrong_is_not_kept(
    tmp_path: Path, made: ClipMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def turned(packet: object) -> bytes:
        return packet_digest(packet)[::-1]  # type: ignore[arg-type]

    monkeypatch.setattr("restitch_app.media.muxing.packet_digest", turned)
    with pytest.raises(MediaError, match="33 of 33 packets are not as they were written"):
        stitch(spans_of((made(33), 0, 33)), Path, tmp_path / "film.mp4", RATE)
    assert list(tmp_path.iterdir()) == []


def test_a_piece_that_was_encoded_poorly_is_not_kept(
    tmp_path: Path, made: ClipMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = pieces.PIECE_OPTIONS | {"qp": "40"}
    monkeypatch.setattr("restitch_app.media.pieces.PIECE_OPTIONS", options)
    with pytest.raises(MediaError, match=r"Frame \d+ was encoded to \d\d\.\d dB only"):
        stitch(spans_of((made(33), 0, 20), (made(33), 4, 33)), Path, tmp_path / "film.mp4", RATE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
def test_bytes_that_change_on_the_disk_are_noticed(
    tmp_path: Path, made: ClipMaker, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    """As a failing disk would: one bit of one packet."""

    def flipped(out: Path, *rest: object) -> list[str]:
        data = bytearray(out.read_bytes())
        data[len(data) // 2] ^= 1
        out.write_bytes(bytes(data))
        return read_back(out, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("restitch_app.media.stitch.read_back", flipped)
    with pytest.raises(MediaError, match="1 of 33 packets"):
        stitch(spans_of((made(33), 0, 33)), Path, tmp_path / f"film{suffix}", RATE)
    assert list(tmp_path.iterdir()) == []


def test_the_check_notices_a_wrong_frame(tmp_path: Path, made: ClipMaker) -> None:
    out, spans = tmp_path / "film.mp4", spans_of((made(33), 0, 33), (made(20), 0, 20))
    report = stitch(spans, Path, out, RATE)
    late = replace(spans[1], frames=FrameRange(1, 20))
    shifted = verify_stitch(out, (spans[0], late), Path, report.copied, RATE)
    assert shifted[0] == "Frame 34 is not its source's frame."
    encoded = verify_stitch(out, (spans[0], late), Path, [], RATE)
    assert encoded[0].startswith("Frame 34 was encoded to ")
    short = verify_stitch(out, spans[:1], Path, report.copied[:1], RATE)
    assert short == ["There are more than 33 frames."]
    slow = verify_stitch(out, spans, Path, report.copied, Fraction(15))
    assert slow[0].startswith("Frame 2 is shown at 0.062 s")


@pytest.mark.parametrize(
    ("stage", "done"), [("Reading clips", 1), ("Exporting", 40), ("Checking the export", 0)]
)
def test_cancelling_leaves_nothing_behind(
    tmp_path: Path, made: ClipMaker, stage: str, done: int
) -> None:
    def cancel(progress: Progress) -> None:
        if (progress.stage, progress.done) == (stage, done):
            ctx.cancel()

    ctx = JobContext(cancel)
    spans = spans_of((made(33), 0, 30), (made(20), 0, 20))
    with pytest.raises(JobCancelled):
        stitch(spans, Path, tmp_path / "film.mp4", RATE, ctx)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_clip_is_named_and_an_earlier_film_kept(tmp_path: Path, made: ClipMaker) -> None:
    out = tmp_path / "film.mp4"
    out.write_bytes(b"earlier")
    spans = spans_of((made(33), 0, 33), (tmp_path / "gone.mp4", 0, 5))
    with pytest.raises(MediaError, match=r"gone\.mp4"):
        stitch(spans, Path, out, RATE)
    assert out.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [out]


def test_a_clip_that_lost_frames_is_named(tmp_path: Path, made: ClipMaker) -> None:
    with pytest.raises(MediaError, match="has 33 frames, not 40"):
        stitch(spans_of((made(33), 0, 40)), Path, tmp_path / "film.mp4", RATE)


def test_an_empty_scene_and_an_unknown_suffix_are_refused(tmp_path: Path, made: ClipMaker) -> None:
    with pytest.raises(MediaError, match="no frames"):
        stitch((), Path, tmp_path / "film.mp4", RATE)
    with pytest.raises(WrongUse, match="video format"):
        stitch(spans_of((made(33), 0, 33)), Path, tmp_path / "film.avi", RATE)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, made: ClipMaker) -> None:
    """In its own process, for the limit on file size cannot be taken back."""
    if sys.platform == "win32":
        pytest.skip("no limits on file size")
    script = f"""
import resource, signal
from fractions import Fraction
from pathlib import Path
from restitch_app.domain.errors import StorageError
from restitch_app.media.stitch import stitch
from tests.media.stitching import spans_of
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
clip = Path({str(made(33))!r})
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    stitch(spans_of(*[(clip, 0, 30)] * 9), Path, Path({str(tmp_path / "film.mp4")!r}), Fraction(16))
except StorageError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stderr == ""
    assert done.stdout.startswith("The disk is full.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".mp4", ".mov", ".mkv"])
def test_each_segment_is_a_chapter(tmp_path: Path, made: ClipMaker, suffix: str) -> None:
    out = tmp_path / f"film{suffix}"
    stitched(out, (made(33), 0, 33), (made(20), 0, 16), (made(33), 0, 33))
    with av.open(str(out)) as film:
        chapters = film.chapters()
    found = [
        (
            one["metadata"]["title"],
            *(at * (one["time_base"] or 0) for at in (one["start"], one["end"])),
        )
        for one in chapters
    ]
    seconds = [float(Fraction(frame, 16)) for frame in (0, 33, 49, 82)]
    assert [title for title, _, _ in found] == ["Segment 1", "Segment 2", "Segment 3"]
    for (_, start, end), wanted, after in zip(found, seconds, seconds[1:], strict=False):
        assert float(start) == pytest.approx(wanted, abs=0.001)
        assert float(end) == pytest.approx(after, abs=0.001)
