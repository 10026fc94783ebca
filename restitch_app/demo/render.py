"""The picture side of the demo server: a seed frame becomes a moving shot, with no model.

A seeded camera path (push-in, drift, a breath of rotation), a local sway and a slow change of
light are laid over the seed frame. Everything starts from frame 0, which is the seed frame itself,
pixel for pixel. Seed frames of the demo's own lake go on as the lake does, a little astray.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from restitch_app.demo.known_scene import KnownScene, known_scene
from restitch_app.demo.pixels import Rgb, centre_crop

Field = NDArray[np.float32]

LIGHT_CELL_PX = 16
GRAIN_ROOM_PX = 64
GRAIN_LEVELS = 7.0
"""Of 255, at no steps at all."""
ASTRAY_PART = 0.2
ASTRAY_LIGHT = 0.05
CLEAN_STEPS = 18
"""From here on more steps change nothing that can be seen."""


@dataclass(frozen=True, slots=True)
class Shot:
    """What is asked of one render. `width`, `height` in pixels, `length` in frames."""

    width: int
    height: int
    length: int
    start: Rgb | None = None
    end: Rgb | None = None
    prompt: str = ""
    negative: str = ""
    seed: int = 0
    steps: int = 20
    cfg: float = 5.0


@dataclass(frozen=True, slots=True)
class Move:
    """Where camera and light have gone by the last frame; all of it is zero at the first."""

    zoom: float
    """Relative enlargement; never negative, so the frame's edge stays outside the picture."""
    pan_x: float
    pan_y: float
    """-1 to 1, as a part of the room that the zoom leaves."""
    turn_deg: float
    sway_px: float
    light: float
    """Relative brightening (negative: darkening)."""
    warmth: float
    """Red up and blue down by this part; negative is colder."""
    contrast: float


KEYWORDS: dict[str, dict[str, float]] = {
    "dusk": {"light": -0.07, "warmth": 0.05},
    "sunset": {"light": -0.03, "warmth": 0.06},
    "golden": {"warmth": 0.03},
    "warm": {"warmth": 0.035},
    "night": {"light": -0.16, "warmth": -0.05},
    "cold": {"warmth": -0.05},
    "winter": {"warmth": -0.04, "light": 0.02},
    "dawn": {"light": 0.06, "warmth": 0.03},
    "bright": {"light": 0.06},
    "dark": {"light": -0.1},
    "wind": {"sway_px": 0.8},
    "storm": {"sway_px": 1.6, "light": -0.06},
    "calm": {"sway_px": -0.25},
    "left": {"pan_x": -1.2},
    "right": {"pan_x": 1.2},
    "up": {"pan_y": -1.0},
    "down": {"pan_y": 1.0},
    "zoom": {"zoom": 0.03},
    "closer": {"zoom": 0.03},
    "static": {"zoom": -0.03, "sway_px": -0.4},
}


def plan_move(shot: Shot) -> Move:
    """The same shot always moves the same way; any parameter that differs changes it."""
    rng = np.random.default_rng([shot.seed & 0xFFFFFFFF, shot.seed >> 32, _digest(shot.prompt)])
    heading = rng.uniform(0, 2 * np.pi)
    move = Move(
        zoom=float(rng.uniform(0.045, 0.075)),
        pan_x=float(np.cos(heading)) * 0.8,
        pan_y=float(np.sin(heading)) * 0.5,
        turn_deg=float(rng.uniform(-0.7, 0.7)),
        sway_px=float(rng.uniform(0.5, 0.9)),
        light=float(rng.uniform(-0.02, 0.02)),
        warmth=float(rng.uniform(-0.012, 0.012)),
        contrast=0.012 * max(0.0, shot.cfg - 5.0),
    )
    words = {word.strip(".,;:!?()").lower() for word in shot.prompt.split()}
    for word in sorted(words & KEYWORDS.keys()):
        move = replace(move, **{k: getattr(move, k) + v for k, v in KEYWORDS[word].items()})
    return _scaled(move, strength=float(np.clip(0.45 + 0.11 * shot.cfg, 0.45, 1.8)), shot=shot)


