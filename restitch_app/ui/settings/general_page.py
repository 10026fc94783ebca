"""How the program looks, and how it starts."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit

from restitch_app.ui.context import PanelContext
from restitch_app.ui.forms.choice_box import ChoiceBox
from restitch_app.ui.language.choice import NAMES, LanguageChoice
from restitch_app.ui.language.translating import tr
from restitch_app.ui.memory.memory import TEXT_PERCENTS
from restitch_app.ui.memory.preferences import Preferences
from restitch_app.ui.pieces.widgets import row
from restitch_app.ui.settings.page import SettingsPage, heading
from restitch_app.ui.theme.choice import ThemeChoice

THEMES = {
    ThemeChoice.SYSTEM: "As the system",
    ThemeChoice.DARK: "Dark",
    ThemeChoice.LIGHT: "Light",
    ThemeChoice.HIGH_CONTRAST: "High contrast",
}
LANGUAGES = (LanguageChoice.SYSTEM, *NAMES)
CHOICE_WIDTH = 240


class GeneralPage(SettingsPage):
    def __init__(self, context: PanelContext, preferences: Preferences) -> None:
        super().__init__()
        self._theme, self._preferences = context.theme, preferences
        self._themes = self._box("theme_choice", "Theme", list(THEMES.values()))
        self._themes.activated.connect(self._choose_theme)
        self._sizes = self._box(
            "text_size", "Text size", [f"{percent} %" for percent in TEXT_PERCENTS]
        )
        self._sizes.activated.connect(self._choose_size)
        names = [tr("As the system"), *NAMES.values()]
        self._languages = self._box("language_choice", tr("Language"), names)
        self._languages.setCurrentIndex(LANGUAGES.index(preferences.memory.language))
        self._languages.activated.connect(self._choose_language)
        self._starts = QCheckBox(tr("Open the last project"))
        self._starts.setObjectName("starts_with_last")
        self._starts.setChecked(preferences.memory.starts_with_last)
        self._starts.toggled.connect(self._choose_start)
        self.body.addWidget(
            heading(
                tr("Theme"),
                tr(
                    "High contrast takes the system's colours where they are made for it. "
                    "Verdicts keep their shapes in every theme."
                ),
            )
        )
        self.body.addLayout(row(self._themes, -1))
        self.body.addWidget(heading(tr("Text size"), tr("Beside the size that the system has.")))
        self.body.addLayout(row(self._sizes, -1))
        told = tr("The window speaks it from the next start on. Reports and files stay in English.")
        self.body.addWidget(heading(tr("Language"), told))
        self.body.addLayout(row(self._languages, -1))
        self.body.addWidget(heading(tr("At the start"), tr("Otherwise the welcome page is shown.")))
        self.body.addWidget(self._starts)
        self._releases = QCheckBox(tr("Tell me when a newer Restitch is out"))
        self._releases.setObjectName("asks_for_releases")
        self._releases.setChecked(preferences.memory.asks_for_releases)
        self._releases.toggled.connect(preferences.choose_release_check)
        told = tr(
            "Once a day Restitch asks the place it is published at, and says nothing but its own "
            "version there. Nothing is downloaded. While this is off it asks nobody."
        )
        self.body.addWidget(heading(tr("Newer versions"), told))
        self.body.addWidget(self._releases)
        self._command = QLineEdit(preferences.memory.start_command)
        self._command.setObjectName("start_command")
        self._command.setAccessibleName(tr("Command that starts ComfyUI on this computer"))
        self._command.setPlaceholderText("/home/me/comfyui/run.sh --listen")
        self._command.textChanged.connect(self._choose_command)
        told = "As you would type it in a terminal. Restitch offers it while no server answers."
        self.body.addWidget(heading(tr("Start ComfyUI on this computer"), told))
        self.body.addWidget(self._command)
        self.body.addStretch(1)
        context.theme.chosen.connect(self._write)
        self._write()

    def _box(self, name: str, told: str, choices: list[str]) -> ChoiceBox:
        made = ChoiceBox(self._theme)
        made.setObjectName(name)
        made.setAccessibleName(tr(told))
        made.setFixedWidth(CHOICE_WIDTH)
        made.addItems([tr(choice) for choice in choices])
        return made

    @Slot()
    def _write(self) -> None:
        memory = self._preferences.memory
        with QSignalBlocker(self._themes), QSignalBlocker(self._sizes):
            self._themes.setCurrentIndex(list(THEMES).index(self._theme.choice))
            nearest = min(TEXT_PERCENTS, key=lambda percent: abs(percent - memory.text_percent))
            self._sizes.setCurrentIndex(TEXT_PERCENTS.index(nearest))

    @Slot(int)
    def _choose_theme(self, number: int) -> None:
        self._preferences.choose_theme(list(THEMES)[number])

    @Slot(int)
    def _choose_language(self, number: int) -> None:
        self._preferences.choose_language(LANGUAGES[number])

    @Slot(int)
    def _choose_size(self, number: int) -> None:
        self._preferences.choose_text_percent(TEXT_PERCENTS[number])

    @Slot(str)
    def _choose_command(self, command: str) -> None:
        self._preferences.memory.start_command = command.strip()

    @Slot(bool)
    def _choose_start(self, does: bool) -> None:
        self._preferences.memory.starts_with_last = does
