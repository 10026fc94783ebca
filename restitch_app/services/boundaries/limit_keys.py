"""Limits of a boundary policy by name, as the command line and the settings page set them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from restitch_app.domain.boundaries import (
    HIGHEST_LIMIT,
    LARGEST_VERDICT,
    LOWEST_LIMIT,
    BoundaryPolicy,
    BoundaryType,
    PlainSsim,
    plain_limits,
)
from restitch_app.domain.errors import WrongUse
from restitch_app.domain.seams import Channel

PLAIN_KEYS = ("ssim_threshold", "ssim_band")
VERDICT_KEYS = ("yellow", "red")


def limit_names() -> tuple[str, ...]:
    """Everything that can be set by name, for messages and help."""
    return (*PLAIN_KEYS, *VERDICT_KEYS, *(channel.value for channel in Channel))


def with_limit(policy: BoundaryPolicy, key: str, value: float) -> BoundaryPolicy:
    if key in PLAIN_KEYS:
        plain = plain_limits(policy)
        name = key.removeprefix("ssim_")
        changed = PlainSsim(**{"threshold": plain.threshold, "band": plain.band, name: value})
        return changed if isinstance(policy, PlainSsim) else replace(policy, few_frames=changed)
    if isinstance(policy, PlainSsim):
        raise WrongUse(
            f"{key} is no limit of plain SSIM",
            f"Its limits are {' and '.join(PLAIN_KEYS)}",
            "Choose the continuity policy to set limits of single measures",
        )
    kinds, name = _kinds(key)
    for kind in kinds:
        limits = policy.limits(kind)
        if name == "yellow":
            limits = replace(limits, yellow=value)
        elif name == "red":
            limits = replace(limits, red=value)
        else:
            limits = limits.with_channels(dict(limits.channels) | {Channel(name): value})
        policy = policy.with_limits(kind, limits)
    return policy


def _kinds(key: str) -> tuple[Sequence[BoundaryType], str]:
    """Which types of boundary the key is about, and what of them."""
    kind, dot, name = key.partition(".")
    kinds: Sequence[BoundaryType] = tuple(BoundaryType)
    if dot and kind in tuple(BoundaryType):
        kinds = (BoundaryType(kind),)
    elif not dot:
        name = kind
    if name not in (*VERDICT_KEYS, *Channel):
        raise WrongUse(
            f"There is no limit named {key}",
            f"The limits are {', '.join(limit_names())}",
            f"For one type of boundary put {' or '.join(BoundaryType)} and a dot before it",
        )
    return kinds, name


def sound(policy: BoundaryPolicy) -> BoundaryPolicy:
    """Raises WrongUse where a limit makes no sense."""
    plain = plain_limits(policy)
    if not (0.0 <= plain.threshold <= 1.0 and 0.0 <= plain.band <= 1.0):
        raise WrongUse("Limits of SSIM lie between 0 and 1", f"{plain.threshold}, {plain.band}")
    if isinstance(policy, PlainSsim):
        return policy
    for kind in BoundaryType:
        limits = policy.limits(kind)
        if not 0.0 < limits.yellow <= limits.red <= LARGEST_VERDICT:
            raise WrongUse(
                f"Yellow begins above 0 and red not below yellow, up to {LARGEST_VERDICT:g}",
                f"{kind.value}: yellow {limits.yellow:g}, red {limits.red:g}",
            )
        for channel, limit in limits.channels.items():
            if not LOWEST_LIMIT <= limit <= HIGHEST_LIMIT:
                raise WrongUse(
                    f"The limit of {channel.value} lies between {LOWEST_LIMIT:g} and "
                    f"{HIGHEST_LIMIT:g}",
                    f"{kind.value}: {limit:g}; below 1 it is taken more seriously, above 1 less",
                )
    return policy
