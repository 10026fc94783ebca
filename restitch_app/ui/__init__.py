"""The window: widgets, a folder for each part of the screen."""
