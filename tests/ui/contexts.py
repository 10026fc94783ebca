"""What panels are given in tests, on a window of their own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from restitch_app.bridge.pools import Runners
from restitch_app.services.servers.keys import HeldKeys
from restitch_app.services.servers.server_list import ServerList
from restitch_app.ui.commands.actions import Actions
from restitch_app.ui.context import PanelContext
from restitch_app.ui.notices.notices import Notices
from restitch_app.ui.state.live_jobs import LiveJobs
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.state.servers import Servers
from restitch_app.ui.state.session import Session
from restitch_app.ui.theme.theme import Theme


def own_servers(folder: Path) -> ServerList:
    """A list of servers in that folder; keys in memory: the system's keyring is left alone."""
    return ServerList(folder, HeldKeys())


def new_context(
    state: ReviewState,
    theme: Theme,
    actions: Actions,
    runners: Runners,
    session: Session,
    folder: Path,
    parent: QObject,
) -> PanelContext:
    """`folder`: of this computer's settings. No server is asked until somebody watches them."""
    servers = own_servers(folder)
    return PanelContext(
        state,
        theme,
        actions,
        runners,
        session,
        Notices(parent),
        Servers(lambda: servers, ReviewState(parent), runners, parent),
        LiveJobs(session, runners.desk, parent),
    )
