"""Malformed files, made from good ones by a seeded die: the same number is the same file."""

from __future__ import annotations

import json
import random
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from restitch_app.demo.workflow import DemoSettings, demo_workflow
from tests.clips import write_clip
from tests.services.scenes import panned_pictures

SIZE = (96, 96)
FRAMES = 6
HUGE = (0, 1, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)

Mutation = Callable[[bytearray, random.Random], bytearray]


def good_media(folder: Path) -> list[Path]:
    """One of each kind that is imported."""
    pictures = panned_pictures(0, FRAMES, SIZE)
    folder.mkdir()
    prompt = {"prompt": json.dumps(demo_workflow(DemoSettings(image="seed.png", seed=1)))}
    tags = {"metadata": prompt, "container_options": {"movflags": "use_metadata_tags"}}
    clips = [
        write_clip(folder / "h264.mp4", pictures, gop=3, bframes=1, **tags),  # type: ignore[arg-type]
        write_clip(folder / "h264.mkv", pictures, gop=3),
        write_clip(folder / "mjpeg.avi", pictures, codec="mjpeg", pixel_format="yuvj420p"),
        write_clip(folder / "vp9.webm", pictures, codec="libvpx-vp9"),
    ]
    stills = [Image.fromarray(picture) for picture in pictures]
    for name in ("moving.gif", "moving.webp", "moving.png"):
        path = folder / name
        stills[0].save(path, save_all=True, append_images=stills[1:], duration=60)
        clips.append(path)
    return clips


def malformed_media(good: list[Path], number: int, folder: Path) -> Path:
    dice = random.Random(number)
    source = dice.choice(good)
    data = bytearray(source.read_bytes())
    for _ in range(dice.choice((1, 1, 2))):
        data = dice.choice(_MEDIA)(data, dice)
    path = folder / f"{number:04}_{source.name}"
    path.write_bytes(data)
    return path


def malformed_workflow(number: int, folder: Path) -> Path:
    dice = random.Random(number)
    graph: object = demo_workflow(DemoSettings(image="seed.png", seed=number))
    text = dice.choice(_WORKFLOWS)(graph, dice)
    path = folder / f"{number:04}.json"
    path.write_bytes(text)
    return path


def _flip_head(data: bytearray, dice: random.Random) -> bytearray:
    for _ in range(dice.randint(1, 24)):
        data[dice.randrange(min(len(data), 600))] = dice.randrange(256)
    return data


