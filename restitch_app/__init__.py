"""Restitch: fix one bad segment of a scene, not the whole scene."""
