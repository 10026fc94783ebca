"""Boundary cases from clips: how well seams are found, explained and mended."""
