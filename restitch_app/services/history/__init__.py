"""Undo and redo of people's decisions."""