def _astray(move: Move) -> Move:
    """Over a scene that moves by itself: as far off by the end as another take of a model is, so
    that the boundary after it shows, and can be mended."""
    return replace(
        move,
        zoom=ASTRAY_PART * move.zoom,
        turn_deg=ASTRAY_PART * move.turn_deg,
        sway_px=ASTRAY_PART * move.sway_px,
        light=move.light + ASTRAY_LIGHT,
    )


def _scaled(move: Move, strength: float, shot: Shot) -> Move:
    pace = min(1.0, shot.length / 49)  # a short shot goes less far, not faster
    return replace(
        move,
        zoom=max(0.012, move.zoom) * strength * pace,
        pan_x=float(np.clip(move.pan_x, -1, 1)),
        pan_y=float(np.clip(move.pan_y, -1, 1)),
        turn_deg=move.turn_deg * strength * pace,
        sway_px=max(0.15, move.sway_px) * strength,
        light=move.light * pace,
        warmth=move.warmth * pace,
    )


def render(shot: Shot) -> Iterator[Rgb]:
    """`shot.length` pictures of width x height. Frame 0 is the start image, and with an end image
    the last frame is that one, both scaled and centre-cropped but otherwise untouched."""
    start = centre_crop(shot.start if shot.start is not None else _blank(shot), *_size(shot))
    end = None if shot.end is None else centre_crop(shot.end, *_size(shot))
    known = known_scene(start) if end is None and shot.start is not None else None
    source = _Source(start, end, known)
    move = plan_move(shot)
    camera = _Camera(shot, move if known is None else _astray(move))
    last = shot.length - 1
    for number in range(shot.length):
        if number == 0:
            yield start
        elif end is not None and number == last:
            yield end
        else:
            yield camera.photograph(source.at(number, number / max(1, last)), number)


def preview(shot: Shot, done: float) -> Rgb:
    """What a sampler would show on the way: the start image out of noise. `done` from 0 to 1."""
    width, height = shot.width // 4, shot.height // 4
    picture = centre_crop(shot.start if shot.start is not None else _blank(shot), *_size(shot))
    small = cv2.resize(picture, (max(8, width), max(8, height)), interpolation=cv2.INTER_AREA)
    rng = np.random.default_rng([shot.seed & 0xFFFFFFFF, int(done * 1000)])
    noise = rng.normal(128, 60, small.shape)
    mixed = np.asarray(small * done + noise * (1 - done), np.float32)
    return mixed.clip(0, 255).astype(np.uint8)


class _Source:
    """The picture the camera looks at: the start image, a scene that goes on from it, or a flow
    morph from start to end."""

    def __init__(self, start: Rgb, end: Rgb | None, known: KnownScene | None) -> None:
        self._start = start
        self._end = end
        self._known = known
        if end is not None:
            self._there = _flow(start, end)
            self._back = _flow(end, start)

    def at(self, number: int, time: float) -> Rgb:
        if self._known is not None:
            return self._known.frame(number)
        if self._end is None:
            return self._start
        part = float(_smooth(time))
        left = _pull(self._start, self._there * part)
        right = _pull(self._end, self._back * (1 - part))
        weight = float(_smooth((part - 0.2) / 0.6))
        return cv2.addWeighted(left, 1 - weight, right, weight, 0).astype(np.uint8, copy=False)


