"""Clips become a scene."""
