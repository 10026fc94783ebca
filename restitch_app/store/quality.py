"""Results of the quality checks, kept check by check."""

from __future__ import annotations

import json

from restitch_app.domain.quality import CheckName, CheckResult, QualityReport, Verdict
from restitch_app.store.database import Database, Row
from restitch_app.store.tables import qa_results, segments


class QualityQueries:
    def __init__(self, database: Database) -> None:
        self._database = database

    def report(self, version_id: int) -> QualityReport | None:
        """What QA found; None until it ran."""
        judged = self._database.first(
            segments.select(segments.c.verdict, segments.c.score).where(segments.c.id == version_id)
        )
        if judged is None or judged["verdict"] is None:
            return None
        rows = self._database.rows(
            qa_results.select()
            .where(qa_results.c.segment_id == version_id)
            .order_by(qa_results.c.position)
        )
        checks = tuple(_check_of(row) for row in rows)
        return QualityReport(checks, Verdict(judged["verdict"]), judged["score"])


def write_report(database: Database, version_id: int, report: QualityReport) -> None:
    """Replace the version's check results. Call it inside a transaction."""
    database.run(qa_results.delete().where(qa_results.c.segment_id == version_id))
    for position, check in enumerate(report.checks):
        database.run(
            qa_results.insert(
                segment_id=version_id,
                position=position,
                name=check.name.value,
                verdict=check.verdict.value,
                score=check.score,
                value=check.value,
                unit=check.unit,
                message=check.message,
                frames_json=json.dumps(check.frames),
            )
        )


def _check_of(row: Row) -> CheckResult:
    return CheckResult(
        name=CheckName(row["name"]),
        verdict=Verdict(row["verdict"]),
        score=row["score"],
        value=row["value"],
        unit=row["unit"],
        message=row["message"],
        frames=tuple(json.loads(row["frames_json"])),
    )
