"""The command line, a function a command."""
