"""The window: its composition here, a folder for each theme."""
