"""Every way in which a command can fail, as an exit code and a sentence."""

from __future__ import annotations

import logging
import os
import sys
import traceback

from restitch_app.cli.exit_codes import FAULT, INTERRUPTED, WRONG_USE
from restitch_app.cli.log import log_path
from restitch_app.cli.output import error_json, print_json
from restitch_app.domain.errors import (
    JobCancelled,
    JobSuspended,
    RestitchError,
    StorageError,
    WrongUse,
)

log = logging.getLogger(__name__)

DEBUG_VARIABLE = "RESTITCH_DEBUG"


class Stopped(RestitchError):
    """Ctrl-C: nobody's fault, but whoever asked should know what was kept."""

    code = "interrupted"


class OurFault(RestitchError):
    """A bug of Restitch, as the reader of a terminal should see it."""

    code = "internal"


def told(error: BaseException, *, as_json: bool) -> int:
    """Say what happened and return the exit code. Re-raises what asks the interpreter to end."""
    known = _as_restitch_error(error)
    sys.stderr.write(f"restitch: {known}\n")
    if as_json:
        print_json({"error": error_json(known)})
    return exit_code_of(known)


def exit_code_of(error: RestitchError) -> int:
    if isinstance(error, Stopped):
        return INTERRUPTED
    return WRONG_USE if isinstance(error, WrongUse) else FAULT


def _as_restitch_error(error: BaseException) -> RestitchError:
    match error:
        case RestitchError():
            return error
        case KeyboardInterrupt() | JobCancelled() | JobSuspended():
            return Stopped("Stopped", "What was finished is kept, nothing is half-written")
        case OSError(filename=str() | bytes() as name) if error.strerror:
            log.error("the system refused a file", exc_info=error)
            return StorageError(
                "A file or folder could not be used",
                f"{os.fsdecode(name)}: {error.strerror}",
                "Check its name, its rights and its disk; nothing is half-written",
            )
        case Exception():
            log.error("the command failed", exc_info=error)
            if os.environ.get(DEBUG_VARIABLE) == "1":
                traceback.print_exception(error)
            return OurFault(
                "Restitch made a mistake",
                f"{type(error).__name__}: {error}" if str(error) else type(error).__name__,
                f"The log has the details: {log_path()}",
            )
        case _:
            raise error
