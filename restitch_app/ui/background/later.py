"""Loads what the window shows only when asked for: after it is shown, a little at a time."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

FIRST_AFTER_MS = 1_000
BETWEEN_MS = 30
DIALOGS = (
    "restitch_app.ui.dialogs.export_dialog",
    "restitch_app.ui.dialogs.new_scene_dialog",
    "restitch_app.ui.dialogs.regenerate_dialog",
    "restitch_app.ui.workflows.workflows_dialog",
)
"""Not loaded when the window is first shown."""
IN_STEPS = (
    "restitch_app.ui.forms.value_field",
    "restitch_app.ui.forms.number_fields",
    "restitch_app.ui.forms.field_row",
    "restitch_app.ui.forms.workflow_form",
    "restitch_app.ui.dialogs.clip_list",
    "restitch_app.ui.dialogs.left_side",
    "restitch_app.ui.dialogs.preset_keeper",
    "restitch_app.ui.dialogs.right_side",
    "restitch_app.ui.workflows.workflow_page",
    *DIALOGS,
)
"""What the dialogs are made of comes before them, so that no step holds the window up."""


class _Later(QObject):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names = iter(IN_STEPS)
        QTimer.singleShot(FIRST_AFTER_MS, self, self._load_next)

    def _load_next(self) -> None:
        name = next(self._names, None)
        if name is None:
            self.deleteLater()
            return
        import_module(name)
        QTimer.singleShot(BETWEEN_MS, self, self._load_next)


def load_later(parent: QObject) -> QObject:
    """Begin a second from now, on the GUI thread. What is returned is deleted at the end, or with
    `parent`.
    """
    return _Later(parent)
