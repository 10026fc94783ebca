"""How a reviewer reads a workflow's inputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from restitch_app.domain.bindings import Candidate, Confidence, InputName
from restitch_app.domain.workflows import WorkflowOrigin, WorkflowRecord
from restitch_app.ui.language.translating import Verbatim, tr
from restitch_app.ui.theme.tokens import ColorRole

ORIGINS = {
    WorkflowOrigin.FILE: "File",
    WorkflowOrigin.CLIP: "Clip",
    WorkflowOrigin.HISTORY: "Server",
    WorkflowOrigin.BUNDLED: "Comes with Restitch",
}
CONFIDENCE: Mapping[Confidence, tuple[str, str, ColorRole]] = {
    Confidence.CHOSEN: ("Chosen", "lock", "text_2"),
    Confidence.CERTAIN: ("Certain", "check", "smooth"),
    Confidence.LIKELY: ("Likely", "info", "text_2"),
    Confidence.UNSURE: ("Unsure: choose", "circle-alert", "borderline_edge"),
}
"""Word, icon and its colour."""
AT_RUN = "Decided when it runs"
FILE_KEYS = frozenset({"seed_frame", "end_frame"})


def origin_words(record: WorkflowRecord) -> str:
    return " · ".join(part for part in (tr(ORIGINS[record.origin]), record.origin_detail) if part)


def place_words(at: InputName, candidates: Sequence[Candidate]) -> str:
    """Wan image to video ▸ start_image, as preflight names places; with the node's id where
    another node has the same title.
    """
    found = next((one for one in candidates if one.at == at), None)
    if found is None:
        return tr("Node {node} ▸ {input}", node=at.node_id, input=Verbatim(at.input_name))
    same = {one.at.node_id for one in candidates if one.node_title == found.node_title}
    title = f"{found.node_title} ({at.node_id})" if len(same) > 1 else found.node_title
    return f"{title} ▸ {at.input_name}"


def value_words(key: str, values: Sequence[object]) -> str:
    """What the inputs hold, once where they agree."""
    told = list(dict.fromkeys(_value(key, value) for value in values))
    return ", ".join(told)


def _value(key: str, value: object) -> str:
    if value is None:
        return tr("The picture that is uploaded") if key in FILE_KEYS else tr(AT_RUN)
    if isinstance(value, bool):
        return tr("On") if value else tr("Off")
    text = " ".join(str(value).split())
    return text or tr("Empty")
