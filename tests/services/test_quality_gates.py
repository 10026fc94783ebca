from __future__ import annotations

from pathlib import Path

import pytest

from restitch_app.domain.errors import WrongUse
from restitch_app.domain.progress import JobContext
from restitch_app.domain.quality import CheckName, QualityLimits, Verdict
from restitch_app.domain.quality_gates import Preset, preset_limits
from restitch_app.services.imports.importing import Imported
from restitch_app.services.project.settings import change_quality
from restitch_app.services.workbench import Workbench
from tests.services.scenes import chain_clips, imported, new_workbench


def test_results_are_judged_by_the_projects_own_limits(
    tmp_path: Path,
) -> None:
    bench = new_workbench(tmp_path / "project")
    clips = chain_clips(tmp_path, 1)
    try:
        with pytest.raises(WrongUse):
            change_quality(bench.project, QualityLimits(flicker_warn=9.0))
        assert bench.project.settings().quality == QualityLimits()

        change_quality(bench.project, QualityLimits(motion_warn=50.0))
        first = _verdicts(bench, imported(bench, clips))
        assert first[CheckName.MOTION] is Verdict.WARN
        assert first[CheckName.BLACK] is Verdict.PASS

        change_quality(bench.project, QualityLimits(black_level=255.0))
        dark = bench.importing.import_clips(clips, JobContext(), scene_name="Dark")
        assert _verdicts(bench, dark)[CheckName.BLACK] is Verdict.FAIL

        change_quality(bench.project, preset_limits(Preset.OFF))
        again = bench.importing.import_clips(clips, JobContext(), scene_name="Second")
        assert set(_verdicts(bench, again)) == {CheckName.FORMAT}
    finally:
        bench.project.close()


def _verdicts(bench: Workbench, result: Imported) -> dict[CheckName, Verdict]:
    report = bench.versions.quality(result.versions[0])
    assert report is not None
    return {check.name: check.verdict for check in report.checks}
