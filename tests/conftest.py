"""What every test may ask for."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.patience import PatientBot


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """In place of pytest-qt's, which gives up after five seconds."""
    return PatientBot(request)


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: looking through them for garbage took a tenth of the
    processor's time where there is no window.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