class _Camera:
    """Applies the move of each frame. Built once for a shot: grids and noise fields are kept."""

    def __init__(self, shot: Shot, move: Move) -> None:
        self._shot = shot
        self._move = move
        self._x = np.arange(shot.width, dtype=np.float32)[None, :]
        self._y = np.arange(shot.height, dtype=np.float32)[:, None]
        rng = np.random.default_rng([shot.seed & 0xFFFFFFFF, 7])
        cells = (shot.height // LIGHT_CELL_PX + 2, shot.width // LIGHT_CELL_PX + 2)
        self._phase = _clouds(rng, cells, 6) * np.float32(2 * np.pi)
        self._patches = _clouds(rng, (cells[0], cells[1] * 2), 8)
        rows = np.linspace(0, 1, cells[0], dtype=np.float32)[:, None]
        cols = np.linspace(0, 1, cells[1], dtype=np.float32)[None, :]
        self._inside = np.sqrt(np.clip(np.sin(rows * np.pi) * np.sin(cols * np.pi), 0, 1))
        self._slope = (cols - 0.5) * np.float32(rng.choice([-1.0, 1.0]))
        self._depth = 0.55 + 0.45 * _smooth(self._y / shot.height)
        self._noise_rng = np.random.default_rng([shot.seed & 0xFFFFFFFF, 11])
        room = (shot.height + GRAIN_ROOM_PX, shot.width + GRAIN_ROOM_PX, 1)
        self._grain = self._noise_rng.normal(0, GRAIN_LEVELS, room).astype(np.float32)
        self._dirt = float(np.clip((CLEAN_STEPS - shot.steps) / CLEAN_STEPS, 0, 1))

    def photograph(self, picture: Rgb, number: int) -> Rgb:
        time = number / max(1, self._shot.length - 1)
        amount = float(_ease_in(time))
        if self._shot.end is not None:
            amount *= float(1 - _smooth((time - 0.45) / 0.55))  # home again for the end image
        moved = self._warp(picture, number, amount)
        crisp = self._finish(moved, picture, number)
        return self._lit(crisp, number, amount)

    def _warp(self, picture: Rgb, number: int, amount: float) -> Rgb:
        move, shot = self._move, self._shot
        zoom = 1 + move.zoom * amount
        room_x, room_y = (shot.width * (1 - 1 / zoom) / 2, shot.height * (1 - 1 / zoom) / 2)
        angle = np.deg2rad(move.turn_deg * amount)
        cos, sin = np.float32(np.cos(angle) / zoom), np.float32(np.sin(angle) / zoom)
        mid_x, mid_y = (shot.width - 1) / 2, (shot.height - 1) / 2
        rel_x, rel_y = self._x - np.float32(mid_x), self._y - np.float32(mid_y)
        sway_x, sway_y = self._sway(number)
        map_x = rel_x * cos + (mid_x - rel_y * sin + self._depth * (move.pan_x * room_x))
        map_y = rel_x * sin + (mid_y + rel_y * cos + self._depth * (move.pan_y * room_y))
        return cv2.remap(
            picture,
            (map_x + sway_x).astype(np.float32, copy=False),
            (map_y + sway_y).astype(np.float32, copy=False),
            cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REFLECT_101,
        ).astype(np.uint8, copy=False)

    def _sway(self, number: int) -> tuple[Field, Field]:
        turn = np.float32(number * 2 * np.pi / 38)  # one breath in about 2.4 s
        grow = self._move.sway_px * float(_smooth(number / 10))
        wave = (np.sin(self._phase * 3 + turn) - np.sin(self._phase * 3)) * self._inside
        lift = (np.sin(self._phase * 2 + turn * 0.7) - np.sin(self._phase * 2)) * self._inside
        size = _size(self._shot)
        across = cv2.resize((wave * grow).astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
        along = cv2.resize((lift * grow * 0.4).astype(np.float32), size)
        return across.astype(np.float32), along.astype(np.float32)

    def _finish(self, moved: Rgb, before: Rgb, number: int) -> Rgb:
        """Put back what resampling softened, or, with few steps, leave it soft and grainy."""
        if self._dirt < 0.05:
            soft = cv2.GaussianBlur(moved, (0, 0), 1.0)
            crisp = 0.12 * min(1.0, number / 12)  # resampling softens more the farther it has moved
            return cv2.addWeighted(moved, 1 + crisp, soft, -crisp, 0).astype(np.uint8, copy=False)
        dirt = self._dirt * min(1.0, number / 3)
        soft = cv2.GaussianBlur(moved, (0, 0), 0.4 + 1.8 * dirt)
        top, left = (int(one) for one in self._noise_rng.integers(0, GRAIN_ROOM_PX, 2))
        grain = self._grain[top : top + self._shot.height, left : left + self._shot.width]
        dirty = np.asarray(soft + grain * np.float32(dirt), np.float32)
        return dirty.clip(0, 255).astype(np.uint8)

    def _lit(self, picture: Rgb, number: int, amount: float) -> Rgb:
        move = self._move
        cells_x = self._inside.shape[1]
        shift = min(number * 0.06, float(self._patches.shape[1] - cells_x - 1))
        drift = self._window(shift) - self._window(0.0)
        level = 1 + amount * (move.light + 0.03 * self._slope) + 0.05 * drift
        tint = np.array([1 + move.warmth * amount, 1, 1 - move.warmth * amount], np.float32)
        gain = (level[:, :, None] * tint).astype(np.float32)
        full = cv2.resize(gain, _size(self._shot), interpolation=cv2.INTER_CUBIC)
        lit = cv2.multiply(picture, full, dtype=cv2.CV_8U)
        if move.contrast > 0:
            grown = 1 + move.contrast * amount
            lit = cv2.convertScaleAbs(lit, alpha=grown, beta=112 * (1 - grown))
        return lit.astype(np.uint8, copy=False)

    def _window(self, shift: float) -> Field:
        whole, part = int(shift), np.float32(shift % 1)
        cells_x = self._inside.shape[1]
        one = self._patches[:, whole : whole + cells_x]
        two = self._patches[:, whole + 1 : whole + 1 + cells_x]
        return one * (1 - part) + two * part


def _size(shot: Shot) -> tuple[int, int]:
    return shot.width, shot.height


def _digest(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")


def _smooth(value: ArrayLike) -> Field:
    """Smoothstep, clamped to 0..1."""
    part = np.clip(np.asarray(value, np.float32), 0, 1)
    return part * part * (3 - 2 * part)


def _ease_in(time: float) -> float:
    """From half to full pace within the first quarter; 0 at 0 and 1 at 1.

    A start from rest would look like a repeated seed frame, and be one by every measure.
    """
    ramp = 0.25
    total = 1 - ramp / 4
    slow = time / 2 + time * time / (4 * ramp)
    return (slow if time < ramp else time - ramp / 4) / total


def _clouds(rng: np.random.Generator, shape: tuple[int, int], cell: int) -> Field:
    """Smooth noise from -0.5 to 0.5."""
    coarse = rng.random((shape[0] // cell + 3, shape[1] // cell + 3)).astype(np.float32)
    fine = cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return (np.clip(fine, 0, 1) - 0.5).astype(np.float32)


def _flow(one: Rgb, two: Rgb) -> Field:
    """Where each pixel of `two` came from in `one`, as offsets in pixels, shape (h, w, 2)."""
    finder = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    grey_one = cv2.cvtColor(one, cv2.COLOR_RGB2GRAY)
    grey_two = cv2.cvtColor(two, cv2.COLOR_RGB2GRAY)
    empty = np.zeros((*grey_one.shape, 2), np.float32)
    return finder.calc(grey_two, grey_one, empty).astype(np.float32)


def _pull(picture: Rgb, offsets: Field) -> Rgb:
    height, width = picture.shape[:2]
    map_x = np.arange(width, dtype=np.float32)[None, :] + offsets[:, :, 0]
    map_y = np.arange(height, dtype=np.float32)[:, None] + offsets[:, :, 1]
    return cv2.remap(
        picture, map_x, map_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101
    ).astype(np.uint8, copy=False)


def _blank(shot: Shot) -> Rgb:
    """A soft field of colour for a graph that gives no start image."""
    rng = np.random.default_rng([shot.seed & 0xFFFFFFFF, _digest(shot.prompt)])
    coarse = rng.integers(40, 210, (4, 6, 3), dtype=np.uint8)
    return cv2.resize(coarse, _size(shot), interpolation=cv2.INTER_CUBIC).astype(np.uint8)
