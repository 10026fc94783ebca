"""What the program tells a script when it ends."""

DONE = 0
NO = 1
"""The work is done and its answer is "no": a red boundary, a failed quality gate."""
WRONG_USE = 2
FAULT = 3
"""Something outside went wrong: a server, a disk, a file."""
INTERRUPTED = 130
"""Ctrl-C, as shells report it."""
