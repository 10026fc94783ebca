"""A result of another size or rate than the scene: why it cannot play, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from restitch_app.domain.versions import Scene, Version, is_misfit
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.section import Section
from restitch_app.ui.pieces.widgets import IconLabel, label, row, set_word_icon
from restitch_app.ui.pieces.wording import READ_ONLY
from restitch_app.ui.theme.theme import Theme


class MisfitSection(Section):
    convert_asked = Signal(object)  # Version
    replace_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Differs in size or rate", parent=parent)
        self.setObjectName("misfit")
        self._theme = theme
        self._version: Version | None = None
        self._why = label("", "detail", "2")
        self._why.setObjectName("misfit_why")
        self._why.setWordWrap(True)
        self.convert = QPushButton(tr("Convert a copy"))
        self.convert.setObjectName("convert_copy")
        self.convert.clicked.connect(self._ask)
        self.replace = QPushButton(tr("Replace…"))
        self.replace.setObjectName("replace_misfit")
        self.replace.setToolTip(tr("Render this segment again"))
        self.replace.clicked.connect(self.replace_asked)
        told = row(IconLabel(theme, "file-warning", "visible"), self._why)
        told.setStretch(1, 1)
        self.body.addLayout(told)
        self.body.addLayout(row(self.convert, self.replace, -1))
        theme.changed.connect(self._tint)
        self._tint()
        self.hide()

    def show_misfit(
        self, versions: tuple[Version, ...], scene: Scene, *, is_read_only: bool
    ) -> None:
        """`versions`: of the segment, newest first; only the newest result is told of."""
        newest = versions[0] if versions else None
        self._version = newest if newest is not None and is_misfit(newest, scene) else None
        self.setVisible(self._version is not None)
        if self._version is None:
            return
        version = self._version
        reason = tr(version.failure or "").rstrip(".")
        shape = f"{scene.width}×{scene.height}, {float(scene.rate):g} fps"
        self._why.setText(
            tr(
                "v{number}: {reason}. The scene has {shape}.",
                number=version.number,
                reason=reason,
                shape=shape,
            )
        )
        for button in (self.convert, self.replace):
            button.setEnabled(not is_read_only)
        tip = tr("Make a version with the scene's size and rate; this one stays as it is")
        self.convert.setToolTip(tr(READ_ONLY) if is_read_only else tip)

    @Slot()
    def _ask(self) -> None:
        if self._version is not None:
            self.convert_asked.emit(self._version)

    @Slot()
    def _tint(self) -> None:
        set_word_icon(self.replace, self._theme, "refresh-cw")
