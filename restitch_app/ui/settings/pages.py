"""Which pages the settings have; each is loaded and made when it is first turned to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from restitch_app.ui.settings.page import SettingsPage
from restitch_app.ui.settings.parts import SettingsParts

HERE, PROJECT = "This computer", "This project"


@dataclass(frozen=True, slots=True)
class PageSpec:
    title: str
    icon: str
    group: str
    make: Callable[[SettingsParts], SettingsPage]


def _general(parts: SettingsParts) -> SettingsPage:
    from restitch_app.ui.settings.general_page import GeneralPage

    return GeneralPage(parts.context, parts.preferences)


def _playback(parts: SettingsParts) -> SettingsPage:
    from restitch_app.ui.settings.playback_page import PlaybackPage

    return PlaybackPage(parts.context, parts.preferences)


def _notifications(parts: SettingsParts) -> SettingsPage:
    from restitch_app.ui.settings.notifications_page import NotificationsPage

    return NotificationsPage(parts.preferences)


def _shortcuts(parts: SettingsParts) -> SettingsPage:
    from restitch_app.ui.settings.shortcuts_page import ShortcutsPage

    return ShortcutsPage(parts.context, parts.preferences)


def _servers(parts: SettingsParts) -> SettingsPage:
    from restitch_app.ui.settings.servers_page import ServersPage

    return ServersPage(parts.context, parts.choice())


def _api(parts: SettingsParts) -> SettingsPage:
    from restitch_app.ui.settings.api_page import ApiPage

    return ApiPage(parts.context, parts.api, parts.preferences.memory)


def _project(parts: SettingsParts) -> SettingsPage:
    from restitch_app.ui.settings.project_page import ProjectPage

    return ProjectPage(parts.context)


def _boundaries(parts: SettingsParts) -> SettingsPage:
    from restitch_app.ui.settings.boundaries_page import BoundariesPage

    return BoundariesPage(parts.context)


def _quality(parts: SettingsParts) -> SettingsPage:
    from restitch_app.ui.settings.quality_page import QualityPage

    return QualityPage(parts.context)


PAGES = (
    PageSpec("General", "settings", HERE, _general),
    PageSpec("Playback", "play", HERE, _playback),
    PageSpec("Shortcuts", "keyboard", HERE, _shortcuts),
    PageSpec("Notifications", "info", HERE, _notifications),
    PageSpec("Servers", "server", HERE, _servers),
    PageSpec("HTTP API", "waypoints", HERE, _api),
    PageSpec("Project", "clapperboard", PROJECT, _project),
    PageSpec("Boundaries", "git-commit-horizontal", PROJECT, _boundaries),
    PageSpec("Quality gates", "check", PROJECT, _quality),
)
"""In the order of the list."""
