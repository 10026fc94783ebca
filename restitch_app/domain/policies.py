"""The boundary policy as JSON holds it: in the project's settings and in the audit trail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from restitch_app.domain.boundaries import (
    JUST_VISIBLE,
    BoundaryPolicy,
    Continuity,
    Limits,
    PlainSsim,
    plain_limits,
)
from restitch_app.domain.seams import Channel

CONTINUITY, PLAIN = "continuity", "plain"


def policy_to_note(policy: BoundaryPolicy) -> dict[str, object]:
    """The limits of both policies: changing over and back loses none that was set.

    Under plain SSIM the note says nothing of V's limits; merged into an older note it keeps them.
    """
    plain = plain_limits(policy)
    told: dict[str, object] = {
        "policy": PLAIN if isinstance(policy, PlainSsim) else CONTINUITY,
        "ssim_threshold": plain.threshold,
        "ssim_band": plain.band,
    }
    if isinstance(policy, Continuity):
        told["limits"] = {
            "chained": _limits_note(policy.chained),
            "other": _limits_note(policy.other),
        }
    return told


def policy_from_note(told: Mapping[str, object]) -> BoundaryPolicy:
    """What is not mentioned is at its default; a note of no policy is of the default one."""
    plain = plain_from_note(told)
    return plain if told.get("policy") == PLAIN else continuity_from_note(told)


def plain_from_note(told: Mapping[str, object]) -> PlainSsim:
    usual = PlainSsim()
    return PlainSsim(
        _number(told, "ssim_threshold", usual.threshold), _number(told, "ssim_band", usual.band)
    )


def continuity_from_note(told: Mapping[str, object]) -> Continuity:
    limits = _part(told, "limits")
    return Continuity(
        _limits(_part(limits, "chained")), _limits(_part(limits, "other")), plain_from_note(told)
    )


def _limits_note(limits: Limits) -> dict[str, object]:
    channels = {channel.value: limit for channel, limit in limits.channels.items()}
    return {"yellow": limits.yellow, "red": limits.red, "channels": channels}


def _limits(told: Mapping[str, object]) -> Limits:
    usual, scores = Limits(), _part(told, "channels")
    return Limits(
        _number(told, "yellow", usual.yellow),
        _number(told, "red", usual.red),
        {
            channel: _number(scores, channel, JUST_VISIBLE)
            for channel in Channel
            if channel in scores
        },
    )


def _part(told: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = told.get(name)
    return cast("Mapping[str, object]", value) if isinstance(value, Mapping) else {}


def _number(told: Mapping[str, object], name: str, usual: float) -> float:
    value = told.get(name, usual)
    return float(value) if isinstance(value, int | float) else usual
