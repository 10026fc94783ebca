"""Window, command line and API write to one project at the same time: nothing is lost."""

from __future__ import annotations

import subprocess
import sys
import threading

from restitch_app.services.workbench import Workbench
from tests.api.client import TOKEN, ApiClient
from tests.api.test_serve import PROGRAM

NOTES = 6
COMMAND = (sys.executable, "-m", "restitch_app.entry", "approve")


def test_three_programs_write_and_all_of_it_is_there(bench: Workbench) -> None:
    folder = bench.project.folder
    serve = [sys.executable, "-W", "error", "-c", PROGRAM, str(folder), TOKEN]
    with subprocess.Popen(serve, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            url = server.stdout.readline().strip()
            lines = [
                subprocess.Popen([*COMMAND, str(folder), str(segment)], stdout=subprocess.DEVNULL)
                for segment in (1, 4)
            ]
            scripts = [
                threading.Thread(target=_leave_notes, args=(url, segment)) for segment in (1, 2)
            ]
            for script in scripts:
                script.start()
            scene = bench.project.scene()
            third = bench.project.current(scene, 2)
            for number in range(NOTES):
                bench.notes.add(third, 0, f"window {number}")
            for script in scripts:
                script.join(60)
            assert [line.wait(60) for line in lines] == [0, 0]
        finally:
            server.terminate()
    found = {note.text for index in range(3) for note in bench.notes.of_segment(scene, index)}
    assert found == {
        f"{who} {number}" for who in ("script 1", "script 2", "window") for number in range(NOTES)
    }
    approved = [bench.project.current(scene, index).is_approved for index in range(4)]
    assert approved == [True, False, False, True]


def _leave_notes(url: str, segment: int) -> None:
    with ApiClient(url) as api:
        for number in range(NOTES):
            api.post(
                f"/api/segments/{segment}/notes", {"frame": 1, "text": f"script {segment} {number}"}
            )
