"""`python -m tests.screenshots`: photographs every state of the window from real data."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from restitch_app.demo.server import DemoServer
from restitch_app.domain.errors import RestitchError
from restitch_app.ui.theme.theme import Theme, ThemeChoice
from restitch_app.ui.tour import STAGES
from tests.screenshots.camera import Camera
from tests.screenshots.guide import write_guide_pictures
from tests.screenshots.states import GROUPS
from tests.screenshots.studio import Studio

log = logging.getLogger(__name__)

SLOW_STEP_S = 0.4


def main() -> int:
    args = _arguments()
    args.output.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(["restitch"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    qInstallMessageHandler(_to_log)
    theme = Theme(app, ThemeChoice.DARK)
    stages = [stage for stage in STAGES if args.stage in stage.name]
    camera = Camera(args.output, theme, stages)
    with (
        tempfile.TemporaryDirectory(prefix="restitch-screenshots-") as folder,
        DemoServer(step_delay_s=0.0) as server,
        DemoServer(step_delay_s=SLOW_STEP_S) as slow,
    ):
        studio = Studio(Path(folder), theme, camera, server, slow)
        missed = _take(studio, args.only or list(GROUPS))
    page = camera.write_index(missed)
    if args.guide is not None:
        write_guide_pictures(args.output, args.guide)
    sys.stdout.write(f"{len(camera.taken)} states: {page}\n")
    return 1 if missed else 0


def _take(studio: Studio, names: list[str]) -> list[tuple[str, str]]:
    """Each group of states; returns those that did not come about, with the reason."""
    missed = []
    for name in names:
        began = time.monotonic()
        try:
            GROUPS[name](studio)
        except (RestitchError, AssertionError) as error:  # the other groups are worth having
            missed.append((name, str(error)))
            log.warning("%s: %s", name, error)
        sys.stdout.write(f"{name}: {time.monotonic() - began:.0f} s\n")
        sys.stdout.flush()
    return missed


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("screenshots"))
    parser.add_argument("--only", action="append", choices=list(GROUPS), help="again for more")
    parser.add_argument("--stage", default="", help="part of a name: dark, 1280")
    parser.add_argument("--guide", type=Path, help="also write the guide's pictures there")
    return parser.parse_args()


def _to_log(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """What a platform without a screen lacks is no news."""
    log.info("Qt: %s", text)


if __name__ == "__main__":
    sys.exit(main())
