"""The one refusal of everything here that reads or converts workflows."""

from __future__ import annotations

from restitch_app.domain.errors import WrongUse


class WorkflowUnusable(WrongUse):
    """This is no workflow that Restitch can fill and submit, or it cannot be made one."""

    code = "workflow_unusable"
