"""The program's values as JSON and text. `segment` counts from 1, `..._index` from 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from restitch_app.domain.boundaries import Boundary
from restitch_app.domain.jobs import BridgeSpan, JobRecord
from restitch_app.domain.quality import QualityReport
from restitch_app.domain.quality_reasons import WHY_IT_MATTERS
from restitch_app.domain.versions import Version
from restitch_app.services.boundaries.facts import boundary_facts, rounded
from restitch_app.services.review.advice import is_seed_replaced, recommendation, stale_reason

if TYPE_CHECKING:
    from restitch_app.services.project.project import Project
    from restitch_app.services.workbench import Workbench


def version_json(project: Project, version: Version) -> dict[str, object]:
    return {
        "segment": version.sequence_index + 1,
        "segment_id": version.id,
        "version": version.number,
        "is_current": version.is_current,
        "is_stale": version.is_stale,
        "stale_reason": stale_reason(version),
        "is_approved": version.is_approved,
        "verdict": version.verdict.value if version.verdict else None,
        "score": None if version.score is None else round(version.score, 1),
        "failure": version.failure,
        "previous_segment_id": version.previous_segment_id,
        "regeneration_count": version.regeneration_count,
        "take": version.take,
        "boundary_ssim_before": rounded(version.boundary_ssim_before),
        "boundary_ssim_after": rounded(version.boundary_ssim_after),
        "frames": version.facts.frame_count,
        "lineage": version.lineage.value,
        "parameters": dict(version.parameters),
        "file": str(project.path(version.file)),
        "file_sha256": version.file_sha256,
        "created_at": version.created_at,
        "purged_at": version.purged_at,
        "workflow_id": version.workflow_id,
        "workflow": version.workflow_name or None,
        "server": version.server_url or None,
        "hand_off_hash": version.hand_off.hash if version.hand_off else None,
        "end_from_segment_id": version.end_from_version_id,
    }


def advice_on(bench: Workbench, boundary: Boundary) -> str | None:
    right = bench.overview.version(boundary.join.right_id)
    policy = bench.overview.settings().boundary_policy
    return recommendation(boundary, policy, right_seed_changed=is_seed_replaced(right))


def boundary_json(bench: Workbench, boundary: Boundary) -> dict[str, object]:
    measures = boundary.join.measures
    return {
        "class": boundary.boundary_class.value if boundary.boundary_class else None,
        **boundary_facts(boundary, bench.decisions.call_on(boundary)),
        "recommendation": advice_on(bench, boundary),
        "raw_ssim": rounded(measures.raw_ssim) if measures else None,
        "repeat": rounded(measures.repeat) if measures else None,
    }


def quality_json(report: QualityReport | None) -> dict[str, object] | None:
    if report is None:
        return None
    return {
        "verdict": report.verdict.value,
        "score": round(report.score, 1),
        "checks": [
            {
                "name": check.name.value,
                "verdict": check.verdict.value,
                "score": round(check.score, 1),
                "value": rounded(check.value),
                "unit": check.unit,
                "message": check.message,
                "why": WHY_IT_MATTERS[check.name],
                "frame_indices": list(check.frames),
            }
            for check in report.checks
        ],
    }


def job_json(job: JobRecord) -> dict[str, object]:
    problem = job.problem
    return {
        "job": job.id,
        "kind": job.kind.value,
        "segment": job.sequence_index + 1,
        "bridge": _bridge_json(job.bridge) if job.bridge else None,
        "take": job.take,
        "takes": job.takes,
        "state": job.state.value,
        "stage": job.stage,
        "server": job.server_url,
        "prompt_id": job.prompt_id,
        "waiting_since": job.waiting_since,
        "cancel_requested": job.cancel_requested,
        "result_segment_id": job.result_segment_id,
        "problem": {
            "code": problem.code,
            "title": problem.title,
            "detail": problem.detail,
            "hint": problem.hint,
        }
        if problem
        else None,
        "created_at": job.created_at,
        "updated_at": job.updated_at,
    }


def _bridge_json(span: BridgeSpan) -> dict[str, object]:
    return {
        "window": span.window,
        "new_left": span.left_frames,
        "new_right": span.right_frames,
        "asked_frames": span.length,
        "made_frames": span.frames or None,
        "is_resampled": bool(span.frames) and span.frames != span.length,
        "file": span.file or None,
    }


def boundary_text(boundary: Boundary) -> str:
    ssim = "not measured" if boundary.ssim is None else f"{boundary.ssim:.3f}"
    return f"{boundary.label} {ssim} {_class(boundary) or ''}".rstrip()


def version_text(version: Version) -> str:
    verdict = f"QA {version.verdict.value}" if version.verdict else "not checked"
    score = "" if version.score is None else f" {version.score:.0f}"
    return f"v{version.number} ({verdict}{score})"


def _class(boundary: Boundary) -> str | None:
    return boundary.boundary_class.value if boundary.boundary_class else None
