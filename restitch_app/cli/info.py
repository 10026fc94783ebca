"""`restitch info`: a project at a glance."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from restitch_app.cli.arguments import Commands, add_project
from restitch_app.cli.exit_codes import DONE
from restitch_app.cli.facts import boundary_text, job_json, version_json, version_text
from restitch_app.cli.output import table
from restitch_app.cli.shell import Shell
from restitch_app.services.project.clip_presence import ClipPresence, clip_presence
from restitch_app.services.review.advice import stale_reason

if TYPE_CHECKING:
    from restitch_app.services.project.overview import SceneOverview
    from restitch_app.services.project.project import Project


WORDS = {
    ClipPresence.MISSING: "missing",
    ClipPresence.ALTERED: "of another size than was recorded",
}
Doubtful = dict[ClipPresence, list[int]]


def register(commands: Commands) -> None:
    parser = commands.add(
        "info",
        run,
        about="Show scenes, segments and open jobs of a project.",
        examples=("info lake", "info lake --json"),
    )
    add_project(parser)


def run(args: argparse.Namespace, shell: Shell) -> int:
    with shell.open(args.project) as bench:
        overview = bench.overview
        settings, scenes, jobs = overview.settings(), overview.scenes(), bench.jobs.open()
        looked = [(scene, _doubtful(bench.project, scene)) for scene in scenes]
        data = {
            "project": str(bench.project.folder),
            "name": settings.name,
            "server": settings.server_url or "any",
            "scenes": [_scene_json(bench.project, *pair) for pair in looked],
            "open_jobs": [job_json(job) for job in jobs],
        }
        texts = [f"{settings.name} ({bench.project.folder})"]
        texts += [_scene_text(*pair) for pair in looked]
        if jobs:
            texts.append(f"Open jobs: {len(jobs)} (see: restitch jobs)")
        shell.show(data, "\n\n".join(texts))
    return DONE


def _scene_json(project: Project, scene: SceneOverview, doubtful: Doubtful) -> dict[str, object]:
    return {
        "scene": scene.scene.name,
        "segments": len(scene.current),
        "frames": scene.frames,
        "seconds": round(float(scene.seconds), 3),
        "rate": str(scene.scene.rate),
        "width": scene.scene.width,
        "height": scene.scene.height,
        "stale": [index + 1 for index in scene.stale],
        "red": [boundary.label for boundary in scene.boundaries if boundary.is_open],
        "missing_clips": doubtful[ClipPresence.MISSING],
        "altered_clips": doubtful[ClipPresence.ALTERED],
        "current": [version_json(project, version) for version in scene.current],
    }


def _doubtful(project: Project, scene: SceneOverview) -> Doubtful:
    """Segments, from 1, whose clips are not as recorded. Looks at names and sizes alone."""
    found: Doubtful = {one: [] for one in WORDS}
    for version in scene.current:
        presence = clip_presence(project.path(version.file), version)
        if presence is not ClipPresence.PRESENT:
            found[presence].append(version.sequence_index + 1)
    return found


def _scene_text(scene: SceneOverview, doubtful: Doubtful) -> str:
    facts = scene.scene
    head = (
        f"{facts.name}: {len(scene.current)} segments, {scene.frames} frames, "
        f"{float(scene.seconds):.2f} s at {float(facts.rate):g} fps, {facts.width}×{facts.height}"
    )
    rows = [("Segment", "Current", "Boundary after it", "Stale", "Approved")]
    after = {boundary.left_index: boundary_text(boundary) for boundary in scene.boundaries}
    rows += [
        (
            str(version.sequence_index + 1),
            version_text(version),
            after.get(version.sequence_index, ""),
            stale_reason(version) or "",
            "yes" if version.is_approved else "",
        )
        for version in scene.current
    ]
    return "\n".join([head, table(rows), *_clip_lines(doubtful)])


def _clip_lines(doubtful: Doubtful) -> Iterator[str]:
    for presence, segments in doubtful.items():
        if segments:
            named = ", ".join(map(str, segments))
            yield f"Clips {WORDS[presence]}, by segment: {named} (see: restitch verify)"
