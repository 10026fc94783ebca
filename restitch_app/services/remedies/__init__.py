"""Remedies tried on a boundary, chosen, and applied."""
