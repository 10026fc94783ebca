"""Export and new scene, and who opens the dialogs."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from restitch_app.bridge.job_runner import Job
from restitch_app.domain.frames import FrameRange
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.progress import JobContext, Progress
from restitch_app.media.reader import open_reader
from restitch_app.services.estimating import Estimate
from restitch_app.services.imports.wishes import ClipPiece, Conform, ImportWishes, Link
from restitch_app.ui.dialogs.dialogs import Dialogs
from restitch_app.ui.dialogs.export_dialog import ExportDialog, export_warnings
from restitch_app.ui.dialogs.export_work import estimate_words
from restitch_app.ui.dialogs.new_scene_dialog import NewSceneDialog, NewSceneRequest
from restitch_app.ui.dialogs.regenerate_dialog import RegenerateDialog
from tests.clips import numbered_clip, numbered_picture
from tests.ui.panels import REDONE, Panels

CTX = JobContext()


@pytest.fixture
def dialogs(panels: Panels) -> Iterator[Dialogs]:
    made = Dialogs(panels.context, panels.window)
    yield made
    if made.shown is not None:
        made.shown.done(0)


def export_dialog(dialogs: Dialogs, film: Path) -> ExportDialog:
    dialogs.export(film)
    assert isinstance(dialogs.shown, ExportDialog)
    return dialogs.shown


def told(dialog: ExportDialog | NewSceneDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def test_the_film_is_written_and_the_dialog_goes(
    qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    film = tmp_path / "film.mp4"
    dialog = export_dialog(dialogs, film)
    with qtbot.waitSignal(dialogs.exported) as exported:
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        assert not dialog.go.isEnabled()
    assert exported.args == [film]
    assert film.stat().st_size > 0
    assert dialogs.shown is None


def test_what_is_open_is_told_and_lets_one_go_on(
    panels: Panels, dialogs: Dialogs, tmp_path: Path
) -> None:
    overview = panels.state.overview
    assert overview is not None
    kinds = [kind for kind, _ in export_warnings(overview)]
    assert kinds == ["visible", "stale"]
    assert export_warnings(overview)[1] == ("stale", "Segments 3–5 are stale")
    dialog = export_dialog(dialogs, tmp_path / "film.mp4")
    assert dialog.findChild(QFrame, "export_warnings") is not None
    assert dialog.go.isEnabled()


def test_the_scene_is_described_as_in_the_header(dialogs: Dialogs, tmp_path: Path) -> None:
    dialog = export_dialog(dialogs, tmp_path / "film.mp4")
    overview = dialog._overview
    facts = told(dialog, "export_summary").split(" · ")
    assert facts[0] == f"{len(overview.current)} segments"
    assert facts[2] == f"{float(overview.seconds):.1f} s"
    assert len(facts) == 5


def test_nothing_open_warns_of_nothing(panels: Panels) -> None:
    scene = panels.bench.project.scene()
    panels.bench.decisions.accept(scene, REDONE, CTX)
    panels.bench.versions.approve(scene, REDONE + 1)
    overview = panels.bench.overview.of(scene)
    assert export_warnings(overview) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [("film.avi", "must end in"), ("", "Choose a file"), ("film.mp4", "whole path")],
)
def test_a_name_that_cannot_be_written_is_told(
    dialogs: Dialogs, tmp_path: Path, name: str, reason: str
) -> None:
    dialog = export_dialog(dialogs, tmp_path / "film.mp4")
    dialog.path.setText(name)
    assert not dialog.go.isEnabled()
    assert reason in dialog.go.toolTip()


def test_a_file_that_is_there_is_told_before_it_is_replaced(
    qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"older")
    dialog = export_dialog(dialogs, film)
    qtbot.waitUntil(lambda: told(dialog, "export_told") == "film.mp4 will be replaced.")
    dialog.path.setText(str(tmp_path / "another.mp4"))
    qtbot.waitUntil(lambda: told(dialog, "export_told") == "")


TOO_LONG = 300 * "x"
NO_RIGHT = "There is no right to look into that folder"


@pytest.fixture
def closed_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that nobody may look into, whoever runs the tests."""
    folder, real = tmp_path / "closed", Path.exists

    def exists(path: Path) -> bool:
        if folder in path.parents:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "exists", exists)
    return folder


