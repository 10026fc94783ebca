"""What the painted items are called: for screen readers, and as tooltips."""

from __future__ import annotations

from restitch_app.services.boundaries.words import marker_reasons
from restitch_app.ui.language.translating import Verbatim, mark, tr
from restitch_app.ui.pieces.wording import call_words, counted, ssim_text
from restitch_app.ui.timeline.scene import Marker, MarkerRank, Tile, TimelineScene
from restitch_app.ui.timeline.status import StatusKind, frame_range

_SAID = {
    "SMOOTH": mark("smooth"),
    "BORDERLINE": mark("borderline"),
    "VISIBLE": mark("visible jump"),
    "NOT_CHECKED": mark("not checked"),
    "CHECKING": mark("checking"),
}
_WITH_PROBLEM = (StatusKind.FAILED, StatusKind.MISFIT, StatusKind.QUEUED)


def boundary_name(marker: Marker) -> str:
    """Like `Boundary 5 to 6, visible jump, SSIM 0.71, normal here 0.69–0.78, 5 % brighter`."""
    left = marker.left_index + 1
    parts = [tr("Boundary {left} to {right}", left=left, right=left + 1)]
    if marker.rank is MarkerRank.CUT:
        parts.append(tr("cut"))
    else:
        parts.append(tr(_SAID[marker.shape.name]))
    if marker.ssim is not None and marker.rank is not MarkerRank.CHECKING:
        parts += [f"SSIM {ssim_text(marker.ssim)}", *map(tr, marker_reasons(marker.boundary))]
    if marker.rank is MarkerRank.ACCEPTED:
        decided = marker.boundary.join.decided
        why = f" ({decided.reason})" if decided and decided.reason else ""
        parts.append(tr("accepted as is") + why)
    if marker.is_smoothed:
        parts.append(tr("smoothed"))
    if marker.call is not None:
        parts.append(tr(call_words(marker.call)))
    return ", ".join(parts)


def segment_name(tile: Tile) -> str:
    """Like `Segment 5, version 2, quality 88, frames 325–405, under review, stale, follows 3`."""
    if tile.is_veiled:
        parts = [
            tr("Segment {number}", number=tile.index + 1),
            tr("frames {range}", range=frame_range(tile.frames)),
            tr("blind comparison"),
        ]
        return ", ".join(parts)
    has_score = tile.score != "None"
    quality = tr("quality {score}", score=tile.score) if has_score else tr("quality not checked")
    parts = [
        tr("Segment {number}", number=tile.index + 1),
        tr("version {number}", number=tile.version_number),
        quality,
        tr("frames {range}", range=frame_range(tile.frames)),
    ]
    status = tile.status
    if status.kind not in (StatusKind.RANGE, StatusKind.SEED_CHANGED, StatusKind.FOLLOWS):
        text = status.texts[0]
        parts.append(tr(text[0].lower() + text[1:]))
    if tile.is_seed_changed:
        parts.append(tr("stale, seed changed"))
    elif tile.stale_root_index is not None:
        parts.append(tr("stale, follows {number}", number=tile.stale_root_index + 1))
    if tile.needs_work:
        parts.append(tr("needs work"))
    elif tile.is_approved:
        parts.append(tr("approved"))
    return ", ".join(parts)


def segment_tip(tile: Tile) -> str:
    """Its name, then what a reviewer can do about it."""
    told = [segment_name(tile)]
    if tile.problem and tile.status.kind in _WITH_PROBLEM:
        told.append(tr(tile.problem.rstrip(".") + "."))
    if tile.status.kind is StatusKind.MISFIT:
        told.append(tr("Convert a copy in the inspector, or regenerate."))
    if tile.is_seed_changed:
        told.append(
            tr(
                "The frame it was made from has been replaced. Regenerate it, or approve it as "
                "it is."
            )
        )
    elif tile.stale_root_index is not None:
        told.append(
            tr(
                "It still matches the segment before it. Start with {number}.",
                number=tile.stale_root_index + 1,
            )
        )
    if tile.needs_work and tile.work_reason:
        told.append(tr("Needs work: {reason}", reason=Verbatim(tile.work_reason)))
    if tile.damage is not None:
        told.append(tr("Use another version, put the file back, or regenerate it."))
    return "\n".join(told)


def boundary_tip(marker: Marker) -> str:
    """Its name, then what a reviewer can do about it."""
    told = [boundary_name(marker)]
    if marker.rank is MarkerRank.VISIBLE:
        told.append(tr("Double-click to inspect and smooth it."))
    elif marker.rank is MarkerRank.BORDERLINE:
        told.append(tr("Play it: smooth it if it shows, else accept it as it is."))
    elif marker.rank is MarkerRank.NOT_CHECKED:
        told.append(
            tr("Boundaries are checked in the background. Check it now from the Boundary menu.")
        )
    return "\n".join(told)


def selection_name(scene: TimelineScene, segment: int | None, boundary: int | None) -> str:
    """Empty where nothing is selected."""
    if boundary is not None and boundary < len(scene.boundaries):
        return boundary_name(scene.marker(boundary))
    if segment is not None and segment < len(scene):
        return segment_name(scene.tile(segment, is_selected=True))
    return ""


def scene_name(scene: TimelineScene) -> str:
    """Like `10 segments, 1 visible jump, 1 borderline, 7 smooth`."""
    if not len(scene):
        return tr("No scene")
    shown = scene.shown_markers or scene.shown_tiles
    ranks = scene.marker_ranks
    jumps = ranks.count(MarkerRank.VISIBLE)
    parts = [
        tr(counted(len(scene), "segment")),
        tr(counted(jumps, "visible jump")),
        tr("{count} borderline", count=ranks.count(MarkerRank.BORDERLINE)),
        tr("{count} smooth", count=ranks.count(MarkerRank.SMOOTH)),
    ]
    if shown:
        parts.append(tr("narrowed down to {count} of them", count=shown.count(1)))
    return ", ".join(parts)
