"""Questions that need more than a click: regenerate, export, new scene."""
