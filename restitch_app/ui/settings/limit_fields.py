"""Every limit that boundaries are judged by, as number fields: a row a measure, a column a type."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from restitch_app.domain.boundaries import (
    HIGHEST_LIMIT,
    LARGEST_VERDICT,
    LOWEST_LIMIT,
    BoundaryPolicy,
    BoundaryType,
    Continuity,
    Limits,
    PlainSsim,
    plain_limits,
)
from restitch_app.domain.seams import Channel
from restitch_app.services.boundaries.limit_keys import PLAIN_KEYS, VERDICT_KEYS
from restitch_app.ui.forms.number_fields import RealField
from restitch_app.ui.language.translating import tr
from restitch_app.ui.pieces.widgets import label
from restitch_app.ui.theme.theme import Theme
from restitch_app.ui.theme.tokens import SPACE_M, SPACE_XS

DECIMALS = 2
V_UNIT, SCORE_UNIT, SSIM_UNIT = "V", "× just visible", "SSIM"
LEAST_V = 0.01  # it begins above 0
TYPES = {
    BoundaryType.CHAINED: (
        "Chained",
        "The right side goes on from the left one's last frame",
    ),
    BoundaryType.OTHER: ("Other", "The right side was made from anything else"),
}
CHANNELS = {
    Channel.STRUCT: "The two frames are less alike",
    Channel.DETAIL: "Fine content differs",
    Channel.COLOUR: "Colour or brightness steps",
    Channel.SHARP: "Sharpness steps",
    Channel.MOTION: "Motion goes on differently",
    Channel.REPEAT: "Motion stands still",
    Channel.REVERSE: "Motion turns back",
    Channel.ALIGN: "The whole picture is shifted",
}


@dataclass(frozen=True, slots=True)
class LimitRow:
    name: str
    """As `services.limit_keys` calls it."""
    words: str
    unit: str
    usual: float
    least: float
    most: float
    has_types: bool
    """Whether each type of boundary has one of its own."""


def limit_rows(policy: BoundaryPolicy) -> tuple[LimitRow, ...]:
    """All that this policy judges by."""
    plain, usual = PlainSsim(), Limits()
    below, band = "Visible below", "Borderline band"
    if isinstance(policy, Continuity):
        below, band = "Visible below (too few frames)", "Borderline band (too few frames)"
    ssim = (
        LimitRow("ssim_threshold", below, SSIM_UNIT, plain.threshold, 0.0, 1.0, False),
        LimitRow("ssim_band", band, SSIM_UNIT, plain.band, 0.0, 1.0, False),
    )
    if isinstance(policy, PlainSsim):
        return ssim
    return (
        LimitRow("yellow", "Borderline from", V_UNIT, usual.yellow, LEAST_V, LARGEST_VERDICT, True),
        LimitRow("red", "Visible from", V_UNIT, usual.red, LEAST_V, LARGEST_VERDICT, True),
        *(
            LimitRow(
                channel.value,
                words,
                SCORE_UNIT,
                usual.of(channel),
                LOWEST_LIMIT,
                HIGHEST_LIMIT,
                True,
            )
            for channel, words in CHANNELS.items()
        ),
        *ssim,
    )


class LimitFields(QWidget):
    """Shows a policy, and tells of what is typed."""

    edited = Signal()  # a number is being changed: `policy` has it, nothing is kept
    left = Signal(str, float)  # key and value: the field was left with another number

    def __init__(self, theme: Theme, policy: BoundaryPolicy) -> None:
        super().__init__()
        self._shown = policy
        self._fields: dict[str, RealField] = {}
        self._theme = theme
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_XS)
        grid.setColumnStretch(4, 1)
        if isinstance(policy, Continuity):
            for column, (words, about) in enumerate(TYPES.values(), 1):
                head = label(tr(words), "detail", "2")
                head.setToolTip(tr(about))
                grid.addWidget(head, 0, column)
        for number, row in enumerate(limit_rows(policy), 1):
            self._add(grid, number, row)
        self.reset_numbers()

    @property
    def fields(self) -> dict[str, RealField]:
        """By key, as "chained.colour"."""
        return self._fields

    @property
    def policy(self) -> BoundaryPolicy:
        """With the numbers that the fields show."""
        plain = PlainSsim(self._number("ssim_threshold"), self._number("ssim_band"))
        if isinstance(self._shown, PlainSsim):
            return plain
        made = Continuity(few_frames=plain)
        for kind in BoundaryType:
            limits = Limits(self._number(f"{kind}.yellow"), self._number(f"{kind}.red"))
            scores = {channel: self._number(f"{kind}.{channel}") for channel in Channel}
            made = made.with_limits(kind, limits.with_channels(scores))
        return made

    @property
    def problem(self) -> str:
        """Why the numbers cannot be meant; empty where they can."""
        policy = self.policy
        if isinstance(policy, PlainSsim):
            return ""
        for kind, (words, _) in TYPES.items():
            limits = policy.limits(kind)
            if limits.yellow > limits.red:
                return tr(
                    "{kind}: a visible jump cannot begin below borderline. It is not kept.",
                    kind=words,
                )
        return ""

    def show_policy(self, policy: BoundaryPolicy) -> None:
        """Of the kind that it was made for. What is typed stays where nobody else changed it: it
        may be on its way to the project.
        """
        before, self._shown = self._shown, policy
        for key in self._fields:
            if value_of(before, key) != value_of(policy, key):
                self._write(key)

    def reset_numbers(self) -> None:
        """Back to what is kept."""
        for key in self._fields:
            self._write(key)

    def _add(self, grid: QGridLayout, number: int, row: LimitRow) -> None:
        grid.addWidget(label(tr(row.words)), number, 0)
        kinds = tuple(BoundaryType) if row.has_types else (None,)
        for column, kind in enumerate(kinds, 1):
            key = f"{kind}.{row.name}" if kind else row.name
            told = f"{tr(row.words)}, {tr(TYPES[kind][0].lower())}" if kind else tr(row.words)
            grid.addWidget(self._made(key, told, row), number, column)
        about = label(
            tr("{unit} · default {usual}", unit=row.unit, usual=f"{row.usual:.{DECIMALS}f}"),
            "detail",
            "3",
        )
        grid.addWidget(about, number, 3, Qt.AlignmentFlag.AlignLeft)

    def _made(self, key: str, told: str, row: LimitRow) -> RealField:
        field = RealField(self._theme)
        field.setObjectName(f"limit_{key}")
        field.setAccessibleName(f"{told}, {tr(row.unit)}")
        field.setDecimals(DECIMALS)
        field.setRange(row.least, row.most)
        field.setSingleStep(0.05 if row.most > 1 else 0.01)
        field.valueChanged.connect(self.edited)
        field.editingFinished.connect(lambda: self._leave(key))
        self._fields[key] = field
        return field

    def _leave(self, key: str) -> None:
        value = self._number(key)
        if value != round(value_of(self._shown, key), DECIMALS) and not self.problem:
            self.left.emit(key, value)

    def _write(self, key: str) -> None:
        field = self._fields[key]
        with QSignalBlocker(field):
            field.setValue(value_of(self._shown, key))

    def _number(self, key: str) -> float:
        return round(self._fields[key].value(), DECIMALS)


def value_of(policy: BoundaryPolicy, key: str) -> float:
    plain = plain_limits(policy)
    if key in PLAIN_KEYS:
        return plain.threshold if key == "ssim_threshold" else plain.band
    kind, _, name = key.partition(".")
    assert isinstance(policy, Continuity)
    limits = policy.limits(BoundaryType(kind))
    if name in VERDICT_KEYS:
        return limits.yellow if name == "yellow" else limits.red
    return limits.of(Channel(name))


def defaults_of(policy: BoundaryPolicy) -> BoundaryPolicy:
    """The same policy with every limit at its default."""
    return PlainSsim() if isinstance(policy, PlainSsim) else Continuity()
