"""Asking for segments to be rendered again."""