def _wait_for(qtbot: QtBot, words: str, shown: Callable[[], str]) -> None:
    qtbot.waitUntil(lambda: shown() == words)


def test_a_film_is_not_asked_for_where_none_can_be_written(
    qtbot: QtBot, dialogs: Dialogs, tmp_path: Path, closed_folder: Path
) -> None:
    dialog = export_dialog(dialogs, tmp_path / "film.mp4")
    for path, reason in (
        (tmp_path / f"{TOO_LONG}.mp4", "The name is too long"),
        (closed_folder / "film.mp4", NO_RIGHT),
    ):
        dialog.path.setText(str(path))
        _wait_for(qtbot, reason, partial(told, dialog, "export_told"))
        assert not dialog.go.isEnabled()
    dialog.path.setText(str(tmp_path / "film.mp4"))
    qtbot.waitUntil(dialog.go.isEnabled)


def test_a_refused_export_says_why_and_can_be_tried_again(
    qtbot: QtBot, panels: Panels, dialogs: Dialogs
) -> None:
    inside = panels.bench.project.path("media/film.mp4")
    dialog = export_dialog(dialogs, inside)
    dialog.go.click()
    qtbot.waitUntil(lambda: "among the project's own clips" in told(dialog, "export_told"))
    qtbot.waitUntil(dialog.go.isEnabled)
    assert not inside.exists()


def test_cancelling_stops_the_writing_first(
    qtbot: QtBot, panels: Panels, dialogs: Dialogs, tmp_path: Path
) -> None:
    film = tmp_path / "film.mp4"
    dialog = export_dialog(dialogs, film)
    dialog.go.click()
    dialog.reject()
    (job,) = (one for one in panels.runners.pixels.findChildren(Job) if "Export" in one.title)
    job.progressed.emit(Progress("Writing", 1, 2))  # was on its way
    assert dialogs.shown is dialog
    assert told(dialog, "export_told") == "Stopping…"
    qtbot.waitUntil(dialog.go.isEnabled)
    assert told(dialog, "export_told") == "Stopped. Nothing was written."
    assert not film.exists()


def test_regenerating_reads_the_plan_and_hands_over_the_request(
    qtbot: QtBot, dialogs: Dialogs
) -> None:
    dialogs.regenerate(REDONE)
    qtbot.waitUntil(lambda: isinstance(dialogs.shown, RegenerateDialog))
    assert isinstance(dialogs.shown, RegenerateDialog)
    with qtbot.waitSignal(dialogs.regeneration_asked) as asked:
        dialogs.shown.go.click()
    assert asked.args == [RegenerationRequest(REDONE)]
    assert dialogs.shown is None


