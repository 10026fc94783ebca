"""Changing which segments a scene has, in which order, and from where they are made."""
