"""Cases worked off in several processes."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import cv2

from benchmarks.seams import detection, mending
from benchmarks.seams.cases import Case, CaseSpec, build
from benchmarks.seams.clips import Clip

Row = TypeVar("Row")


@dataclass(frozen=True)
class Material:
    """What every process needs to build a case."""

    clips: dict[str, Clip]
    crf: int | None
    flows: tuple[str, ...]
    judges_all: bool


def case_of(spec: CaseSpec, material: Material) -> Case:
    return build(spec, material.clips, material.crf)


def detected(spec: CaseSpec, material: Material) -> detection.Detected:
    return detection.detect(case_of(spec, material))


def mended(spec: CaseSpec, material: Material) -> mending.Mended:
    return mending.mend(case_of(spec, material), material.flows, material.judges_all)


def _on(work: Callable[[CaseSpec, Material], Row], material: Material, spec: CaseSpec) -> Row:
    return work(spec, material)


def each(
    work: Callable[[CaseSpec, Material], Row],
    specs: Sequence[CaseSpec],
    material: Material,
    jobs: int,
) -> list[Row]:
    """In processes that start empty: OpenCV's and FFmpeg's threads do not survive a fork."""
    rows = []
    with ProcessPoolExecutor(
        jobs,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=cv2.setNumThreads,
        initargs=(1,),
    ) as pool:
        for number, row in enumerate(pool.map(partial(_on, work, material), specs), start=1):
            rows.append(row)
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{work.__name__}: {number} of {len(specs)} ")
    return rows