@pytest.fixture
def clips(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "clips"
    folder.mkdir()
    found = [
        numbered_clip(folder / f"clip_{number}.mp4", range(number, number + 8))
        for number in range(3)
    ]
    (folder / "torn.mp4").write_bytes(b"not a clip")
    return [*found, folder / "torn.mp4"]


@pytest.fixture
def new_scene(qtbot: QtBot, dialogs: Dialogs, clips: list[Path], tmp_path: Path) -> NewSceneDialog:
    dialogs.new_scene(clips, tmp_path / "lake")
    assert isinstance(dialogs.shown, NewSceneDialog)
    dialog = dialogs.shown
    qtbot.waitUntil(lambda: len(dialog.clips.paths) == 4)
    return dialog


def test_problems_are_told_before_anything_is_copied(
    new_scene: NewSceneDialog, tmp_path: Path
) -> None:
    shown = told(new_scene, "clips_told").splitlines()
    assert shown[0].startswith("3 clips · 24 frames · 3 without a workflow")
    assert shown[1].startswith("Left out: torn.mp4. ")
    assert not (tmp_path / "lake").exists()


def test_the_order_shown_is_the_order_of_the_scene(
    qtbot: QtBot, dialogs: Dialogs, new_scene: NewSceneDialog, clips: list[Path], tmp_path: Path
) -> None:
    first = new_scene.clips.topLevelItem(0)
    assert first is not None
    first.setSelected(True)
    qtbot.keyClick(new_scene.clips, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert new_scene.clips.paths == (clips[1], clips[0], clips[2], clips[3])
    new_scene.name.setText("Dawn")
    with qtbot.waitSignal(dialogs.scene_asked) as asked:
        new_scene.go.click()
    assert asked.args == [
        NewSceneRequest(
            (ClipPiece(clips[1]), ClipPiece(clips[0]), ClipPiece(clips[2])),
            tmp_path / "lake",
            "Dawn",
        )
    ]


def test_a_moved_clip_stays_in_hand(
    qtbot: QtBot, new_scene: NewSceneDialog, clips: list[Path]
) -> None:
    shown = new_scene.clips
    first = shown.topLevelItem(0)
    assert first is not None
    shown.setCurrentItem(first)
    for _ in range(2):
        qtbot.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert shown.paths == (clips[1], clips[2], clips[0], clips[3])
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert [shown.indexOfTopLevelItem(one) for one in shown.selectedItems()] == [1]


def test_clips_are_taken_out_by_keyboard(
    qtbot: QtBot, new_scene: NewSceneDialog, clips: list[Path]
) -> None:
    for row in (1, 3):
        item = new_scene.clips.topLevelItem(row)
        assert item is not None
        item.setSelected(True)
    qtbot.keyClick(new_scene.clips, Qt.Key.Key_Delete)
    assert new_scene.clips.paths == (clips[0], clips[2])
    assert "Left out" not in told(new_scene, "clips_told")
    new_scene.clips.selectAll()
    new_scene.clips.remove_chosen()
    assert not new_scene.go.isEnabled()


def test_a_clip_of_another_size_is_told_until_the_others_are_gone(
    qtbot: QtBot, new_scene: NewSceneDialog, tmp_path: Path
) -> None:
    other = numbered_clip(tmp_path / "wide.mp4", range(8), size=(256, 96))
    new_scene.add([other])
    qtbot.waitUntil(lambda: len(new_scene.clips.paths) == 5)
    assert "wide.mp4. The others are" in told(new_scene, "clips_told")
    for row in range(4):
        item = new_scene.clips.topLevelItem(row)
        assert item is not None
        item.setSelected(True)
    new_scene.clips.remove_chosen()
    assert "Left out" not in told(new_scene, "clips_told")
    assert new_scene.request().clips == (ClipPiece(other),)


def test_one_clip_is_cut_into_pieces_and_some_are_merged(
    qtbot: QtBot, new_scene: NewSceneDialog, clips: list[Path]
) -> None:
    assert not new_scene.cuts.cut.isEnabled()  # four clips: none is meant
    item = new_scene.clips.topLevelItem(1)
    assert item is not None
    item.setSelected(True)
    qtbot.keyClicks(new_scene.cuts.points, "3, 99")
    qtbot.keyClick(new_scene.cuts.points, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "cannot be cut at frame 99" in told(new_scene, "clips_told"))
    new_scene.cuts.points.setText("3, 6")
    new_scene.cuts.cut.click()
    qtbot.waitUntil(lambda: len(new_scene.clips.looks) == 6)
    frames = [FrameRange(0, 2), FrameRange(2, 5), FrameRange(5, 8)]
    pieces = tuple(ClipPiece(clips[1], one) for one in frames)
    asked = new_scene.request().clips
    assert asked == (ClipPiece(clips[0]), *pieces, ClipPiece(clips[2]))
    assert [look.piece for look in new_scene.clips.chosen] == list(pieces)
    new_scene.cuts.merge.click()
    assert len(new_scene.clips.looks) == 4
    assert new_scene.request().clips[1] == ClipPiece(clips[1], FrameRange(0, 8))


def test_what_was_chosen_of_the_clips_is_asked_for(
    qtbot: QtBot, new_scene: NewSceneDialog, tmp_path: Path
) -> None:
    folder = tmp_path / "shot"
    folder.mkdir()
    for number in range(3):
        picture = numbered_picture(number, (256, 96))
        Image.fromarray(picture).save(folder / f"frame_{number:03}.png")
    choices = new_scene.choices
    assert choices.rate.isHidden()
    new_scene.add([folder])
    qtbot.waitUntil(lambda: len(new_scene.clips.paths) == 5)
    assert not choices.rate.isHidden()
    choices.rate.setValue(23.976)
    qtbot.waitUntil(lambda: _rates(new_scene)[-1] == Fraction(24000, 1001))
    assert "frame_%03d.png. The others are" in told(new_scene, "clips_told")
    choices.converts.setChecked(True)
    assert "frame_%03d.png: It is converted to" in told(new_scene, "clips_told")
    choices.link.setCurrentIndex(2)
    choices.overlap.setValue(0)
    request = new_scene.request()
    assert request.clips[-1] == ClipPiece(folder / "frame_%03d.png")
    assert request.wishes == ImportWishes(
        Link.REFERENCE, Conform(), overlap=0, picture_rate=Fraction(24000, 1001)
    )


def _rates(dialog: NewSceneDialog) -> list[Fraction]:
    return [look.facts.rate for look in dialog.clips.looks if look.facts is not None]


def test_a_folder_that_cannot_become_a_project_is_refused(
    qtbot: QtBot, new_scene: NewSceneDialog, panels: Panels, tmp_path: Path, closed_folder: Path
) -> None:
    for folder, reason in (
        (panels.bench.project.folder, "There is a project in that folder already"),
        (tmp_path / TOO_LONG, "The name is too long"),
        (closed_folder / "lake", NO_RIGHT),
    ):
        new_scene.folder.setText(str(folder))
        _wait_for(qtbot, reason, new_scene.go.toolTip)
        assert not new_scene.go.isEnabled()


def test_a_master_of_one_segment_and_its_lists(
    qtbot: QtBot, panels: Panels, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialog = export_dialog(dialogs, tmp_path / "film.mp4")
    options = dialog.options
    options.form_box.setCurrentIndex(2)
    assert dialog.path.text() == str(tmp_path / "film.mkv")
    options.part_box.setCurrentIndex(1)
    options.segment.setValue(2)
    options.lists["csv"].setChecked(True)
    estimate = "export_estimate"
    qtbot.waitUntil(lambda: told(dialog, estimate).endswith("on this computer"))
    with qtbot.waitSignal(dialogs.exported):
        dialog.go.click()
    frames = panels.context.state.overview
    assert frames is not None
    with open_reader(tmp_path / "film.mkv") as film:
        assert film.frame_count < frames.frames
    assert (tmp_path / "film.csv").is_file()


def test_what_cannot_be_exported_says_why(dialogs: Dialogs, tmp_path: Path) -> None:
    dialog = export_dialog(dialogs, tmp_path / "film.mp4")
    dialog.options.form_box.setCurrentIndex(4)
    assert told(dialog, "export_told") == "Choose a list, or a film"
    dialog.options.form_box.setCurrentIndex(0)
    dialog.options.part_box.setCurrentIndex(2)
    dialog.options.first.setValue(9)
    dialog.options.last.setValue(8)
    assert told(dialog, "export_told") == "The last frame comes before the first"
    assert not dialog.go.isEnabled()


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Estimate(81, 2_000_000, 0, None), "About 2.0 MB"),
        (Estimate(81, 2_000_000, 0, 0.2), "About 2.0 MB, ≈ 1 s on this computer"),
        (
            Estimate(810, 2_000_000_000, 6, 31.0),
            "About 2.0 GB, ≈ 30 s on this computer · 6 of 810 frames are encoded again",
        ),
        (Estimate(81, 20_000_000, 81, 7.0), "About 20 MB, ≈ 7 s on this computer"),
    ],
)
def test_what_the_dialog_says(found: Estimate, told: str) -> None:
    assert estimate_words(found) == told
