"""Workflows of a project: read, understood, kept, and checked before they are sent."""
