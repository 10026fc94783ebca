"""Export the scene as one file: where to, what is still open, progress, and a way to stop."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from restitch_app.bridge.job_runner import Job
from restitch_app.domain.masters import MasterKind
from restitch_app.domain.progress import Progress
from restitch_app.ui.background.place_look import PlaceLook
from restitch_app.ui.context import PanelContext
from restitch_app.ui.dialogs.export_options import ExportOptions
from restitch_app.ui.dialogs.export_work import Part, endings, estimate_words, estimated, exported
from restitch_app.ui.dialogs.frame import cancel_button, confirm_button, foot, line
from restitch_app.ui.language.translating import Verbatim, tr, tr_n
from restitch_app.ui.notices.notices import Way
from restitch_app.ui.pieces.widgets import IconLabel, ShapeMark, label, row
from restitch_app.ui.pieces.wording import (
    boundary_name,
    scene_facts,
    segment_list,
    ssim_text,
)
from restitch_app.ui.theme.shapes import Shape
from restitch_app.ui.theme.tokens import DIALOG_PADDING, SPACE_M, SPACE_S

if TYPE_CHECKING:
    from restitch_app.services.estimating import Estimate
    from restitch_app.services.export_order import CarriedOut
    from restitch_app.services.project.overview import SceneOverview
    from restitch_app.services.workbench import Workbench

FILMS = "MP4 (*.mp4);;QuickTime (*.mov);;Matroska (*.mkv)"
WIDTH = 680
MOST_WARNINGS = 8


class ExportDialog(QDialog):
    exported = Signal(Path)

    def __init__(
        self,
        context: PanelContext,
        bench: Workbench,
        suggested: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        overview = context.state.overview
        assert overview is not None, "only an open scene is exported"
        self._context, self._bench, self._overview = context, bench, overview
        self._job: Job | None = None
        self._is_stopping = self._is_leaving = False
        self.setObjectName("export_dialog")
        self.setWindowTitle(tr("Export the scene"))
        self.setModal(True)
        self.setMinimumWidth(WIDTH)
        self.path = QLineEdit(str(suggested))
        self.path.setObjectName("film_path")
        self.path.setAccessibleName(tr("File to write"))
        self.path.textChanged.connect(self._refresh)
        self._place = PlaceLook(context.runners.network, self)
        self._place.changed.connect(self._refresh)
        self.options = ExportOptions(context.theme, overview, context.state.selected_segment)
        self.options.form_changed.connect(self._fit_name)
        self.options.changed.connect(self._refresh)
        self.options.changed.connect(self._estimate)
        self._estimated = label("", "detail", "2")
        self._estimated.setObjectName("export_estimate")
        self._estimating: Job | None = None
        self._browse = QPushButton(tr("Browse…"))
        self._browse.setObjectName("browse")
        self._browse.clicked.connect(self._ask_path)
        self._told = label("", "detail", "2")
        self._told.setObjectName("export_told")
        self._told.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("export_progress")
        self._bar.setTextVisible(False)
        self._bar.setVisible(False)
        self.cancel = cancel_button(self, context.theme)
        self.go = confirm_button(self, context.theme, "Export", "upload", "export")
        self.go.clicked.connect(self._start)
        context.session.closing.connect(self._leave)
        self._build()
        self._refresh()
        self._estimate()

    def _build(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING, DIALOG_PADDING)
        inside.setSpacing(SPACE_M)
        summary = label(" · ".join(tr(fact) for fact in scene_facts(self._overview)))
        summary.setObjectName("export_summary")
        inside.addWidget(label(self._overview.scene.name, "heading"))
        inside.addWidget(summary)
        warnings = export_warnings(self._overview)
        if warnings:
            inside.addWidget(self._made_warnings(warnings))
        place = row(label(tr("File"), "", "2"), self.path, self._browse)
        inside.addWidget(self.options)
        inside.addLayout(place)
        inside.addWidget(self._estimated)
        inside.addWidget(self._bar)
        inside.addWidget(self._told)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(line())
        layout.addWidget(foot(-1, self.cancel, self.go))

    def _made_warnings(self, warnings: list[tuple[str, str]]) -> QWidget:
        """They are told, and let one go on."""
        box = QFrame()
        box.setObjectName("export_warnings")
        box.setProperty("kind", "card")
        column = QVBoxLayout(box)
        column.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        column.setSpacing(SPACE_S)
        column.addWidget(label(tr("Still open. You can export all the same."), "strong"))
        for kind, text in warnings[:MOST_WARNINGS]:
            mark: QWidget = (
                ShapeMark(self._context.theme, Shape.VISIBLE, 10)
                if kind == "visible"
                else IconLabel(self._context.theme, "unlink", "text", 14)
            )
            words = label(tr(text), "detail")
            words.setWordWrap(True)
            shown = row(mark, words)
            shown.setStretch(1, 1)
            column.addLayout(shown)
        if len(warnings) > MOST_WARNINGS:
            column.addWidget(
                label(tr("+{count} more", count=len(warnings) - MOST_WARNINGS), "detail", "2")
            )
        return box

    # doing it

    @Slot()
    def _refresh(self) -> None:
        path = Path(self.path.text().strip())
        form, reason = self.options.form, ""
        self._place.look(path if path.is_absolute() else None)
        if not self.path.text().strip():
            reason = "Choose a file"
        elif not self._fits(path):
            reason = endings(self.options.form)
        elif not path.is_absolute():
            reason = "Give the whole path"
        elif form.kind is MasterKind.PNG and self._place.is_there:
            reason = "The folder is there already"
        else:
            reason = self._place.problem or self.options.problem()
        self.go.setEnabled(not reason and self._job is None)
        self.go.setToolTip(tr(reason))
        if self._job is None:
            exists = not reason and form.is_film and self._place.is_there
            self._told.setText(
                tr("{name} will be replaced.", name=Verbatim(path.name)) if exists else tr(reason)
            )

    @Slot()
    def _ask_path(self) -> None:
        suffixes = self.options.form.suffixes
        films = tr(FILMS) if len(suffixes) > 1 else f"*{suffixes[0]}" if suffixes else ""
        title = tr("Export the scene")
        chosen, _ = QFileDialog.getSaveFileName(self, title, self.path.text(), films)
        if chosen:
            path = Path(chosen)
            is_named = bool(path.suffix) or not suffixes
            self.path.setText(str(path if is_named else path.with_suffix(suffixes[0])))

    def _fits(self, path: Path) -> bool:
        suffixes = self.options.form.suffixes
        return not suffixes or path.suffix.lower() in suffixes

    @Slot()
    def _fit_name(self) -> None:
        """The name ends as its form wants it."""
        path, suffixes = Path(self.path.text().strip()), self.options.form.suffixes
        if not suffixes:
            self.path.setText(str(path.with_suffix("")))
        elif not self._fits(path):
            self.path.setText(str(path.with_suffix(suffixes[0])))

    @Slot()
    def _estimate(self) -> None:
        """Told before: how large it will be, and how long that takes here."""
        self._stop_estimating()
        self._estimated.setText("")
        form = self.options.form
        if not form.is_film or self.options.problem():
            return
        self._estimated.setText(tr("Estimating…"))
        work = partial(estimated, self._bench, self._overview.scene, form.kind, self._part())
        self._estimating = self._context.runners.pixels.submit("Estimating the export", work)
        self._estimating.succeeded.connect(self._take_estimate)
        self._estimating.failed.connect(self._no_estimate)

    def _part(self) -> Part:
        return Part(self.options.frames(None), self.options.chosen_segment)

    @Slot(object)
    def _take_estimate(self, found: object) -> None:
        self._estimating = None
        self._estimated.setText(tr(estimate_words(cast("Estimate", found))))

    @Slot()
    def _no_estimate(self) -> None:
        """What cannot be read is told when it is exported."""
        self._estimating = None
        self._estimated.setText("")

    def _stop_estimating(self) -> None:
        """Its answer is not wanted any more."""
        job, self._estimating = self._estimating, None
        if job is not None:
            job.succeeded.disconnect(self._take_estimate)
            job.failed.disconnect(self._no_estimate)
            job.cancel()

    def done(self, result: int) -> None:
        self._stop_estimating()
        super().done(result)

    @Slot()
    def _start(self) -> None:
        if not self.go.isEnabled():
            return
        self._is_stopping = False
        self._stop_estimating()
        path = Path(self.path.text().strip())
        from restitch_app.services.editorial.handing_over import Wanted
        from restitch_app.services.export_order import ExportOrder

        form, lists = self.options.form, Wanted(**self.options.list_paths(path))
        order = ExportOrder(path if form.is_film else None, form.kind, None, lists)
        work = partial(exported, self._bench, self._overview.scene, order, self._part())
        self._job = self._context.runners.pixels.submit("Exporting the scene", work)
        self._job.progressed.connect(self._progressed)
        self._job.succeeded.connect(self._succeeded)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)
        self._set_open(False)
        self._bar.setRange(0, 0)
        self._bar.setVisible(True)
        self._told.setText(tr("Writing {name}", name=Verbatim(path.name)))
        self._refresh()

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        if self._is_stopping:  # what was on its way is no news any more
            return
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        share = f", {100 * progress.done // progress.total} %" if progress.total else ""
        self._told.setText(f"{tr(progress.stage)}{share}")

    @Slot(object)
    def _succeeded(self, result: object) -> None:
        done = cast("CarriedOut", result)
        path = done.film.path if done.film is not None else done.lists[0]
        told = tr("{name} is written", name=Verbatim(path.name))
        if done.film is not None:
            told = tr_n(
                "{name}: {count} frame written",
                "{name}: {count} frames written",
                done.film.report.frames,
                name=Verbatim(path.name),
            )
        folder = QUrl.fromLocalFile(str(path.parent))
        look = Way(tr("Show in folder"), partial(QDesktopServices.openUrl, folder))
        self._context.notices.say(told, "check", look)
        self.exported.emit(path)
        self.accept()

    def _set_open(self, is_open: bool) -> None:
        for widget in (self.path, self._browse, self.options):
            widget.setEnabled(is_open)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._told.setText(tr(str(error)))

    @Slot()
    def _ended(self) -> None:
        """Failed or cancelled: another try is possible, and the file is as it was."""
        self._job = None
        if self._is_leaving:
            super().reject()
            return
        self._bar.setVisible(False)
        self._set_open(True)
        if self._is_stopping:
            self._told.setText(tr("Stopped. Nothing was written."))
        self.go.setEnabled(True)

    @Slot()
    def _leave(self) -> None:
        """The project is let go of: nothing of it can be exported any more."""
        self._is_leaving = True
        self.reject()

    def reject(self) -> None:
        """While it is written, cancelling stops that first."""
        if self._job is not None:
            self._is_stopping = True
            self._job.cancel()
            self._told.setText(tr("Stopping…"))
            return
        super().reject()


def export_warnings(overview: SceneOverview) -> list[tuple[str, str]]:
    """(kind, sentence): "visible" or "stale"."""
    found = [
        (
            "visible",
            f"Boundary {boundary_name(one.left_index)}: visible jump, SSIM {ssim_text(one.ssim)}",
        )
        for one in overview.boundaries
        if one.is_open
    ]
    if overview.stale:
        names = segment_list(overview.stale)
        is_one = len(overview.stale) == 1
        found.append(("stale", f"{names} is stale" if is_one else f"{names} are stale"))
    return found
