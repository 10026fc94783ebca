"""What can be set: of this computer, and of the open project. A page a file."""
