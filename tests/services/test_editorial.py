"""Timeline, edit list, table and report of a real scene, read back by other code."""

from __future__ import annotations

import base64
import csv
import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import cv2
import numpy as np
import opentimelineio as otio
import pytest

from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import StorageError, WrongUse
from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.progress import JobContext
from restitch_app.domain.timecode import timecode
from restitch_app.services.editorial import edl as edl_module
from restitch_app.services.editorial.edl import edl, write_edl
from restitch_app.services.editorial.fcpxml import fcpxml, write_fcpxml
from restitch_app.services.editorial.handing_over import Wanted
from restitch_app.services.editorial.otio_file import write_otio
from restitch_app.services.editorial.scene_cut import SceneCut, scene_cut
from restitch_app.services.editorial.tables import boundaries_csv
from restitch_app.services.project.project import open_project
from restitch_app.services.workbench import Workbench
from tests.services.faulty import ask, quick_bench, run
from tests.services.scenes import smoothed, with_settings

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory, three_segments: Path) -> Path:
    """Segment 2 was rendered again; 1|2 is smoothed, 2|3 accepted; there is a note."""
    folder = tmp_path_factory.mktemp("editorial") / "project"
    shutil.copytree(three_segments, folder)
    with DemoServer(step_delay_s=0.0) as server:
        bench = quick_bench(open_project(folder))
        with_settings(bench, server_url=server.url, becomes_current=BecomesCurrent.ALWAYS)
        ask(bench, steps=9)
        run(bench)
    scene = bench.project.scene()
    smoothed(bench, scene, 0, "blend", 2)
    bench.decisions.accept(scene, 1, JobContext(), reason=f"=1+1 {SCRIPT}")
    second = bench.versions.history(scene, 1)[0]
    bench.notes.add(second, 4, f"a third hand {SCRIPT}")
    bench.project.close()
    return folder


@pytest.fixture
def bench(reviewed: Path) -> Iterator[Workbench]:
    made = quick_bench(open_project(reviewed))
    yield made
    made.project.close()


@pytest.fixture
def cut(bench: Workbench) -> SceneCut:
    return scene_cut(bench.project, bench.boundaries, bench.project.scene())


def test_clips_follow_each_other_without_a_gap_and_are_the_spans(
    bench: Workbench, cut: SceneCut
) -> None:
    spans = bench.project.spans(bench.project.scene())
    assert [(clip.path, clip.frames, clip.scene_start) for clip in cut.clips] == [
        (bench.project.path(span.file).absolute(), span.frames, span.scene_start) for span in spans
    ]
    assert [clip.is_patch for clip in cut.clips] == [False, True, True, False, False]
    assert cut.clips[3].name == "Segment 2 v2"
    assert [other.name for other in cut.clips[3].alternatives] == ["v1"]
    assert cut.frames == spans[-1].scene_stop


def test_a_timeline_is_read_back_with_media_versions_and_markers(
    tmp_path: Path, cut: SceneCut
) -> None:
    out = tmp_path / "lake & more.otio"
    write_otio(cut, out)
    read = otio.adapters.read_from_file(str(out))
    (track,) = read.video_tracks()
    clips = list(track)
    assert [clip.name for clip in clips] == [clip.name for clip in cut.clips]
    assert track.duration() == otio.opentime.RationalTime(cut.frames, float(cut.rate))
    for clip, ours in zip(clips, cut.clips, strict=True):
        url = urlsplit(clip.media_reference.target_url)
        assert (url.scheme, Path(unquote(url.path))) == ("file", ours.path)
        assert Path(unquote(url.path)).is_file()
        assert clip.source_range.start_time.value == ours.frames.start
        assert clip.source_range.duration.value == len(ours.frames)
        assert clip.available_range().duration.value == ours.file_frames
    second = next(clip for clip in clips if clip.name == "Segment 2 v2")
    assert set(second.media_references()) == {"v1", "v2"}
    assert second.active_media_reference_key == "v2"
    marks = [marker for marker in track.markers if marker.name.startswith("Boundary")]
    assert [marker.marked_range.start_time.value for marker in marks] == [
        mark.scene_frame for mark in cut.marks
    ]
    facts = marks[1].metadata["restitch"]
    assert (facts["decision"], facts["reason"]) == ("accepted as is", f"=1+1 {SCRIPT}")
    assert facts["ssim"] == pytest.approx(cut.marks[1].ssim)
    (note,) = [marker for marker in track.markers if marker.name.startswith("Note")]
    assert note.comment == f"a third hand {SCRIPT}"


