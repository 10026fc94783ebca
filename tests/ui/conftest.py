from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from restitch_app.ui.theme.theme import Theme, ThemeChoice


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The dark theme, whatever the system has."""
    return Theme(qapp, ThemeChoice.DARK)


@pytest.fixture(autouse=True)
def no_widget_left(qapp: QApplication) -> Iterator[None]:
    """Fails a test that leaves a top-level widget behind."""
    before = set(qapp.topLevelWidgets())
    yield
    qapp.processEvents()
    left = [widget for widget in qapp.topLevelWidgets() if widget not in before]
    shown = [widget for widget in left if widget.isVisible()]
    assert shown == [], f"left on the screen: {shown}"
