from __future__ import annotations

from PySide6.QtWidgets import QApplication

from restitch_app.ui.notices.notices import Notice, Notices, Weight


def _notice(key: str, countdown: str = "") -> Notice:
    return Notice(key, Weight.WARNING, f"{key} happened.", countdown=countdown)


def _worst(notices: Notices) -> str:
    return notices.worst.key if notices.worst else ""


def test_what_counts_down_does_not_push_a_newer_notice_away(qapp: QApplication) -> None:
    notices = Notices()
    notices.show(_notice("server", "Next try in 9 s"))
    notices.show(_notice("answer"))
    notices.show(_notice("server", "Next try in 8 s"))
    assert _worst(notices) == "answer"
    notices.solve("answer")
    assert notices.worst == _notice("server", "Next try in 8 s")


def test_what_is_told_again_comes_to_the_front_again(qapp: QApplication) -> None:
    notices = Notices()
    notices.show(_notice("answer"))
    notices.show(_notice("server", "Next try in 9 s"))
    changes: list[str] = []
    notices.changed.connect(lambda: changes.append(_worst(notices)))
    notices.show(_notice("answer"))
    notices.show(_notice("answer"))
    assert changes == ["answer"]
