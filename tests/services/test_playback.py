"""Frame n of a view is frame n, in whatever order it is asked for, and memory stays bounded."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from restitch_app.domain.errors import MediaError
from restitch_app.domain.joins import Patch, Treatment
from restitch_app.domain.spans import ChainClip, Span, build_spans, scene_frame_count
from restitch_app.media.luma import rgb
from restitch_app.media.reader import ClipReader, open_reader
from restitch_app.services.playback import decoded_frames
from restitch_app.services.playback.cache import FrameCache
from restitch_app.services.playback.converting import exact_picture, quick_picture, small_picture
from restitch_app.services.playback.decoded_frames import DecodedFrames, told_of
from restitch_app.services.playback.decoding import Decoders
from restitch_app.services.playback.frames import FrameFault, Picture, wanted_around
from restitch_app.services.playback.places import Place, ScenePlaces
from tests.clips import SIZE, number_of, numbered_clip

CLIPS = {"one.mp4": range(0, 40), "two.mp4": range(100, 130), "patch.mkv": range(200, 206)}
FRAME_BYTES = SIZE[0] * SIZE[1] * 3 // 2
WAIT_S = 120.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clips")
    numbered_clip(folder / "one.mp4", list(CLIPS["one.mp4"]), gop=250, bframes=3)
    numbered_clip(folder / "two.mp4", list(CLIPS["two.mp4"]), gop=8, bframes=2)
    numbered_clip(folder / "patch.mkv", list(CLIPS["patch.mkv"]), codec="ffv1")
    return folder


@pytest.fixture(scope="module")
def spans() -> tuple[Span, ...]:
    chain = [ChainClip(1, "one.mp4", 40), ChainClip(2, "two.mp4", 30)]
    patch = Patch("patch.mkv", left_frames=4, right_frames=2)
    return build_spans(chain, {(1, 2): Treatment("blend", trim_left=1, patch=patch)})


EXPECTED = [*range(0, 35), *range(200, 206), *range(102, 130)]


class CountedDecoders(Decoders):
    steps = 0

    def step(self, place: Place) -> tuple[Place, av.VideoFrame]:
        self.steps += 1
        return super().step(place)


class View:
    """A source and the frames it said were ready."""

    def __init__(
        self, folder: Path, spans: tuple[Span, ...], cache: FrameCache, frames_ahead: int = 12
    ) -> None:
        self._news = threading.Condition()
        self.said: list[int] = []
        self.opened: list[str] = []
        self.ahead = frames_ahead
        self.count = scene_frame_count(spans)

        def open_file(file: str) -> ClipReader:
            self.opened.append(file)
            return open_reader(folder / file)

        self.decoders = CountedDecoders(open_file)
        self.source = DecodedFrames(ScenePlaces(spans), self.decoders, cache, self._on_ready)

    def _on_ready(self, frame: int) -> None:
        with self._news:
            self.said.append(frame)
            self._news.notify_all()

    def show(
        self, frame: int, direction: int = 0, *, is_still: bool = False
    ) -> Picture | FrameFault:
        wanted = wanted_around(frame, self.count, direction, self.ahead)
        self.source.want(wanted, is_still=is_still)
        return self.wait_for(frame, lambda found: not is_still or is_exact(found))

    def wait_for(
        self, frame: int, accept: Callable[[Picture | FrameFault], bool]
    ) -> Picture | FrameFault:
        def found() -> bool:
            result = self.source.picture(frame)
            return result is not None and accept(result)

        with self._news:
            assert self._news.wait_for(found, timeout=WAIT_S)
        result = self.source.picture(frame)
        assert result is not None
        return result


def is_exact(result: Picture | FrameFault) -> bool:
    return isinstance(result, FrameFault) or result.is_exact


def shown(result: Picture | FrameFault) -> int:
    assert isinstance(result, Picture)
    assert result.pixels.shape == (SIZE[1], SIZE[0], 4)
    assert result.pixels.flags.c_contiguous
    return number_of(result.pixels[..., :3])


@pytest.fixture
def cache() -> FrameCache:
    return FrameCache()


@pytest.fixture
def view(folder: Path, spans: tuple[Span, ...], cache: FrameCache) -> Iterator[View]:
    made = View(folder, spans, cache)
    yield made
    made.source.close()


def test_every_frame_of_the_scene_is_the_one_the_spans_name(view: View) -> None:
    assert [shown(view.show(frame, 1)) for frame in range(view.count)] == EXPECTED


def test_playing_backwards_shows_the_same_frames(view: View) -> None:
    found = [shown(view.show(frame, -1)) for frame in reversed(range(view.count))]
    assert found == EXPECTED[::-1]


@pytest.mark.parametrize("room_frames", [8, 12, 40, 2000])
@pytest.mark.parametrize("seed", [1, 2])
def test_any_mix_of_jumps_and_steps_finds_the_right_frame_in_bounded_memory(
    folder: Path, spans: tuple[Span, ...], room_frames: int, seed: int
) -> None:
    cache = FrameCache(room_frames * FRAME_BYTES)
    view = View(folder, spans, cache)
    dice, frame, most = random.Random(seed), 0, 0
    try:
        for _ in range(60):
            direction = dice.choice([-1, 0, 1])
            step = dice.choice([1, 1, 1, 7]) * direction
            frame = dice.randrange(view.count) if step == 0 else frame + step
            frame = min(max(frame, 0), view.count - 1)
            assert (
                shown(view.show(frame, direction, is_still=dice.random() < 0.2)) == EXPECTED[frame]
            )
            most = max(most, cache.held_bytes)
    finally:
        view.source.close()
    assert 0 < most <= room_frames * FRAME_BYTES
    assert cache.held_bytes <= room_frames * FRAME_BYTES


@pytest.mark.parametrize(("room_frames", "most_steps"), [(2000, 68), (120, 110)])
def test_backwards_over_gops_that_hardly_fit_each_is_decoded_once_or_twice(
    folder: Path, room_frames: int, most_steps: int
) -> None:
    """One GOP in each of two files: read ahead for a long way, and not for each frame anew."""
    spans = build_spans([ChainClip(1, "one.mp4", 34), ChainClip(2, "also.mp4", 34)], {})
    (folder / "also.mp4").write_bytes((folder / "one.mp4").read_bytes())
    cache = FrameCache(room_frames * FRAME_BYTES)
    view = View(folder, spans, cache, frames_ahead=96)
    try:
        found = [shown(view.show(frame, -1)) for frame in reversed(range(view.count))]
        assert found == [*reversed(range(34)), *reversed(range(34))]
        assert cache.held_bytes <= room_frames * FRAME_BYTES
        assert view.decoders.steps <= most_steps
    finally:
        view.source.close()


def test_a_smaller_limit_is_kept_at_once_and_pictures_count(view: View, cache: FrameCache) -> None:
    for frame in range(30):
        view.show(frame, 1)
    held = cache.held_bytes
    assert held > 30 * FRAME_BYTES + 4 * 4 * SIZE[0] * SIZE[1]
    cache.set_limit(held // 2)
    assert cache.held_bytes <= held // 2
    assert shown(view.show(31, 1)) == 31
    assert cache.held_bytes <= held // 2


def test_what_a_view_needs_next_leaves_last(folder: Path) -> None:
    with open_reader(folder / "one.mp4") as reader:
        frames = list(reader.frames(0, 6))
    size = sum(plane.buffer_size for plane in frames[0].planes)
    cache = FrameCache(3 * size)
    cache.claim("view", [Place("one.mp4", 1), Place("one.mp4", 0)])
    for number, frame in enumerate(frames[:5]):
        cache.put(Place("one.mp4", number), frame)
    assert [n for n in range(6) if Place("one.mp4", n) in cache] == [0, 1, 4]
    cache.set_limit(size)
    assert [n for n in range(6) if Place("one.mp4", n) in cache] == [1]


def test_a_file_that_is_repaired_is_shown_without_going_away(
    folder: Path, cache: FrameCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoded_frames, "FAULT_AGAIN_S", 0.05)
    (tmp_path / "one.mp4").write_bytes(b"not a clip")
    view = View(tmp_path, build_spans([ChainClip(1, "one.mp4", 40)], {}), cache)
    try:
        assert isinstance(view.show(7), FrameFault)
        (tmp_path / "new.mp4").write_bytes((folder / "one.mp4").read_bytes())
        (tmp_path / "new.mp4").replace(tmp_path / "one.mp4")
        assert shown(view.wait_for(7, lambda found: isinstance(found, Picture))) == 7
        assert shown(view.show(8, 1)) == 8
    finally:
        view.source.close()


def test_only_the_newest_request_is_worked_on(view: View) -> None:
    for frame in range(0, view.count, 3):
        view.source.want([frame])
    assert shown(view.show(50, 0)) == EXPECTED[50]
    view.said.clear()
    view.source.want([3])
    view.wait_for(3, lambda _: True)
    assert set(view.said) <= {3, *wanted_around(50, view.count, 0, view.ahead)}


def test_frames_decoded_on_the_way_make_stepping_back_free(view: View, cache: FrameCache) -> None:
    view.show(30)
    assert all(Place("one.mp4", frame) in cache for frame in range(31))


def test_a_frame_that_rests_is_converted_exactly(view: View, folder: Path) -> None:
    quick = view.show(20, 1)
    still = view.show(20, is_still=True)
    with open_reader(folder / "one.mp4") as reader:
        truth = rgb(reader.frame(20))
    assert isinstance(quick, Picture)
    assert isinstance(still, Picture)
    assert np.array_equal(still.pixels[..., 2::-1], truth)
    assert np.abs(quick.pixels[..., 2::-1].astype(int) - truth).mean() < 4


def test_closing_ends_the_thread_also_in_the_middle_of_work(
    folder: Path, spans: tuple[Span, ...], cache: FrameCache
) -> None:
    before = threading.active_count()
    views = [View(folder, spans, cache) for _ in range(3)]
    for view in views:
        view.source.want(range(35))
    assert not any(view.source.has_ended for view in views)
    for view in views:
        view.source.close()
    assert all(view.source.has_ended for view in views)
    assert threading.active_count() == before


def test_views_share_what_one_of_them_decoded(
    folder: Path, spans: tuple[Span, ...], cache: FrameCache, view: View
) -> None:
    view.show(10)
    other = View(folder, spans, cache)
    try:
        assert shown(other.show(10)) == EXPECTED[10]
        other.source.want([5])
        assert "one.mp4" not in other.opened or 10 not in other.said
        assert isinstance(other.source.picture(5), Picture)
    finally:
        other.source.close()


def test_a_missing_file_is_a_fault_to_paint_and_the_rest_still_plays(
    folder: Path, spans: tuple[Span, ...], cache: FrameCache, tmp_path: Path
) -> None:
    (tmp_path / "two.mp4").write_bytes((folder / "two.mp4").read_bytes())
    view = View(tmp_path, spans, cache)
    try:
        fault = view.show(3)
        assert isinstance(fault, FrameFault)
        assert "one.mp4" in fault.title
        assert shown(view.show(60)) == EXPECTED[60]
    finally:
        view.source.close()


def test_a_fix_whose_frames_are_gone_can_be_made_again() -> None:
    gone = MediaError("7_patch.mkv cannot be read as a clip", "media/patches", "Choose another")
    told = told_of(Place("media/patches/7_patch.mkv", 3), gone)
    assert told.title == "The frames of the fix at this boundary cannot be read"
    assert told.hint == "Remove the fix, or apply it again."
    assert told_of(Place("media/clips/7.mkv", 3), gone).title == gone.title


def test_a_clip_damaged_past_a_frame_shows_what_can_be_read_and_says_where_it_ends(
    tmp_path: Path, cache: FrameCache
) -> None:
    clip = numbered_clip(tmp_path / "clip.mkv", 40, gop=250, bframes=0)
    index = open_reader(clip).index
    clip.write_bytes(clip.read_bytes()[: clip.stat().st_size // 2])
    spans = build_spans([ChainClip(1, "clip.mkv", 40)], {})
    decoders = Decoders(lambda _: open_reader(clip, index))
    news = threading.Semaphore(0)
    source = DecodedFrames(ScenePlaces(spans), decoders, cache, lambda _: news.release())
    results: list[Picture | FrameFault] = []
    for frame in range(40):
        source.want([frame])
        while (result := source.picture(frame)) is None:
            assert news.acquire(timeout=WAIT_S)
        results.append(result)
    source.close()
    last = max(number for number, found in enumerate(results) if isinstance(found, Picture))
    assert [shown(found) for found in results[: last + 1]] == list(range(last + 1))
    fault = results[-1]
    assert isinstance(fault, FrameFault)
    assert fault.title == f"clip.mkv cannot be played past frame {last + 1}"


@pytest.mark.parametrize("width", [194, 196, 198, 200, 208])
def test_pictures_of_any_width_are_whole_and_contiguous(tmp_path: Path, width: int) -> None:
    clip = numbered_clip(tmp_path / "odd.mp4", 2, (width, 112))
    with open_reader(clip) as reader:
        frame = reader.frame(1)
        assert small_picture(frame, 56).pixels.shape == (56, width // 2, 4)
        for convert in (quick_picture, exact_picture):
            pixels = convert(frame).pixels
            assert pixels.shape == (112, width, 4)
            assert pixels.flags.c_contiguous
            assert number_of(pixels[..., :3]) == 1
            assert (pixels[..., 3] == 255).all()
            assert np.abs(pixels[..., 2::-1].astype(int) - rgb(frame)).mean(axis=(0, 2)).max() < 8


@pytest.mark.parametrize(
    ("frame", "direction", "expected"),
    [(5, 1, (5, 6, 7, 8, 9)), (2, -1, (2, 1, 0)), (1, 0, (1, 2, 0, 3)), (8, 0, (8, 9, 7, 6))],
)
def test_read_ahead_follows_the_direction(
    frame: int, direction: int, expected: tuple[int, ...]
) -> None:
    assert wanted_around(frame, 10, direction, 4) == expected
