"""Verdicts on versions, handed from one copy of a project to another."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from functools import partial

from restitch_app.domain.staleness import upstream_fingerprints
from restitch_app.domain.versions import Scene, Version
from restitch_app.services.handover.handed_file import HandedVerdict
from restitch_app.services.handover.items import Found, Item, LeftOut, key_of, likeliest_first, said
from restitch_app.services.project.project import Project
from restitch_app.services.review.versions import Judgement, Versions


class Verdicts:
    def __init__(self, project: Project, versions: Versions) -> None:
        self._project, self._versions = project, versions

    def of(self, scene: Scene) -> Iterator[HandedVerdict]:
        current = self._project.store.versions.current(scene.id)
        for version, chain in zip(current, _chains(current), strict=True):
            mine = Judgement.of(version)
            if mine.approved_upstream is not None or mine.needs_work:
                yield HandedVerdict(
                    version.file_sha256,
                    scene.name,
                    version.sequence_index + 1,
                    version.number,
                    chain,
                    mine.approved_upstream is not None,
                    mine.reason,
                    mine.by,
                    mine.at,
                )

    def compared(self, scenes: Collection[Scene], theirs: HandedVerdict) -> Found:
        key = key_of(scenes, theirs.scene, f"segment {theirs.segment}")
        for scene in likeliest_first(scenes, theirs.scene):
            current = self._project.store.versions.current(scene.id)
            ids = [link.version_id for link in self._project.store.versions.chain_links(scene.id)]
            places = zip(current, _chains(current), upstream_fingerprints(ids), strict=True)
            for version, chain, upstream in places:
                if version.file_sha256 != theirs.file_sha256:
                    continue
                if theirs.is_approved and chain != theirs.chain_sha256:
                    return LeftOut(key, "other versions play before it here")
                wanted = Judgement(
                    upstream if theirs.is_approved else None,
                    not theirs.is_approved,
                    theirs.reason,
                    theirs.by,
                    theirs.at,
                )
                mine = Judgement.of(version)
                if mine.says_as(wanted):
                    return None
                return Item(
                    key,
                    _words(mine),
                    _words(wanted),
                    partial(self._judge, version, wanted),
                )
        return LeftOut(key, f"v{theirs.version} of their copy does not play here")

    def _judge(self, version: Version, wanted: Judgement) -> None:
        kind = "needs_work" if wanted.needs_work else "approved"
        self._versions.judge(version, wanted, kind, {"merged": True})


def _chains(current: Collection[Version]) -> Iterator[str]:
    """For each version, what plays up to it."""
    digest = hashlib.sha256()
    for version in current:
        digest.update(version.file_sha256.encode())
        yield digest.hexdigest()


def _words(judged: Judgement) -> str:
    if judged.approved_upstream is not None:
        return said("approved", "", judged.by)
    return said("needs work", judged.reason, judged.by) if judged.needs_work else ""
