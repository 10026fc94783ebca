"""Changing how a project is judged and where it renders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from restitch_app.comfy.server.wire import checked_url
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.jobs import BecomesCurrent
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.domain.versions import ProjectSettings
from restitch_app.services.project import Project


def change_server(project: Project, url: str) -> ProjectSettings:
    """New jobs go there. Raises WrongUse for what is no server address, and then changes nothing.

    Jobs that were asked for earlier stay with the server they were asked from.
    """
    if not url.strip():
        raise WrongUse("No server address was given", "", "Use http://HOST:PORT")
    checked = checked_url(url)
    return _changed(project, lambda settings: replace(settings, server_url=checked))


def use_any_server(project: Project) -> ProjectSettings:
    """New jobs go to the least busy server of this computer's list that can run them."""
    return _changed(project, lambda settings: replace(settings, server_url=ANY_SERVER))


def change_policy(project: Project, becomes_current: BecomesCurrent) -> ProjectSettings:
    """What happens with renders that finish from now on."""
    return _changed(project, lambda settings: replace(settings, becomes_current=becomes_current))


def _changed(
    project: Project, change: Callable[[ProjectSettings], ProjectSettings]
) -> ProjectSettings:
    with project.store.transaction():  # or what another program set meanwhile would be lost
        settings = change(project.settings())
        project.store.project.save_settings(settings)
    project.publish(Changes(scene=True))
    return settings
