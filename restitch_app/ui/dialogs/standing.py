"""How a request stands with the chosen server, or with all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from restitch_app.domain.preflight import Preflight, PreflightProblem
from restitch_app.domain.servers import ANY_SERVER
from restitch_app.ui.pieces.wording import counted


@dataclass(frozen=True, slots=True)
class Standing:
    """`told` is empty where nothing stands against it."""

    told: str = ""
    problems: tuple[PreflightProblem, ...] = ()
    can_ask: bool = True
    """A run is possible, or the job waits for a server that is away."""
    waits: bool = False
    others: tuple[Preflight, ...] = ()
    """Servers that can run it as it is, where the chosen one cannot."""


def standing_of(chosen_url: str, checked: Sequence[Preflight]) -> Standing:
    """What is not known to fail may be asked for."""
    able = tuple(one for one in checked if one.can_run)
    if chosen_url == ANY_SERVER:
        return _of_any(checked, able)
    found = next((one for one in checked if one.server_url == chosen_url), None)
    if found is None or found.can_run:
        return Standing()
    others = tuple(one for one in able if one.server_url != chosen_url)
    if found.problems:
        told = f"{found.server_name} cannot run this: {counted(len(found.problems), 'problem')}."
        return Standing(told, found.problems, can_ask=False, others=others)
    return Standing(_away(found), waits=True, others=others)


def _of_any(checked: Sequence[Preflight], able: Sequence[Preflight]) -> Standing:
    if able or not checked:
        return Standing()
    refusing = [one for one in checked if one.problems]
    away = [one for one in checked if not one.problems]
    if away:
        names = ", ".join(one.server_name for one in away)
        told = f"No server that answers can run this. The job waits for {names}."
        if not refusing:
            told = "No server is answering: the job will wait until one is back."
        return Standing(told, waits=True)
    nearest = min(refusing, key=lambda one: len(one.problems))
    count = counted(len(nearest.problems), "problem")
    told = f"No server can run this. {nearest.server_name} comes nearest: {count}."
    if len(checked) == 1:
        told = f"{nearest.server_name} cannot run this: {count}."
    return Standing(told, nearest.problems, can_ask=False)


def _away(found: Preflight) -> str:
    if found.is_answering and found.unchecked:
        return found.unchecked
    return f"{found.server_name} is not answering: the job will wait until it is back."
