"""`restitch self-test`: does everything that the program needs work on this computer?"""

from __future__ import annotations

import argparse
import logging
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands
from restitch_app.cli.demo import smoothed_film
from restitch_app.cli.demo_project import SCENE, STEP_DELAY_S, draw_project
from restitch_app.cli.exit_codes import DONE, NO
from restitch_app.cli.regenerate import regenerate
from restitch_app.cli.shell import Shell
from restitch_app.domain.errors import RestitchError
from restitch_app.domain.jobs import RegenerationRequest
from restitch_app.domain.program import version_text

if TYPE_CHECKING:
    from restitch_app.demo.server.server import DemoServer
    from restitch_app.services.self_test import Facts, StepResult

log = logging.getLogger(__name__)

PATIENCE_S = 120.0
SEGMENTS = (4, 5, 6)
"""Of the demo's scene, as people count: the bad one and what it lies between."""
BAD_INDEX = 1


def register(commands: Commands) -> None:
    parser = commands.add(
        "self-test",
        run,
        about="Try everything that Restitch needs on this computer: codecs, measures, database, "
        "the bundled server, a whole repair, and the window. Works in a folder of its own and "
        "asks no other computer. Exit code 1 if something does not work.",
        examples=("self-test", "self-test --json", "self-test --no-window"),
    )
    parser.add_argument("--no-window", action="store_true", help="leave the window out")
    parser.add_argument(
        "--keep", metavar="DIR", type=Path, help="keep the photograph of the window and the film"
    )


def run(args: argparse.Namespace, shell: Shell) -> int:
    from restitch_app.demo.server.server import DemoServer

    with (
        tempfile.TemporaryDirectory(prefix="restitch-self-test-", ignore_cleanup_errors=True) as to,
        DemoServer(step_delay_s=STEP_DELAY_S) as server,
    ):
        trial = _Trial(Path(to), server, shell)
        for name, step in trial.steps(with_window=not args.no_window):
            trial.take(name, step)
        if args.keep is not None:
            trial.keep(args.keep)
    shell.show(_as_json(trial.results), _as_text(trial.results))
    return DONE if all(not one.problem for one in trial.results) else NO


@dataclass
class _Trial:
    """Each step leaves what the next ones need in `folder`."""

    folder: Path
    server: DemoServer
    shell: Shell
    results: list[StepResult] = field(default_factory=list)

    def steps(self, *, with_window: bool) -> list[tuple[str, Callable[[], Facts]]]:
        from restitch_app.services.self_test import check_codecs, check_measures, check_resources

        steps: list[tuple[str, Callable[[], Facts]]] = [
            ("files", check_resources),
            ("codecs", lambda: check_codecs(self.folder)),
            ("measures", check_measures),
            ("libraries", _libraries),
            ("server", self._server),
            ("database", self._database),
            ("repair", self._repair),
            ("lists", self._lists),
        ]
        return [*steps, ("window", self._window)] if with_window else steps

    def take(self, name: str, step: Callable[[], Facts]) -> None:
        """Whatever goes wrong in a step is its result."""
        from restitch_app.services.self_test import StepResult

        self.shell.ctx.progress(f"Testing: {name}")
        began = time.monotonic()
        facts, problem = {}, ""
        try:
            facts = dict(step())
        except RestitchError as error:
            problem = str(error)
        except Exception as error:  # that is what is looked for
            log.exception("the self-test's step %s failed", name)
            problem = f"{type(error).__name__}: {error}"
        self.results.append(StepResult(name, facts, problem, time.monotonic() - began))

    def keep(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for made in (self._photograph, self._film):
            if made.is_file():
                shutil.copy2(made, folder)

    @property
    def _project(self) -> Path:
        return self.folder / "Prüfung mit Leerzeichen" / "project"

    @property
    def _film(self) -> Path:
        return self.folder / "film.mp4"

    @property
    def _photograph(self) -> Path:
        return self.folder / "window.png"

    def _server(self) -> Facts:
        state = self.shell.outside.servers().state(self.server.url)
        if not state.is_answering:
            raise RestitchError("The bundled server does not answer", state.problem or "")
        return {"version": state.version}

    def _database(self) -> Facts:
        """Draws clips and imports them."""
        self._project.parent.mkdir()
        draw_project(self._project, self.server.url, self.shell.bench, self.shell.ctx, SEGMENTS)
        with self.shell.open(self._project) as bench:
            verified = bench.verifying.verify(self.shell.ctx)
            if verified.faults:
                raise RestitchError("The project is not as it was made", verified.faults[0].file)
            return {"files": verified.files, "size_bytes": verified.size_bytes}

    def _repair(self) -> Facts:
        """The demo's job: the bad segment rendered anew, its boundaries smoothed, the film."""
        with self.shell.open(self._project) as bench:
            request = RegenerationRequest(BAD_INDEX)
            done = regenerate(bench, self.shell, SCENE, request, PATIENCE_S)
            if done.problem is not None:
                raise done.problem
            scene = bench.project.scene(SCENE)
            exported, mended = smoothed_film(bench, scene, BAD_INDEX, self._film, self.shell)
        return {
            "became_current": done.became_current,
            "frames": exported.report.frames,
            "copied_frames": exported.report.copied_frames,
            "boundaries_smoothed": len(mended),
        }

    def _lists(self) -> Facts:
        from restitch_app.services.editorial.handing_over import Wanted

        wanted = Wanted(
            otio=self.folder / "scene.otio",
            edl=self.folder / "scene.edl",
            csv=self.folder / "scene.csv",
            report=self.folder / "report.html",
        )
        with self.shell.open(self._project) as bench:
            written = bench.editorial.write(bench.project.scene(SCENE), wanted, self.shell.ctx)
        return {path.suffix[1:]: path.stat().st_size for path in written}

    def _window(self) -> Facts:
        from restitch_app.services.self_test import check_picture

        platform_name = self.shell.outside.look(self._project, self._photograph)
        return {"platform": platform_name, **check_picture(self._photograph)}


def _libraries() -> Facts:
    """What is loaded only when it is asked for, and missed only then."""
    import keyring
    import miniaudio
    from requests.utils import DEFAULT_CA_BUNDLE_PATH

    if not Path(DEFAULT_CA_BUNDLE_PATH).is_file():
        raise RestitchError("The list of trusted certificates is missing", DEFAULT_CA_BUNDLE_PATH)
    return {
        "keyring": type(keyring.get_keyring()).__module__,
        "sound": [one.name.lower() for one in miniaudio.get_enabled_backends()],
    }


def _program() -> dict[str, object]:
    return {
        "version": version_text(),
        "is_packaged": bool(getattr(sys, "frozen", False)),
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "processors": os.cpu_count(),
    }


def _as_json(results: list[StepResult]) -> dict[str, object]:
    return {
        "passed": all(not one.problem for one in results),
        "program": _program(),
        "steps": [
            {
                "name": one.name,
                "passed": not one.problem,
                "seconds": round(one.seconds, 2),
                "problem": one.problem,
                "facts": dict(one.facts),
            }
            for one in results
        ],
    }


def _as_text(results: list[StepResult]) -> str:
    lines = [f"Restitch {version_text()}".rstrip()]
    for one in results:
        told = one.problem or "works"
        lines.append(f"{'FAILED' if one.problem else 'ok':<7} {one.name:<10} {told}")
    failed = sum(1 for one in results if one.problem)
    lines.append(f"{failed} of {len(results)} failed." if failed else "Everything works.")
    return "\n".join(lines)
