"""What came of a comparison whose versions had no names: kept in the audit trail."""

from __future__ import annotations

from restitch_app.domain.changes import Changes
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.versions import Version
from restitch_app.services.actor import current_actor
from restitch_app.services.project.project import Project

CHOSEN, SAME = "blind_chosen", "blind_same"


def record_blind(project: Project, first: Version, second: Version, chosen: Version | None) -> None:
    """Who chose which one of two and when; `chosen` None: they saw no difference.

    Raises WrongUse unless both are versions of one segment and the chosen one is of them.
    """
    places = {(one.scene_id, one.sequence_index) for one in (first, second)}
    if len(places) != 1 or first.id == second.id:
        raise WrongUse("A blind comparison is between two versions of one segment")
    if chosen is not None and chosen.id not in (first.id, second.id):
        raise WrongUse(f"v{chosen.number} was not compared")
    about = chosen or first
    other = second if about.id == first.id else first
    store = project.store
    with store.transaction():
        store.events.add(
            CHOSEN if chosen else SAME,
            current_actor(),
            version_id=about.id,
            detail={"other": f"v{other.number}", "other_id": other.id},
        )
    project.publish(Changes(segments=frozenset({first.sequence_index})))
