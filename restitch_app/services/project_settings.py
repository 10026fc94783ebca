"""Changing how a project is judged and where it renders."""

from __future__ import annotations

from dataclasses import replace

from restitch_app.comfy.server.wire import checked_url
from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.versions import ProjectSettings
from restitch_app.services.project import Project


def change_server(project: Project, url: str) -> ProjectSettings:
    """New jobs go there. Raises WrongUse for what is no server address, and then changes nothing.

    Jobs that were asked for earlier stay with the server they were asked from.
    """
    if not url.strip():
        raise WrongUse("No server address was given", "", "Use http://HOST:PORT")
    checked = checked_url(url)
    with project.store.transaction():  # or what another program set meanwhile would be lost
        settings = replace(project.settings(), server_url=checked)
        project.store.project.save_settings(settings)
    project.publish(Changes(scene=True))
    return settings