def test_an_edit_list_is_read_by_another_reader(cut: SceneCut) -> None:
    at_24 = _at_rate(cut, Fraction(24))
    read = otio.adapters.read_from_string(edl(at_24), "cmx_3600", rate=24)
    clips = list(read.tracks[0])
    assert [clip.name for clip in clips] == [clip.name for clip in cut.clips]
    assert [
        (int(clip.source_range.start_time.value), int(clip.source_range.duration.value))
        for clip in clips
    ] == [(clip.frames.start, len(clip.frames)) for clip in cut.clips]


def test_an_edit_list_counts_frames_of_the_scenes_own_seconds(cut: SceneCut) -> None:
    events = [line for line in edl(cut).splitlines() if line[:3].isdigit()]
    nominal = round(cut.rate)
    stops = []
    for line in events:
        hours, minutes, seconds, frames = (int(part) for part in line.split()[-1].split(":"))
        stops.append(((hours * 60 + minutes) * 60 + seconds) * nominal + frames)
    assert stops == [clip.scene_start + len(clip.frames) for clip in cut.clips]
    assert all(line.isascii() for line in edl(cut).splitlines() if line[:3].isdigit())
    assert "BOUNDARY 2|3" in edl(cut)


def test_a_list_that_no_program_would_read_to_its_end_is_refused(
    tmp_path: Path, cut: SceneCut, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edl_module, "MOST_EVENTS", 2)
    with pytest.raises(WrongUse, match="cannot hold"):
        write_edl(cut, tmp_path / "long.edl")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("frame", "rate", "told"),
    [
        (0, Fraction(16), "00:00:00:00"),
        (17, Fraction(16), "00:00:01:01"),
        (24 * 3600, Fraction(24000, 1001), "01:00:00:00"),
        (59, Fraction(30000, 1001), "00:00:01:29"),
    ],
)
def test_timecode_is_non_drop(frame: int, rate: Fraction, told: str) -> None:
    assert timecode(frame, rate) == told


@pytest.mark.parametrize(
    "rate", [Fraction(16), Fraction(24), Fraction(24000, 1001), Fraction(30)], ids=str
)
def test_an_fcpxml_places_every_frame_at_its_exact_time(cut: SceneCut, rate: Fraction) -> None:
    cut = replace(_at_rate(cut, rate), scene="Länge <1> & \x07 湖")
    root = ElementTree.fromstring(fcpxml(cut))
    frame_s = _seconds(root.find("resources/format"), "frameDuration")
    assert frame_s == 1 / rate
    assets = {asset.attrib["id"]: asset for asset in root.iter("asset")}
    (sequence,) = root.iter("sequence")
    assert _seconds(sequence, "duration") == cut.frames * frame_s
    placed = sequence.findall("spine/asset-clip")
    for clip, found in zip(cut.clips, placed, strict=True):
        assert _seconds(found, "offset") == clip.scene_start * frame_s
        assert _seconds(found, "start") == clip.frames.start * frame_s
        assert _seconds(found, "duration") == len(clip.frames) * frame_s
        asset = assets[found.attrib["ref"]]
        media = asset.find("media-rep")
        assert media is not None
        assert Path(unquote(urlsplit(media.attrib["src"]).path)) == clip.path
        assert _seconds(asset, "duration") == clip.file_frames * frame_s
    (project,) = root.iter("project")
    assert project.attrib["name"] == "Länge <1> &   湖"


def test_an_fcpxml_has_a_marker_at_every_boundary_and_note(tmp_path: Path, cut: SceneCut) -> None:
    out = tmp_path / "lake.fcpxml"
    write_fcpxml(cut, out)
    root = ElementTree.parse(out).getroot()
    at: dict[str, Fraction] = {}
    for clip in root.iter("asset-clip"):
        for marker in clip.iter("marker"):
            inside = _seconds(marker, "start") - _seconds(clip, "start")
            assert 0 <= inside < _seconds(clip, "duration")
            at[marker.attrib["value"]] = (_seconds(clip, "offset") + inside) * cut.rate
    first, second = cut.marks
    assert at[f"Boundary 1|2: {first.seen_as}"] == first.scene_frame
    assert at[f"Boundary 2|3: {second.seen_as}"] == second.scene_frame
    assert at[f"a third hand {SCRIPT}"] == cut.notes[0].scene_frame
    notes = [marker.attrib.get("note", "") for marker in root.iter("marker")]
    assert any("accepted as is" in note and SCRIPT in note for note in notes)


