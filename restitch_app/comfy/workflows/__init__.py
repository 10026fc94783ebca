"""Workflows as graphs: reading files, converting the editor's format, what node classes take."""
