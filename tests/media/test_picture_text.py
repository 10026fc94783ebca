"""Words in pictures; the files are put together here byte by byte, or by Pillow."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from restitch_app.domain.errors import MediaError
from restitch_app.media import picture_text as module
from restitch_app.media.picture_text import picture_text
from restitch_app.media.probe import metadata

WORDS = '{"1": {"class_type": "LoadImage", "inputs": {"image": "see-ä.png"}}}'


def chunk(kind: bytes, content: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + checksum


def png(tmp_path: Path, *chunks: bytes) -> Path:
    """A PNG of one pixel with the chunks after its pixels, as ComfyUI puts its own."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0"))
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + pixels + b"".join(chunks) + chunk(b"IEND", b""))
    return path


TEXT = WORDS.encode()
PACKED = zlib.compress(TEXT)


@pytest.mark.parametrize(
    "one",
    [
        chunk(b"tEXt", b"prompt\0" + TEXT),
        chunk(b"tEXt", b"prompt\0" + WORDS.encode("latin-1")),
        chunk(b"zTXt", b"prompt\0\0" + PACKED),
        chunk(b"iTXt", b"prompt\0\0\0de\0Aufgabe\0" + TEXT),
        chunk(b"iTXt", b"prompt\0\x01\0\0\0" + PACKED),
        chunk(b"comf", b"prompt\0" + TEXT),
    ],
)
def test_every_kind_of_text_chunk_is_read(tmp_path: Path, one: bytes) -> None:
    path = png(tmp_path, one, chunk(b"eXIf", b"MM"), chunk(b"tEXt", b"other\0x"))
    assert picture_text(path) == {"prompt": WORDS, "other": "x"}
    assert metadata(path) == {"prompt": WORDS, "other": "x"}


@pytest.mark.parametrize(
    "one",
    [
        chunk(b"tEXt", b"no end of the name"),
        chunk(b"zTXt", b"prompt\0\0" + PACKED[:-8]),
        chunk(b"zTXt", b"prompt\0\x07" + PACKED),
        chunk(b"zTXt", b"prompt\0\0not packed"),
        chunk(b"iTXt", b"prompt\0\0"),
        chunk(b"iTXt", b"prompt\0"),
        chunk(b"iTXt", b"prompt\0\x01\0\0\0not packed"),
    ],
)
def test_damaged_text_is_left_out_and_the_rest_read(tmp_path: Path, one: bytes) -> None:
    assert picture_text(png(tmp_path, one, chunk(b"tEXt", b"other\0x"))) == {"other": "x"}


def test_a_file_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    path = png(tmp_path, chunk(b"tEXt", b"other\0x"), chunk(b"tEXt", b"prompt\0" + TEXT))
    whole = path.read_bytes()
    for length in (8, 20, 45, len(whole) - 100):
        path.write_bytes(whole[:length])
        assert picture_text(path).keys() <= {"other", "prompt"}


def test_text_that_unpacks_beyond_all_measure_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST_TEXT_BYTES", 1000)
    path = png(tmp_path, chunk(b"zTXt", b"prompt\0\0" + zlib.compress(bytes(100_000))))
    assert picture_text(path) == {}


def test_the_comf_chunks_of_an_animation(tmp_path: Path) -> None:
    """As SaveAnimatedPNG writes them: after the frames."""
    added = PngImagePlugin.PngInfo()
    added.add(b"comf", b"prompt\0" + TEXT, after_idat=True)
    added.add(b"comf", b"workflow\0{}", after_idat=True)
    frames = [Image.new("RGB", (8, 8), (n * 60, 0, 0)) for n in range(3)]
    path = tmp_path / "animation.png"
    frames[0].save(path, save_all=True, append_images=frames[1:], pnginfo=added)
    assert metadata(path) == {"prompt": WORDS, "workflow": "{}"}


@pytest.mark.parametrize("suffix", ["webp", "jpg"])
def test_exif_of_webp_and_jpeg(tmp_path: Path, suffix: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "workflow:{}"
    exif[0x0110] = "prompt:{}"
    exif[0x0112] = 1
    path = tmp_path / f"picture.{suffix}"
    Image.new("RGB", (8, 8)).save(path, exif=exif)
    assert metadata(path) == {"0x010f": "workflow:{}", "0x0110": "prompt:{}"}


@pytest.mark.parametrize(
    "comment",
    [
        b"ASCII\0\0\0" + TEXT,
        bytes(8) + TEXT,
        b"UNICODE\0" + WORDS.encode("utf-16-be"),
        b"UNICODE\0" + WORDS.encode("utf-16-le"),
        TEXT,
    ],
)
def test_the_users_comment_of_a_jpeg(tmp_path: Path, comment: bytes) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = comment
    path = tmp_path / "picture.jpg"
    Image.new("RGB", (8, 8)).save(path, exif=exif)
    assert picture_text(path) == {"0x9286": WORDS}


def test_text_in_exif_that_is_utf_8_is_read_as_such(tmp_path: Path) -> None:
    """Pillow itself writes ASCII alone: here is a block of EXIF with one entry, 0x0110."""
    entry = struct.pack("<HHHII", 1, 0x0110, 2, len(TEXT) + 1, 26)
    block = b"Exif\0\0II*\0\x08\0\0\0" + entry + bytes(4) + TEXT + b"\0"
    path = tmp_path / "picture.webp"
    Image.new("RGB", (8, 8)).save(path, exif=block)
    assert picture_text(path) == {"0x0110": WORDS}


def test_comments_of_gif_and_jpeg(tmp_path: Path) -> None:
    Image.new("P", (8, 8)).save(tmp_path / "picture.gif", comment=TEXT)
    Image.new("RGB", (8, 8)).save(tmp_path / "picture.jpg", comment=TEXT)
    assert picture_text(tmp_path / "picture.gif")["comment"] == WORDS
    assert picture_text(tmp_path / "picture.jpg")["comment"] == WORDS


def test_what_is_no_picture_has_no_such_text(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"just words")
    assert picture_text(path) == {}
    with pytest.raises(MediaError, match="it is not there"):
        picture_text(tmp_path / "missing.png")
