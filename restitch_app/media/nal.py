"""H.264 bytes: NAL units, parameter sets, the avcC record. ITU-T H.264, ISO/IEC 14496-15."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

IDR_SLICE = 5
SEQUENCE_SET = 7
PICTURE_SET = 8
DELIMITER = 9
LENGTH_SIZE = 4
START_CODE = re.compile(b"\x00\x00\x01")
PROFILES_WITH_FORMAT = (44, 83, 86, 100, 110, 118, 122, 128, 134, 135, 138, 139, 244)
"""Profiles whose SPS names its chroma format and bit depths (7.3.2.1.1)."""


@dataclass(frozen=True, slots=True)
class ParameterSets:
    """The parameter sets of one stream and how its packets write NAL lengths."""

    sequence: tuple[bytes, ...]
    picture: tuple[bytes, ...]
    length_size: int = LENGTH_SIZE

    @property
    def in_order(self) -> tuple[bytes, ...]:
        return self.sequence + self.picture


@dataclass(frozen=True, slots=True)
class SequenceFacts:
    """What a sequence parameter set says first."""

    set_id: int
    chroma_format: int = 1
    """0 gray, 1 is 4:2:0, 2 is 4:2:2, 3 is 4:4:4."""
    luma_bits: int = 8
    chroma_bits: int = 8


def parse_avcc(record: bytes) -> ParameterSets:
    """Parameter sets of an avcC record. ValueError for anything else, Annex B included."""
    if len(record) < 7 or record[0] != 1:
        raise ValueError("not an avcC record")
    try:
        sequence, place = _sized_units(record, 6, record[5] & 31)
        picture, _ = _sized_units(record, place + 1, record[place])
    except (IndexError, struct.error) as error:
        raise ValueError("an avcC record that ends early") from error
    if not sequence or not picture:
        raise ValueError("an avcC record without parameter sets")
    return ParameterSets(sequence, picture, (record[4] & 3) + 1)


def _sized_units(record: bytes, place: int, count: int) -> tuple[tuple[bytes, ...], int]:
    units = []
    for _ in range(count):
        (size,) = struct.unpack_from(">H", record, place)
        units.append(record[place + 2 : place + 2 + size])
        place += 2 + size
    if place > len(record):
        raise IndexError
    return tuple(units), place


def build_avcc(sets: ParameterSets) -> bytes:
    """The avcC record of these sets: the highest profile and level among them, 4-byte lengths."""
    heads = [unit[1:4] for unit in sets.sequence]
    facts = sequence_facts(sets.sequence[0])
    compatible = heads[0][1]
    for head in heads:
        compatible &= head[1]
    profile, level = max(head[0] for head in heads), max(head[2] for head in heads)
    record = bytes([1, profile, compatible, level, 0xFC | LENGTH_SIZE - 1])
    record += bytes([0xE0 | len(sets.sequence)]) + b"".join(map(_sized, sets.sequence))
    record += bytes([len(sets.picture)]) + b"".join(map(_sized, sets.picture))
    if profile in (100, 110, 122, 144):
        bits = (facts.luma_bits - 8, facts.chroma_bits - 8)
        record += bytes([0xFC | facts.chroma_format, 0xF8 | bits[0], 0xF8 | bits[1], 0])
    return record


def _sized(unit: bytes) -> bytes:
    return struct.pack(">H", len(unit)) + unit


def merged_sets(all_sets: Iterable[ParameterSets]) -> ParameterSets | None:
    """One collection for streams that play after one another; None where an id is used twice."""
    sequence: dict[int, bytes] = {}
    picture: dict[int, bytes] = {}
    for sets in all_sets:
        for unit in sets.sequence:
            if sequence.setdefault(sequence_facts(unit).set_id, unit) != unit:
                return None
        for unit in sets.picture:
            if picture.setdefault(picture_set_id(unit), unit) != unit:
                return None
    return ParameterSets(tuple(sequence.values()), tuple(picture.values()))


def unused_id(all_sets: Iterable[ParameterSets]) -> int:
    """The lowest id that no set of these streams has; 31 if there is none."""
    used = set()
    for sets in all_sets:
        used |= {sequence_facts(unit).set_id for unit in sets.sequence}
        used |= {picture_set_id(unit) for unit in sets.picture}
    return next((number for number in range(32) if number not in used), 31)


@lru_cache(maxsize=256)
def sequence_facts(unit: bytes) -> SequenceFacts:
    """What a sequence parameter set, NAL header included, says up to its bit depths."""
    bits = _Bits(unit[4:])
    set_id = bits.unsigned()
    if unit[1] not in PROFILES_WITH_FORMAT:
        return SequenceFacts(set_id)
    chroma_format = bits.unsigned()
    if chroma_format == 3:
        bits.read(1)  # separate_colour_plane_flag
    return SequenceFacts(set_id, chroma_format, 8 + bits.unsigned(), 8 + bits.unsigned())


def picture_set_id(unit: bytes) -> int:
    return _Bits(unit[1:]).unsigned()


class _Bits:
    """Bits of a NAL unit's payload, emulation prevention bytes (7.4.1) taken out."""

    def __init__(self, payload: bytes) -> None:
        raw = payload[:32].replace(b"\x00\x00\x03", b"\x00\x00")
        self._bits = "".join(f"{byte:08b}" for byte in raw)
        self._place = 0

    def read(self, count: int) -> int:
        self._place += count
        return int(self._bits[self._place - count : self._place] or "0", 2)

    def unsigned(self) -> int:
        """ue(v), clause 9.1."""
        zeros = self._bits.find("1", self._place) - self._place
        if zeros < 0:
            raise ValueError("a parameter set that ends early")
        self._place += zeros
        return self.read(zeros + 1) - 1


def annexb_units(stream: bytes) -> list[bytes]:
    """NAL units between start codes."""
    starts = [match.end() for match in START_CODE.finditer(stream)]
    stops = [*(start - 3 for start in starts[1:]), len(stream)]
    # A NAL unit never ends in a zero byte: what is there belongs to the next start code.
    return [stream[a:b].rstrip(b"\x00") for a, b in zip(starts, stops, strict=False)]


def annexb_sets(stream: bytes) -> ParameterSets:
    units = annexb_units(stream)
    return ParameterSets(
        tuple(unit for unit in units if unit_type(unit[0]) == SEQUENCE_SET),
        tuple(unit for unit in units if unit_type(unit[0]) == PICTURE_SET),
    )


def sized_units(sample: memoryview, length_size: int) -> Iterator[memoryview]:
    """NAL units of a packet with length prefixes. ValueError where a length leaves the packet."""
    place = 0
    while place < len(sample):
        size = int.from_bytes(sample[place : place + length_size], "big")
        place += length_size
        if size == 0 or place + size > len(sample):
            raise ValueError("a NAL unit leaves its packet")
        yield sample[place : place + size]
        place += size


def unit_type(header: int) -> int:
    return header & 31


def join_units(units: Iterable[bytes | memoryview]) -> bytes:
    """A packet with 4-byte lengths."""
    return b"".join(part for unit in units for part in (struct.pack(">I", len(unit)), unit))


def with_sets(units: Sequence[bytes | memoryview], sets: ParameterSets) -> bytes:
    """A packet that begins with parameter sets, after an access unit delimiter if there is one."""
    lead = 1 if units and unit_type(units[0][0]) == DELIMITER else 0
    return join_units([*units[:lead], *sets.in_order, *units[lead:]])