def _flip_anywhere(data: bytearray, dice: random.Random) -> bytearray:
    for _ in range(dice.randint(1, 200)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return data


def _cut(data: bytearray, dice: random.Random) -> bytearray:
    return data[: dice.randrange(1, len(data))]


def _hole(data: bytearray, dice: random.Random) -> bytearray:
    start = dice.randrange(len(data))
    stop = min(len(data), start + dice.randint(1, 4000))
    data[start:stop] = bytes(stop - start) if dice.random() < 0.5 else b""
    return data or bytearray(b"\0")


def _repeat(data: bytearray, dice: random.Random) -> bytearray:
    start = dice.randrange(len(data))
    piece = data[start : start + dice.randint(1, 2000)]
    return data[:start] + piece * dice.randint(2, 40) + data[start:]


def _huge_numbers(data: bytearray, dice: random.Random) -> bytearray:
    """In the boxes of an MP4: lengths, counts, times and sizes."""
    boxes = [found.start() for found in re.finditer(rb"tkhd|stsz|stco|stts|ctts|avc1|mdhd", data)]
    place = dice.choice(boxes) + dice.randrange(-4, 88) if boxes else dice.randrange(len(data))
    place = min(max(0, place), len(data) - 4)
    struct.pack_into(">I", data, place, dice.choice(HUGE))
    return data


def _huge_pictures(data: bytearray, dice: random.Random) -> bytearray:
    """A size that nobody has the memory for, where the format says how large the picture is."""
    wide, high = dice.choice((20_000, 40_000, 65_535)), dice.choice((20_000, 40_000, 65_535))
    if data.startswith(b"GIF"):
        struct.pack_into("<HH", data, 6, wide, high)
    elif data.startswith(b"\x89PNG"):
        struct.pack_into(">II", data, 16, wide, high)
        struct.pack_into(">I", data, 29, zlib.crc32(data[12:29]))
    elif (place := data.find(b"avc1", data.find(b"stsd"))) > 0 and len(data) > place + 32:
        struct.pack_into(">HH", data, place + 28, wide, high)
    elif (place := data.find(b"strf")) > 0 and len(data) > place + 20:
        struct.pack_into("<II", data, place + 12, wide, high)
    elif (place := data.find(b"\xb0\x82")) > 0:  # PixelWidth of Matroska
        struct.pack_into(">H", data, place + 2, wide)
    return data


_MEDIA: tuple[Mutation, ...] = (
    _flip_head,
    _flip_anywhere,
    _cut,
    _hole,
    _repeat,
    _huge_numbers,
    _huge_pictures,
)


def _cyclic(graph: object, dice: random.Random) -> bytes:
    """Every link may lead anywhere, back to its own node too."""
    assert isinstance(graph, dict)
    ids = list(graph)
    for node in graph.values():
        for name, value in node["inputs"].items():
            if isinstance(value, list) or dice.random() < 0.2:
                node["inputs"][name] = [dice.choice(ids), dice.choice((0, 1, -1, 10**9))]
    return json.dumps(graph).encode()


def _odd_values(graph: object, dice: random.Random) -> bytes:
    assert isinstance(graph, dict)
    odd: tuple[object, ...] = (
        None,
        [],
        {},
        "",
        "x" * 100_000,
        -1,
        2**80,
        1e308,
        True,
        [[[]]],
        {"a": {"b": []}},
    )
    for node in graph.values():
        for name in list(node["inputs"]):
            if dice.random() < 0.3:
                node["inputs"][name] = dice.choice(odd)
        if dice.random() < 0.1:
            node["class_type"] = dice.choice(odd)
    return json.dumps(graph).encode()


def _deep(_graph: object, dice: random.Random) -> bytes:
    depth = dice.choice((500, 5_000, 200_000))
    if dice.random() < 0.5:
        return b"[" * depth + b"]" * dice.choice((depth, 0))
    return b'{"a":' * depth + b"1" + b"}" * depth


def _cut_text(graph: object, dice: random.Random) -> bytes:
    text = json.dumps(graph).encode()
    return text[: dice.randrange(1, len(text))]


def _noise(graph: object, dice: random.Random) -> bytes:
    return bytes(_flip_anywhere(bytearray(json.dumps(graph).encode()), dice))


def _many(graph: object, dice: random.Random) -> bytes:
    """A chain of thousands of nodes, that may bite its tail."""
    assert isinstance(graph, dict)
    count = dice.choice((2_000, 20_000))
    end = dice.choice((1, count))
    for number in range(count):
        before = str(9_000 + number - 1) if number else str(9_000 + count - end)
        link = [before, 0]
        graph[str(9_000 + number)] = {"class_type": "Reroute", "inputs": {"": link}}
    return json.dumps(graph).encode()


def _editor(_graph: object, dice: random.Random) -> bytes:
    """The editor's format, with links to nowhere and into circles, and groups inside themselves."""
    ids = range(1, dice.randint(2, 60))
    links = [
        [number, dice.choice(ids), 0, dice.choice(ids), dice.randrange(3), "LATENT"]
        for number in range(80)
    ]
    kinds = ("KSampler", "Reroute", "LoadImage", "SetNode", "GetNode", "PrimitiveNode", "loop")
    nodes = [
        {
            "id": number,
            "type": dice.choice(kinds),
            "mode": dice.choice((0, 2, 4)),
            "inputs": [{"name": f"in{n}", "link": dice.randrange(80)} for n in range(3)],
            "outputs": [{"name": "out", "links": [dice.randrange(80)]}],
            "widgets_values": dice.choice(([], ["x"], {"a": 1}, None)),
        }
        for number in ids
    ]
    loop = {"id": "loop", "nodes": [{"id": 1, "type": "loop"}], "links": [], "inputs": []}
    graph = {"nodes": nodes, "links": links, "definitions": {"subgraphs": [loop]}, "version": 0.4}
    return json.dumps(graph).encode()


_WORKFLOWS: tuple[Callable[[object, random.Random], bytes], ...] = (
    _cyclic,
    _odd_values,
    _deep,
    _cut_text,
    _noise,
    _many,
    _editor,
)
