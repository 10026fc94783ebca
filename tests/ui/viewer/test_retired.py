from __future__ import annotations

import gc
import weakref
from collections.abc import Sequence

from restitch_app.services.playback.frames import FrameFault, Picture
from restitch_app.ui.viewer.retired import RetiredSources


class StandInSource:
    has_ended = False
    is_retired = False

    def want(self, frames: Sequence[int], *, is_still: bool = False) -> None: ...

    def picture(self, frame: int) -> Picture | FrameFault | None:
        return None

    def retire(self) -> None:
        self.is_retired = True

    def close(self) -> None: ...


def test_a_source_that_has_ended_is_let_go_of_with_its_pictures() -> None:
    retired, ended = RetiredSources(), StandInSource()
    retired.add(ended)
    assert ended.is_retired
    ended.has_ended = True
    gone = weakref.ref(ended)
    del ended
    retired.add(StandInSource())
    gc.collect()
    assert gone() is None


def test_what_still_decodes_is_handed_on_once() -> None:
    retired, ended, busy = RetiredSources(), StandInSource(), StandInSource()
    for source in (ended, busy):
        retired.add(source)
    ended.has_ended = True
    assert retired.take() == [busy]
    assert retired.take() == []
    assert busy.is_retired
