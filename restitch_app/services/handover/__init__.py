"""Decisions, notes and marks, handed from one copy of a project to another."""
