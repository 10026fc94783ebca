"""All checks of one segment, put together."""

from __future__ import annotations

from restitch_app.analysis.quality.container import check_format
from restitch_app.analysis.quality.light import check_black, check_flicker
from restitch_app.analysis.quality.motion import (
    check_frozen,
    check_jump,
    check_motion,
    check_repeated,
)
from restitch_app.analysis.quality.picture import check_colour, check_seed, check_sharpness
from restitch_app.analysis.quality.stats import FrameStats, SeedPicture
from restitch_app.domain.frames import ClipFacts
from restitch_app.domain.quality import ExpectedFormat, QualityLimits, QualityReport, summed_up

DEFAULT_LIMITS = QualityLimits()


def judge(
    stats: FrameStats,
    facts: ClipFacts,
    expected: ExpectedFormat,
    limits: QualityLimits = DEFAULT_LIMITS,
    seed: SeedPicture | None = None,
) -> QualityReport:
    """The report on a segment whose frames have all been fed to `stats`.

    `facts` are the file's own, `expected` what was asked for. Without a seed frame (the first
    segment of a scene, an imported one) its check is left out and colours are compared with the
    segment's own start. A file without frames is judged by its format alone;
    so is every file where `limits.is_off`.
    """
    checks = [check_format(facts, expected, limits)]
    if stats.count and not limits.is_off:
        checks += [
            check_black(stats, limits),
            check_frozen(stats, facts.rate, limits),
            check_repeated(stats, facts.rate, limits),
            check_flicker(stats, limits),
            check_sharpness(stats, limits),
            check_colour(stats, limits, seed),
            check_motion(stats, limits),
            check_jump(stats, limits),
        ]
        if seed is not None:
            checks.append(check_seed(stats, limits, seed))
    return summed_up(checks)
