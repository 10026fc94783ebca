"""The catalogues of the window's texts: a tool of the project, not part of the program."""
