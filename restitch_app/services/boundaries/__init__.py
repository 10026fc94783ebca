"""Boundaries measured, judged, and decided about."""
