"""A tooltip that names the key which does the same, whatever that key is now."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from restitch_app.ui.language.translating import tr


class KeyTip:
    """For `live_key`; the widget lives as long as this."""

    def __init__(self, widget: QWidget, text: str) -> None:
        """`text`: in English, without the key."""
        self._widget, self._text = widget, text

    def set_key(self, key: str) -> None:
        told = tr(self._text)
        self._widget.setToolTip(f"{told} ({key})" if key else told)
