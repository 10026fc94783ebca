"""What every part of the window is given when it is built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from restitch_app.bridge.pools import Runners
from restitch_app.ui.commands.actions import Actions
from restitch_app.ui.notices.notices import Notices
from restitch_app.ui.state.live_jobs import LiveJobs
from restitch_app.ui.state.review_state import ReviewState
from restitch_app.ui.state.servers import Servers
from restitch_app.ui.theme.theme import Theme

if TYPE_CHECKING:
    from restitch_app.ui.state.session import Session


@dataclass(frozen=True)
class PanelContext:
    """Panels are built before any project is open: `PanelClass(context, parent=None)`.

    They listen to `state` and `theme.changed`, take `session.bench` (None without a project) when
    they submit work to `runners`, answer actions in their constructor with
    `actions.answer(Act.PLAY, self.play)`, and drop all they hold of a project on `session.closing`.
    """

    state: ReviewState
    theme: Theme
    actions: Actions
    runners: Runners
    session: Session
    notices: Notices
    servers: Servers
    live: LiveJobs
