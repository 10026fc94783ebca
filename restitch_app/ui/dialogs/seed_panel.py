"""The left side of the regenerate dialog: what the segment will be generated from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from restitch_app.bridge.job_runner import JobRunner
from restitch_app.ui.dialogs.scaled_picture import read_scaled
from restitch_app.ui.latest import Latest
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_S, SPACE_XS
from restitch_app.ui.widgets import IconLabel, label, row

if TYPE_CHECKING:
    from restitch_app.services.project.project import Project
    from restitch_app.services.regeneration.plan import RegenerationPlan, SeedChoice

PICTURE_PX = QSize(304, 176)


class SeedPanel(QWidget):
    changed = Signal()
    file_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        runner: JobRunner,
        project: Project,
        plan: RegenerationPlan,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("seed_panel")
        self._project, self._plan = project, plan
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
        self.other = QPushButton("Choose another picture…")
        self.other.setObjectName("choose_seed")
        self.other.setProperty("kind", "link")
        self.other.clicked.connect(lambda: self.file_asked.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addLayout(row(label("Seed frame", "strong"), -1, self._icon, self._state))
        layout.addWidget(self.picture)
        layout.addWidget(self._where)
        layout.addWidget(self._checksum)
        layout.addLayout(self._choices)
        layout.addLayout(row(self.other, -1))
        self._group.idToggled.connect(self._toggled)
        self._fill()
        if self._seeds:
            self._choose(0)
        else:
            self._where.setText("The seed frame is not known. Choose a picture.")

    @property
    def seed(self) -> SeedChoice | None:
        number = self._group.checkedId()
        return self._seeds[number] if 0 <= number < len(self._seeds) else None

    def add(self, seed: SeedChoice) -> None:
        """A picture file that the reviewer chose; it is taken."""
        self._seeds = [one for one in self._seeds if one.choice in ("current", "original")]
        self._seeds.append(seed)
        self._fill()
        self._choose(len(self._seeds) - 1)

    def close_down(self) -> None:
        self._loader.drop()

    def _fill(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._choices.removeWidget(button)
            button.deleteLater()
        for number, seed in enumerate(self._seeds):
            button = QRadioButton(_choice_words(seed))
            button.setObjectName(f"seed_{seed.choice if number < 2 else 'file'}")
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
        self._where.setText(_where(seed))
        self._checksum.setText(f"Checksum {seed.checksum}")
        changed = len(self._plan.seeds) > 1
        if seed.choice not in ("current", "original"):
            self._icon.set_icon("film", "text_2")
            self._state.setText("Picture file")
        elif seed.choice == "original" or not changed:
            self._icon.set_icon("lock", "smooth")
            self._state.setText("Original, unchanged")
        else:
            self._icon.set_icon("unlink", "text")
            self._state.setText("Changed since it was made")
        path = self._project.path(seed.picture.file)
        self._loader.ask("Reading the seed frame", partial(read_scaled, path, PICTURE_PX))

    @Slot(object)
    def _show_image(self, image: QImage) -> None:
        self.picture.setPixmap(QPixmap.fromImage(image))
        self.picture.setAccessibleName(f"Seed frame, {self._where.text()}")

    @Slot(object)
    def _no_image(self, error: Exception) -> None:
        self.picture.setPixmap(QPixmap())
        self.picture.setText("The picture is missing")
        self.picture.setToolTip(str(error))


def _choice_words(seed: SeedChoice) -> str:
    if seed.choice == "current":
        return "As the scene is now"
    if seed.choice == "original":
        return "The original one"
    return seed.told


def _where(seed: SeedChoice) -> str:
    frame = "" if seed.scene_frame is None else f" · frame {seed.scene_frame + 1}"
    return f"{seed.told}{frame}"
