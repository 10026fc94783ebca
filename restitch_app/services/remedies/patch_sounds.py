"""Which sound plays while a patch is in view: patches have none of their own."""

from __future__ import annotations

from restitch_app.domain.frames import FrameRange
from restitch_app.services.project.project import Project

FramesOf = tuple[str, FrameRange]
"""A file, relative to the project folder, and frames in its own count."""


def patch_sounds(project: Project, scene_id: int) -> dict[FramesOf, FramesOf]:
    """For each half of a patch, the version's own frames that it stands for."""
    clips = {clip.version_id: clip for clip in project.store.versions.chain_clips(scene_id)}
    sounds: dict[FramesOf, FramesOf] = {}
    for (left_id, right_id), join in project.store.joins.for_scene(scene_id).items():
        treatment = join.treatment
        if (patch := treatment.patch) is None:
            continue
        left, right = clips[left_id], clips[right_id]
        end, start = left.frame_count - treatment.trim_left, treatment.trim_right
        in_patch = FrameRange(0, patch.left_frames)
        sounds[patch.file, in_patch] = (left.file, FrameRange(end - patch.left_frames, end))
        in_patch = FrameRange(patch.left_frames, patch.left_frames + patch.right_frames)
        sounds[patch.file, in_patch] = (
            right.file,
            FrameRange(start, start + patch.right_frames),
        )
    return sounds
