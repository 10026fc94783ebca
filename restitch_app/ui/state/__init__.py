"""What the window knows: of the open project, its servers and its jobs."""
