"""A process of its own that reads malformed files with little memory and no patience.

    python -m tests.services.torture.reading_malformed FOLDER BUDGET_MIB FILE...

For each file a line `begin NAME`, then `end NAME OUTCOME`. It dies (SIGPROF) at a file that takes
more than LONGEST_S of computing.
"""

from __future__ import annotations

import resource
import signal
import sys
import traceback
from pathlib import Path

from restitch_app.domain.errors import RestitchError
from restitch_app.domain.progress import JobContext
from restitch_app.services.workbench import Workbench
from tests.services.scenes import new_workbench

LONGEST_S = 30.0


def main(folder: Path, budget_mib: int, files: list[Path]) -> None:
    bench = new_workbench(folder)
    used_bytes = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    limit = used_bytes + (budget_mib << 20)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    for file in files:
        _say(f"begin {file.name}")
        signal.setitimer(signal.ITIMER_PROF, LONGEST_S)
        _say(f"end {file.name} {_outcome(bench, file)}")
        signal.setitimer(signal.ITIMER_PROF, 0)
    bench.project.close()


def _outcome(bench: Workbench, file: Path) -> str:
    try:
        if file.suffix == ".json":
            bench.workflows.view(bench.workflows.add_file(file, JobContext()).id)
        else:
            bench.importing.import_clips([file], JobContext(), scene_name=file.name)
    except RestitchError as error:
        return f"refused {error}".replace("\n", " ")
    except Exception:  # noqa: BLE001 - told to the test, which fails over it
        return "fault " + traceback.format_exc().replace("\n", " | ")
    return "imported"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), [Path(one) for one in sys.argv[3:]])
