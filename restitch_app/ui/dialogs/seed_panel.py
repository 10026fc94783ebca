"""What a segment will be generated from: the picture, and others to choose from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.domain.progress import JobContext
from restitch_app.domain.versions import Scene, Version
from restitch_app.ui.background.latest import Latest
from restitch_app.ui.dialogs.earlier_frames import EarlierFrames
from restitch_app.ui.dialogs.scaled_picture import read_scaled, scaled
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.pieces.widgets import IconLabel, label, row
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_S, SPACE_XS

if TYPE_CHECKING:
    from restitch_app.services.regeneration.plan import RegenerationPlan, SeedChoice
    from restitch_app.services.workbench import Workbench

LISTED = ("current", "original")
"""What a plan offers; everything else was chosen by hand."""
PICTURE_PX = QSize(304, 176)


class SeedPanel(QWidget):
    changed = Signal()
    file_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        runner: JobRunner,
        bench: Workbench,
        scene: Scene,
        plan: RegenerationPlan,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("seed_panel")
        self._project, self._bench, self._plan = bench.project, bench, plan
        self._index = plan.version.sequence_index
        self._own: int | None = None
        self._seeds: list[SeedChoice] = list(plan.seeds)
        self._loader = Latest(runner, self)
        self._loader.arrived.connect(self._show_image)
        self._loader.failed.connect(self._no_image)
        self._icon = IconLabel(theme, "lock", "smooth", 14)
        self._state = label("", "detail", "2")
        self._state.setObjectName("seed_state")
        self.picture = QLabel()
        self.picture.setObjectName("seed_picture")
        self.picture.setFixedSize(PICTURE_PX)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._where = label("", "detail")
        self._where.setObjectName("seed_where")
        self._where.setWordWrap(True)
        self._checksum = label("", "caption", "3")
        self._checksum.setObjectName("seed_checksum")
        self._checksum.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._group = QButtonGroup(self)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(SPACE_XS)
        self.other = _link("Choose another frame…", "choose_seed")
        self.other.clicked.connect(self._turn_earlier)
        self.other.setVisible(self._index > 0)
        self.file = _link("Picture file…", "choose_seed_file")
        self.file.setToolTip(tr("Or drop a picture here"))
        self.file.clicked.connect(lambda: self.file_asked.emit())
        self.earlier = EarlierFrames(theme, runner, bench, scene, self._index)
        self.earlier.hide()
        self.earlier.picked.connect(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addLayout(row(label(tr("Seed frame"), "strong"), -1, self._icon, self._state))
        layout.addWidget(self.picture)
        layout.addWidget(self._where)
        layout.addWidget(self._checksum)
        layout.addLayout(self._choices)
        layout.addWidget(self.earlier)
        layout.addLayout(row(self.other, self.file, -1))
        self._group.idToggled.connect(self._toggled)
        self._fill()
        if self._seeds:
            self._choose(0)
        else:
            self._where.setText(tr("The seed frame is not known. Choose a picture."))

    @property
    def seed(self) -> SeedChoice | None:
        number = self._group.checkedId()
        return self._seeds[number] if 0 <= number < len(self._seeds) else None

    @Slot(object)
    def add(self, seed: SeedChoice) -> None:
        """A picture that the reviewer chose; it is taken."""
        known = [one for one in self._seeds if one.choice in LISTED]
        names = [one.choice for one in known]
        self._seeds = known if seed.choice in names else [*known, seed]
        self._fill()
        self._choose(names.index(seed.choice) if seed.choice in names else len(known))

    def show_own(self, frame: int | None) -> None:
        """The seed frame is that frame of the segment itself, from 0; None: it is chosen here."""
        if frame == self._own:
            return
        self._own = frame
        for button in self._group.buttons():
            button.setEnabled(frame is None)
        self._fold_earlier()
        self.other.setVisible(frame is None and self._index > 0)
        self.file.setVisible(frame is None)
        if frame is None:
            if self.seed is not None:
                self._show(self.seed)
            return
        version = self._plan.version
        told = tr(
            "Frame {frame} of segment {number} v{version} itself, since those before it are kept",
            frame=frame + 1,
            number=self._index + 1,
            version=version.number,
        )
        self._where.setText(told)
        self._checksum.hide()
        self._icon.set_icon("film", "text_2")
        self._state.setText(tr("Its own frame"))
        work = partial(_own_image, self._bench, version, frame)
        self._loader.ask("Reading the seed frame", work)

    def close_down(self) -> None:
        self._loader.drop()
        self.earlier.drop()

    @Slot()
    def _turn_earlier(self) -> None:
        if not self.earlier.isHidden():
            self._fold_earlier()
            return
        self.earlier.show()
        self.other.setText(tr("Fewer frames"))
        self.earlier.load()

    def _fold_earlier(self) -> None:
        self.earlier.hide()
        self.other.setText(tr("Choose another frame…"))

    def _fill(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._choices.removeWidget(button)
            button.deleteLater()
        for number, seed in enumerate(self._seeds):
            button = QRadioButton(tr(_choice_words(seed)))
            button.setObjectName(f"seed_{_kind(seed)}")
            self._group.addButton(button, number)
            self._choices.addWidget(button)
            button.setVisible(len(self._seeds) > 1)

    def _choose(self, number: int) -> None:
        button = self._group.button(number)
        if button.isChecked():
            self._show(self._seeds[number])
        button.setChecked(True)

    def _toggled(self, number: int, is_on: bool) -> None:
        if is_on and 0 <= number < len(self._seeds):
            self._show(self._seeds[number])
            self.changed.emit()

    def _show(self, seed: SeedChoice) -> None:
        self.earlier.show_choice(seed.choice)
        self._where.setText(_where(seed))
        told = tr("Checksum {checksum}", checksum=Verbatim(seed.checksum))
        self._checksum.setText(told)
        self._checksum.setVisible(bool(seed.checksum))
        changed = len(self._plan.seeds) > 1
        if seed.choice not in LISTED:
            self._icon.set_icon("film", "text_2")
            self._state.setText(
                tr("Earlier frame") if _kind(seed) == "earlier" else tr("Picture file")
            )
        elif seed.choice == "original" or not changed:
            self._icon.set_icon("lock", "smooth")
            self._state.setText(tr("Original, unchanged"))
        else:
            self._icon.set_icon("unlink", "text")
            self._state.setText(tr("Changed since it was made"))
        if seed.picture is None:
            assert seed.preview is not None, "it is shown by one of them"
            self._loader.drop()
            self._show_image(scaled(seed.preview, PICTURE_PX))
            return
        path = self._project.path(seed.picture.file)
        self._loader.ask("Reading the seed frame", partial(read_scaled, path, PICTURE_PX))

    @Slot(object)
    def _show_image(self, image: QImage) -> None:
        self.picture.setPixmap(QPixmap.fromImage(image))
        self.picture.setAccessibleName(tr("Seed frame, {where}", where=self._where.text()))

    @Slot(object)
    def _no_image(self, error: Exception) -> None:
        self.picture.setPixmap(QPixmap())
        self.picture.setText(tr("The picture is missing"))
        self.picture.setToolTip(tr(str(error)))


def _choice_words(seed: SeedChoice) -> str:
    if seed.choice == "current":
        return "As the scene is now"
    if seed.choice == "original":
        return "The original one"
    return f"An earlier frame, −{seed.choice[1:]}" if _kind(seed) == "earlier" else seed.told


def _where(seed: SeedChoice) -> str:
    where = tr(seed.told)
    if seed.scene_frame is not None:
        where = " · ".join((where, tr("frame {number}", number=seed.scene_frame + 1)))
    if _kind(seed) != "earlier":
        return where
    return tr("{frame}. What comes after it there will not play.", frame=where)


def _kind(seed: SeedChoice) -> str:
    if seed.choice in LISTED:
        return seed.choice
    return "earlier" if seed.choice.startswith("-") else "file"


def _link(text: str, name: str) -> QPushButton:
    made = QPushButton(tr(text))
    made.setObjectName(name)
    made.setProperty("kind", "link")
    made.setAutoDefault(False)
    return made


def _own_image(bench: Workbench, version: Version, frame: int, _ctx: JobContext) -> QImage:
    return scaled(bench.plans.own_frame(version, frame), PICTURE_PX)