def test_a_table_has_a_line_for_each_boundary_and_no_formula(cut: SceneCut) -> None:
    lines = list(csv.DictReader(io.StringIO(boundaries_csv(cut))))
    assert [line["boundary"] for line in lines] == ["1|2", "2|3"]
    assert (lines[0]["decision"], lines[0]["treatment"]) == (
        "",
        "Cross-fade: 1 frame left out, 4 frames replaced",
    )
    assert int(lines[0]["frames_replaced"]) == 4
    assert lines[1]["reason"] == f"'=1+1 {SCRIPT}"
    assert float(lines[1]["ssim"]) == pytest.approx(cut.marks[1].ssim, abs=1e-6)
    assert int(lines[1]["frame"]) == cut.marks[1].scene_frame + 1


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.images: list[str] = []
        self.outside: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if tag == "img" and name == "src":
                self.images.append(value or "")
            elif name in ("src", "href") and not (value or "").startswith("#"):
                self.outside.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_report_shows_both_frames_of_every_boundary_and_needs_nothing_else(
    tmp_path: Path, bench: Workbench, cut: SceneCut
) -> None:
    out = tmp_path / "report.html"
    bench.editorial.write(bench.project.scene(), Wanted(report=out), JobContext())
    page = _Page()
    page.feed(out.read_text(encoding="utf-8"))
    assert page.outside == []
    assert "script" not in page.tags
    assert SCRIPT in page.text  # as it was typed, and shown as text
    assert len(page.images) == 2 * len(cut.marks)
    film = tmp_path / "film.mkv"
    bench.exporting.export(bench.project.scene(), film, JobContext())
    for mark, (left, right) in zip(
        cut.marks, zip(page.images[::2], page.images[1::2], strict=True), strict=True
    ):
        for address, frame in ((left, mark.scene_frame - 1), (right, mark.scene_frame)):
            assert _psnr(_decoded(address), _film_frame(film, frame)) > 28  # a JPEG apart
    for told in ("v2 plays", "steps: ", "accepted as is".capitalize(), "Cross-fade"):
        assert told in page.text


def test_a_clip_that_is_gone_leaves_its_frames_out_of_the_report(
    tmp_path: Path, reviewed: Path
) -> None:
    shutil.copytree(reviewed, tmp_path / "project")
    bench = quick_bench(open_project(tmp_path / "project"))
    scene = bench.project.scene()
    bench.project.path(bench.project.current(scene, 2).file).unlink()
    bench.editorial.write(scene, Wanted(report=tmp_path / "report.html"), JobContext())
    page = _Page()
    page.feed((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert len(page.images) == 3
    assert "This frame could not be read." in page.text
    bench.project.close()


def test_what_cannot_be_written_is_refused_and_leaves_nothing(
    tmp_path: Path, bench: Workbench
) -> None:
    missing = tmp_path / "none" / "lake.otio"
    with pytest.raises(StorageError, match="does not exist"):
        bench.editorial.write(bench.project.scene(), Wanted(otio=missing), JobContext())
    with pytest.raises(WrongUse, match="no name for a timeline"):
        bench.editorial.write(
            bench.project.scene(), Wanted(otio=tmp_path / "lake.xml"), JobContext()
        )
    assert list(tmp_path.iterdir()) == []


def _seconds(element: ElementTree.Element | None, name: str) -> Fraction:
    """A time as FCPXML writes it: "81/16s"."""
    assert element is not None
    return Fraction(element.attrib[name].removesuffix("s"))


def _at_rate(cut: SceneCut, rate: Fraction) -> SceneCut:
    return replace(cut, rate=rate)


def _decoded(address: str) -> np.ndarray:
    head, data = address.split(",", 1)
    assert head == "data:image/jpeg;base64"
    picture = cv2.imdecode(np.frombuffer(base64.b64decode(data), np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return np.asarray(picture)


def _film_frame(film: Path, frame: int) -> np.ndarray:
    import av

    with av.open(str(film)) as container:
        for number, picture in enumerate(container.decode(video=0)):
            if number == frame:
                return picture.to_ndarray(format="bgr24")
    raise AssertionError(f"the film has no frame {frame}")


def _psnr(one: np.ndarray, other: np.ndarray) -> float:
    assert one.shape == other.shape
    error = float(np.mean((one.astype(np.float64) - other.astype(np.float64)) ** 2))
    return float(10 * np.log10(255**2 / max(error, 1e-9)))
