"""The window on a scene that is being generated: empty at first, then longer and longer."""

from __future__ import annotations

import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from restitch_app.demo.server import DemoServer
from restitch_app.demo.workflow import DemoSettings, demo_workflow
from restitch_app.domain.quality import QualityLimits
from restitch_app.domain.runs import RunWishes
from restitch_app.media.pictures import write_png
from restitch_app.services.workflows.files import read_workflow_file
from restitch_app.ui.main_window import MainWindow
from tests.services.scenes import SIZE, new_workbench, panned_pictures, with_settings
from tests.ui.windows import leave, open_in


def test_a_scene_appears_as_it_is_generated(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "project"
    image = write_png(panned_pictures(0, 1)[0], tmp_path / "pictures").path
    settings = DemoSettings("seed.png", 1, steps=4, length=9, width=SIZE[0], height=SIZE[1])
    file = tmp_path / "workflow.json"
    file.write_text(json.dumps(demo_workflow(settings)))
    with DemoServer(step_delay_s=0.02) as server:
        bench = new_workbench(folder, server.url)
        with_settings(bench, quality=QualityLimits(is_off=True))
        workflow = bench.workflows.add(read_workflow_file(file))
        bench.runs.generate("Lake", image, 2, RunWishes(workflow_id=workflow.id))
        bench.project.close()

        open_in(qtbot, window, folder)
        qtbot.waitUntil(lambda: window.state.segment_count == 2)
        assert server.prompts_executed == 2
        leave(qtbot, window)
