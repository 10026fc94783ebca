"""Generations and cascades in the window."""
