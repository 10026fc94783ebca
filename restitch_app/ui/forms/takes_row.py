"""How many takes; one seed that is kept gives one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from restitch_app.ui.forms.field_row import FormRow
from restitch_app.ui.forms.number_fields import WholeField
from restitch_app.ui.forms.values import FormValues
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label, row
from restitch_app.ui.theme.theme import Theme

MOST_TAKES = 16


class TakesRow(FormRow):
    edited = Signal()

    def __init__(self, theme: Theme, values: FormValues) -> None:
        super().__init__(theme, "Takes")
        self._values = values
        self.takes = WholeField(theme)
        self.takes.setObjectName("takes")
        self.takes.setAccessibleName(tr("Takes"))
        self.takes.setMinimum(1)
        self.takes.valueChanged.connect(lambda _count: self.edited.emit())
        told = label(tr("Each take becomes a version to compare"), "detail", "2")
        self.put(row(self.takes, told, -1))
        values.changed.connect(self._limit)
        self._limit()

    @Slot()
    def _limit(self) -> None:
        is_kept = self._values.is_seed_kept
        self.takes.setMaximum(1 if is_kept else MOST_TAKES)
        self.takes.setToolTip(
            tr("One seed gives one take; open the lock for more") if is_kept else ""
        )
