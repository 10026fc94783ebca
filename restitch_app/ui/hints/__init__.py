"""A few words on each part of the window, for whoever sees it for the first time."""
