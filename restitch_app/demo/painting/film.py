"""The demo scene as a film: any frame of the evening at the lake, by its number."""

from __future__ import annotations

import cv2
import numpy as np

from restitch_app.demo.painting.fields import Field, Picture, blend, clouds, shifted, smooth, tile
from restitch_app.demo.painting.light import Palette, palette_at
from restitch_app.demo.painting.terrain import Range, draw_range
from restitch_app.demo.painting.trees import Stand, draw_reeds, draw_trees
from restitch_app.demo.pixels import Rgb

WIDTH, HEIGHT = 832, 480
SHORE = 292
"""Row of the far shore, where the mirror image begins."""
SKY_ROWS = 300
WATER_ROWS = HEIGHT - SHORE
NEAR_TOP = 40
"""First row of the foreground layer."""

GRAIN = 0.0034

# Pixels that each layer moves in one frame: the camera slides to the right, near things faster.
SKY_PACE, FAR_PACE, HILL_PACE, SHORE_PACE, NEAR_PACE = 0.06, 0.14, 0.26, 0.36, 0.85


class Film:
    """Layers are drawn once, for `frame_count` frames; `frame` can then be asked for any of them.

    Building takes about two seconds of one core. Frames of equal number are equal.
    """

    def __init__(self, frame_count: int) -> None:
        self._count = frame_count
        rng = np.random.default_rng(20)
        self._cloud_layers = [
            _cloud_layer(rng, WIDTH + int(frame_count * 0.35) + 40, 150, (46, 210), 0.50),
            _cloud_layer(rng, WIDTH + int(frame_count * 0.55) + 40, 230, (60, 300), 0.58),
        ]
        self._far = draw_range(
            Range(
                5,
                self._reach(FAR_PACE),
                200,
                110,
                relief_px=140,
                grain_px=250,
                sharpness=0.85,
                rise_px=36,
                haze=(0.30, 0.46),
                snow_line=0.46,
            )
        )
        self._hills = draw_range(
            Range(
                9,
                self._reach(HILL_PACE),
                110,
                60,
                relief_px=62,
                grain_px=330,
                sharpness=0.25,
                rise_px=22,
                haze=(0.05, 0.42),
                snow_line=2.0,
            )
        )
        self._hills = _forested(rng, self._hills)
        self._shore = _shore_trees(self._reach(SHORE_PACE))
        self._near = _foreground(self._reach(NEAR_PACE))
        self._water = _Water(rng)
        self._mist = clouds(rng, (90, WIDTH + int(frame_count * 0.5) + 40), (34, 160), 4)
        self._grain = _grain(rng)
        self._vignette = _vignette()

    def _reach(self, pace: float) -> int:
        return WIDTH + int(self._count * pace) + 8

    def frame(self, number: int) -> Rgb:
        """Frame `number`, from 0; shape (480, 832, 3)."""
        time = number / max(1, self._count - 1)
        colours = palette_at(time)
        sun = (560 - number * SKY_PACE, 118 + 74 * time)
        upper = self._sky(number, colours, sun)
        self._land(upper, number, colours)
        picture = np.empty((HEIGHT, WIDTH, 3), np.float32)
        picture[:SHORE] = upper[:SHORE]
        picture[SHORE:] = self._water.mirror(upper, number, colours, sun[0])
        self._drift(picture, number, colours)
        _birds(picture, number, colours)
        self._nearby(picture, number, colours)
        return self._developed(picture, number)

    def _sky(self, number: int, colours: Palette, sun: tuple[float, float]) -> Picture:
        rows = np.linspace(0, 1, SKY_ROWS, dtype=np.float32)[:, None]
        high, low = smooth(rows, 0.0, 0.62), smooth(rows, 0.35, 1.0)
        column = colours["zenith"] * (1 - high) + colours["sky"] * high
        column = column * (1 - low) + colours["horizon"] * low
        sky = np.repeat(column[:, None, :], WIDTH, axis=1)
        glow = _glow(sun)
        sky += glow[:, :, None] * colours["glow"]
        _sun_disc(sky, sun, colours)
        for layer, pace, top in zip(self._cloud_layers, (0.33, 0.5), (52, 0), strict=True):
            seen = shifted(layer, 4 + number * pace, WIDTH)
            part = sky[top : top + seen.shape[0]]
            lit = seen[:, :, 0] * np.minimum(0.6 * glow[top : top + seen.shape[0]], 1)
            seen[:, :, 0] -= lit
            seen[:, :, 1] += lit
            blend(part, seen, [colours["cloud_dark"], colours["cloud_lit"]])
        return sky

    def _land(self, upper: Picture, number: int, colours: Palette) -> None:
        far = shifted(self._far, 4 + number * FAR_PACE, WIDTH)
        tones = [colours[name] for name in ("rock_dark", "rock_lit", "snow_lit", "haze")]
        blend(_above(upper, SHORE - 6, far), far, tones)
        hills = shifted(self._hills, 4 + number * HILL_PACE, WIDTH)
        tones = [colours[name] for name in ("hill_dark", "hill_lit", "hill_lit", "haze")]
        blend(_above(upper, SHORE, hills), hills, tones)
        trees = shifted(self._shore, 4 + number * SHORE_PACE, WIDTH)
        tones = [colours["tree_dark"], colours["tree_lit"]]
        blend(_above(upper, SHORE + 3, trees), trees, tones)

    def _drift(self, picture: Picture, number: int, colours: Palette) -> None:
        """Mist over the far water."""
        top = SHORE - 52
        seen = shifted(self._mist, 4 + number * 0.45, WIDTH)
        rows = np.linspace(0, 1, seen.shape[0], dtype=np.float32)[:, None]
        band = smooth(rows, 0, 0.6) * (1 - smooth(rows, 0.6, 1.0))
        cover = (0.62 * band * smooth(seen, 0.25, 0.95))[:, :, None]
        part = picture[top : top + seen.shape[0]]
        part *= 1 - cover
        part += cover * (colours["haze"] * 0.6 + colours["horizon"] * 0.4)

    def _nearby(self, picture: Picture, number: int, colours: Palette) -> None:
        camera_px = number * NEAR_PACE
        layer = _swayed(shifted(self._near, 4 + camera_px, WIDTH), number, camera_px)
        blend(picture[NEAR_TOP:], layer, [colours["near_dark"], colours["near_lit"]])

    def _developed(self, picture: Picture, number: int) -> Rgb:
        """Bloom, vignette, a soft shoulder and film grain."""
        small = cv2.resize(picture, (WIDTH // 8, HEIGHT // 8), interpolation=cv2.INTER_AREA)
        bright = cv2.GaussianBlur(np.clip(small - 0.72, 0, 1) * np.float32(0.55), (0, 0), 5)
        picture += cv2.resize(bright, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR)
        picture *= self._vignette
        top, left = (int(one) for one in np.random.default_rng(number).integers(0, 64, 2))
        picture += self._grain[top : top + HEIGHT, left : left + WIDTH]
        over = np.maximum(picture - np.float32(0.86), 0)
        picture -= over * over / (over + np.float32(0.16))
        np.clip(picture, 0, 1, out=picture)
        picture *= 255
        picture += 0.5
        return picture.astype(np.uint8)


def _cloud_layer(
    rng: np.random.Generator, width: int, height: int, cell: tuple[float, float], cut: float
) -> Field:
    """Shadow and light; thin above, gathered in banks."""
    body = clouds(rng, (height, width), cell, 6)
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    fade = smooth(rows, 0, 0.25) * (1 - smooth(rows, 0.7, 1.0))
    cover = smooth(body, cut, cut + 0.26) * fade * 0.86
    above = np.roll(body, 7, axis=0)
    light = np.clip(0.45 + (body - above) * -3.2 + (0.75 - body) * 0.9, 0, 1)
    return np.dstack([cover * (1 - light), cover * light]).astype(np.float32)


def _forested(rng: np.random.Generator, hills: Field) -> Field:
    """Break the hills' light into tree crowns."""
    crowns = clouds(rng, hills.shape[:2], (7, 4), 3)
    forest = hills.copy()
    bare = forest[:, :, 0] + forest[:, :, 1]
    forest[:, :, 1] = np.minimum(bare, forest[:, :, 1] * (0.3 + 1.0 * smooth(crowns, 0.2, 0.85)))
    forest[:, :, 0] = bare - forest[:, :, 1]
    return forest


def _shore_trees(width: int) -> Field:
    rng = np.random.default_rng(31)
    height = 66
    line = clouds(rng, (1, width), (1, 190), 3)[0]
    ground = (height - 7 - 9 * line).astype(np.float32)
    small = draw_trees(Stand(32, width, height, width // 5, 8, 24, ground + 3, 9))
    wood = np.sort(rng.uniform(0, 1, width // 9) ** 0.8 * width).astype(np.float32)
    keep = line[np.clip(wood, 0, width - 1).astype(int)] > 0.36
    tall = draw_trees(Stand(33, width, height, 0, 18, 46, ground + 4, 15), wood[keep])
    layer = _over(tall, small)
    rows = np.arange(height, dtype=np.float32)[:, None]
    bank = smooth(rows - ground[None, :], -1, 1.5)
    grass = 0.35 * clouds(rng, (height, width), (3, 14), 3)
    return _over(layer, _tones(bank, grass))


def _foreground(width: int) -> Field:
    """The near bank with reeds, and single big conifers that pass close to the camera."""
    rng = np.random.default_rng(41)
    height = HEIGHT - NEAR_TOP
    line = clouds(rng, (1, width), (1, 330), 3)[0]
    ground = (height - 14 - 46 * line).astype(np.float32)
    places = np.array([62, 118, 474, 700, 760, 1010, 1218, 1262], np.float32)
    stand = Stand(42, width, height, 0, 200, 395, ground + 6, 74)
    trees = draw_trees(stand, places[places < width])
    reeds = draw_reeds(43, width, height, width * 2, 66, ground)
    rows = np.arange(height, dtype=np.float32)[:, None]
    bank = smooth(rows - ground[None, :], -1, 2)
    below = np.clip(rows - ground[None, :], 0, None)
    moss = smooth(clouds(rng, (height, width), (7, 26), 5), 0.3, 0.9) * (
        0.05 + 0.3 * np.exp(-below / 22)
    )
    return _over(reeds, _over(trees, _tones(bank, moss)))


def _tones(cover: Field, light: Field) -> Field:
    return np.dstack([cover * (1 - light), cover * light]).astype(np.float32)


def _over(front: Field, back: Field) -> Field:
    return np.asarray(front + back * (1 - front.sum(axis=2, keepdims=True)), np.float32)


def _above(picture: Picture, bottom: int, layer: Field) -> Picture:
    return picture[bottom - layer.shape[0] : bottom]


def _glow(sun: tuple[float, float]) -> Field:
    """How bright the air is around the sun; drawn small, for it is soft."""
    ys = (np.arange(SKY_ROWS // 4, dtype=np.float32)[:, None] * 4 + 1.5 - sun[1]) * np.float32(1.25)
    xs = np.arange(WIDTH // 4, dtype=np.float32)[None, :] * 4 + 1.5 - sun[0]
    far = np.sqrt(xs * xs + ys * ys)
    soft = 0.85 * np.exp(-far / 62) + 0.42 * np.exp(-far / 230)
    full = cv2.resize(soft, (WIDTH, SKY_ROWS), interpolation=cv2.INTER_LINEAR)
    return np.asarray(full, np.float32)


def _sun_disc(sky: Picture, sun: tuple[float, float], colours: Palette) -> None:
    left, top = int(sun[0]) - 30, max(0, int(sun[1]) - 30)
    xs = np.arange(left, left + 60, dtype=np.float32)[None, :] - np.float32(sun[0])
    ys = np.arange(top, min(top + 60, SKY_ROWS), dtype=np.float32)[:, None] - np.float32(sun[1])
    far = np.sqrt(xs * xs + ys * ys)
    cover = (1 - smooth(far, 14.5, 19.0))[:, :, None]
    part = sky[top : top + far.shape[0], left : left + 60]
    part += cover * (colours["sun"] * 0.75)


class _Water:
    """The lake: the upper picture mirrored in moving ripples, with the sun's path on it.

    Ripples are made at half size: they are smooth, and that is a third of the film's time.
    """

    SIDE = 256
    HALF = (WATER_ROWS // 2, WIDTH // 2)

    def __init__(self, rng: np.random.Generator) -> None:
        self._waves = tile(rng, self.SIDE, 46, 3, 15)
        self._ripples = tile(rng, self.SIDE, 46, 8, 30)
        down = np.arange(0, WATER_ROWS, 2, dtype=np.float32)[:, None] + np.float32(0.5)
        self._near = down / np.float32(WATER_ROWS)
        depth = 5200 / (down + 14)  # distance on the water of each row
        self._across = np.arange(0, WIDTH, 2, dtype=np.float32)[None, :] + np.float32(0.5)
        self._u = ((self._across - WIDTH / 2) * depth / 190).astype(np.float32)
        self._v = np.repeat(depth * np.float32(1.6), WIDTH // 2, axis=1).astype(np.float32)
        self._calm = smooth(depth, 330, 60)  # far ripples are too fine to be seen singly
        self._x = np.arange(WIDTH, dtype=np.float32)[None, :]
        rows = np.arange(WATER_ROWS, dtype=np.float32)[:, None]
        self._y = np.float32(SHORE - 2) - rows * np.float32(1.18)

    def mirror(self, upper: Picture, number: int, colours: Palette, sun_x: float) -> Picture:
        slide = number * 0.55
        one = self._sampled(self._waves, slide + number * 0.22, number * 0.5)
        two = self._sampled(self._ripples, slide - number * 0.3, number * 0.85)
        swell = (one * 0.7 + two * 0.5) * self._calm
        up = _doubled(swell * (2 + 15 * self._near))
        aside = _doubled(one * self._calm * (0.6 + 3.5 * self._near))
        mirrored = cv2.remap(
            upper,
            self._x + aside,
            np.clip(self._y + up, 0, SHORE - 1),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REFLECT_101,
        )
        water = np.asarray(mirrored, np.float32)
        body = 0.16 + 0.44 * self._near + 0.05 * swell
        path = self._path(one, two, sun_x)
        water *= _doubled(np.repeat((0.94 - body * 0.9)[:, :, None], 3, axis=2))
        water += _doubled(body[:, :, None] * colours["water"] + path[:, :, None] * colours["sun"])
        return water

    def _sampled(self, texture: Field, right: float, towards: float) -> Field:
        map_x = self._u + np.float32(right % self.SIDE)
        map_y = self._v + np.float32(towards % self.SIDE)
        seen = cv2.remap(texture, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
        return np.asarray(seen, np.float32)

    def _path(self, one: Field, two: Field, sun_x: float) -> Field:
        """Glitter: where the ripples tilt the sun into the eye."""
        spread = 26 + 90 * self._near
        column = np.exp(-(((self._across - np.float32(sun_x)) / spread) ** 2))
        sparkle = smooth(one * 0.6 + two * 0.9, 0.45, 2.1)
        sheen = 0.12 * column * (1 - 0.5 * self._near)
        return np.asarray(column * sparkle * (0.85 - 0.25 * self._near) + sheen, np.float32)


def _doubled(field: Field) -> Field:
    full = cv2.resize(
        np.asarray(field, np.float32), (WIDTH, WATER_ROWS), interpolation=cv2.INTER_LINEAR
    )
    return np.asarray(full, np.float32)


def _swayed(layer: Field, number: int, camera_px: float) -> Field:
    """Wind in trees and reeds: tops move, feet stand."""
    height, width = layer.shape[:2]
    rows = np.arange(height, dtype=np.float32)[:, None]
    cols = np.arange(width, dtype=np.float32)[None, :]
    world = cols + np.float32(camera_px)
    reach = smooth((height - rows) / height, 0.08, 1.0)
    slow = np.sin(world * 0.011 + np.float32(number * 0.085))
    quick = np.sin(world * 0.05 + rows * 0.03 + np.float32(number * 0.21))
    map_x = cols + (2.6 * slow + 0.55 * quick) * reach
    map_y = np.repeat(rows, width, axis=1)
    return np.asarray(
        cv2.remap(
            layer,
            map_x.astype(np.float32),
            map_y,
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        ),
        np.float32,
    )


def _birds(picture: Picture, number: int, colours: Palette) -> None:
    """A loose skein crossing the sky."""
    ink = colours["tree_dark"] * 0.8 + colours["haze"] * 0.2
    for bird in range(7):
        row, side = divmod(bird + 1, 2)
        x = -40 + number * 1.9 - row * 24 - (bird % 3) * 5
        y = (
            128
            + (row * 13) * (1 if side else -1)
            - number * 0.07
            + 3 * np.sin(number * 0.05 + bird)
        )
        beat = np.sin(number * 0.55 + bird * 1.7)
        span = 7.5 - 0.4 * row
        wing = span * 0.42 * beat
        points = np.array(
            [
                (x - span, y - wing),
                (x - span * 0.45, y - wing * 0.55 - 1.6),
                (x, y),
                (x + span * 0.45, y - wing * 0.55 - 1.6),
                (x + span, y - wing),
            ]
        )
        _stroke(picture, points, ink)


def _stroke(picture: Picture, points: np.ndarray, ink: Field) -> None:
    left, top = np.floor(points.min(axis=0) - 4).astype(int)
    right, bottom = np.ceil(points.max(axis=0) + 4).astype(int)
    left, top = max(0, left), max(0, top)
    right, bottom = min(WIDTH, right), min(HEIGHT, bottom)
    if right - left < 2 or bottom - top < 2:
        return
    scale = 4
    mask = np.zeros(((bottom - top) * scale, (right - left) * scale), np.uint8)
    corners = np.round((points - (left, top)) * scale * 8).astype(np.int32)
    cv2.polylines(mask, [corners], False, 255, scale + 1, cv2.LINE_AA, 3)
    small = cv2.resize(mask, (right - left, bottom - top), interpolation=cv2.INTER_AREA)
    cover = (small.astype(np.float32) / 255 * 0.85)[:, :, None]
    part = picture[top:bottom, left:right]
    part *= 1 - cover
    part += cover * ink


def _grain(rng: np.random.Generator) -> Field:
    """Film grain a little larger than the frame, so that each frame cuts another piece."""
    grey = rng.normal(0, GRAIN, (HEIGHT + 64, WIDTH + 64, 1))
    return np.repeat(grey, 3, axis=2).astype(np.float32)


def _vignette() -> Field:
    ys = np.linspace(-1, 1, HEIGHT, dtype=np.float32)[:, None]
    xs = np.linspace(-1, 1, WIDTH, dtype=np.float32)[None, :]
    dark = 0.20 * smooth(np.sqrt(xs * xs * 0.75 + ys * ys * 0.8), 0.35, 1.25)
    return np.repeat((1 - dark)[:, :, None], 3, axis=2).astype(np.float32)
