"""What every page of the settings is given when it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from restitch_app.ui.context import PanelContext
from restitch_app.ui.memory.preferences import Preferences
from restitch_app.ui.project.file_choice import FileChoice
from restitch_app.ui.window_api import WindowApi


@dataclass(frozen=True)
class SettingsParts:
    context: PanelContext
    choice: Callable[[], FileChoice]
    preferences: Preferences
    api: WindowApi
