"""What the viewer writes: times, counts, versions."""

from __future__ import annotations

from collections.abc import Sequence

from restitch_app.domain.versions import Version
from restitch_app.ui.language.translating import tr

THIN_SPACE = "\N{THIN SPACE}"


def role_word(version: Version, versions: Sequence[Version]) -> str:
    """What a version is among those of its segment (newest first), in a word or none."""
    newest = versions[0] if versions else version
    if version.id == newest.id and len(versions) > 1:
        return "new"
    if version.id == newest.previous_segment_id:
        return "previous"
    return "current" if version.is_current else ""


def version_text(version: Version, versions: Sequence[Version]) -> str:
    return f"v{version.number} {tr(role_word(version, versions))}".rstrip()


def seed_text(version: Version) -> str:
    """Empty where the version's random seed is not known."""
    seed = version.parameters.get("seed")
    if not isinstance(seed, int):
        return ""
    return tr("Seed {number}", number=f"{seed:,}".replace(",", THIN_SPACE))


def score_text(version: Version) -> str:
    return "not checked" if version.score is None else f"{version.score:.0f}"
