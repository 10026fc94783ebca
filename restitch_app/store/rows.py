"""Rows to domain values and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from restitch_app.domain.bindings import BindingChoice, InputName
from restitch_app.domain.frames import ClipFacts
from restitch_app.domain.jobs import BridgeSpan, JobKind, JobProblem, JobRecord, JobState
from restitch_app.domain.joins import Decided, Decision, Join, JoinMeasures, Patch, Treatment
from restitch_app.domain.quality import Verdict
from restitch_app.domain.seam_notes import figures_from_note, figures_to_note
from restitch_app.domain.seams import SeamFigures
from restitch_app.domain.splices import is_removed
from restitch_app.domain.versions import Lineage, Picture, Scene, Version
from restitch_app.domain.workflows import Preset, WorkflowOrigin, WorkflowRecord
from restitch_app.store.database import Row
from restitch_app.store.tables import from_json, now_iso, to_json
from restitch_app.store.values import NewVersion

NO_VERSION = 0
"""Of a job, as the version that it takes the place of: there was none."""
HELD_FIGURES = 1024  # a scene's boundaries are listed again after every change


def scene_of(row: Row) -> Scene:
    rate = Fraction(row["rate_num"], row["rate_den"])
    return Scene(
        row["id"],
        row["name"],
        rate,
        row["width"],
        row["height"],
        workflow_id=row["workflow_id"],
        start_image=_picture_of(row, "start_image"),
    )


def version_of(row: Row) -> Version:
    verdict = row["verdict"]
    return Version(
        id=row["id"],
        scene_id=row["scene_id"],
        sequence_index=row["sequence_index"],
        number=row["version_number"],
        is_current=bool(row["is_current"]),
        previous_segment_id=row["previous_segment_id"],
        regeneration_count=row["regeneration_count"],
        stale_root_index=row["stale_root_index"],
        boundary_ssim_before=row["boundary_ssim_before"],
        boundary_ssim_after=row["boundary_ssim_after"],
        file=row["file"],
        file_sha256=row["file_sha256"],
        file_bytes=row["file_bytes"],
        facts=_facts_of(row),
        seed_frame=_picture_of(row, "seed_frame"),
        seed_from_version_id=row["seed_from_version_id"],
        lineage=Lineage(row["lineage"]),
        first_frame=_picture_of(row, "first_frame"),
        last_frame=_picture_of(row, "last_frame"),
        parameters=json.loads(row["parameters_json"]),
        verdict=Verdict(verdict) if verdict is not None else None,
        score=row["score"],
        failure=row["failure"],
        approved_upstream=row["approved_upstream"],
        take=row["take"],
        request_id=row["request_id"],
        created_at=row["created_at"],
        purged_at=row["purged_at"],
        needs_work=bool(row["needs_work"]),
        hand_off=_picture_of(row, "hand_off"),
        end_frame=_picture_of(row, "end_frame"),
        end_from_version_id=row["end_from_version_id"],
        workflow_id=row["workflow_id"],
        workflow_name=row["workflow_name"],
        workflow_shape=row["workflow_shape"] or "",
        server_url=row["server_url"],
        work_reason=row["needs_work_reason"],
        judged_by=row["approved_by"] or row["needs_work_by"] or "",
        judged_at=row["approved_at"] or row["needs_work_at"] or "",
        kept_frames=row["kept_frames"],
        kept_from_version_id=row["kept_from_version_id"],
        removed_at=row["removed_at"],
        seed_back=row["seed_back"],
    )


def _picture_of(row: Row, name: str) -> Picture | None:
    picture_hash = row[f"{name}_hash"]
    return None if picture_hash is None else Picture(picture_hash, row[f"{name}_file"])


def _picture_columns(name: str, picture: Picture | None) -> Row:
    return {
        f"{name}_hash": picture.hash if picture else None,
        f"{name}_file": picture.file if picture else None,
    }


def _facts_of(row: Row) -> ClipFacts:
    return ClipFacts(
        width=row["width"],
        height=row["height"],
        rate=Fraction(row["rate_num"], row["rate_den"]),
        frame_count=row["frame_count"],
        codec=row["codec"],
        pixel_format=row["pixel_format"],
        is_variable_rate=bool(row["is_variable_rate"]),
        has_sound=bool(row["has_sound"]),
        colour_matrix=row["colour_matrix"],
        colour_range=row["colour_range"],
        rotation_degrees=row["rotation_degrees"],
    )


def version_row(new: NewVersion) -> Row:
    facts = new.facts
    return {
        **_picture_columns("first_frame", new.first_frame),
        **_picture_columns("last_frame", new.last_frame),
        **_picture_columns("seed_frame", new.seed_frame),
        **_picture_columns("hand_off", new.hand_off),
        **_picture_columns("end_frame", new.end_frame),
        "scene_id": new.scene_id,
        "sequence_index": new.sequence_index,
        "is_current": int(new.is_current),
        "previous_segment_id": new.previous_segment_id,
        "regeneration_count": new.regeneration_count,
        "file": new.file,
        "file_sha256": new.file_sha256,
        "file_bytes": new.file_bytes,
        "width": facts.width,
        "height": facts.height,
        "rate_num": facts.rate.numerator,
        "rate_den": facts.rate.denominator,
        "frame_count": facts.frame_count,
        "codec": facts.codec,
        "pixel_format": facts.pixel_format,
        "is_variable_rate": int(facts.is_variable_rate),
        "has_sound": int(facts.has_sound),
        "colour_matrix": facts.colour_matrix,
        "colour_range": facts.colour_range,
        "rotation_degrees": facts.rotation_degrees,
        "seed_from_version_id": new.seed_from_version_id,
        "lineage": new.lineage.value,
        "failure": new.failure,
        "take": new.take,
        "request_id": new.request_id,
        "job_id": new.job_id,
        "parameters_json": to_json(new.parameters),
        "prompt_json": to_json(new.prompt),
        "editor_json": to_json(new.editor),
        "end_from_version_id": new.end_from_version_id,
        "workflow_id": new.workflow_id,
        "workflow_name": new.workflow_name,
        "workflow_shape": new.workflow_shape,
        "server_url": new.server_url,
        "frame_index": new.frame_index,
        "kept_frames": new.kept_frames,
        "kept_from_version_id": new.kept_from_version_id,
        "removed_at": now_iso() if is_removed(new.sequence_index) else None,
        "seed_back": new.seed_back,
    }


def join_of(row: Row) -> Join:
    patch = row["patch_file"]
    return Join(
        left_id=row["left_id"],
        right_id=row["right_id"],
        measures=_measures_of(row),
        treatment=Treatment(
            method=row["treatment"],
            trim_left=row["trim_left"],
            trim_right=row["trim_right"],
            patch=Patch(patch, row["patch_left_frames"], row["patch_right_frames"])
            if patch is not None
            else None,
        ),
        decision=Decision(row["decision"]) if row["decision"] is not None else None,
        decided=_decided_of(row),
        is_chained=bool(row["is_chained"]),
    )


def _decided_of(row: Row) -> Decided | None:
    if row["decision"] is None:
        return None
    return Decided(
        by=row["decided_by"] or "",
        at=row["decided_at"] or "",
        reason=row["decision_reason"],
        ssim=row["decided_ssim"],
        verdict=row["decided_verdict"],
    )


def _measures_of(row: Row) -> JoinMeasures | None:
    if row["measure_version"] is None:
        return None
    raw, treated = _figures_of(row["figures_json"])
    return JoinMeasures(
        raw_ssim=row["raw_ssim"],
        ssim=row["ssim"],
        natural_min=row["natural_min"],
        natural_median=row["natural_median"],
        natural_max=row["natural_max"],
        repeat=row["repeat_strength"],
        version=row["measure_version"],
        raw=raw,
        treated=treated,
    )


@lru_cache(maxsize=HELD_FIGURES)
def _figures_of(text: str | None) -> tuple[SeamFigures | None, SeamFigures | None]:
    """Of the untreated and the treated boundary; where they are the same they are stored once."""
    told = from_json(text)
    if told is None:
        return None, None
    raw = figures_from_note(told["raw"])
    return raw, figures_from_note(told["treated"]) if told["treated"] else raw


def _figures_json(measures: JoinMeasures | None) -> str | None:
    if measures is None or measures.raw is None or measures.treated is None:
        return None
    same = measures.raw == measures.treated
    treated = None if same else figures_to_note(measures.treated)
    return to_json({"raw": figures_to_note(measures.raw), "treated": treated})


def join_row(join: Join) -> Row:
    measures, treatment, patch = join.measures, join.treatment, join.treatment.patch
    return {
        "left_id": join.left_id,
        "right_id": join.right_id,
        "raw_ssim": measures.raw_ssim if measures else None,
        "ssim": measures.ssim if measures else None,
        "natural_min": measures.natural_min if measures else None,
        "natural_median": measures.natural_median if measures else None,
        "natural_max": measures.natural_max if measures else None,
        "repeat_strength": measures.repeat if measures else None,
        "measure_version": measures.version if measures else None,
        "verdict": measures.verdict if measures else None,
        "raw_verdict": measures.raw_verdict if measures else None,
        "cause": measures.causes[0].value if measures and measures.causes else None,
        "figures_json": _figures_json(measures),
        "treatment": treatment.method,
        "trim_left": treatment.trim_left,
        "trim_right": treatment.trim_right,
        "patch_file": patch.file if patch else None,
        "patch_left_frames": patch.left_frames if patch else None,
        "patch_right_frames": patch.right_frames if patch else None,
        "decision": join.decision.value if join.decision else None,
    }


def decision_columns(join: Join, by: str, now: str) -> Row:
    """Who, when and why; all empty where nothing is decided."""
    if join.decision is None:
        decided, by, now = Decided(), "", ""
    else:
        decided = join.decided or Decided()
    return {
        "decided_by": decided.by or by or None,
        "decided_at": decided.at or now or None,
        "decision_reason": decided.reason,
        "decided_ssim": decided.ssim,
        "decided_verdict": decided.verdict,
    }


def job_of(row: Row) -> JobRecord:
    problem, bridge = from_json(row["problem_json"]), from_json(row["bridge_json"])
    return JobRecord(
        id=row["id"],
        request_id=row["request_id"],
        take=row["take"],
        takes=row["takes"],
        scene_id=row["scene_id"],
        sequence_index=row["sequence_index"],
        state=JobState(row["state"]),
        server_url=row["server_url"],
        prompt_id=row["prompt_id"],
        previous_segment_id=row["previous_segment_id"] or None,
        regeneration_count=row["regeneration_count"],
        before_version_id=row["before_version_id"],
        seed_from_version_id=row["seed_from_version_id"],
        seed_hash=row["seed_hash"],
        seed_file=row["seed_file"],
        parameters=json.loads(row["parameters_json"]),
        output_node=row["output_node"],
        output=from_json(row["output_json"]),
        result_segment_id=row["result_segment_id"],
        stage=row["stage"],
        done=row["done"],
        total=row["total"],
        waiting_since=row["waiting_since"],
        problem=JobProblem(**problem) if problem is not None else None,
        cancel_requested=bool(row["cancel_requested"]),
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        end_frame_hash=row["end_frame_hash"],
        end_frame_file=row["end_frame_file"],
        end_from_version_id=row["end_from_version_id"],
        uploads=_uploads_of(row["uploads_json"]),
        hand_off_node=row["hand_off_node"],
        hand_off_output=from_json(row["hand_off_output_json"]),
        workflow_id=row["workflow_id"],
        workflow_name=row["workflow_name"],
        workflow_shape=row["workflow_shape"] or "",
        any_server=bool(row["any_server"]),
        kind=JobKind(row["kind"]),
        bridge=BridgeSpan(**bridge) if bridge is not None else None,
        run_id=row["run_id"],
        priority=row["priority"],
        kept_frames=row["kept_frames"],
        kept_from_version_id=row["kept_from_version_id"],
        seed_back=row["seed_back"],
    )


def _uploads_of(text: str | None) -> dict[str, tuple[InputName, ...]]:
    stored: dict[str, list[str]] = from_json(text) or {}
    return {key: tuple(map(InputName.parse, places)) for key, places in stored.items()}


def uploads_json(uploads: Mapping[str, tuple[InputName, ...]]) -> str | None:
    return to_json({key: [str(place) for place in places] for key, places in uploads.items()})


def workflow_of(row: Row) -> WorkflowRecord:
    return WorkflowRecord(
        id=row["id"],
        name=row["name"],
        origin=WorkflowOrigin(row["origin"]),
        origin_detail=row["origin_detail"],
        shape=row["shape"],
        choice=BindingChoice.from_note(from_json(row["choice_json"]) or {}),
        is_converted=bool(row["is_converted"]),
        created_at=row["created_at"],
    )


def preset_of(row: Row) -> Preset:
    values = from_json(row["values_json"]) or {}
    return Preset(row["id"], row["name"], row["shape"], values)
