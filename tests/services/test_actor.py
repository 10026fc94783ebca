"""Who decides is named, whatever the system knows of its users."""

from __future__ import annotations

import getpass

import pytest

from restitch_app.services.actor import current_actor


@pytest.mark.parametrize("fault", [KeyError, OSError, ModuleNotFoundError])
def test_a_system_that_knows_no_name_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    def nameless() -> str:
        raise fault("no name")

    monkeypatch.setattr(getpass, "getuser", nameless)
    assert current_actor() == "unknown"
