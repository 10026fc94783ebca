"""Decisions handed over to a colleague, and taken over from one."""
