"""Errors of the world outside, as a person should read them."""

from __future__ import annotations


class RestitchError(Exception):
    """Something outside Restitch went wrong: a file, a disk, a server, an input.

    `title`: one short sentence, what happened. `detail`: the thing concerned and what was kept.
    `hint`: what to do next. Shells show "title. detail. hint" and nothing else; a bug of our own is
    an ordinary exception and never one of these.
    """

    code = "fault"
    """A stable word for machines, in the API's answers and in failed job rows."""

    def __init__(self, title: str, detail: str = "", hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.detail = detail
        self.hint = hint

    def __str__(self) -> str:
        parts = (self.title, self.detail, self.hint)
        return " ".join(part if part.endswith((".", "?")) else f"{part}." for part in parts if part)


class WrongUse(RestitchError):
    """The request itself cannot be met as asked: no such segment, a bad value. CLI exit code 2."""

    code = "wrong_use"


class NotFound(WrongUse):
    """The named project, scene, segment, version or job does not exist."""

    code = "not_found"


class MediaError(RestitchError):
    """A clip or picture cannot be read or written."""

    code = "media"


class StorageError(RestitchError):
    """The project's folder or database cannot be read or written."""

    code = "storage"


class ProjectBusy(StorageError):
    """Another program holds the project; `detail` names it."""

    code = "project_busy"


class PortTaken(RestitchError):
    """A port of this machine cannot be listened on."""

    code = "port_taken"


class JobCancelled(Exception):
    """The reviewer cancelled this work. Not an error: nothing is shown."""


class JobSuspended(Exception):
    """The program stops working on this now; the job's row says where to go on. Not an error."""
